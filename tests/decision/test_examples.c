/*
 * FDA's eight examples (PMG VII.A and VII.B) and the dates they rest on, as the domain dossier has them.
 */
#include "judge.h"

#include "actions/zone.h"
#include "decision/calendar.h"
#include "decision/report_number.h"

static json_t *load(const char *name)
{
	char file[128];
	const char *path;
	json_error_t why;
	json_t *root;

	snprintf(file, sizeof(file), "../domain/examples/%s.json", name);
	path = check_data(file);
	if (!path)
		return NULL;
	root = json_load_file(path, 0, &why);
	if (!root)
		fail_msg("%s: line %d: %s", path, why.line, why.text);
	return root;
}

static void the_examples_of_the_guidance_come_out_as_published(void **state)
{
	static const char *const names[] = { "C1", "C2", "C3", "C4", "U1", "U2", "U3", "U3-no-isao", "U4" };

	for (size_t i = 0; i < COUNT(names); i++) {
		json_t *example = load(names[i]), *actual;
		struct err e = { 0 };

		if (!example)
			skip();
		CASE(names[i]);
		actual = judge(json_object_get(example, "facts"), &e);
		assert_string_equal(e.text, "");
		assert_true(judge_holds(names[i], json_object_get(example, "expect"), actual));
		json_decref(actual);
		json_decref(example);
	}
	(void)state;
}

static struct date date_in(const json_t *object, const char *key)
{
	struct date d = DATE_NONE;
	struct err e;

	assert_true(date_parse(str_of(json_string_value(json_object_get(object, key))), &d, &e));
	return d;
}

static void check_date(struct date actual, const json_t *row, const char *key)
{
	char text[DATE_TEXT_SIZE];

	assert_string_equal(date_write(actual, text), json_string_value(json_object_get(row, key)));
}

static void working_days_and_rolls_are_those_of_the_dossier(void **state)
{
	json_t *dates = load("dates"), *row;
	size_t i;

	if (!dates)
		skip();
	json_array_foreach(json_object_get(dates, "working_days"), i, row)
	{
		json_t *closed = json_array_get(json_object_get(row, "extra_closures"), 0);
		struct date closure = DATE_NONE;
		struct calendar c = { &closure, closed ? 1 : 0 };
		struct err e;

		CASE(json_string_value(json_object_get(row, "start")));
		if (closed)
			assert_true(date_parse(str_of(json_string_value(closed)), &closure, &e));
		check_date(calendar_add_working_days(&c, date_in(row, "start"),
			       (int)json_integer_value(json_object_get(row, "days")),
			       json_is_true(json_object_get(row, "count_initiation_day"))),
		    row, "due");
	}
	json_array_foreach(json_object_get(dates, "calendar_days"), i, row)
	{
		struct calendar c = calendar_federal();
		struct str roll = str_of(json_string_value(json_object_get(row, "roll")));
		int days = (int)json_integer_value(json_object_get(row, "days"));

		CASE(json_string_value(json_object_get(row, "start")));
		check_date(calendar_roll(&c, date_plus(date_in(row, "start"), days),
			       str_eq(roll, STR("back"))      ? ROLL_BACK
			       : str_eq(roll, STR("forward")) ? ROLL_FORWARD
							      : ROLL_NONE),
		    row, "due");
	}
	json_decref(dates);
	(void)state;
}

static void holidays_are_those_of_the_dossier(void **state)
{
	json_t *dates = load("dates"), *days;
	const char *year;

	if (!dates)
		skip();
	json_object_foreach(json_object_get(dates, "holidays"), year, days)
	{
		char text[DATE_TEXT_SIZE];
		struct date day;
		struct err e;
		size_t found = 0;

		CASE(year);
		snprintf(text, sizeof(text), "%.4s-01-01", year);
		assert_true(date_parse(str_of(text), &day, &e));
		for (int i = 0; i < 366; i++, day = date_plus(day, 1)) {
			date_write(day, text);
			if (strncmp(text, year, 4) != 0 || !calendar_is_holiday(day))
				continue;
			assert_string_equal(json_string_value(json_array_get(days, found)), text);
			found++;
		}
		assert_int_equal(found, json_array_size(days));
	}
	json_decref(dates);
	(void)state;
}

static void local_dates_are_those_of_the_dossier(void **state)
{
	json_t *dates = load("dates"), *row;
	size_t i;

	if (!dates)
		skip();
	json_array_foreach(json_object_get(dates, "local_dates"), i, row)
	{
		SCOPED_ARENA arena = { 0 };
		struct time_zone zone;
		struct instant t;
		struct err e;

		CASE(json_string_value(json_object_get(row, "instant")));
		assert_true(zone_read(
		    str_of(json_string_value(json_object_get(row, "time_zone"))), &arena, &zone, &e));
		assert_true(
		    instant_parse(str_of(json_string_value(json_object_get(row, "instant"))), false, &t, &e));
		check_date(time_zone_date(&zone, t), row, "date");
	}
	json_decref(dates);
	(void)state;
}

static void report_numbers_are_those_of_the_dossier(void **state)
{
	json_t *dates = load("dates"), *row;
	size_t i;

	if (!dates)
		skip();
	json_array_foreach(json_object_get(dates, "report_numbers"), i, row)
	{
		SCOPED_ARENA arena = { 0 };
		const char *number = json_string_value(json_object_get(row, "number"));
		struct report_number n = { str_of(json_string_value(json_object_get(row, "registration"))),
			date_in(row, "date"), json_integer_value(json_object_get(row, "sequence")),
			strcmp(json_string_value(json_object_get(row, "kind")), "R") == 0 };

		CASE(number);
		assert_true(str_eq(report_number_write(&n, NUMBER_DATE_PLAIN, &arena), str_of(number)));
	}
	json_decref(dates);
	(void)state;
}

TESTS(cmocka_unit_test(the_examples_of_the_guidance_come_out_as_published),
    cmocka_unit_test(working_days_and_rolls_are_those_of_the_dossier),
    cmocka_unit_test(holidays_are_those_of_the_dossier),
    cmocka_unit_test(local_dates_are_those_of_the_dossier),
    cmocka_unit_test(report_numbers_are_those_of_the_dossier))
