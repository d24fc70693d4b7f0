#include "check.h"

#include "base/buf.h"
#include "decision/facts_json.h"
#include "limits.h"

/* Reads the document in UTC; the error's text, empty where it is good. */
static struct err read_facts(struct str json, struct arena *a, struct facts *f, struct policy *p)
{
	SCOPED_FACTS_DOCUMENT *d = NULL;
	struct time_zone utc = time_zone_utc();
	struct err e = { 0 };

	if (facts_document_open(json, &d, &e) && facts_document_read(d, &utc, a, f, p, &e))
		e.text[0] = '\0';
	return e;
}

static void what_is_no_facts_document_is_refused(void **state)
{
	static const struct {
		const char *json, *why;
	} cases[] = {
		{ "", "line 1: '[' or '{' expected near end of file" },
		{ "[]", "expected an object, found an array" },
		{ "{\"today\": \"2026-01-01\", \"today\": \"2026-01-02\"}",
		    "line 1: duplicate object key near '\"today\"'" },
		{ "{\"today\": \"2026-01-01\",\n \"plan\": {",
		    "line 2: string or '}' expected near end of file" },
		{ "{\"today\": \"2026-01-01\"} x", "line 1: end of file expected near 'x'" },
		{ "{\"today\": 20260101}", "today: expected a date, found a number" },
		{ "{\"\": 1}", "\"\": there is no such key" },
		{ "{\"policy\": {\"roll\": true}}", "policy.roll: expected text, found true" },
		{ "{\"policy\": []}", "policy: expected an object, found an array" },
		{ "{\"policy\": {\"isao_grace_working_days\": 31}}",
		    "policy.isao_grace_working_days: 31 is not from 0 to 30" },
		{ "{\"policy\": {\"matrix\": {\"low\": {\"minor\": \"c\"}}}}",
		    "policy.matrix.low.minor: \"c\" is not one of C, C*, U*, U" },
		{ "{\"device\": {\"expected_life_years\": 9223372036854775807}}",
		    "device.expected_life_years: 9223372036854775807 is not from 0 to 200" },
		{ "{\"correction\": {\"extensions\": [{\"initiated_on\": \"soon\"}]}}",
		    "correction.extensions[0].initiated_on: date \"soon\" is not of the form YYYY-MM-DD" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct facts f = facts_unknown();
		struct policy p = policy_default();
		struct err e;

		CASE(cases[i].json);
		e = read_facts(str_of(cases[i].json), &arena, &f, &p);
		assert_string_equal(e.text, cases[i].why);
	}
	(void)state;
}

static void an_absent_key_is_unknown(void **state)
{
	SCOPED_ARENA arena = { 0 };
	struct facts f = facts_unknown(), unknown = facts_unknown();
	struct policy p = policy_default();
	struct err e = read_facts(
	    STR("{\"today\": \"2026-01-12\", \"vulnerability\": {\"learned_on\": \"2026-01-05\"}, "
		"\"assessments\": [{}], \"events\": [{}], \"communications\": [{}], \"controls\": [{}], "
		"\"fixes\": [{}], \"correction\": {\"extensions\": [{}]}}"),
	    &arena, &f, &p);

	assert_string_equal(e.text, "");
	assert_true(f.assessments_given && f.events_given && f.communications_given && f.controls_given);
	assert_false(f.plan.given || f.isao.given || f.device.given || f.clock_decision.given);
	assert_int_equal(f.device.periodic_interval_months, unknown.device.periodic_interval_months);
	assert_int_equal(f.device.approved_on.days, unknown.device.approved_on.days);
	assert_int_equal(f.correction.units_released, unknown.correction.units_released);
	assert_int_equal(f.closed_on.days, unknown.closed_on.days);
	assert_false(date_is_known(f.assessments[0].on) || f.assessments[0].approvers.given);
	assert_false(date_is_known(f.events[0].known_on) || date_is_known(f.events[0].mdr_submitted_on));
	assert_false(date_is_known(f.events[0].remedial_action_decided_on));
	assert_false(date_is_known(f.communications[0].on) || date_is_known(f.communications[0].isao_on));
	assert_false(f.communications[0].to_given);
	assert_false(date_is_known(f.controls[0].identified_on));
	assert_false(date_is_known(f.fixes[0].validated_on) || date_is_known(f.fixes[0].distributed_on));
	assert_false(date_is_known(f.fixes[0].adds_risk_known_on));
	assert_false(date_is_known(f.correction.extensions[0].amended_on));
	(void)state;
}

static void lists_and_documents_have_their_limits(void **state)
{
	static const struct {
		int items;
		bool good;
	} cases[] = { { LIMIT_FACTS_ITEMS - 1, true }, { LIMIT_FACTS_ITEMS, true },
		{ LIMIT_FACTS_ITEMS + 1, false } };

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		SCOPED_BUF json = buf_new(1024 * 1024);
		struct facts f = facts_unknown();
		struct policy p = policy_default();
		struct err e;

		buf_add(&json, STR("{\"today\": \"2026-01-12\", \"vulnerability\": {\"learned_on\": "
				   "\"2026-01-05\"}, \"events\": [{}"));
		for (int j = 1; j < cases[i].items; j++)
			buf_add(&json, STR(",{}"));
		buf_add(&json, STR("]}"));
		e = read_facts(buf_str(&json), &arena, &f, &p);
		assert_int_equal(e.text[0] == '\0', cases[i].good);
		if (!cases[i].good)
			assert_string_equal(e.text, "events: 2001 elements, limit 2000");
	}
	(void)state;
}

static void nesting_is_bounded(void **state)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_BUF json = buf_new(1024 * 1024);
	struct facts f = facts_unknown();
	struct policy p = policy_default();
	struct err e;

	for (int i = 0; i < 100000; i++)
		buf_add(&json, STR("[{\"a\":"));
	e = read_facts(buf_str(&json), &arena, &f, &p);
	assert_int_equal(e.code, ERR_INPUT);
	assert_string_equal(e.text, "line 1: maximum parsing depth reached near '['");
	(void)state;
}

static void a_policy_can_be_read_alone(void **state)
{
	SCOPED_ARENA arena = { 0 };
	struct policy p = policy_default();
	struct err e = { 0 };

	assert_true(policy_json_read(
	    STR("{\"version\": \"7\", \"roll\": \"back\", \"extra_closures\": [\"2026-01-02\"]}"), &arena, &p,
	    &e));
	assert_true(str_eq(p.version, STR("7")));
	assert_int_equal(p.roll, ROLL_BACK);
	assert_int_equal(p.extra_closure_count, 1);
	assert_int_equal(p.matrix[2][3], CELL_U);
	assert_false(
	    policy_json_read(STR("{\"extra_closures\": [\"2026-01-02T00:00:00Z\"]}"), &arena, &p, &e));
	assert_string_equal(
	    e.text, "extra_closures[0]: date \"2026-01-02T00:00:00Z\" is not of the form YYYY-MM-DD");
	(void)state;
}

TESTS(cmocka_unit_test(what_is_no_facts_document_is_refused), cmocka_unit_test(an_absent_key_is_unknown),
    cmocka_unit_test(lists_and_documents_have_their_limits), cmocka_unit_test(nesting_is_bounded),
    cmocka_unit_test(a_policy_can_be_read_alone))
