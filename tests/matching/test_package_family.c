#include "check.h"

#include "matching/package_family.h"

static void a_package_belongs_to_those_that_a_source_serves_together(void **state)
{
	static const struct {
		enum package_kind kind;
		const char *package, *family, *words;
	} cases[] = {
		{ PACKAGE_PURL, "npm/left-pad", "npm/", "purl type npm" },
		{ PACKAGE_PURL, "npm/@scope/left-pad", "npm/", "purl type npm" },
		{ PACKAGE_PURL, "maven/org.acme/core", "maven/", "purl type maven" },
		{ PACKAGE_PURL, "deb/debian/openssl", "deb/debian/", "purl type deb/debian" },
		{ PACKAGE_PURL, "deb/ubuntu/openssl", "deb/ubuntu/", "purl type deb/ubuntu" },
		{ PACKAGE_PURL, "rpm/redhat/openssl", "rpm/redhat/", "purl type rpm/redhat" },
		{ PACKAGE_PURL, "apk/openssl", "apk/", "purl type apk" },
		{ PACKAGE_CPE, "a:openssl:openssl", "a:", "CPE part a" },
		{ PACKAGE_CPE, "h:acme:board", "h:", "CPE part h" },
		{ PACKAGE_NAME, "acme:parser", "", "plain names" },
		{ PACKAGE_GIT, "github.com/acme/parser", "", "repositories" },
		{ PACKAGE_PURL, "no-slash", "", "purl type " },
	};
	SCOPED_ARENA arena = { 0 };

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str family = package_family(cases[i].kind, str_of(cases[i].package));

		CASE(cases[i].package);
		assert_true(str_eq(family, str_of(cases[i].family)));
		assert_true(
		    str_eq(package_family_words(cases[i].kind, family, &arena), str_of(cases[i].words)));
	}
	(void)state;
}

TESTS(cmocka_unit_test(a_package_belongs_to_those_that_a_source_serves_together))
