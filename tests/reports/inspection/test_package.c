#include "check.h"

#include "records/trail_json.h"

static struct trail_entry example(void)
{
	struct trail_entry entry = { .number = 7,
		.at = { INT64_C(1767225600000123) },
		.who = STR("ra"),
		.what = STR("casefile.assessment"),
		.object = STR("casefile 1"),
		.new = STR("{\"text\":\"\xc3\xa9 \\\"quoted\\\"\"}"),
		.why = STR("") };

	entry.previous = sha256_of(STR("before"));
	entry.digest = trail_seal(&entry);
	return entry;
}

static void an_entry_that_was_written_gives_its_seal_again(void **state)
{
	struct trail_entry entry = example();
	struct trail_line read;
	SCOPED_BUF line = buf_new(1 << 16);
	SCOPED_ARENA arena = { 0 };
	struct err e = { 0 };
	struct sha256 seal;

	trail_write_line(&entry, true, &line);
	assert_int_equal(str_index(buf_str(&line), '\n'), line.len - 1);
	assert_true(trail_read_line(STR("trail"), buf_str(&line), &arena, &read, &e));
	assert_true(read.whole);
	assert_true(read.exact);
	seal = trail_seal(&read.entry);
	assert_memory_equal(&seal, &entry.digest, sizeof(seal));
	/* absent and empty are sealed otherwise, and stay apart */
	assert_null(read.entry.old.ptr);
	assert_non_null(read.entry.why.ptr);
	(void)state;
}

static void what_is_withheld_says_nothing(void **state)
{
	struct trail_entry entry = example();
	struct trail_line read;
	SCOPED_BUF line = buf_new(1 << 16);
	SCOPED_ARENA arena = { 0 };
	struct err e = { 0 };

	trail_write_line(&entry, false, &line);
	assert_false(str_has(buf_str(&line), STR("ra\"")));
	assert_false(str_has(buf_str(&line), STR("quoted")));
	assert_true(trail_read_line(STR("trail"), buf_str(&line), &arena, &read, &e));
	assert_false(read.whole);
	assert_true(read.exact);
	assert_memory_equal(&read.entry.digest, &entry.digest, sizeof(entry.digest));
	(void)state;
}

static void a_line_that_is_none_is_refused(void **state)
{
	static const char *const cases[] = { "", "[]", "{\"number\":0}", "{\"number\":\"1\"}",
		"{\"digest\":\"00\"}", "{\"at_us\":1.5}", "{\"number\":1" };

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct trail_line line;
		SCOPED_ARENA arena = { 0 };
		struct err e = { 0 };

		CASE(cases[i]);
		assert_false(trail_read_line(STR("trail"), str_of(cases[i]), &arena, &line, &e));
		assert_true(e.text[0] != '\0');
	}
	(void)state;
}

TESTS(cmocka_unit_test(an_entry_that_was_written_gives_its_seal_again),
    cmocka_unit_test(what_is_withheld_says_nothing), cmocka_unit_test(a_line_that_is_none_is_refused))
