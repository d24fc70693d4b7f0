#include "check.h"

#include "base/buf.h"
#include "formats/json_stream.h"
#include "limits.h"

/* Reads the whole text without taking anything. */
static bool skip_all(struct str text, struct err *e)
{
	SCOPED_INPUT *in = input_open_memory(STR("t.json"), text);
	SCOPED_JSON *j = json_open(in);

	return json_finish(j, e);
}

/* Takes every value there is, each by the call for its kind. */
static bool take_all(struct str text, struct err *e)
{
	SCOPED_INPUT *in = input_open_memory(STR("t.json"), text);
	SCOPED_JSON *j = json_open(in);
	enum json_kind open[LIMIT_JSON_DEPTH + 1];
	size_t depth = 0;

	do {
		enum json_kind kind = json_peek(j);
		struct str t;
		bool b;

		if (kind == JSON_OBJECT || kind == JSON_ARRAY)
			open[depth++] = kind;
		else if (kind == JSON_TEXT)
			json_text(j, &t);
		else if (kind == JSON_BOOL)
			json_bool(j, &b);
		else
			json_skip(j);
		while (depth && !(open[depth - 1] == JSON_OBJECT ? json_next_key(j, &t) : json_next_item(j)))
			depth--;
	} while (depth);
	return json_finish(j, e);
}

