#include "check.h"

#include "reports/fda/mdr_numbers.h"

static void a_number_has_its_form(void **state)
{
	static const struct {
		const char *text;
		bool good;
	} cases[] = {
		{ "1234567-2026-00001", true },
		{ "3003123456-2026-99999", true },
		{ "1234567-2026-00000", false },
		{ "1234567-2026-1", false },
		{ "1234567-2026-000001", false },
		{ "1234567-26-00001", false },
		{ "123456-2026-00001", false },
		{ "12345678-2026-00001", false },
		{ "1234567-1066-00001", false },
		{ "1234567-2026-0000x", false },
		{ "1234567-2026", false },
		{ "1234567 2026 00001", false },
		{ "-2026-00001", false },
		{ "1234567-2/5/26-001-C", false },
		{ "", false },
	};
	SCOPED_ARENA arena = { 0 };

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct mdr_number n;
		struct err e = { 0 };

		CASE(cases[i].text);
		assert_int_equal(mdr_number_parse(str_of(cases[i].text), &n, &e), cases[i].good);
		if (cases[i].good)
			assert_true(str_eq(mdr_number_write(&n, &arena), str_of(cases[i].text)));
		else
			assert_int_equal(e.code, ERR_INPUT);
	}
	(void)state;
}

static void the_next_number_is_behind_the_highest_of_the_year(void **state)
{
	struct mdr_numbered given[] = {
		{ MDR_NUMBER_STATED, 1, 2, 3, STR("1234567-2026-00007") },
		{ MDR_NUMBER_ISSUED, 1, 4, 5, STR("1234567-2026-00003") },
		{ MDR_NUMBER_STATED, 2, 6, 6, STR("1234567-2025-00099") },
		{ MDR_NUMBER_CITED, 2, 7, 8, STR("7654321-2026-00050") },
		{ MDR_NUMBER_CITED, 2, 9, 10, STR("an older one") },
	};
	struct mdr_numbers list = { given, COUNT(given) }, none = { 0 };
	struct date today = date_of(2026, 2, 5);
	SCOPED_ARENA arena = { 0 };

	assert_true(
	    str_eq(mdr_numbers_next(&list, STR("1234567"), today, &arena), STR("1234567-2026-00008")));
	assert_true(str_eq(
	    mdr_numbers_next(&list, STR("1234567"), date_of(2027, 1, 1), &arena), STR("1234567-2027-00001")));
	assert_true(
	    str_eq(mdr_numbers_next(&none, STR("1234567"), today, &arena), STR("1234567-2026-00001")));
	assert_int_equal(mdr_numbers_next(&list, STR(""), today, &arena).len, 0);
	given[0].number = STR("1234567-2026-99999");
	assert_int_equal(mdr_numbers_next(&list, STR("1234567"), today, &arena).len, 0);
	(void)state;
}

static void what_is_stated_of_an_event_goes_before_what_was_issued(void **state)
{
	struct mdr_numbered given[] = {
		{ MDR_NUMBER_CITED, 1, 2, 9, STR("1234567-2026-00003") },
		{ MDR_NUMBER_ISSUED, 1, 2, 5, STR("1234567-2026-00002") },
		{ MDR_NUMBER_STATED, 1, 2, 3, STR("1234567-2026-00001") },
	};
	struct mdr_numbers list = { given, COUNT(given) };

	assert_true(str_eq(mdr_numbers_of(&list, 1, 2), STR("1234567-2026-00001")));
	list.count = 2;
	assert_true(str_eq(mdr_numbers_of(&list, 1, 2), STR("1234567-2026-00002")));
	assert_int_equal(mdr_numbers_of(&list, 2, 2).len, 0);
	assert_null(mdr_numbers_taken(&list, STR("1234567-2026-00002"), 1, 2));
	assert_int_equal(mdr_numbers_taken(&list, STR("1234567-2026-00002"), 1, 4)->record, 5);
	assert_int_equal(mdr_numbers_taken(&list, STR("1234567-2026-00002"), 2, 2)->record, 5);
	(void)state;
}

TESTS(cmocka_unit_test(a_number_has_its_form),
    cmocka_unit_test(the_next_number_is_behind_the_highest_of_the_year),
    cmocka_unit_test(what_is_stated_of_an_event_goes_before_what_was_issued))
