/*
 * /api/v1/devices/{device}/releases/{release}/evidence - lists of compiled files, and what they propose for a
 * person to accept (docs/man/evidence.md).
 */
#include "actions/findings/build_evidence_json.h"
#include "actions/firm_day.h"
#include "limits.h"
#include "server/body.h"
#include "server/tables.h"
#include "server/upload.h"

#define ACCEPTED_MOST LIMIT_PAGE_ROWS

static bool read_target(struct exchange *x, struct evidence_target *out, struct err *e)
{
	*out = (struct evidence_target){ .device = x->params[0], .release = x->params[1] };
	if (!exchange_query(x, "component", &out->component, e))
		return false;
	return out->component.len || err_fail(e, ERR_USAGE, "query: component is missing");
}

static bool keep(struct exchange *x, const struct evidence_target *target, const struct upload *u,
    struct str why, struct err *e)
{
	struct evidence_file file = { u->path, upload_name(u) };
	struct evidence kept;
	struct json_out *w;
	bool known;

	if (!evidence_import(x->db, target, &file, exchange_by(x, why), &x->arena, &kept, &known, e))
		return upload_blame(u, e);
	x->answer.status = known ? 200 : 201;
	w = answer_json(x);
	evidence_json(w, &kept, known);
	return answer_json_close(x, w, e);
}

static bool post_evidence(struct exchange *x, struct err *e)
{
	struct evidence_target target;
	struct upload u;
	struct str why;
	bool done;

	if (!read_target(x, &target, e) || !exchange_query(x, "why", &why, e) ||
	    !upload_take(x, &x->arena, &u, e))
		return false;
	done = keep(x, &target, &u, why, e);
	upload_end(&u);
	return done;
}

static bool get_proposals(struct exchange *x, struct err *e)
{
	struct date today = DATE_NONE;
	struct evidence_proposal *list;
	struct evidence_target target;
	struct evidence by;
	struct json_out *w;
	size_t count;

	if (!read_target(x, &target, e) || !exchange_query_date(x, "today", &today, e) ||
	    !firm_day(x->db, today, x->at, &today, e) ||
	    !evidence_propose(x->db, &target, today, &x->arena, &by, &list, &count, e))
		return false;
	w = answer_json(x);
	evidence_proposals_json(w, &by, list, count);
	return answer_json_close(x, w, e);
}

struct acceptance {
	struct str why, vulnerabilities[ACCEPTED_MOST];
	size_t count;
	bool all;
};

static bool read_acceptance(
    struct exchange *x, struct evidence_target *target, struct acceptance *a, struct err *e)
{
	struct body b;

	*target = (struct evidence_target){ .device = x->params[0], .release = x->params[1] };
	if (!body_read(x, "component|vulnerabilities|all|why", &b, e) ||
	    !body_needs_text(&b, "component", &target->component, e) ||
	    !body_texts(&b, "vulnerabilities", a->vulnerabilities, ACCEPTED_MOST, &a->count, e) ||
	    !body_bool(&b, "all", &a->all, e) || !body_needs_text(&b, "why", &a->why, e))
		return false;
	return a->all == (a->count == 0) ||
	       err_fail(e, ERR_INPUT, "body: either /vulnerabilities or \"all\": true is expected");
}

static bool post_acceptance(struct exchange *x, struct err *e)
{
	struct acceptance *a = arena_alloc(&x->arena, 1, sizeof(*a));
	struct evidence_target target;
	struct json_out *w;
	struct date today;
	size_t made;

	if (!read_acceptance(x, &target, a, e) || !firm_day(x->db, DATE_NONE, x->at, &today, e) ||
	    !evidence_accept(
		x->db, &target, a->vulnerabilities, a->count, today, exchange_by(x, a->why), &made, e))
		return false;
	x->answer.status = 201;
	w = answer_json(x);
	json_open_object(w);
	json_field_int(w, "statements", (int64_t)made);
	json_close_object(w);
	return answer_json_close(x, w, e);
}

#define RELEASE "/api/v1/devices/{device}/releases/{release}"

const struct route routes_evidence[] = {
	{ METHOD_GET, RELEASE "/evidence", get_proposals, ROUTE_SLOW, 0, NULL },
	{ METHOD_POST, RELEASE "/evidence", post_evidence, ROUTE_UPLOAD, 0, "evidence.import" },
	{ METHOD_POST, RELEASE "/evidence/acceptance", post_acceptance, 0, 0, "finding.set" },
	{ 0 },
};
