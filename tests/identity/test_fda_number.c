#include "check.h"

#include "identity/fda_number.h"

static void a_number_is_taken_by_its_form(void **state)
{
	static const struct {
		enum fda_number kind;
		const char *text, *kept; /* NULL: refused */
	} rows[] = {
		{ FDA_MARKETING, "K123456", "K123456" },
		{ FDA_MARKETING, " k123456 ", "K123456" },
		{ FDA_MARKETING, "K12345", NULL },
		{ FDA_MARKETING, "K1234567", NULL },
		{ FDA_MARKETING, "K12345O", NULL },
		{ FDA_MARKETING, "K123456/S001", NULL }, /* a 510(k) has no supplements */
		{ FDA_MARKETING, "DEN170001", "DEN170001" },
		{ FDA_MARKETING, "P910023", "P910023" },
		{ FDA_MARKETING, "P910023/S001", "P910023/S001" },
		{ FDA_MARKETING, "P910023/S1001", "P910023/S1001" },
		{ FDA_MARKETING, "P910023/S01", NULL },
		{ FDA_MARKETING, "P910023S001", NULL },
		{ FDA_MARKETING, "H120001", "H120001" },
		{ FDA_MARKETING, "N18033/S999", "N18033/S999" },
		{ FDA_MARKETING, "BK210640", "BK210640" },
		{ FDA_MARKETING, "Preamendments", "preamendments" },
		{ FDA_MARKETING, "exempt", NULL },
		{ FDA_MARKETING, "", NULL },
		{ FDA_LISTING, "d123456", "D123456" },
		{ FDA_LISTING, "D12345", NULL },
		{ FDA_LISTING, "E123456", NULL },
		{ FDA_PRODUCT_CODE, "frn", "FRN" },
		{ FDA_PRODUCT_CODE, "FR", NULL },
		{ FDA_PRODUCT_CODE, "FRNX", NULL },
		{ FDA_PRODUCT_CODE, "F4N", NULL },
		{ FDA_REGULATION, "880.5725", "880.5725" },
		{ FDA_REGULATION, "868.9", "868.9" },
		{ FDA_REGULATION, "880-5725", NULL },
		{ FDA_REGULATION, "21 CFR 880.5725", NULL },
		{ FDA_ESTABLISHMENT, "3009999", "3009999" },
		{ FDA_ESTABLISHMENT, "3009999123", "3009999123" },
		{ FDA_ESTABLISHMENT, "30099991", NULL },
		{ FDA_ESTABLISHMENT, "300999X", NULL },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		SCOPED_ARENA arena = { 0 };
		struct err e = { 0 };
		struct str kept = STR_NONE;

		CASE(rows[i].text);
		assert_int_equal(fda_number_parse(rows[i].kind, str_of(rows[i].text), &arena, &kept, &e),
		    rows[i].kept != NULL);
		if (rows[i].kept)
			assert_string_equal(arena_text(&arena, kept), rows[i].kept);
		else
			assert_non_null(strstr(e.text, "expected "));
	}
	(void)state;
}

TESTS(cmocka_unit_test(a_number_is_taken_by_its_form))
