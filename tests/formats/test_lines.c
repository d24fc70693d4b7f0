#include "check.h"

#include "formats/lines.h"

/* Gives the input a few bytes at a time. */
struct dribble {
	const char *rest;
	size_t step;
};

static long dribble(void *ctx, char *to, size_t room, struct err *e)
{
	struct dribble *d = ctx;
	size_t len = strlen(d->rest);

	(void)e;
	len = len < d->step ? len : d->step;
	len = len < room ? len : room;
	memcpy(to, d->rest, len);
	d->rest += len;
	return (long)len;
}

static void lines_are_the_same_however_they_come(void **state)
{
	static const char text[] = "one\ntwo\r\n\nfour";
	static const char *const expected[] = { "one", "two", "", "four" };

	(void)state;
	for (size_t step = 1; step < sizeof(text); step++) {
		struct dribble d = { text, step };
		SCOPED_INPUT *in = input_open_source(STR("f"), (struct input_source){ &d, dribble, NULL });
		SCOPED_LINES *lines = lines_open(in, 16);
		struct err e = { 0 };
		struct str line;

		for (size_t i = 0; i < COUNT(expected); i++) {
			assert_true(lines_next(lines, &line));
			assert_true(str_eq(line, str_of(expected[i])));
			assert_int_equal(lines_number(lines), i + 1);
		}
		assert_false(lines_next(lines, &line));
		assert_true(lines_finish(lines, &e));
	}
}

static void a_line_longer_than_it_may_be_is_an_error(void **state)
{
	static const struct {
		const char *text;
		bool good;
	} cases[] = { { "ab\n123\n", true }, { "ab\n1234\n", true }, { "ab\n12345\n", false },
		{ "12345", false } };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_INPUT *in = input_open_memory(STR("f"), str_of(cases[i].text));
		SCOPED_LINES *lines = lines_open(in, 4);
		struct err e = { 0 };
		struct str line;

		CASE(cases[i].text);
		while (lines_next(lines, &line))
			;
		assert_int_equal(lines_finish(lines, &e), cases[i].good);
		if (!cases[i].good)
			assert_non_null(strstr(e.text, ": a line of more than 4 bytes"));
	}
}

TESTS(cmocka_unit_test(lines_are_the_same_however_they_come),
    cmocka_unit_test(a_line_longer_than_it_may_be_is_an_error))
