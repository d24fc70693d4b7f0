/*
 * json_stream as its callers use it: records and their bytes, values of each kind, loops left early.
 */
#include "check.h"

#include "base/buf.h"
#include "formats/json_stream.h"
#include "limits.h"

/* A document made as it is read: before, count bytes of fill, after; one record of any size without memory.
 */
struct made {
	struct str before;
	size_t count;
	struct str after;
	long fail_at; /* calls left until reading fails; never if negative */
};

static long read_made(void *ctx, char *to, size_t room, struct err *e)
{
	struct made *m = ctx;
	struct str *part = m->before.len ? &m->before : &m->after;

	if (m->fail_at >= 0 && m->fail_at-- == 0) {
		err_fail(e, ERR_IO, "cannot be read: gone");
		return -1;
	}
	if (!m->before.len && m->count) {
		size_t n = m->count < room ? m->count : room;

		memset(to, ' ', n);
		m->count -= n;
		return (long)n;
	}
	if (room > part->len)
		room = part->len;
	memcpy(to, part->ptr, room);
	*part = str_from(*part, room);
	return (long)room;
}

static void json_record_is_as_large_as_the_limit_and_no_larger(void **state)
{
	for (size_t bytes = LIMIT_RECORD_BYTES - 1; bytes <= LIMIT_RECORD_BYTES + 1; bytes++) {
		for (int keep = 0; keep < 2; keep++) {
			bool fits = bytes <= LIMIT_RECORD_BYTES;
			struct made made = { STR("[[1,"), bytes - 5, STR("2], 3]"), -1 };
			SCOPED_INPUT *in =
			    input_open_source(STR("t.json"), (struct input_source){ &made, read_made, NULL });
			SCOPED_JSON *j = json_open(in);
			struct err e = { 0 };
			int64_t n;

			assert_true(json_next_item(j));
			json_record_begin(j, keep);
			assert_int_equal(json_record_end(j, &e), fits);
			assert_string_equal(
			    e.text, fits ? "" : "t.json:1: [0]: a record of more than 33554432 bytes");
			assert_int_equal(json_record_raw(j).len, fits && keep ? bytes : 0);
			assert_true(json_next_item(j));
			assert_true(json_int(j, 3, 3, &n));
			assert_true(json_finish(j, &e));
		}
	}
	(void)state;
}

static void json_record_bytes_are_those_of_the_file_however_long(void **state)
{
	enum { RECORDS = 40 };
	SCOPED_BUF all = buf_new(64 * 1024 * 1024);
	size_t from[RECORDS], to[RECORDS], i = 0;
	struct err e = { 0 };

	buf_byte(&all, '[');
	for (size_t n = 0; n < RECORDS; n++) {
		buf_printf(&all, "%s", n ? "\n , " : " ");
		from[n] = all.len;
		buf_printf(&all, "{ \"n\" : %zu, \"text\":\"", n);
		for (size_t k = 0; k < n * n * 500; k++)
			buf_byte(&all, (char)('a' + (k + n) % 26));
		buf_printf(&all, "\\n\" }");
		to[n] = all.len;
	}
	buf_printf(&all, " ]");

	SCOPED_INPUT *in = input_open_memory(STR("t.json"), buf_str(&all));
	SCOPED_JSON *j = json_open(in);

	for (; json_next_item(j); i++) {
		struct str key, text, raw;
		int64_t n;

		json_record_begin(j, true);
		while (json_next_key(j, &key)) {
			if (str_eq(key, STR("n")))
				assert_true(json_int(j, (int64_t)i, (int64_t)i, &n));
			else if (i % 3 == 0)
				json_skip(j);
			else if (json_text(j, &text))
				assert_int_equal(text.len, i * i * 500 + 1);
		}
		assert_true(json_record_end(j, &e));
		raw = json_record_raw(j);
		assert_true(str_eq(raw, (struct str){ all.ptr + from[i], to[i] - from[i] }));
	}
	assert_int_equal(i, RECORDS);
	assert_true(json_finish(j, &e));
	(void)state;
}

static void json_loop_left_early_is_finished_by_the_one_around_it(void **state)
{
	SCOPED_INPUT *in = input_open_memory(STR("t.json"),
	    STR("{\"a\":[1,[2,3],{\"x\":4}],\"b\":{\"c\":[{\"d\":[5,6]},7]},\"e\":[[8,9],10]}"));
	SCOPED_JSON *j = json_open(in);
	struct str key;
	struct err e = { 0 };
	int64_t n;

	assert_true(json_next_key(j, &key));
	assert_true(json_next_item(j)); /* 1, not taken: only passing over the whole array gets rid of it */
	json_skip(j);
	assert_true(json_next_key(j, &key));
	assert_true(str_eq(key, STR("b")));
	assert_true(json_next_key(j, &key));
	assert_true(json_next_item(j));
	assert_true(json_next_key(j, &key));
	assert_true(str_eq(key, STR("d")));
	assert_true(json_next_item(j));
	assert_true(json_int(j, 5, 5, &n));
	assert_true(json_next_key(j, &key) == false); /* 6 and the rest of {"d"} */
	assert_true(json_next_item(j));
	assert_true(json_int(j, 7, 7, &n));
	assert_false(json_next_item(j));
	assert_false(json_next_key(j, &key));
	assert_true(json_next_key(j, &key));
	assert_true(str_eq(key, STR("e")));
	assert_true(json_finish(j, &e));
	(void)state;
}

