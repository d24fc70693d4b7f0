/*
 * /api/v1/casefiles - casefiles: what stands in them, what is added, signed, closed.
 */
#include "actions/casework/case_close.h"
#include "actions/casework/case_list_json.h"
#include "actions/casework/case_reopen.h"
#include "actions/casework/case_state.h"
#include "actions/casework/sign.h"
#include "actions/intake/case_open.h"
#include "actions/intake/case_renamed_json.h"
#include "actions/reports/report_casefile.h"
#include "assessment/case_fields.h"
#include "reports/casefile_json.h"
#include "server/body.h"
#include "server/page.h"
#include "server/tables.h"

#define SIGNALS_MOST 64

/* Which of them the query asks for. */
struct asked {
	struct str device, vulnerability, state;
};

static bool read_asked(struct exchange *x, struct asked *a, struct err *e)
{
	if (!exchange_query(x, "device", &a->device, e) ||
	    !exchange_query(x, "vulnerability", &a->vulnerability, e) ||
	    !exchange_query(x, "state", &a->state, e))
		return false;
	return !a->state.ptr || str_is_among(a->state, "open|closed") ||
	       err_fail(
		   e, ERR_USAGE, "query: state is open or closed, not \"" STR_FMT "\"", STR_ARG(a->state));
}

static bool is_asked(const struct case_row *row, const struct asked *a)
{
	bool closed = date_is_known(row->casefile.closed_on) && !row->reopened;

	return (!a->device.ptr || str_eq(a->device, row->device)) &&
	       (!a->vulnerability.ptr || str_eq_nocase(a->vulnerability, row->casefile.vulnerability)) &&
	       (!a->state.ptr || closed == str_eq(a->state, STR("closed")));
}

static bool get_casefiles(struct exchange *x, struct err *e)
{
	struct asked asked;
	struct case_row *rows;
	struct json_out *w;
	struct page page;
	size_t all, count = 0;

	if (!read_asked(x, &asked, e) || !case_list(x->db, x->at, &x->arena, &rows, &all, e))
		return false;
	for (size_t i = 0; i < all; i++)
		if (is_asked(&rows[i], &asked))
			rows[count++] = rows[i];
	if (!page_of(x, count, &page, e))
		return false;
	w = page_begin(x);
	case_list_json(w, PAGE_FROM(rows, page), page.count);
	return page_end(x, w, &page, e);
}

static bool get_casefile(struct exchange *x, struct err *e)
{
	struct date today = DATE_NONE;
	struct casefile_report r;
	struct json_out *w;
	int64_t id;

	if (!exchange_number(x, 0, &id, e) || !exchange_query_date(x, "today", &today, e) ||
	    !report_casefile_unverified(x->db, id, today, x->at, &x->arena, &r, e))
		return false;
	w = answer_json(x);
	casefile_write_json(&r, w);
	return answer_json_close(x, w, e);
}

static bool answer_opened(struct exchange *x, const struct case_opened *opened, struct err *e)
{
	struct json_out *w = answer_json(x);
	char day[DATE_TEXT_SIZE];

	json_open_object(w);
	json_field_int(w, "casefile", opened->id);
	json_field_text(w, "vulnerability", opened->vulnerability);
	json_field_text(w, "device", opened->device);
	json_field_bool(w, "vulnerability_known", opened->known);
	if (opened->before) {
		json_field_int(w, "closed_before", opened->before);
		json_field_text(w, "closed_on", str_of(date_write(opened->closed_on, day)));
	}
	json_field_text_or_null(w, "learned", opened->learned);
	json_field_text_or_null(w, "learned_later", opened->later.len ? opened->later : STR_NONE);
	json_close_object(w);
	x->answer.status = 201;
	answer_header(
	    x, "Location", arena_printf(&x->arena, "/api/v1/casefiles/%lld", (long long)opened->id));
	return answer_json_close(x, w, e);
}

static bool post_casefile(struct exchange *x, struct err *e)
{
	int64_t signals[SIGNALS_MOST];
	struct case_opening o = { .signals = signals };
	struct case_opened opened;
	struct str why;
	struct body b;

	if (!body_read(x, "title|device|vulnerability|release|facts|signals|learned_reason|why", &b, e) ||
	    !body_text(&b, "title", &o.title, e) || !body_text(&b, "device", &o.device, e) ||
	    !body_text(&b, "vulnerability", &o.vulnerability, e) ||
	    !body_text(&b, "release", &o.release, e) || !body_json(&b, "facts", &o.facts, e) ||
	    !body_text(&b, "learned_reason", &o.reason, e) || !body_text(&b, "why", &why, e) ||
	    !body_numbers(&b, "signals", signals, SIGNALS_MOST, &o.signal_count, e))
		return false;
	if (!o.facts.ptr)
		o.facts = STR("{}");
	if (!o.signal_count && !str_has(o.facts, STR("\"learned_on\"")))
		return err_fail(
		    e, ERR_INPUT, "body: /facts/learned_on is missing: the day on which it was learned of");
	return case_open(x->db, &o, exchange_by(x, why), &x->arena, &opened, e) &&
	       answer_opened(x, &opened, e);
}

