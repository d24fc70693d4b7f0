#include "check.h"

#include "matching/target.h"

static void what_is_made_for_one_ecosystem_is_not_of_another(void **state)
{
	static const struct {
		const char *target_sw, *ecosystem;
		bool fits;
	} cases[] = {
		/* a plugin for a web site never meets a C library or a system package */
		{ "wordpress", "conan", false },
		{ "wordpress", "deb", false },
		{ "wordpress", "rpm", false },
		{ "joomla\\!", "npm", false },
		{ "drupal", "maven", false },
		{ "wordpress", "composer", true },
		/* a language keeps to its ecosystem; distributions and Java archives carry any */
		{ "node.js", "npm", true },
		{ "node.js", "pypi", false },
		{ "node.js", "nuget", false },
		{ "python", "pypi", true },
		{ "python", "conan", false },
		{ "ruby", "deb", true },
		{ "node.js", "maven", true },
		{ ".net", "nuget", true },
		/* a package of a Linux distribution was not built for Windows or a telephone */
		{ "windows", "deb", false },
		{ "android", "apk", false },
		{ "iphone_os", "rpm", false },
		{ "windows", "nuget", true },
		{ "linux", "deb", true },
		/* what is not known fits */
		{ "wordpress", "", true },
		{ "wordpress", "generic", true },
		{ "wordpress", "github", true },
		{ "jenkins", "maven", true },
		{ "*", "npm", true },
		{ "-", "npm", true },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		CASE(cases[i].target_sw);
		assert_int_equal(
		    target_fits(str_of(cases[i].target_sw), str_of(cases[i].ecosystem)), cases[i].fits);
	}
	(void)state;
}

TESTS(cmocka_unit_test(what_is_made_for_one_ecosystem_is_not_of_another))
