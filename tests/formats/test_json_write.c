#include "check.h"

#include "base/utf8.h"
#include "formats/json_stream.h"
#include "formats/json_write.h"
#include "limits.h"

static void write_sample(struct json_out *w)
{
	json_open_object(w);
	json_field_text(w, "name", STR("a \"b\"\\\n\x01\x7f \xe2\x82\xac"));
	json_field_text_or_null(w, "none", STR_NONE);
	json_field_text_or_null(w, "empty", STR(""));
	json_key(w, "list");
	json_open_array(w);
	json_put_int(w, INT64_MIN);
	json_put_bool(w, true);
	json_open_object(w);
	json_close_object(w);
	json_open_array(w);
	json_close_array(w);
	json_close_array(w);
	json_field_bool(w, "no", false);
	json_field_null(w, "nothing");
	json_close_object(w);
}

static void json_write_has_one_compact_and_one_pretty_form(void **state)
{
	static const char *const forms[] = {
		"{\"name\":\"a \\\"b\\\"\\\\\\n\\u0001\\u007f \xe2\x82\xac\",\"none\":null,\"empty\":\"\","
		"\"list\":[-9223372036854775808,true,{},[]],\"no\":false,\"nothing\":null}",
		"{\n  \"name\": \"a \\\"b\\\"\\\\\\n\\u0001\\u007f \xe2\x82\xac\",\n  \"none\": null,\n"
		"  \"empty\": \"\",\n  \"list\": [\n    -9223372036854775808,\n    true,\n    {},\n    []\n  "
		"],\n"
		"  \"no\": false,\n  \"nothing\": null\n}\n",
	};

	for (int pretty = 0; pretty < 2; pretty++) {
		SCOPED_BUF to = buf_new(4096);
		struct json_out *w = json_out_buf(&to, pretty);

		write_sample(w);
		assert_true(json_out_close(w));
		buf_byte(&to, '\0');
		assert_string_equal(to.ptr, forms[pretty]);
	}
	(void)state;
}

static void json_write_says_null_of_what_is_not_stated(void **state)
{
	static const char expected[] =
	    "{\"text\":\"x\",\"no_text\":null,\"day\":\"2026-01-02\",\"no_day\":null,"
	    "\"at\":\"1970-01-01T00:00:00.000001Z\",\"no_at\":null,\"n\":1,\"no_n\":null}";
	SCOPED_BUF to = buf_new(4096);
	struct json_out *w = json_out_buf(&to, false);

	json_open_object(w);
	json_field_optional(w, "text", STR("x"));
	json_field_optional(w, "no_text", STR(""));
	json_field_date(w, "day", date_of(2026, 1, 2));
	json_field_date(w, "no_day", DATE_NONE);
	json_field_instant(w, "at", (struct instant){ 1 });
	json_field_instant(w, "no_at", INSTANT_NONE);
	json_field_int_or_null(w, "n", 1, 1);
	json_field_int_or_null(w, "no_n", 0, 1);
	json_close_object(w);
	assert_true(json_out_close(w));
	buf_byte(&to, '\0');
	assert_string_equal(to.ptr, expected);
	(void)state;
}

