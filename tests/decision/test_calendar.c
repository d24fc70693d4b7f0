#include "check.h"

#include "decision/calendar.h"

static struct date day(const char *text)
{
	struct date d = DATE_NONE;
	struct err e;

	if (!date_parse(str_of(text), &d, &e))
		fail_msg("%s", e.text);
	return d;
}

static void federal_holidays_are_observed_on_working_days(void **state)
{
	static const struct {
		const char *day;
		bool holiday;
	} cases[] = {
		{ "2026-01-01", true }, { "2026-01-19", true }, /* the third Monday */
		{ "2026-01-12", false }, { "2026-02-16", true },
		{ "2026-05-25", true }, /* the last Monday, not the fourth */
		{ "2027-05-24", false }, { "2027-05-31", true }, { "2026-06-19", true },
		{ "2026-07-03", true },				 /* 4 July 2026 is a Saturday */
		{ "2026-07-04", false }, { "2027-07-05", true }, /* 4 July 2027 is a Sunday */
		{ "2027-07-04", false }, { "2026-09-07", true }, { "2026-10-12", true },
		{ "2028-11-10", true },				/* 11 November 2028 is a Saturday */
		{ "2026-11-26", true }, { "2029-11-22", true }, /* the fourth Thursday, not the last */
		{ "2029-11-29", false }, { "2027-12-24", true },
		{ "2027-12-31", true }, /* New Year's Day 2028, a Saturday */
		{ "2028-01-01", false }, { "2022-12-26", true }, { "2023-01-02", true },
		{ "2026-12-31", false }, { "2020-06-19", false }, /* before Juneteenth was one */
		{ "2021-06-18", true }, { "1985-01-21", false },  /* before King's birthday was one */
		{ "1986-01-20", true }, { "2025-01-20", true },	  /* King's birthday, not the inauguration */
		{ "2029-01-20", false },			  /* an inauguration, a Saturday */
		{ "2021-01-20", false },			  /* an inauguration, a Wednesday */
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		CASE(cases[i].day);
		assert_int_equal(calendar_is_holiday(day(cases[i].day)), cases[i].holiday);
	}
	(void)state;
}

static void eleven_days_of_every_year_are_holidays(void **state)
{
	for (int year = 2021; year < 2200; year++) {
		int count = 0;

		for (struct date d = date_of(year, 1, 1); d.days <= date_of(year, 12, 31).days;
		     d = date_plus(d, 1)) {
			int weekday = date_weekday(d);

			if (!calendar_is_holiday(d))
				continue;
			if (weekday == 0 || weekday == 6)
				fail_msg("a holiday on a weekend in %d", year);
			count++;
		}
		count -= calendar_is_holiday(date_of(year, 12, 31));
		count += calendar_is_holiday(date_of(year - 1, 12, 31));
		assert_int_equal(count, 11);
	}
	(void)state;
}

static void working_days_are_counted_behind_the_start(void **state)
{
	static const struct {
		const char *start;
		int days;
		bool count_start;
		const char *closed, *due;
	} cases[] = {
		{ "2026-02-02", 10, false, NULL, "2026-02-17" },
		{ "2026-02-02", 10, true, NULL, "2026-02-13" },
		{ "2026-02-14", 10, true, NULL,
		    "2026-03-02" }, /* a Saturday is not counted, asked for or not */
		{ "2026-02-14", 10, false, NULL, "2026-03-02" },
		{ "2026-07-02", 1, false, NULL, "2026-07-06" },
		{ "2026-02-02", 0, false, NULL, "2026-02-02" },
		{ "2026-02-02", 0, true, NULL, "2026-02-02" },
		{ "2026-02-02", 1, true, NULL, "2026-02-02" },
		{ "2026-02-02", 1, true, "2026-02-02", "2026-02-03" },
		{ "2026-02-02", 1, false, "2026-02-03", "2026-02-04" },
		{ "2027-12-30", 1, false, NULL, "2028-01-03" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct date closed = cases[i].closed ? day(cases[i].closed) : DATE_NONE;
		struct calendar c = { &closed, cases[i].closed ? 1 : 0 };
		char text[DATE_TEXT_SIZE];

		CASE(cases[i].start);
		date_write(
		    calendar_add_working_days(&c, day(cases[i].start), cases[i].days, cases[i].count_start),
		    text);
		assert_string_equal(text, cases[i].due);
	}
	(void)state;
}

static void a_last_day_moves_only_if_it_is_no_working_day(void **state)
{
	static const struct {
		const char *day;
		enum roll roll;
		const char *to;
	} cases[] = {
		{ "2026-02-01", ROLL_NONE, "2026-02-01" },
		{ "2026-02-01", ROLL_BACK, "2026-01-30" },
		{ "2026-02-01", ROLL_FORWARD, "2026-02-02" },
		{ "2026-02-03", ROLL_BACK, "2026-02-03" },
		{ "2026-02-03", ROLL_FORWARD, "2026-02-03" },
		{ "2026-07-05", ROLL_BACK, "2026-07-02" }, /* the 3rd is observed */
		{ "2026-01-18", ROLL_FORWARD, "2026-01-20" },
	};
	struct calendar c = calendar_federal();

	for (size_t i = 0; i < COUNT(cases); i++) {
		char text[DATE_TEXT_SIZE];

		CASE(cases[i].day);
		assert_string_equal(
		    date_write(calendar_roll(&c, day(cases[i].day), cases[i].roll), text), cases[i].to);
	}
	(void)state;
}

static void months_end_where_their_days_do(void **state)
{
	static const struct {
		const char *day;
		int months;
		const char *to;
	} cases[] = {
		{ "2024-02-29", 12, "2025-02-28" },
		{ "2024-02-29", 48, "2028-02-29" },
		{ "2025-08-31", 6, "2026-02-28" },
		{ "2025-12-15", 1, "2026-01-15" },
		{ "2025-01-31", 1, "2025-02-28" },
		{ "2025-11-30", 3, "2026-02-28" },
		{ "2025-11-30", 0, "2025-11-30" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		char text[DATE_TEXT_SIZE];

		CASE(cases[i].day);
		assert_string_equal(
		    date_write(calendar_add_months(day(cases[i].day), cases[i].months), text), cases[i].to);
	}
	(void)state;
}

TESTS(cmocka_unit_test(federal_holidays_are_observed_on_working_days),
    cmocka_unit_test(eleven_days_of_every_year_are_holidays),
    cmocka_unit_test(working_days_are_counted_behind_the_start),
    cmocka_unit_test(a_last_day_moves_only_if_it_is_no_working_day),
    cmocka_unit_test(months_end_where_their_days_do))
