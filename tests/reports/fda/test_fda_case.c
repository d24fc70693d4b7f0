#include "check.h"

#include "reports/fda/fda_case.h"

struct issued_before {
	int year, month, day;
	bool removal;
};

#define BEFORE_MOST 3

/* A casefile of 5 February 2026, with reports issued before. */
static struct str next_number(const struct policy *policy, const char *registration, int64_t earlier,
    bool removal, const struct issued_before *before, size_t count, struct arena *arena)
{
	struct facts facts = facts_unknown();
	struct casefile_report report = { .facts = &facts, .policy = policy };
	struct fda_issued issued[BEFORE_MOST] = { 0 };
	struct fda_case c = { .casefile = &report, .issued = issued, .issued_count = count };

	facts.today = date_of(2026, 2, 5);
	facts.firm.registration_number = str_of(registration);
	facts.firm.earlier_corrections = earlier;
	facts.correction.kind = removal ? CORRECTION_REMOVAL : CORRECTION_CORRECTION;
	for (size_t i = 0; i < count; i++)
		issued[i] = (struct fda_issued){ .kind = STR("806"),
			.made_on = date_of(before[i].year, before[i].month, before[i].day),
			.removal = before[i].removal };
	return fda_next_number(&c, arena);
}

static void the_number_goes_on_as_the_policy_says(void **state)
{
	static const struct {
		const char *text;
		enum number_sequence sequence;
		enum number_date form;
		const char *registration;
		int64_t earlier;
		bool removal;
		struct issued_before before[BEFORE_MOST];
		size_t count;
		const char *number;
	} cases[] = {
		{ "the first", SEQUENCE_RUNNING, NUMBER_DATE_PLAIN, "1234567", 0, false, { { 0 } }, 0,
		    "1234567-2/5/26-001-C" },
		{ "behind others, each kind for itself", SEQUENCE_RUNNING, NUMBER_DATE_PLAIN, "1234567", 0,
		    false, { { 2025, 6, 1, false }, { 2025, 7, 1, true }, { 2026, 2, 5, false } }, 3,
		    "1234567-2/5/26-003-C" },
		{ "a removal", SEQUENCE_RUNNING, NUMBER_DATE_PLAIN, "1234567", 0, true,
		    { { 2025, 6, 1, false }, { 2025, 7, 1, true } }, 2, "1234567-2/5/26-002-R" },
		{ "one sequence for both", SEQUENCE_SINGLE, NUMBER_DATE_PLAIN, "1234567", 0, true,
		    { { 2025, 6, 1, false }, { 2025, 7, 1, true } }, 2, "1234567-2/5/26-003-R" },
		{ "from 1 each year", SEQUENCE_YEARLY, NUMBER_DATE_PLAIN, "1234567", 9, false,
		    { { 2025, 12, 31, false }, { 2026, 1, 1, false } }, 2, "1234567-2/5/26-002-C" },
		{ "from 1 each day", SEQUENCE_DAILY, NUMBER_DATE_PLAIN, "1234567", 9, false,
		    { { 2026, 2, 4, false }, { 2026, 2, 5, false } }, 2, "1234567-2/5/26-002-C" },
		{ "behind those of before this store", SEQUENCE_RUNNING, NUMBER_DATE_PLAIN, "1234567", 41,
		    false, { { 2026, 2, 4, false } }, 1, "1234567-2/5/26-043-C" },
		{ "padded", SEQUENCE_RUNNING, NUMBER_DATE_PADDED, "1234567", 0, false, { { 0 } }, 0,
		    "1234567-02/05/26-001-C" },
		{ "not registered", SEQUENCE_RUNNING, NUMBER_DATE_PLAIN, "", 0, false, { { 0 } }, 0,
		    "0000000-2/5/26-001-C" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct policy policy = policy_default();
		SCOPED_ARENA arena = { 0 };

		CASE(cases[i].text);
		policy.report_number_sequence = cases[i].sequence;
		policy.report_number_date = cases[i].form;
		assert_string_equal(
		    arena_text(&arena, next_number(&policy, cases[i].registration, cases[i].earlier,
					   cases[i].removal, cases[i].before, cases[i].count, &arena)),
		    cases[i].number);
	}
	(void)state;
}

static void who_reports_is_read_and_damage_is_told(void **state)
{
	struct firm_profile firm;
	SCOPED_ARENA arena = { 0 };
	struct err e = { 0 };

	assert_true(firm_profile_read(STR_NONE, &arena, &firm, &e));
	assert_int_equal(firm.name.len, 0);
	assert_true(firm_profile_read(STR("{\"name\":\"Example\",\"isao_name\":\"I\"}"), &arena, &firm, &e));
	assert_string_equal(arena_text(&arena, firm.name), "Example");
	assert_int_equal(firm.address.len, 0);
	assert_false(firm_profile_read(STR("{\"name\":"), &arena, &firm, &e));
	assert_int_equal(e.code, ERR_STORE);
	(void)state;
}

TESTS(cmocka_unit_test(the_number_goes_on_as_the_policy_says),
    cmocka_unit_test(who_reports_is_read_and_damage_is_told))