/* {"record": N}, as a new record or a signature has it. */
static bool answer_record(struct exchange *x, int64_t record, struct err *e)
{
	struct json_out *w = answer_json(x);

	json_open_object(w);
	json_field_int(w, "record", record);
	json_close_object(w);
	x->answer.status = 201;
	return answer_json_close(x, w, e);
}

static bool post_record(struct exchange *x, struct err *e)
{
	struct case_addition a = { .kind = arena_text(&x->arena, x->params[1]) };
	struct body b;
	struct str why;
	int64_t record;

	if (!case_fields_of(x->params[1]))
		return err_fail(
		    e, ERR_ABSENT, "there is no kind of record \"%s\" that is stated field by field", a.kind);
	if (!exchange_number(x, 0, &a.casefile_id, e) || !body_read(x, "facts|more|amends|why", &b, e) ||
	    !body_json(&b, "facts", &a.facts, e) || !body_json(&b, "more", &a.more, e) ||
	    !body_number(&b, "amends", 1, INT64_MAX, &a.amends, e) || !body_text(&b, "why", &why, e))
		return false;
	if (!a.facts.ptr)
		a.facts = STR("{}");
	if (!a.more.ptr)
		a.more = STR("{}");
	return case_state(x->db, &a, exchange_by(x, why), &record, e) && answer_record(x, record, e);
}

static bool post_signature(struct exchange *x, struct err *e)
{
	struct signing s = { 0 };
	struct signature made;
	struct str word, why;
	struct body b;

	if (!exchange_number(x, 0, &s.casefile_id, e) ||
	    !body_read(x, "record|meaning|user|secret|why", &b, e) ||
	    !body_number(&b, "record", 1, INT64_MAX, &s.record, e) ||
	    !body_needs_text(&b, "meaning", &word, e) || !meaning_parse(word, &s.meaning, e) ||
	    !body_needs_text(&b, "user", &s.name, e) || !body_needs_text(&b, "secret", &s.secret, e) ||
	    !body_text(&b, "why", &why, e))
		return false;
	return sign_record(x->db, &s, exchange_by(x, why), &x->arena, &made, e) &&
	       answer_record(x, s.record, e);
}

static bool post_close(struct exchange *x, struct err *e)
{
	struct str secret, why;
	struct date on;
	struct body b;
	int64_t id;

	if (!exchange_number(x, 0, &id, e) || !body_read(x, "on|secret|why", &b, e) ||
	    !body_date(&b, "on", &on, e) || !body_text(&b, "secret", &secret, e) ||
	    !body_text(&b, "why", &why, e))
		return false;
	if (!date_is_known(on))
		return err_fail(e, ERR_INPUT, "body: /on is missing: the day of closing");
	if (!case_close(x->db, id, on, secret, exchange_by(x, why), e))
		return false;
	answer_empty(x, 204);
	return true;
}

static bool post_renaming(struct exchange *x, struct err *e)
{
	struct case_renamed renamed;
	struct json_out *w;
	struct str name, why;
	struct body b;
	int64_t id;

	if (!exchange_number(x, 0, &id, e) || !body_read(x, "vulnerability|why", &b, e) ||
	    !body_needs_text(&b, "vulnerability", &name, e) || !body_needs_text(&b, "why", &why, e) ||
	    !case_rename(x->db, id, name, exchange_by(x, why), &x->arena, &renamed, e))
		return false;
	w = answer_json(x);
	case_renamed_json(w, &renamed);
	return answer_json_close(x, w, e);
}

static bool post_reopening(struct exchange *x, struct err *e)
{
	struct date closed_on;
	struct str why;
	struct body b;
	int64_t id;

	if (!exchange_number(x, 0, &id, e) || !body_read(x, "why", &b, e) ||
	    !body_needs_text(&b, "why", &why, e) ||
	    !case_reopen(x->db, id, exchange_by(x, why), &closed_on, e))
		return false;
	answer_empty(x, 204);
	return true;
}

const struct route routes_casefiles[] = {
	{ METHOD_GET, "/api/v1/casefiles", get_casefiles, 0, 0, NULL },
	{ METHOD_POST, "/api/v1/casefiles", post_casefile, 0, 0, "casefile.open" },
	{ METHOD_GET, "/api/v1/casefiles/{casefile}", get_casefile, 0, 0, NULL },
	{ METHOD_POST, "/api/v1/casefiles/{casefile}/records/{kind}", post_record, 0, 0, "casefile.*" },
	{ METHOD_POST, "/api/v1/casefiles/{casefile}/signatures", post_signature, ROUTE_SECRET, 0, "sign.*" },
	{ METHOD_POST, "/api/v1/casefiles/{casefile}/close", post_close, ROUTE_SECRET, 0, "casefile.close" },
	{ METHOD_POST, "/api/v1/casefiles/{casefile}/renaming", post_renaming, 0, 0, "casefile.rename" },
	{ METHOD_POST, "/api/v1/casefiles/{casefile}/reopening", post_reopening, 0, 0, "casefile.reopen" },
	{ 0 },
};
