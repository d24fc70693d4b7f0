#include "check.h"

#include "base/buf.h"
#include "sources/lot_rows.h"

static bool take(void *ctx, const struct lot_listed *row, struct err *e)
{
	buf_printf(ctx, STR_FMT "|" STR_FMT "|" STR_FMT ";", STR_ARG(row->release), STR_ARG(row->serial_from),
	    STR_ARG(row->manufactured_on));
	return !str_eq(row->release, STR("bad")) || err_fail(e, ERR_INPUT, "refused");
}

static void columns_are_found_by_their_names(void **state)
{
	static const struct {
		const char *csv, *rows, *error;
	} cases[] = {
		{ "release,serial_from,manufactured_on\n1.0,S1,2026-01-02\n", "1.0|S1|2026-01-02;", NULL },
		{ "Serial From,Other,RELEASE\n S1 ,x,1.0\n\n", "1.0|S1|;", NULL },
		{ "release\n", "", NULL },
		{ "lot\nL1\n", "", "c.csv:1: no column is called \"release\"" },
		{ "release,Release\n1,2\n", "", "c.csv:1: two columns are called \"release\"" },
		{ "release,lot\n1.0\n", "", "c.csv:2: 1 fields, the header has 2" },
		{ "release\n1.0\nbad\n2.0\n", "1.0||;bad||;", "c.csv:3: refused" },
		{ "", "", "expected a header, found the end" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_INPUT *in = input_open_memory(STR("c.csv"), str_of(cases[i].csv));
		SCOPED_BUF out = buf_new(1000);
		struct err e = { 0 };

		CASE(cases[i].csv);
		assert_int_equal(
		    lot_rows_read(in, (struct lot_rows_sink){ &out, take }, &e), !cases[i].error);
		if (cases[i].error && !strstr(e.text, cases[i].error))
			assert_string_equal(e.text, cases[i].error);
		buf_byte(&out, '\0');
		assert_string_equal(buf_str(&out).ptr, cases[i].rows);
	}
	(void)state;
}

TESTS(cmocka_unit_test(columns_are_found_by_their_names))
