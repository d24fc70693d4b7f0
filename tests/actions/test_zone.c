#include "check.h"

#include "actions/zone.h"

static void names_that_could_lead_elsewhere_are_refused(void **state)
{
	static const char *const names[] = { "", "/etc/passwd", "../zone", "America/../Asia",
		"America//New_York", "America/", ".", "a.b", "America/New York", "\xc3\xa4",
		"Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" };

	for (size_t i = 0; i < COUNT(names); i++) {
		SCOPED_ARENA arena = { 0 };
		struct time_zone z;
		struct err e = { 0 };

		CASE(names[i]);
		assert_false(zone_read(str_of(names[i]), &arena, &z, &e));
		assert_non_null(strstr(e.text, "is no name of a time zone"));
	}
	(void)state;
}

static void an_unknown_zone_and_a_folder_are_not_there(void **state)
{
	static const char *const names[] = { "Mars/Olympus", "America" };

	for (size_t i = 0; i < COUNT(names); i++) {
		SCOPED_ARENA arena = { 0 };
		struct time_zone z;
		struct err e = { 0 };

		CASE(names[i]);
		assert_false(zone_read(str_of(names[i]), &arena, &z, &e));
		assert_non_null(strstr(e.text, "is not in " ZONE_FOLDER));
	}
	(void)state;
}

static void zones_of_the_system_show_local_days(void **state)
{
	static const struct {
		const char *zone, *instant, *date;
	} cases[] = {
		{ "America/New_York", "2026-01-15T04:30:00Z", "2026-01-14" },
		{ "America/New_York", "2026-07-03T03:59:59Z", "2026-07-02" },
		{ "America/New_York", "2026-07-03T04:00:00Z", "2026-07-03" },
		{ "America/New_York", "2126-07-03T03:59:59Z", "2126-07-02" },
		{ "Asia/Tokyo", "2026-12-31T15:00:00Z", "2027-01-01" },
		{ "Etc/GMT+5", "2026-07-03T04:59:59Z", "2026-07-02" },
		{ "UTC", "2026-07-01T00:30:00+02:00", "2026-06-30" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct time_zone z;
		struct instant t;
		struct err e = { 0 };
		char text[DATE_TEXT_SIZE];

		CASE(cases[i].instant);
		assert_true(zone_read(str_of(cases[i].zone), &arena, &z, &e));
		assert_true(instant_parse(str_of(cases[i].instant), false, &t, &e));
		assert_string_equal(date_write(time_zone_date(&z, t), text), cases[i].date);
	}
	(void)state;
}

static void the_release_of_the_zone_data_is_known(void **state)
{
	SCOPED_ARENA arena = { 0 };
	struct str version = zone_data_version(&arena);

	assert_true(version.len >= 5 && version.len < 20); /* "2025b" */
	assert_true(char_is_digit(version.ptr[0]));
	(void)state;
}

TESTS(cmocka_unit_test(names_that_could_lead_elsewhere_are_refused),
    cmocka_unit_test(an_unknown_zone_and_a_folder_are_not_there),
    cmocka_unit_test(zones_of_the_system_show_local_days),
    cmocka_unit_test(the_release_of_the_zone_data_is_known))