static void json_write_decimal_has_a_digit_behind_the_point_and_no_idle_zeros(void **state)
{
	static const struct {
		int64_t n;
		int places;
		const char *text;
	} cases[] = {
		{ 98, 1, "9.8" },
		{ 90, 1, "9.0" },
		{ 100, 1, "10.0" },
		{ 5, 1, "0.5" },
		{ -5, 1, "-0.5" },
		{ 0, 1, "0.0" },
		{ 1230, 4, "0.123" },
		{ 7, 6, "0.000007" },
		{ 7, 0, "7.0" },
		{ INT64_MAX, 18, "9.223372036854775807" },
		{ INT64_MIN, 2, "-92233720368547758.08" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_BUF to = buf_new(64);
		struct json_out *w = json_out_buf(&to, false);

		CASE(cases[i].text);
		json_put_decimal(w, cases[i].n, cases[i].places);
		assert_true(json_out_close(w));
		assert_true(str_eq(buf_str(&to), str_of(cases[i].text)));
	}
	(void)state;
}

static void json_write_replaces_what_is_not_utf8(void **state)
{
	SCOPED_BUF to = buf_new(64);
	struct json_out *w = json_out_buf(&to, false);

	json_put_text(w, STR("a\xff\xc3(\xed\xa0\x80\xf0\x9f"));
	assert_true(json_out_close(w));
	assert_true(
	    str_eq(buf_str(&to), STR("\"a\xef\xbf\xbd\xef\xbf\xbd(\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"
				     "\xef\xbf\xbd\xef\xbf\xbd\"")));
	(void)state;
}

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

/* What is written is read back as it was: texts of every length and character, and numbers. */
static void json_write_and_json_stream_round_trip(void **state)
{
	enum { TEXTS = 400, MOST = 5000 };
	static char texts[TEXTS][MOST];
	size_t len[TEXTS];
	SCOPED_BUF to = buf_new(64 * 1024 * 1024);
	struct json_out *w = json_out_buf(&to, true);
	uint32_t seed = 806;
	struct err e = { 0 };

	json_open_array(w);
	for (size_t i = 0; i < TEXTS; i++) {
		size_t most = i * i % (MOST - 4);

		for (len[i] = 0; len[i] < most;) {
			uint32_t c = next_random(&seed) >> (next_random(&seed) % 20);

			c = c % 0x110000;
			if (c == 0 || (c >= 0xd800 && c < 0xe000))
				c = '"';
			if (c < 0x80)
				texts[i][len[i]++] = (char)c;
			else
				len[i] += utf8_encode(c, texts[i] + len[i]);
		}
		json_open_object(w);
		json_key_str(w, (struct str){ texts[i], len[i] });
		json_put_text(w, (struct str){ texts[i], len[i] });
		json_field_int(w, "\x01n", (int64_t)next_random(&seed) - 8000000);
		json_close_object(w);
	}
	json_close_array(w);
	assert_true(json_out_close(w));

	SCOPED_INPUT *in = input_open_memory(STR("t.json"), buf_str(&to));
	SCOPED_JSON *j = json_open(in);

	seed = 806;
	for (size_t i = 0; json_next_item(j); i++) {
		struct str key, text;
		int64_t n;

		assert_true(json_next_key(j, &key));
		assert_true(str_eq(key, (struct str){ texts[i], len[i] }));
		assert_true(json_text(j, &text));
		assert_true(str_eq(text, (struct str){ texts[i], len[i] }));
		assert_true(json_next_key(j, &key));
		assert_true(json_int(j, -8000000, 16777216 - 8000000, &n));
		assert_false(json_next_key(j, &key));
	}
	assert_true(json_finish(j, &e));
	(void)state;
}

static void json_write_says_when_the_stream_or_buf_is_full(void **state)
{
	SCOPED_BUF small = buf_new(10);
	struct json_out *w = json_out_buf(&small, false);
	FILE *full = fopen("/dev/full", "w");

	json_put_text(w, STR("more than ten bytes"));
	assert_false(json_out_close(w));
	if (!full)
		skip();
	w = json_out_file(full, false);
	json_put_text(w, STR("lost"));
	assert_false(json_out_close(w));
	fclose(full);
	(void)state;
}

/* A text is searched in steps of several bytes: each place and each length is one of its own. */
static void json_write_escapes_at_every_place(void **state)
{
	static const struct {
		char byte;
		const char *written;
	} cases[] = {
		{ '"', "\\\"" },
		{ '\\', "\\\\" },
		{ '\0', "\\u0000" },
		{ 0x1f, "\\u001f" },
		{ 0x7f, "\\u007f" },
		{ (char)0xff, "\xef\xbf\xbd" },
		{ ' ', " " },
		{ '~', "~" },
	};
	char text[50], expected[64];

	(void)state;
	for (size_t i = 0; i < COUNT(cases) * sizeof(text); i++) {
		size_t len = i % sizeof(text), which = i / sizeof(text);

		for (size_t at = 0; at < len; at++) {
			SCOPED_BUF to = buf_new(sizeof(expected));
			struct json_out *w = json_out_buf(&to, false);

			memset(text, 'a', len);
			text[at] = cases[which].byte;
			json_put_text(w, (struct str){ text, len });
			assert_true(json_out_close(w));
			text[at] = 'a';
			snprintf(expected, sizeof(expected), "\"%.*s%s%.*s\"", (int)at, text,
			    cases[which].written, (int)(len - at - 1), text);
			buf_byte(&to, '\0');
			assert_string_equal(to.ptr, expected);
		}
	}
}

/* Deeper than a line of blanks reaches. */
static void json_write_indents_at_every_depth(void **state)
{
	SCOPED_BUF to = buf_new(65536);
	struct json_out *w = json_out_buf(&to, true);
	struct str rest, line;

	(void)state;
	for (size_t i = 0; i < LIMIT_JSON_DEPTH; i++)
		json_open_array(w);
	json_put_null(w);
	for (size_t i = 0; i < LIMIT_JSON_DEPTH; i++)
		json_close_array(w);
	assert_true(json_out_close(w));
	rest = buf_str(&to);
	for (size_t i = 0; i <= LIMIT_JSON_DEPTH; i++) {
		assert_true(str_cut(&rest, '\n', &line));
		assert_int_equal(line.len - (i == LIMIT_JSON_DEPTH ? 4 : 1), 2 * i);
		assert_int_equal(strspn(line.ptr, " "), 2 * i);
	}
}

TESTS(cmocka_unit_test(json_write_escapes_at_every_place),
    cmocka_unit_test(json_write_indents_at_every_depth),
    cmocka_unit_test(json_write_has_one_compact_and_one_pretty_form),
    cmocka_unit_test(json_write_says_null_of_what_is_not_stated),
    cmocka_unit_test(json_write_decimal_has_a_digit_behind_the_point_and_no_idle_zeros),
    cmocka_unit_test(json_write_replaces_what_is_not_utf8),
    cmocka_unit_test(json_write_and_json_stream_round_trip),
    cmocka_unit_test(json_write_says_when_the_stream_or_buf_is_full))
