#include "check.h"

#include "sources/product_codes.h"

static void a_code_has_the_name_of_its_first_row(void **state)
{
	static const struct {
		const char *table, *code, *name, *error;
	} cases[] = {
		{ "product_code\tname\tx\nFRN\tPump, Infusion\t1\nFRN\tOther\t2\n", "FRN", "Pump, Infusion",
		    NULL },
		{ "x\tNAME\tProduct_Code\r\n1\tPump\tFRN\r\n", "frn", "Pump", NULL },
		{ "REVIEW\tPRODUCTCODE\tDEVICENAME\nHO\tFRN\tPump\n", "FRN", "Pump", NULL },
		{ "product_code\tname\nFRN\tPump\n", "ABC", "", NULL },
		{ "product_code\tname\nABC\n", "ABC", "", NULL },
		{ "", "ABC", "", "t.tsv:1: expected columns product_code and name with tabs between them" },
		{ "code,name\nABC,x\n", "ABC", "",
		    "t.tsv:1: expected columns product_code and name with tabs between them" },
		{ "product_code\tname\nABC\t\xff\n", "ABC", "", "t.tsv: text is not UTF-8" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_INPUT *in = input_open_memory(STR("t.tsv"), str_of(cases[i].table));
		SCOPED_ARENA arena = { 0 };
		struct str name = STR("");
		struct err e = { 0 };

		CASE(cases[i].table);
		assert_int_equal(
		    product_codes_find(in, str_of(cases[i].code), &arena, &name, &e), !cases[i].error);
		assert_string_equal(e.text, cases[i].error ? cases[i].error : "");
		assert_string_equal(arena_text(&arena, name), cases[i].name);
	}
	(void)state;
}

TESTS(cmocka_unit_test(a_code_has_the_name_of_its_first_row))
