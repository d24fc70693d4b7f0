#include "check.h"

#include "matching/language_name.h"

static void a_package_of_a_language_has_nvds_names(void **state)
{
	static const struct {
		enum package_kind kind;
		const char *package, *name, *project; /* NULL: none */
	} cases[] = {
		{ PACKAGE_PURL, "cargo/yottadb", "a:yottadb:yottadb", "a:yottadb_project:yottadb" },
		{ PACKAGE_PURL, "npm/JSONStream", "a:jsonstream:jsonstream",
		    "a:jsonstream_project:jsonstream" },
		{ PACKAGE_PURL, "gem/a+b", "a:a\\+b:a\\+b", "a:a\\+b_project:a\\+b" },
		{ PACKAGE_PURL, "npm/@scope/name", NULL, NULL },
		{ PACKAGE_PURL, "deb/debian/zlib", NULL, NULL },
		{ PACKAGE_PURL, "generic/zlib", NULL, NULL },
		{ PACKAGE_CPE, "a:zlib:zlib", NULL, NULL },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct alias_name package = { cases[i].kind, str_of(cases[i].package) };
		struct alias *names;
		size_t count = language_names(package, &arena, &names);

		CASE(cases[i].package);
		assert_int_equal(count, cases[i].name ? 2 : 0);
		if (count == 0)
			continue;
		assert_string_equal(arena_text(&arena, names[0].name.package), cases[i].name);
		assert_string_equal(arena_text(&arena, names[1].name.package), cases[i].project);
		assert_true(str_has(names[0].through, STR("as NVD names what is written for")));
	}
	(void)state;
}

/* Names lead back to packages by their names in lower case, as stores post them. */
static void and_the_names_lead_back(void **state)
{
	static const struct {
		const char *cpe, *npm; /* NULL: to no package */
	} cases[] = {
		{ "a:jsonstream:jsonstream", "npm/jsonstream" },
		{ "a:jsonstream_project:jsonstream", "npm/jsonstream" },
		{ "a:a\\+b_project:a\\+b", "npm/a+b" },
		{ "a:jsonstreams:jsonstream", NULL },
		{ "a:acme:jsonstream", NULL },
		{ "o:jsonstream:jsonstream", NULL },
		{ "a:jsonstream", NULL },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct alias_name *packages;
		size_t count = language_packages(
		    (struct alias_name){ PACKAGE_CPE, str_of(cases[i].cpe) }, &arena, &packages);
		bool found = false;

		CASE(cases[i].cpe);
		assert_int_equal(count > 0, cases[i].npm != NULL);
		for (size_t k = 0; k < count; k++)
			found |= str_eq(packages[k].package, str_of(cases[i].npm));
		assert_int_equal(found, count > 0);
	}
	(void)state;
}

TESTS(cmocka_unit_test(a_package_of_a_language_has_nvds_names), cmocka_unit_test(and_the_names_lead_back))
