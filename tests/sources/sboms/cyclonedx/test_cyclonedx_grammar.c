#include "check.h"

#include "sources/sboms/cyclonedx/cyclonedx_grammar.h"

/* Contexts are found by halving the table: each must have its rows, and only its own. */
static void every_context_has_its_rows(void **state)
{
	for (int in = IN_DOCUMENT; in <= IN_AFFECTED_VERSION; in++) {
		size_t count;
		const struct cyclonedx_row *rows = cyclonedx_rows((enum cyclonedx_context)in, &count);

		assert_true(count > 0);
		for (size_t i = 0; i < count; i++)
			assert_int_equal(rows[i].in, in);
	}
	(void)state;
}

static void a_list_in_xml_names_its_elements(void **state)
{
	for (int in = IN_DOCUMENT; in <= IN_AFFECTED_VERSION; in++) {
		size_t count;
		const struct cyclonedx_row *rows = cyclonedx_rows((enum cyclonedx_context)in, &count);

		for (size_t i = 0; i < count; i++) {
			CASE(rows[i].name);
			if (rows[i].take == TAKE_LIST && rows[i].form != IN_JSON)
				assert_non_null(rows[i].item);
		}
	}
	(void)state;
}

static void names_are_found_in_the_forms_that_have_them(void **state)
{
	static const struct {
		enum cyclonedx_context in;
		const char *name;
		bool json, xml;
	} rows[] = {
		{ IN_DOCUMENT, "bomFormat", true, false },
		{ IN_COMPONENT, "name", true, true },
		{ IN_HASH, "content", true, false },
		{ IN_HASH, "", false, true },
		{ IN_DEPENDENCY, "dependsOn", true, false },
		{ IN_DEPENDENCY, "dependency", false, true },
		{ IN_AFFECTED_VERSION, "status", true, true },
		{ IN_COMPONENT, "status", false, false },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str name = str_of(rows[i].name);

		CASE(rows[i].name);
		assert_int_equal(cyclonedx_find_row(rows[i].in, name, IN_JSON) != NULL, rows[i].json);
		assert_int_equal(cyclonedx_find_row(rows[i].in, name, IN_XML) != NULL, rows[i].xml);
	}
	(void)state;
}

TESTS(cmocka_unit_test(every_context_has_its_rows), cmocka_unit_test(a_list_in_xml_names_its_elements),
    cmocka_unit_test(names_are_found_in_the_forms_that_have_them))
