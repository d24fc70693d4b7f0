#include "check.h"

#include "base/buf.h"
#include "sources/consignee_rows.h"

static bool take(void *ctx, const struct consignee_row *row, struct err *e)
{
	buf_printf(ctx, STR_FMT "|" STR_FMT "|" STR_FMT ";", STR_ARG(row->account), STR_ARG(row->telephone),
	    STR_ARG(row->quantity));
	return !str_eq(row->account, STR("bad")) || err_fail(e, ERR_INPUT, "refused");
}

static void columns_are_found_by_their_names(void **state)
{
	static const struct {
		const char *csv, *rows, *error;
	} cases[] = {
		{ "account,telephone,quantity\n1,2,3\n", "1|2|3;", NULL },
		{ "Quantity,ACCOUNT,Other\n3,1,x\n", "1||3;", NULL },
		{ "# personal data: telephone\naccount, Telephone \n1,'+1 555\n", "1|+1 555|;", NULL },
		{ "account,telephone\n1,'555\n", "1|'555|;", NULL },
		{ "account\n", "", NULL },
		{ "name\nx\n", "", "c.csv:1: no column is called \"account\"" },
		{ "account,quantity\n1,2\n1\n", "1||2;", "c.csv:3: 1 fields, the header has 2" },
		{ "account\n1\nbad\n2\n", "1||;bad||;", "c.csv:3: refused" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_INPUT *in = input_open_memory(STR("c.csv"), str_of(cases[i].csv));
		SCOPED_BUF out = buf_new(1000);
		struct err e = { 0 };

		CASE(cases[i].csv);
		assert_int_equal(
		    consignee_rows_read(in, (struct consignee_rows_sink){ &out, take }, &e), !cases[i].error);
		assert_string_equal(e.text, cases[i].error ? cases[i].error : "");
		buf_byte(&out, '\0');
		assert_string_equal(buf_str(&out).ptr, cases[i].rows);
	}
	(void)state;
}

static void a_column_twice_or_no_list_at_all_is_refused(void **state)
{
	static const char *const lists[] = { "account,Account\n1,2\n",
		"account,postal code,postal_code\n1,2,3\n", "" };

	for (size_t i = 0; i < COUNT(lists); i++) {
		SCOPED_INPUT *in = input_open_memory(STR("c.csv"), str_of(lists[i]));
		SCOPED_BUF out = buf_new(1000);
		struct err e = { 0 };

		CASE(lists[i]);
		assert_false(consignee_rows_read(in, (struct consignee_rows_sink){ &out, take }, &e));
		assert_int_equal(out.len, 0);
		assert_int_not_equal(e.text[0], '\0');
	}
	(void)state;
}

TESTS(cmocka_unit_test(columns_are_found_by_their_names),
    cmocka_unit_test(a_column_twice_or_no_list_at_all_is_refused))