static void json_takes_what_rfc_8259_allows_and_says_what_is_wrong_elsewhere(void **state)
{
	static const struct {
		const char *text, *why;
	} cases[] = {
		{ "{}", "" },
		{ "[]", "" },
		{ " \t\r\n[ ] \n", "" },
		{ "1", "" },
		{ "-0", "" },
		{ "0.5e-7", "" },
		{ "1E+2", "" },
		{ "\"\"", "" },
		{ "true", "" },
		{ "false", "" },
		{ "null", "" },
		{ "[1,\"a\",null,{\"b\":[true,false]}]", "" },
		{ "\xef\xbb\xbf{\"a\":1}", "" },
		{ "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\"", "" },
		{ "\"\\ud83d\\ude00\"", "" },
		{ "\"\x7f\xc2\x80\xdf\xbf\xe0\xa0\x80\xed\x9f\xbf\xee\x80\x80\xf0\x90\x80\x80\xf4\x8f\xbf\xbf"
		  "\"",
		    "" },
		{ "", "t.json:1: expected a value, found the end" },
		{ " \n ", "t.json:2: expected a value, found the end" },
		{ "\xef\xbb\xbf", "t.json:1: expected a value, found the end" },
		{ "\xef\xbb\xbf\xef\xbb\xbf{}", "t.json:1: expected a value, found byte 0xef" },
		{ "\xff\xfe[", "t.json:1: expected a value, found byte 0xff" },
		{ "{}x", "t.json:1: expected the end, found \"x\"" },
		{ "{}\n{}", "t.json:2: expected the end, found \"{\"" },
		{ "1 2", "t.json:1: expected the end, found \"2\"" },
		{ "]", "t.json:1: expected a value, found \"]\"" },
		{ "[1,]", "t.json:1: [0]: expected a value, found \"]\"" },
		{ "[,1]", "t.json:1: [0]: expected a value, found \",\"" },
		{ "[1 2]", "t.json:1: [0]: expected \",\" or \"]\", found \"2\"" },
		{ "[1}", "t.json:1: [0]: expected \",\" or \"]\", found \"}\"" },
		{ "[", "t.json:1: ends in the middle of an array" },
		{ "[1,", "t.json:1: [0]: ends in the middle of an array" },
		{ "{", "t.json:1: ends in the middle of an object" },
		{ "{\"a\"", "t.json:1: a: ends in the middle of an object" },
		{ "{\"a\":", "t.json:1: a: ends in the middle of an object" },
		{ "{\"a\":1,}", "t.json:1: a: expected a key, found \"}\"" },
		{ "{a:1}", "t.json:1: expected a key in quotes, found \"a\"" },
		{ "{\"a\" 1}", "t.json:1: a: expected \":\" after a key, found \"1\"" },
		{ "{\"a\":1 \"b\":2}", "t.json:1: a: expected \",\" or \"}\", found \"\"\"" },
		{ "{\"a\":}", "t.json:1: a: expected a value, found \"}\"" },
		{ "{1:1}", "t.json:1: expected a key in quotes, found \"1\"" },
		{ "['a']", "t.json:1: [0]: expected a value, found \"'\"" },
		{ "[+1]", "t.json:1: [0]: expected a value, found \"+\"" },
		{ "[.5]", "t.json:1: [0]: expected a value, found \".\"" },
		{ "[1.]", "t.json:1: [0]: expected a digit in a number" },
		{ "[01]", "t.json:1: [0]: expected \",\" or \"]\", found \"1\"" },
		{ "[-]", "t.json:1: [0]: expected a digit in a number" },
		{ "[1e]", "t.json:1: [0]: expected a digit in a number" },
		{ "[1e+", "t.json:1: [0]: ends in the middle of a number" },
		{ "-", "t.json:1: ends in the middle of a number" },
		{ "[0x1]", "t.json:1: [0]: expected \",\" or \"]\", found \"x\"" },
		{ "[NaN]", "t.json:1: [0]: expected a value, found \"N\"" },
		{ "[tru]", "t.json:1: [0]: expected true, false or null" },
		{ "[nul", "t.json:1: [0]: ends in the middle of a word" },
		{ "[truee]", "t.json:1: [0]: expected \",\" or \"]\", found \"e\"" },
		{ "[True]", "t.json:1: [0]: expected a value, found \"T\"" },
		{ "// x\n1", "t.json:1: expected a value, found \"/\"" },
		{ "[\f1]", "t.json:1: [0]: expected a value, found byte 0x0c" },
		{ "\"a", "t.json:1: ends in the middle of a text" },
		{ "\"a\\", "t.json:1: ends in the middle of a text" },
		{ "\"a\\u00", "t.json:1: ends in the middle of a text" },
		{ "\"a\nb\"", "t.json:1: a control character in a text" },
		{ "\"a\tb\"", "t.json:1: a control character in a text" },
		{ "\"\\x41\"", "t.json:1: unknown escape in a text" },
		{ "\"\\u00g0\"", "t.json:1: expected four hexadecimal digits after \\u in a text" },
		{ "\"\\u0000\"", "t.json:1: \\u0000 in a text" },
		{ "\"\\ud83d\"", "t.json:1: half a surrogate pair in a text" },
		{ "\"\\ude00\"", "t.json:1: half a surrogate pair in a text" },
		{ "\"\\ud83d\\u0041\"", "t.json:1: half a surrogate pair in a text" },
		{ "\"\\ude00\\ud83d\"", "t.json:1: half a surrogate pair in a text" },
		{ "\"\x80\"", "t.json:1: bytes that are not UTF-8 in a text" },
		{ "\"\xc0\xaf\"", "t.json:1: bytes that are not UTF-8 in a text" },
		{ "\"\xc3\"", "t.json:1: bytes that are not UTF-8 in a text" },
		{ "\"\xe0\x80\x80\"", "t.json:1: bytes that are not UTF-8 in a text" },
		{ "\"\xed\xa0\x80\"", "t.json:1: bytes that are not UTF-8 in a text" },
		{ "\"\xf0\x80\x80\x80\"", "t.json:1: bytes that are not UTF-8 in a text" },
		{ "\"\xf4\x90\x80\x80\"", "t.json:1: bytes that are not UTF-8 in a text" },
		{ "\"\xf8\x88\x80\x80\x80\"", "t.json:1: bytes that are not UTF-8 in a text" },
		{ "\"\xff\"", "t.json:1: bytes that are not UTF-8 in a text" },
		{ "{\"\xff\":1}", "t.json:1: bytes that are not UTF-8 in a text" },
		{ "{\"a\":1,\"b\":2,\"a\":3}", "t.json:1: a: this key appears twice" },
		{ "{\"a\":1,\"\\u0061\":3}", "t.json:1: a: this key appears twice" },
		{ "{\"a\":{\"a\":1},\"b\":{\"a\":1}}", "" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct err e = { 0 };

		CASE(cases[i].text);
		assert_int_equal(skip_all(str_of(cases[i].text), &e), !*cases[i].why);
		assert_string_equal(e.text, cases[i].why);
		e = (struct err){ 0 };
		assert_int_equal(take_all(str_of(cases[i].text), &e), !*cases[i].why);
		assert_string_equal(e.text, cases[i].why);
	}
	(void)state;
}

static void json_refuses_a_nul_byte_wherever_it_stands(void **state)
{
	const struct str cases[] = { STR("\0"), STR("{}\0"), STR("[1\0]"), STR("\"a\0b\""), STR("\0{}") };

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct err e = { 0 };

		assert_false(skip_all(cases[i], &e));
		assert_int_equal(e.code, ERR_INPUT);
	}
	(void)state;
}

static const char sample[] = "{\"id\":\"a\\n\\u20ac\\ud83d\\ude00\xe2\x82\xac\",\"list\":[1,-2.5e+10,true,"
			     "false,null,[]],\"x\":{\"y\":{}}}";

