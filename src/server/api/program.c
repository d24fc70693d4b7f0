/*
 * /api/v1/program - what is stated of the manufacturer: profile, policy in versions, self-assessment.
 */
#include "actions/program/policy_answers.h"
#include "actions/program/program_check_json.h"
#include "actions/program/program_isao.h"
#include "actions/program/program_json.h"
#include "actions/program/program_overview_json.h"
#include "actions/program/program_policy.h"
#include "actions/program/program_profile.h"
#include "reports/self_assessment.h"
#include "server/body.h"
#include "server/page.h"
#include "server/tables.h"
#include "store/program_versions.h"

static bool get_program(struct exchange *x, struct err *e)
{
	struct program_overview overview;
	struct json_out *w;

	if (!program_overview(x->db, &x->arena, &overview, e))
		return false;
	w = answer_json(x);
	program_overview_json(w, &overview);
	return answer_json_close(x, w, e);
}

static bool put_setting(struct exchange *x, struct err *e)
{
	struct str value, why;
	struct body b;

	if (!body_read(x, "value|why", &b, e) || !body_needs_text(&b, "value", &value, e) ||
	    !body_text(&b, "why", &why, e) ||
	    !program_state_one(x->db, x->params[0], value, exchange_by(x, why), e))
		return false;
	answer_empty(x, 204);
	return true;
}

static bool put_isao(struct exchange *x, struct err *e)
{
	struct isao_statement s = { 0 };
	struct isao_standing standing;
	struct json_out *w;
	struct date day;
	struct str why;
	struct body b;

	/* the days are read as days first, and kept as they are written */
	if (!body_read(x, "name|since|until|criterion|evidence|on|held_since|why", &b, e) ||
	    !body_text(&b, "name", &s.name, e) || !body_date(&b, "since", &day, e) ||
	    !body_date(&b, "until", &day, e) || !body_date(&b, "on", &day, e) ||
	    !body_date(&b, "held_since", &day, e) || !body_text(&b, "held_since", &s.held_since, e) ||
	    !body_text(&b, "since", &s.since, e) || !body_text(&b, "until", &s.until, e) ||
	    !body_text(&b, "on", &s.on, e) ||
	    !body_number(&b, "criterion", 1, ISAO_CRITERIA, &s.criterion, e) ||
	    !body_text(&b, "evidence", &s.evidence, e) || !body_text(&b, "why", &why, e) ||
	    !program_state_isao(x->db, &s, exchange_by(x, why), &x->arena, &standing, e))
		return false;
	w = answer_json(x);
	isao_standing_json(w, &standing);
	return answer_json_close(x, w, e);
}

static bool get_check(struct exchange *x, struct err *e)
{
	struct check_answer *answers;
	struct json_out *w;
	struct page page;
	size_t count;

	if (!program_check(x->db, x->at, &x->arena, &answers, &count, e) || !page_of(x, count, &page, e))
		return false;
	w = page_begin(x);
	program_check_json(w, PAGE_FROM(answers, page), page.count);
	return page_end(x, w, &page, e);
}

static bool put_check(struct exchange *x, struct err *e)
{
	const struct self_question *q = self_question_find(x->params[0]);
	struct program_version version;
	struct body b;

	if (!q)
		return err_fail(e, ERR_ABSENT, "there is no question \"" STR_FMT "\"", STR_ARG(x->params[0]));
	if (!body_read(x, "answer|evidence|owner|on|next_step", &b, e) ||
	    !program_state(
		x->db, "check", str_of(q->id), x->body, exchange_by(x, STR("")), &x->arena, &version, e))
		return false;
	answer_empty(x, 204);
	return true;
}

static bool get_policies(struct exchange *x, struct err *e)
{
	struct policy_row *rows;
	struct json_out *w;
	struct page page;
	size_t count;

	if (!policy_listing(x->db, &x->arena, &rows, &count, e) || !page_of(x, count, &page, e))
		return false;
	w = page_begin(x);
	policy_list_json(w, PAGE_FROM(rows, page), page.count);
	return page_end(x, w, &page, e);
}

