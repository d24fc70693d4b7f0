#include "check.h"

#include "identity/cwe.h"

static void cwe_knows_names_of_today_and_of_late(void **state)
{
	static const struct {
		int64_t id;
		const char *name;
		bool good;
	} cases[] = {
		{ 79, "Improper Neutralization of Input During Web Page Generation ('Cross-site Scripting')",
		    true },
		{ 79, "Cross-site Scripting", false },
		{ 78, "Improper Neutralization of Input During Web Page Generation ('Cross-site Scripting')",
		    false },
		{ 280, "Improper Handling of Insufficient Permissions or Privileges ", true },
		{ 1427, "Improper Neutralization of Input Used for LLM Prompting", true },
		{ 1, "DEPRECATED: Location", true },
		{ 3, "Technology-specific Environment Issues", false },
		{ 999999, "x", false },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		CASE(cases[i].name);
		assert_int_equal(cwe_is_name(cases[i].id, str_of(cases[i].name)), cases[i].good);
	}
	assert_int_equal(cwe_name(999999).len, 0);
	assert_int_equal(cwe_name(0).len, 0);
	/* renamed: the name of today stands first, the one before holds too */
	assert_true(str_starts(cwe_name(1039), STR("Inadequate Detection")));
	assert_true(
	    cwe_is_name(1039, STR("Automated Recognition Mechanism with Inadequate Detection or Handling "
				  "of Adversarial Input Perturbations")));
	(void)state;
}

static void cwe_ids_are_read(void **state)
{
	static const struct {
		const char *text;
		int64_t id;
	} cases[] = { { "CWE-79", 79 }, { "CWE-999999", 999999 }, { "CWE-1000000", 0 }, { "CWE-079", 0 },
		{ "cwe-79", 0 }, { "CWE-", 0 }, { "CWE-7 9", 0 }, { "79", 0 } };

	for (size_t i = 0; i < COUNT(cases); i++) {
		int64_t id = 0;

		CASE(cases[i].text);
		assert_int_equal(cwe_id_parse(str_of(cases[i].text), &id), cases[i].id != 0);
		assert_int_equal(id, cases[i].id);
	}
	(void)state;
}

/* The search counts on it. */
extern const char *const cwe_lines[];
extern const size_t cwe_lines_count;

static void cwe_table_is_in_order(void **state)
{
	long last = 0;

	for (size_t i = 0; i < cwe_lines_count; i++) {
		long id = strtol(cwe_lines[i], NULL, 10);

		CASE(cwe_lines[i]);
		assert_true(id >= last && id > 0);
		last = id;
	}
	assert_true(cwe_lines_count > 1300);
	(void)state;
}

TESTS(cmocka_unit_test(cwe_knows_names_of_today_and_of_late), cmocka_unit_test(cwe_ids_are_read),
    cmocka_unit_test(cwe_table_is_in_order))