static void json_says_where_a_document_is_cut_short(void **state)
{
	for (size_t len = 1; len < sizeof(sample) - 1; len++) {
		struct err e = { 0 };

		assert_false(skip_all((struct str){ sample, len }, &e));
		assert_non_null(strstr(e.text, "ends in the middle of"));
		e = (struct err){ 0 };
		assert_false(take_all((struct str){ sample, len }, &e));
		assert_non_null(strstr(e.text, "ends in the middle of"));
	}
	(void)state;
}

/* Hands a text out a byte at a time, so that every token meets the window's end everywhere. */
static long one_byte(void *ctx, char *to, size_t room, struct err *e)
{
	struct str *rest = ctx;

	(void)room;
	(void)e;
	if (rest->len == 0)
		return 0;
	*to = *rest->ptr;
	*rest = str_from(*rest, 1);
	return 1;
}

static void json_reads_the_same_however_the_bytes_arrive(void **state)
{
	struct str rest = str_of(sample), key, text;
	SCOPED_INPUT *in = input_open_source(STR("drip"), (struct input_source){ &rest, one_byte, NULL });
	SCOPED_JSON *j = json_open(in);
	struct err e = { 0 };
	int64_t n;

	assert_true(json_next_key(j, &key));
	assert_true(json_text(j, &text));
	assert_true(str_eq(text, STR("a\n\xe2\x82\xac\xf0\x9f\x98\x80\xe2\x82\xac")));
	assert_true(json_next_key(j, &key));
	assert_true(str_eq(key, STR("list")));
	assert_true(json_next_item(j));
	assert_true(json_int(j, 0, 1, &n));
	assert_int_equal(n, 1);
	assert_true(json_next_item(j));
	assert_true(json_decimal(j, 1, &n));
	assert_int_equal(n, -250000000000);
	assert_true(json_next_key(j, &key));
	assert_true(str_eq(key, STR("x")));
	assert_true(json_finish(j, &e));
	(void)state;
}

static char *repeat(const char *before, char c, size_t count, const char *after)
{
	size_t head = strlen(before), tail = strlen(after);
	char *text = malloc(head + count + tail + 1);

	memcpy(text, before, head);
	memset(text + head, c, count);
	memcpy(text + head + count, after, tail + 1);
	return text;
}