static void json_key_stays_while_its_value_is_read(void **state)
{
	SCOPED_BUF all = buf_new(4 * 1024 * 1024);
	struct str key, inner, text;
	struct err e = { 0 };

	buf_printf(&all, "{\"outer\\u0020key\":{\"inner\":\"");
	for (int i = 0; i < 1000000; i++)
		buf_byte(&all, 'x');
	buf_printf(&all, "\"},\"%0100d\":\"%s\"}", 7, "y");

	SCOPED_INPUT *in = input_open_memory(STR("t.json"), buf_str(&all));
	SCOPED_JSON *j = json_open(in);

	assert_true(json_next_key(j, &key));
	assert_true(json_next_key(j, &inner));
	assert_true(json_text(j, &text));
	assert_int_equal(text.len, 1000000);
	assert_true(str_eq(inner, STR("inner")));
	assert_true(str_eq(key, STR("outer key")));
	assert_false(json_next_key(j, &inner));
	assert_true(json_next_key(j, &key));
	assert_true(json_text(j, &text));
	assert_int_equal(key.len, 100);
	assert_true(str_eq(text, STR("y")));
	assert_true(json_finish(j, &e));
	(void)state;
}

static void json_values_have_bounds(void **state)
{
	static const struct {
		const char *text, *why;
		int64_t value;
	} ints[] = {
		{ "7", "", 7 },
		{ "-3", "", -3 },
		{ "8", "t.json:1: number 8 is not from -3 to 7", 0 },
		{ "1.0", "t.json:1: number \"1.0\" is not a whole number", 0 },
		{ "true", "t.json:1: expected a number, found true or false", 0 },
	}, tenths[] = {
		{ "9.8", "", 98 },
		{ "10", "", 100 },
		{ "-0.05", "", -1 },
		{ "1e40", "t.json:1: number 1e40 is too large", 0 },
		{ "\"9.8\"", "t.json:1: expected a number, found text", 0 },
	};

	for (size_t i = 0; i < COUNT(ints) + COUNT(tenths); i++) {
		bool is_int = i < COUNT(ints);
		const char *text = is_int ? ints[i].text : tenths[i - COUNT(ints)].text;
		const char *why = is_int ? ints[i].why : tenths[i - COUNT(ints)].why;
		SCOPED_INPUT *in = input_open_memory(STR("t.json"), str_of(text));
		SCOPED_JSON *j = json_open(in);
		struct err e = { 0 };
		int64_t n = 0;

		CASE(text);
		assert_int_equal(is_int ? json_int(j, -3, 7, &n) : json_decimal(j, 1, &n), !*why);
		assert_int_equal(n, is_int ? ints[i].value : tenths[i - COUNT(ints)].value);
		assert_int_equal(json_finish(j, &e), !*why);
		assert_string_equal(e.text, why);
	}
	(void)state;
}

static void json_finish_tells_a_reading_failure_from_a_document_cut_short(void **state)
{
	struct made made = { STR("[1,"), 1000000, STR("2]"), 2 };
	SCOPED_INPUT *in = input_open_source(STR("t.json"), (struct input_source){ &made, read_made, NULL });
	SCOPED_JSON *j = json_open(in);
	struct err e = { 0 };

	assert_true(json_next_item(j));
	json_record_begin(j, true);
	json_skip(j);
	assert_true(json_record_end(j, &e));
	assert_false(json_next_item(j));
	assert_true(json_failed(j));
	assert_false(json_finish(j, &e));
	assert_string_equal(e.text, "t.json: cannot be read: gone");
	assert_int_equal(e.code, ERR_IO);
	(void)state;
}

static void json_record_of_a_broken_document_is_bad(void **state)
{
	SCOPED_INPUT *in = input_open_memory(STR("t.json"), STR("[{\"id\":\"a\",\"x\":tru},{\"id\":\"b\"}]"));
	SCOPED_JSON *j = json_open(in);
	struct str key, text;
	struct err e = { 0 };

	assert_true(json_next_item(j));
	json_record_begin(j, false);
	assert_true(json_next_key(j, &key));
	assert_true(json_text(j, &text));
	assert_false(json_record_end(j, &e));
	assert_string_equal(e.text, "t.json:1: [0].x: expected true, false or null");
	assert_false(json_next_item(j));
	assert_int_equal(json_peek(j), JSON_NOTHING);
	assert_false(json_finish(j, &e));
	(void)state;
}

TESTS(cmocka_unit_test(json_record_is_as_large_as_the_limit_and_no_larger),
    cmocka_unit_test(json_record_bytes_are_those_of_the_file_however_long),
    cmocka_unit_test(json_loop_left_early_is_finished_by_the_one_around_it),
    cmocka_unit_test(json_key_stays_while_its_value_is_read), cmocka_unit_test(json_values_have_bounds),
    cmocka_unit_test(json_finish_tells_a_reading_failure_from_a_document_cut_short),
    cmocka_unit_test(json_record_of_a_broken_document_is_bad))
