#include "check.h"

#include "base/time.h"

static void date_parse_says_what_is_wrong(void **state)
{
	static const struct {
		const char *text, *why;
	} cases[] = {
		{ "2026-02-28", "" },
		{ "2024-02-29", "" },
		{ "2026-02-30", "date \"2026-02-30\": February 2026 has 28 days" },
		{ "2026-13-01", "date \"2026-13-01\": there is no month 13" },
		{ "0000-01-01", "date \"0000-01-01\": there is no year 0" },
		{ "2026-2-3", "date \"2026-2-3\" is not of the form YYYY-MM-DD" },
		{ "2026-02-03x", "date \"2026-02-03x\" is not of the form YYYY-MM-DD" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct date d;
		struct err e = { 0 };

		CASE(cases[i].text);
		assert_int_equal(date_parse(str_of(cases[i].text), &d, &e), !*cases[i].why);
		assert_string_equal(e.text, cases[i].why);
	}
	(void)state;
}

static void every_day_of_ten_thousand_years_splits_and_joins(void **state)
{
	struct date first = date_of(1, 1, 1), last = date_of(9999, 12, 31);

	for (struct date d = first; d.days <= last.days; d.days++) {
		int year, month, day;

		date_split(d, &year, &month, &day);
		if (date_of(year, month, day).days != d.days)
			fail_msg("day %d", d.days);
	}
	assert_int_equal(date_of(1970, 1, 1).days, 0);
	assert_int_equal(date_weekday(date_of(2026, 11, 23)), 1);
	assert_int_equal(date_weekday(date_of(1969, 12, 28)), 0);
	(void)state;
}

static void instant_parse_reads_offsets_and_fractions(void **state)
{
	static const struct {
		const char *text, *written;
	} cases[] = {
		{ "2021-04-22T18:15:07Z", "2021-04-22T18:15:07Z" },
		{ "2021-04-22T18:15:07.463", "2021-04-22T18:15:07.463000Z" },
		{ "2021-04-22T23:30:00-05:00", "2021-04-23T04:30:00Z" },
		{ "0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z" },
		{ "2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z" },
		{ "2016-12-31T24:00:00Z", NULL },
		{ "2016-12-31", NULL },
		{ "2016-12-31T10:00:00.Z", NULL },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct instant t;
		struct err e = { 0 };
		char text[INSTANT_TEXT_SIZE];

		CASE(cases[i].text);
		assert_int_equal(
		    instant_parse(str_of(cases[i].text), true, &t, &e), cases[i].written != NULL);
		if (cases[i].written)
			assert_string_equal(instant_write(t, text), cases[i].written);
	}
	(void)state;
}

TESTS(cmocka_unit_test(date_parse_says_what_is_wrong),
    cmocka_unit_test(every_day_of_ten_thousand_years_splits_and_joins),
    cmocka_unit_test(instant_parse_reads_offsets_and_fractions))
