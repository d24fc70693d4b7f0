/*
 * /api/v1/statements - the manufacturer's own decisions about findings (docs/man/finding.md).
 */
#include "actions/casework/restate_register.h"
#include "actions/findings/finding_history_json.h"
#include "actions/findings/finding_scope.h"
#include "actions/findings/finding_set_json.h"
#include "actions/firm_day.h"
#include "server/body.h"
#include "server/page.h"
#include "server/tables.h"

static bool get_statements(struct exchange *x, struct err *e)
{
	struct vex_record *records;
	struct str vulnerability;
	struct json_out *w;
	struct page page;
	size_t count;

	if (!exchange_query(x, "vulnerability", &vulnerability, e))
		return false;
	if (!vulnerability.len)
		return err_fail(e, ERR_USAGE, "query: vulnerability is missing");
	if (!finding_history(x->db, vulnerability, &x->arena, &records, &count, e) ||
	    !page_of(x, count, &page, e))
		return false;
	w = page_begin(x);
	finding_history_json(w, PAGE_FROM(records, page), page.count);
	return page_end(x, w, &page, e);
}

static bool read_names(const struct body *b, struct finding_decision *d, struct err *e)
{
	return body_needs_text(b, "vulnerability", &d->vulnerability, e) &&
	       body_text(b, "device", &d->device, e) && body_text(b, "release", &d->release, e) &&
	       body_text(b, "component", &d->component, e);
}

static bool read_texts(const struct body *b, struct finding_decision *d, struct err *e)
{
	return body_text(b, "impact", &d->impact, e) && body_text(b, "action", &d->action, e) &&
	       body_needs_text(b, "reason", &d->reason, e) && body_text(b, "evidence", &d->evidence, e) &&
	       body_date(b, "from", &d->from, e) && body_date(b, "until", &d->until, e) &&
	       body_bool(b, "force_unknown", &d->force_unknown, e);
}

static bool read_words(const struct body *b, struct finding_decision *d, struct err *e)
{
	struct str scope, status, justification;
	const char *wrong;
	bool lacks;

	if (!body_needs_text(b, "scope", &scope, e) || !body_needs_text(b, "status", &status, e) ||
	    !body_text(b, "justification", &justification, e))
		return false;
	if (!finding_scope_parse(scope, &d->scope))
		return err_fail(e, ERR_INPUT, "body: /scope: \"" STR_FMT "\" is not one of %s",
		    STR_ARG(scope), FINDING_SCOPE_CHOICES);
	if (!statement_status_parse(status, &d->status))
		return err_fail(e, ERR_INPUT, "body: /status: \"" STR_FMT "\" is no status", STR_ARG(status));
	if (justification.len && !statement_justification_parse(justification, &d->justification))
		return err_fail(e, ERR_INPUT, "body: /justification: \"" STR_FMT "\" is no justification",
		    STR_ARG(justification));
	wrong = finding_scope_wrong(d, &lacks);
	return !wrong || err_fail(e, ERR_INPUT, "body: /%s: scope " STR_FMT " %s it", wrong, STR_ARG(scope),
			     lacks ? "needs" : "cannot have");
}

static bool post_statement(struct exchange *x, struct err *e)
{
	struct finding_decision d = { 0 };
	struct finding_set made;
	struct json_out *w;
	struct date today;
	struct body b;

	if (!body_read(x,
		"vulnerability|scope|device|release|component|status|justification|impact|action|reason|"
		"evidence|"
		"from|until|force_unknown",
		&b, e) ||
	    !read_names(&b, &d, e) || !read_texts(&b, &d, e) || !read_words(&b, &d, e) ||
	    !firm_day(x->db, DATE_NONE, x->at, &today, e) ||
	    !restate_finding(x->db, &d, today, exchange_by(x, STR("")), &x->arena, &made, e))
		return false;
	x->answer.status = 201;
	w = answer_json(x);
	finding_set_json(w, &made);
	return answer_json_close(x, w, e);
}

/* What was decided on an earlier release holds for this one: of one vulnerability, or where none is named of
 * all. */
static bool post_confirmation(struct exchange *x, struct err *e)
{
	struct finding_query q = { 0 };
	struct str reason;
	struct json_out *w;
	struct body b;
	size_t count;

	if (!body_read(x, "device|release|vulnerability|component|reason", &b, e) ||
	    !body_needs_text(&b, "device", &q.device, e) || !body_needs_text(&b, "release", &q.release, e) ||
	    !body_text(&b, "vulnerability", &q.vulnerability, e) ||
	    !body_text(&b, "component", &q.component, e) || !body_text(&b, "reason", &reason, e) ||
	    !firm_day(x->db, DATE_NONE, x->at, &q.today, e) ||
	    !restate_confirm(x->db, &q, reason,
		exchange_by(x, reason.len ? reason : STR("still holds in this release")), &count, e))
		return false;
	w = answer_json(x);
	json_open_object(w);
	json_field_int(w, "confirmed", (int64_t)count);
	json_close_object(w);
	return answer_json_close(x, w, e);
}

static bool delete_statement(struct exchange *x, struct err *e)
{
	struct str reason;
	struct body b;
	int64_t id;

	if (!exchange_number(x, 0, &id, e) || !body_read(x, "reason", &b, e) ||
	    !body_needs_text(&b, "reason", &reason, e) ||
	    !restate_withdraw(x->db, id, exchange_by(x, reason), e))
		return false;
	answer_empty(x, 204);
	return true;
}

const struct route routes_statements[] = {
	{ METHOD_GET, "/api/v1/statements", get_statements, 0, 0, NULL },
	{ METHOD_POST, "/api/v1/statements", post_statement, 0, 0, "finding.set" },
	{ METHOD_POST, "/api/v1/statements/confirmations", post_confirmation, 0, 0, "finding.confirm" },
	{ METHOD_DELETE, "/api/v1/statements/{statement}", delete_statement, 0, 0, "finding.withdraw" },
	{ 0 },
};