static bool read_number(struct exchange *x, int64_t *out, struct err *e)
{
	*out = POLICY_IN_FORCE;
	return str_eq(x->params[0], STR("current")) || exchange_number(x, 0, out, e);
}

static bool get_policy(struct exchange *x, struct err *e)
{
	struct policy_answers answers;
	struct json_out *w;
	int64_t number;

	if (!read_number(x, &number, e) || !policy_answers(x->db, number, &x->arena, &answers, e))
		return false;
	w = answer_json(x);
	policy_answers_json(w, &answers);
	return answer_json_close(x, w, e);
}

/* From another version, or the defaults, to this one. */
static bool get_policy_diff(struct exchange *x, struct err *e)
{
	struct policy_answers before, after;
	int64_t from = 0, to;
	struct json_out *w;

	if (!exchange_query_number(x, "from", 0, INT64_MAX, &from, e) || !read_number(x, &to, e) ||
	    !policy_answers(x->db, from, &x->arena, &before, e) ||
	    !policy_answers(x->db, to, &x->arena, &after, e))
		return false;
	w = answer_json(x);
	policy_diff_json(w, &before, &after);
	return answer_json_close(x, w, e);
}

static bool answer_version(struct exchange *x, const struct program_version *v, bool waits, struct err *e)
{
	struct json_out *w = answer_json(x);

	json_open_object(w);
	json_field_int(w, "number", v->number);
	json_field_bool(w, "waits_for_approval", waits);
	json_close_object(w);
	x->answer.status = 201;
	return answer_json_close(x, w, e);
}

static bool post_policy(struct exchange *x, struct err *e)
{
	struct program_version version;
	struct str policy, why;
	struct body b;
	bool waits;

	if (!body_read(x, "policy|why", &b, e) || !body_json(&b, "policy", &policy, e) ||
	    !body_text(&b, "why", &why, e))
		return false;
	if (!policy.ptr)
		return err_fail(e, ERR_INPUT, "body: /policy is missing");
	return program_import_policy(x->db, policy, exchange_by(x, why), &x->arena, &version, &waits, e) &&
	       answer_version(x, &version, waits, e);
}

static bool post_approval(struct exchange *x, struct err *e)
{
	struct program_version version;
	struct policy_approval a = { 0 };
	struct str why;
	struct body b;

	if (!exchange_number(x, 0, &a.draft, e) || !body_read(x, "user|secret|why", &b, e) ||
	    !body_needs_text(&b, "user", &a.name, e) || !body_needs_text(&b, "secret", &a.secret, e) ||
	    !body_text(&b, "why", &why, e))
		return false;
	return policy_approve(x->db, &a, exchange_by(x, why), &x->arena, &version, e) &&
	       answer_version(x, &version, false, e);
}

const struct route routes_program[] = {
	{ METHOD_GET, "/api/v1/program", get_program, 0, 0, NULL },
	{ METHOD_GET, "/api/v1/program/check", get_check, ROUTE_SLOW, 0, NULL },
	{ METHOD_PUT, "/api/v1/program/check/{question}", put_check, 0, 0, "program.check" },
	{ METHOD_GET, "/api/v1/program/policies", get_policies, 0, 0, NULL },
	{ METHOD_POST, "/api/v1/program/policies", post_policy, 0, 0, "program.policy_draft" },
	{ METHOD_GET, "/api/v1/program/policies/{policy}", get_policy, 0, 0, NULL },
	{ METHOD_POST, "/api/v1/program/policies/{policy}/approval", post_approval, ROUTE_SECRET, 0,
	    "program.policy" },
	{ METHOD_GET, "/api/v1/program/policies/{policy}/diff", get_policy_diff, 0, 0, NULL },
	{ METHOD_PUT, "/api/v1/program/isao", put_isao, 0, 0, "program.isao" },
	{ METHOD_PUT, "/api/v1/program/{setting}", put_setting, 0, 0, "program.*" },
	{ 0 },
};
