/*
 * /api/v1/signals/from-findings, /api/v1/signals/from-advisory - signals of what the program has seen itself
 * (docs/man/signal.md).
 */
#include "actions/intake/signal_json.h"
#include "server/body.h"
#include "server/permission.h"
#include "server/tables.h"
#include "server/upload.h"

static bool answer_made(struct exchange *x, const struct signals_made *made, struct err *e)
{
	struct json_out *w = answer_json(x);

	x->answer.status = made->count && !made->is_draft ? 201 : 200;
	signals_made_json(w, made);
	return answer_json_close(x, w, e);
}

static bool post_findings(struct exchange *x, struct err *e)
{
	struct signal_findings_query query = { .since = DATE_NONE };
	struct signals_made made;
	struct str why;
	struct body b;

	return permission_has(x, "signal.received", STR("signals"), e) &&
	       body_read(x, "since|device|why|dry_run", &b, e) &&
	       body_bool(&b, "dry_run", &query.dry_run, e) && body_date(&b, "since", &query.since, e) &&
	       body_text(&b, "device", &query.device, e) && body_text(&b, "why", &why, e) &&
	       signals_of_findings(x->db, &query, exchange_by(x, why), &x->arena, &made, e) &&
	       answer_made(x, &made, e);
}

static bool take(
    struct exchange *x, const struct upload *u, struct str received, struct str why, struct err *e)
{
	struct signal_advisories what = {
		.paths = &u->path, .count = 1, .called = upload_name(u), .received = received
	};
	struct signals_made made;

	if (!signals_of_advisories(x->db, &what, exchange_by(x, why), &x->arena, &made, e))
		return upload_blame(u, e);
	return answer_made(x, &made, e);
}

static bool post_advisory(struct exchange *x, struct err *e)
{
	struct str received, why;
	struct upload u;
	bool done;

	if (!permission_has(x, "signal.received", STR("signals"), e) ||
	    !exchange_query(x, "received", &received, e) || !exchange_query(x, "why", &why, e) ||
	    !upload_take(x, &x->arena, &u, e))
		return false;
	done = take(x, &u, received, why, e);
	upload_end(&u);
	return done;
}

const struct route routes_signals_made[] = {
	{ METHOD_POST, "/api/v1/signals/from-findings", post_findings, 0, 0, "signal.received" },
	{ METHOD_POST, "/api/v1/signals/from-advisory", post_advisory, ROUTE_UPLOAD, 0, "signal.received" },
	{ 0 },
};
