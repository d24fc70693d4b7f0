#include "check.h"

#include "formats/input.h"

static void input_peek_leaves_everything_to_be_read(void **state)
{
	static char text[200000], read_back[sizeof(text)];
	size_t got = 0, n;

	for (size_t i = 0; i < sizeof(text); i++)
		text[i] = (char)('a' + i % 23);

	SCOPED_INPUT *in = input_open_memory(STR("t"), (struct str){ text, sizeof(text) });
	struct err e = { 0 };

	assert_true(str_eq(input_peek(in, 0), STR("")));
	assert_true(str_eq(input_peek(in, 5), STR("abcde")));
	assert_int_equal(input_peek(in, 65536).len, 65536);
	assert_int_equal(input_read(in, read_back, 1), 1);
	got = 1;
	assert_int_equal(input_peek(in, 65536).len, 65536);
	assert_true(str_eq(input_peek(in, 3), STR("bcd")));
	while ((n = input_read(in, read_back + got, 777 < sizeof(text) - got ? 777 : sizeof(text) - got)))
		got += n;
	assert_int_equal(got, sizeof(text));
	assert_memory_equal(text, read_back, sizeof(text));
	assert_int_equal(input_peek(in, 10).len, 0);
	assert_true(input_finish(in, &e));
	(void)state;
}

/* Five bytes, then a failure. */
static long five_then_fail(void *ctx, char *to, size_t room, struct err *e)
{
	int *calls = ctx;

	(void)room;
	if ((*calls)++ > 0) {
		err_fail(e, ERR_IO, "cannot be read: the disk is gone");
		return -1;
	}
	memcpy(to, "12345", 5);
	return 5;
}

static void count_closing(void *ctx)
{
	*(int *)ctx += 100;
}

static void input_failure_sticks_and_names_the_input(void **state)
{
	int calls = 0;
	struct input_source source = { &calls, five_then_fail, count_closing };
	struct input *in = input_open_source(STR("a.tar: b.json"), source);
	struct err e = { 0 };
	char room[100];

	assert_true(str_eq(input_name(in), STR("a.tar: b.json")));
	assert_true(str_eq(input_peek(in, 100), STR("12345")));
	assert_int_equal(input_read(in, room, sizeof(room)), 5);
	assert_int_equal(input_read(in, room, sizeof(room)), 0);
	assert_int_equal(input_read(in, room, sizeof(room)), 0);
	assert_int_equal(calls, 2);
	assert_false(input_finish(in, &e));
	assert_string_equal(e.text, "a.tar: b.json: cannot be read: the disk is gone");
	assert_int_equal(e.code, ERR_IO);
	input_close(in);
	assert_int_equal(calls, 102);
	(void)state;
}

static void input_open_file_says_why_it_cannot(void **state)
{
	struct input *in = NULL;
	struct err e = { 0 };

	assert_false(input_open_file("/nowhere/at/all", &in, &e));
	assert_string_equal(e.text, "/nowhere/at/all: cannot be opened: No such file or directory");
	assert_false(input_open_file("/", &in, &e));
	assert_string_equal(e.text, "/: is a folder, a file is needed");
	assert_int_equal(e.code, ERR_IO);
	assert_null(in);
	input_close(NULL);
	(void)state;
}

static void input_read_all_stops_at_what_fits(void **state)
{
	static const struct {
		size_t most;
		const char *why;
	} cases[] = { { 6, "" }, { 5, "" }, { 4, "t: larger than 4 bytes" } };

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_INPUT *in = input_open_memory(STR("t"), STR("bytes"));
		SCOPED_BUF out = buf_new(cases[i].most);
		struct err e = { 0 };

		assert_int_equal(input_read_all(in, &out, &e), !*cases[i].why);
		assert_string_equal(e.text, cases[i].why);
		if (!*cases[i].why)
			assert_true(str_eq(buf_str(&out), STR("bytes")));
	}
	(void)state;
}

TESTS(cmocka_unit_test(input_peek_leaves_everything_to_be_read),
    cmocka_unit_test(input_failure_sticks_and_names_the_input),
    cmocka_unit_test(input_open_file_says_why_it_cannot), cmocka_unit_test(input_read_all_stops_at_what_fits))
