#include "check.h"

#include "formats/csv_read.h"
#include "formats/csv_write.h"

static void csv_fields_are_quoted_and_never_formulas(void **state)
{
	static const struct {
		const char *text, *csv;
	} cases[] = {
		{ "", "" },
		{ "plain text", "plain text" },
		{ "a,b", "\"a,b\"" },
		{ "say \"hi\"", "\"say \"\"hi\"\"\"" },
		{ "two\r\nlines", "\"two\r\nlines\"" },
		{ "=1+1", "'=1+1" },
		{ "+1", "'+1" },
		{ "-1", "'-1" },
		{ "@SUM(A1)", "'@SUM(A1)" },
		{ "\t=1", "'\t=1" },
		{ "\r=1", "\"'\r=1\"" },
		{ "\n=1", "\"'\n=1\"" },
		{ "=cmd|' /C calc'!A0,\"", "\"'=cmd|' /C calc'!A0,\"\"\"" },
		{ "1=1", "1=1" },
		{ "bell\x07", "bell\xef\xbf\xbd" },
		{ "\xff\xe2\x82\xac", "\xef\xbf\xbd\xe2\x82\xac" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_BUF to = buf_new(4096), wanted = buf_new(4096);
		struct csv_out *w = csv_out_buf(&to);

		CASE(cases[i].text);
		csv_put(w, STR("x"));
		csv_put(w, str_of(cases[i].text));
		csv_end_row(w);
		csv_put(w, STR("y"));
		csv_end_row(w);
		assert_true(csv_out_close(w));
		buf_printf(&wanted, "x,%s\r\ny\r\n", cases[i].csv);
		assert_true(str_eq(buf_str(&to), buf_str(&wanted)));
	}
	(void)state;
}

static void csv_lists_are_one_field(void **state)
{
	static const struct str texts[] = { { "=a", 2 }, { "b,c", 3 } };
	SCOPED_BUF to = buf_new(4096);
	struct csv_out *w = csv_out_buf(&to);

	csv_put_list(w, texts, 2);
	csv_put_list(w, texts, 0);
	csv_put_list(w, texts + 1, 1);
	csv_end_row(w);
	assert_true(csv_out_close(w));
	assert_true(str_eq(buf_str(&to), STR("\"'=a; b,c\",,\"b,c\"\r\n")));
	(void)state;
}

/* What is written is read back by our own reader, whatever the text. */
static void csv_is_read_back_as_written(void **state)
{
	static const char *const texts[] = { "a", "", "x,y", "\"", "\"\"", "a\nb", "a\r\nb", "\xe2\x82\xac,",
		";", " blank " };
	SCOPED_BUF to = buf_new(4096);
	struct csv_out *w = csv_out_buf(&to);
	SCOPED_INPUT *in = NULL;
	SCOPED_CSV *csv = NULL;
	struct err e = { 0 };

	csv_put(w, STR("left"));
	csv_put(w, STR("right"));
	csv_end_row(w);
	for (size_t i = 0; i < COUNT(texts); i++) {
		csv_put(w, str_of(texts[i]));
		csv_put(w, STR("end"));
		csv_end_row(w);
	}
	assert_true(csv_out_close(w));
	in = input_open_memory(STR("table.csv"), buf_str(&to));
	csv = csv_open(in);
	for (size_t i = 0; i < COUNT(texts); i++) {
		const struct str *fields;

		CASE(texts[i]);
		assert_true(csv_next_row(csv));
		assert_true(csv_row(csv, &fields, &e));
		assert_true(str_eq(fields[0], str_of(texts[i])));
		assert_true(str_eq(fields[1], STR("end")));
	}
	assert_false(csv_next_row(csv));
	assert_true(csv_finish(csv, &e));
	(void)state;
}

static void csv_that_does_not_fit_is_told(void **state)
{
	SCOPED_BUF small = buf_new(4);
	struct csv_out *w = csv_out_buf(&small);

	csv_put(w, STR("12345"));
	assert_false(csv_out_close(w));
	(void)state;
}

TESTS(cmocka_unit_test(csv_fields_are_quoted_and_never_formulas), cmocka_unit_test(csv_lists_are_one_field),
    cmocka_unit_test(csv_is_read_back_as_written), cmocka_unit_test(csv_that_does_not_fit_is_told))