static void json_limits_are_exact(void **state)
{
	static const struct {
		const char *before;
		char c;
		size_t most;
		const char *after, *why;
	} cases[] = {
		{ "[\"", 'x', LIMIT_JSON_TEXT_BYTES, "\"]", "t.json:1: [0]: a text is too long" },
		{ "{\"", 'x', LIMIT_JSON_TEXT_BYTES, "\":1}", "t.json:1: a text is too long" },
		{ "[", '7', LIMIT_JSON_NUMBER_BYTES, "]", "t.json:1: [0]: a number is too long" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		for (size_t more = 0; more < 3; more++) {
			char *text =
			    repeat(cases[i].before, cases[i].c, cases[i].most - 1 + more, cases[i].after);
			struct err skipped = { 0 }, taken = { 0 };

			CASE(cases[i].why);
			assert_int_equal(skip_all(str_of(text), &skipped), more < 2);
			assert_int_equal(take_all(str_of(text), &taken), more < 2);
			assert_string_equal(skipped.text, more < 2 ? "" : cases[i].why);
			assert_string_equal(taken.text, more < 2 ? "" : cases[i].why);
			assert_int_equal(taken.code, more < 2 ? ERR_NONE : ERR_LIMIT);
			free(text);
		}
	}
	(void)state;
}

static void json_nests_as_deep_as_the_limit_and_no_deeper(void **state)
{
	for (int depth = LIMIT_JSON_DEPTH - 1; depth <= LIMIT_JSON_DEPTH + 1; depth++) {
		char text[2 * LIMIT_JSON_DEPTH + 3];
		struct str s = { text, 2 * (size_t)depth };
		struct err e = { 0 };

		memset(text, '[', (size_t)depth);
		memset(text + depth, ']', (size_t)depth);
		assert_int_equal(skip_all(s, &e), depth <= LIMIT_JSON_DEPTH);
		assert_int_equal(take_all(s, &e), depth <= LIMIT_JSON_DEPTH);
		assert_int_equal(e.code, depth <= LIMIT_JSON_DEPTH ? ERR_NONE : ERR_LIMIT);
		if (depth > LIMIT_JSON_DEPTH)
			assert_non_null(strstr(e.text, "nested deeper than 128 levels"));
	}
	(void)state;
}

static void json_names_line_and_path_of_a_wrong_type(void **state)
{
	static const struct {
		const char *text, *why;
	} cases[] = {
		{ "{\"list\": [\n{\"cve\": {\"id\": \"a\"}},\n{\"cve\":\n{\"id\": 7}}]}",
		    "t.json:4: list[1].cve.id: expected text, found a number" },
		{ "{\"list\":[{\"cve\":{\"id\":[]}}]}",
		    "t.json:1: list[0].cve.id: expected text, found an array" },
		{ "{\"list\":[{\"cve\":true}]}",
		    "t.json:1: list[0].cve: expected an object, found true or false" },
		{ "{\"list\":\"x\"}", "t.json:1: list: expected an array, found text" },
		{ "[]", "t.json:1: expected an object, found an array" },
		{ "{\"list\":[{\"a b\":1}]}", "t.json:1: list[0][\"a b\"]: expected text, found a number" },
		{ "{\"list\":[{\"cve\":{\"id\":null}}, null]}", "" },
		{ "{\"list\":null}", "" },
		{ "null", "" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_INPUT *in = input_open_memory(STR("t.json"), str_of(cases[i].text));
		SCOPED_JSON *j = json_open(in);
		struct str key, text;
		struct err e = { 0 };

		CASE(cases[i].text);
		while (json_next_key(j, &key)) {
			while (json_next_item(j)) {
				while (json_next_key(j, &key)) {
					if (!str_eq(key, STR("cve")))
						json_text(j, &text);
					else
						while (json_next_key(j, &key))
							json_text(j, &text);
				}
			}
		}
		assert_int_equal(json_finish(j, &e), !*cases[i].why);
		assert_string_equal(e.text, cases[i].why);
	}
	(void)state;
}

/* One item a line: text, or what is wrong with the record. */
static void json_goes_on_behind_a_bad_record(void **state)
{
	static const struct {
		const char *record, *why;
	} cases[] = {
		{ "{\"id\":\"one\"}", "" },
		{ "{\"id\":1}", "t.json:2: [1].id: expected text, found a number" },
		{ "{\"x\":[[[]]],\"id\":\"two\"}", "" },
		{ "{\"id\":\"a\",\"x\":{},\"id\":\"b\"}", "t.json:4: [3].id: this key appears twice" },
		{ "{\"x\":[{\"y\":{\"z\":1,\"z\":2}},{}],\"id\":\"c\"}",
		    "t.json:5: [4].x[0].y.z: this key appears twice" },
		{ "[{\"id\":\"d\"}]", "t.json:6: [5]: expected an object, found an array" },
		{ "{\"x\":\"\xc3(\",\"id\":\"e\"}", "t.json:7: [6].x: bytes that are not UTF-8 in a text" },
		{ "{\"id\":\"\\ud800\"}", "t.json:8: [7].id: half a surrogate pair in a text" },
		{ "{\"\\u0000\":{\"id\":1,\"id\":2}}", "t.json:9: [8]: \\u0000 in a text" },
		{ "{\"id\":\"refused\"}", "t.json:10: [9].id: I do not like \"refused\"" },
		{ "null", "" },
		{ "{\"id\":\"three\"}", "" },
	};
	SCOPED_BUF all = buf_new(4096);
	struct err e = { 0 };
	size_t i = 0;

	for (size_t n = 0; n < COUNT(cases); n++)
		buf_printf(&all, "%s%s", n ? ",\n" : "[", cases[n].record);
	buf_byte(&all, ']');

	SCOPED_INPUT *in = input_open_memory(STR("t.json"), buf_str(&all));
	SCOPED_JSON *j = json_open(in);

	for (; json_next_item(j); i++) {
		struct str key, text;

		CASE(cases[i].record);
		e = (struct err){ 0 };
		json_record_begin(j, true);
		while (json_next_key(j, &key)) {
			if (!str_eq(key, STR("id")))
				json_skip(j);
			else if (json_text(j, &text) && str_eq(text, STR("refused")))
				json_refuse(j, "I do not like \"" STR_FMT "\"", STR_ARG(text));
		}
		assert_int_equal(json_failed(j), *cases[i].why != 0);
		assert_int_equal(json_record_end(j, &e), !*cases[i].why);
		assert_string_equal(e.text, cases[i].why);
		assert_true(str_eq(json_record_raw(j), str_of(cases[i].record)));
	}
	assert_int_equal(i, COUNT(cases));
	assert_true(json_finish(j, &e));
	(void)state;
}

TESTS(cmocka_unit_test(json_takes_what_rfc_8259_allows_and_says_what_is_wrong_elsewhere),
    cmocka_unit_test(json_refuses_a_nul_byte_wherever_it_stands),
    cmocka_unit_test(json_says_where_a_document_is_cut_short),
    cmocka_unit_test(json_reads_the_same_however_the_bytes_arrive), cmocka_unit_test(json_limits_are_exact),
    cmocka_unit_test(json_nests_as_deep_as_the_limit_and_no_deeper),
    cmocka_unit_test(json_names_line_and_path_of_a_wrong_type),
    cmocka_unit_test(json_goes_on_behind_a_bad_record))
