#include "check.h"

#include "formats/pdf/pdf_syntax.h"

static void reals_have_two_digits_at_most(void **state)
{
	static const struct {
		double n;
		const char *text;
	} cases[] = { { 0, "0" }, { 1, "1" }, { -1, "-1" }, { 0.5, "0.5" }, { 12.25, "12.25" },
		{ 0.004, "0" }, { -0.004, "0" }, { 0.05, "0.05" }, { 595.276, "595.28" }, { -0.5, "-0.5" },
		{ 10, "10" } };

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_BUF out = buf_new(64);

		CASE(cases[i].text);
		pdf_put_real(&out, cases[i].n);
		assert_true(str_eq(buf_str(&out), str_of(cases[i].text)));
	}
	(void)state;
}

static void colours_are_parts_of_one(void **state)
{
	static const struct {
		int colour;
		const char *text;
	} cases[] = { { 0, "0 0 0 " }, { 0xffffff, "1 1 1 " }, { 0x0d5a75, "0.051 0.353 0.459 " },
		{ 0x80ff00, "0.502 1 0 " } };

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_BUF out = buf_new(64);

		CASE(cases[i].text);
		pdf_put_colour(&out, cases[i].colour);
		assert_true(str_eq(buf_str(&out), str_of(cases[i].text)));
	}
	(void)state;
}

static void texts_are_escaped_or_utf16(void **state)
{
	static const struct {
		const char *text, *pdf;
	} cases[] = {
		{ "", "()" },
		{ "Pump (1) \\ end", "(Pump \\(1\\) \\\\ end)" },
		{ "\xc3\x9c", "<FEFF00DC>" },
		{ "a\nb", "<FEFF0061000A0062>" },
		{ "\xe5\x8c\xbb\xe7\x99\x82", "<FEFF533B7642>" },
		{ "\xf0\x9f\x9a\x91", "<FEFFD83DDE91>" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_BUF out = buf_new(64);

		CASE(cases[i].text);
		pdf_put_text(&out, str_of(cases[i].text));
		assert_true(str_eq(buf_str(&out), str_of(cases[i].pdf)));
	}
	(void)state;
}

static void what_is_no_text_is_replaced(void **state)
{
	static const struct {
		const char *text, *clean;
	} cases[] = {
		{ "a\tb\nc", "a\tb\nc" },
		{ "a\rb\x1b[31m\x7f", "a\xef\xbf\xbd"
				      "b\xef\xbf\xbd[31m\xef\xbf\xbd" },
		{ "\xff\xc3(", "\xef\xbf\xbd\xef\xbf\xbd(" },
		{ "\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_BUF out = buf_new(64);

		CASE(cases[i].text);
		pdf_add_clean(str_of(cases[i].text), &out);
		assert_true(str_eq(buf_str(&out), str_of(cases[i].clean)));
	}
	(void)state;
}

static void a_carriage_return_is_not_left_bare(void **state)
{
	SCOPED_BUF out = buf_new(64);

	for (int byte = 0; byte < 0x30; byte++)
		pdf_put_string_byte(&out, (unsigned char)byte);
	assert_false(str_has(buf_str(&out), STR("\r")));
	assert_true(str_has(buf_str(&out), STR("\n\x0b\x0c\\r\x0e")));
	assert_true(str_has(buf_str(&out), STR("'\\(\\)*")));
	(void)state;
}

static void a_date_has_whole_seconds(void **state)
{
	SCOPED_BUF out = buf_new(64);

	pdf_put_instant(&out, (struct instant){ INT64_C(1767225601999999) });
	assert_true(str_eq(buf_str(&out), STR("(D:20260101000001Z)")));
	(void)state;
}

TESTS(cmocka_unit_test(reals_have_two_digits_at_most), cmocka_unit_test(colours_are_parts_of_one),
    cmocka_unit_test(texts_are_escaped_or_utf16), cmocka_unit_test(what_is_no_text_is_replaced),
    cmocka_unit_test(a_carriage_return_is_not_left_bare), cmocka_unit_test(a_date_has_whole_seconds))
