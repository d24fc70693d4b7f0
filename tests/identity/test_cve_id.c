#include "check.h"

#include "identity/cve_id.h"

static void cve_id_is_parsed_whole_or_not_at_all(void **state)
{
	static const struct {
		const char *text;
		int64_t id; /* 0: refused */
	} cases[] = {
		{ "CVE-2021-31571", INT64_C(20210000031571) },
		{ "cve-2021-31571", INT64_C(20210000031571) },
		{ "CVE-1999-0001", INT64_C(19990000000001) },
		{ "CVE-2999-9999999999", INT64_C(29999999999999) },
		{ "CVE-1998-0001", 0 },
		{ "CVE-3000-0001", 0 },
		{ "CVE-2021-001", 0 },
		{ "CVE-2021-00001", 0 },
		{ "CVE-2021-99999999999", 0 },
		{ "CVE-2021-31571 ", 0 },
		{ " CVE-2021-31571", 0 },
		{ "CVE-2021-3157a", 0 },
		{ "CVE-2O21-31571", 0 },
		{ "CVE-2021_31571", 0 },
		{ "CVE-2021-", 0 },
		{ "CVE-", 0 },
		{ "", 0 },
		{ "GHSA-xvch-5gv4-984h", 0 },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		int64_t id = 0;

		CASE(cases[i].text);
		assert_int_equal(cve_id_parse(str_of(cases[i].text), &id), cases[i].id != 0);
		assert_true(id == cases[i].id);
	}
	(void)state;
}

static void cve_id_is_written_with_four_digits_at_least(void **state)
{
	static const char *const ids[] = { "CVE-1999-0001", "CVE-2021-0999", "CVE-2021-1000",
		"CVE-2021-31571", "CVE-2024-1234567", "CVE-2999-9999999999" };
	int64_t before = 0;

	for (size_t i = 0; i < COUNT(ids); i++) {
		char text[CVE_ID_TEXT_SIZE];
		int64_t id;

		CASE(ids[i]);
		assert_true(cve_id_parse(str_of(ids[i]), &id));
		assert_string_equal(cve_id_write(id, text), ids[i]);
		assert_true(id > before);
		before = id;
	}
	(void)state;
}

TESTS(cmocka_unit_test(cve_id_is_parsed_whole_or_not_at_all),
    cmocka_unit_test(cve_id_is_written_with_four_digits_at_least))
