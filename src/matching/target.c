#include "matching/target.h"

/* What a target is: the language a library is written for, the system a plugin is for, the machine a program
 * is built for. */
enum target_kind { TARGET_LANGUAGE, TARGET_PLUGIN, TARGET_SYSTEM };

/* clang-format off */
/* Values of target_sw that NVD uses, and for a language its ecosystem. */
static const struct {
	const char *name;
	enum target_kind kind;
	const char *ecosystem;
} targets[] = {
	{ "node.js", TARGET_LANGUAGE, "npm" },
	{ "nodejs", TARGET_LANGUAGE, "npm" },
	{ "python", TARGET_LANGUAGE, "pypi" },
	{ "ruby", TARGET_LANGUAGE, "gem" },
	{ "ruby_on_rails", TARGET_LANGUAGE, "gem" },
	{ "rails", TARGET_LANGUAGE, "gem" },
	{ "php", TARGET_LANGUAGE, "composer" },
	{ "go", TARGET_LANGUAGE, "golang" },
	{ "golang", TARGET_LANGUAGE, "golang" },
	{ "rust", TARGET_LANGUAGE, "cargo" },
	{ ".net", TARGET_LANGUAGE, "nuget" },
	{ "asp.net", TARGET_LANGUAGE, "nuget" },
	{ ".net_framework", TARGET_LANGUAGE, "nuget" },
	{ "perl", TARGET_LANGUAGE, "cpan" },
	{ "wordpress", TARGET_PLUGIN, NULL },
	{ "joomla\\!", TARGET_PLUGIN, NULL },
	{ "joomla", TARGET_PLUGIN, NULL },
	{ "drupal", TARGET_PLUGIN, NULL },
	{ "typo3", TARGET_PLUGIN, NULL },
	{ "magento", TARGET_PLUGIN, NULL },
	{ "prestashop", TARGET_PLUGIN, NULL },
	{ "moodle", TARGET_PLUGIN, NULL },
	{ "mediawiki", TARGET_PLUGIN, NULL },
	{ "windows", TARGET_SYSTEM, NULL },
	{ "macos", TARGET_SYSTEM, NULL },
	{ "mac_os_x", TARGET_SYSTEM, NULL },
	{ "mac_os", TARGET_SYSTEM, NULL },
	{ "iphone_os", TARGET_SYSTEM, NULL },
	{ "ipad_os", TARGET_SYSTEM, NULL },
	{ "ipados", TARGET_SYSTEM, NULL },
	{ "ios", TARGET_SYSTEM, NULL },
	{ "android", TARGET_SYSTEM, NULL },
};

/* What packages of an ecosystem can be. Those not listed (generic, github, docker, ...) can be anything. */
static const struct {
	const char *name;
	bool language; /* of other languages: yes, a distribution and a Java archive carry any */
	bool plugin;   /* plugins for web sites are PHP and come by composer */
	bool system;   /* programs built for other systems than Linux */
} ecosystems[] = {
	{ "apk",       true,  false, false },
	{ "deb",       true,  false, false },
	{ "rpm",       true,  false, false },
	{ "maven",     true,  false, true },
	{ "conan",     false, false, true },
	{ "vcpkg",     false, false, true },
	{ "cargo",     false, false, true },
	{ "composer",  false, true,  true },
	{ "cpan",      false, false, true },
	{ "gem",       false, false, true },
	{ "golang",    false, false, true },
	{ "npm",       false, false, true },
	{ "nuget",     false, false, true },
	{ "pypi",      false, false, true },
};
/* clang-format on */

bool target_fits(struct str target_sw, struct str ecosystem)
{
	size_t t = 0, e = 0;

	while (t < COUNT(targets) && !str_eq(target_sw, str_of(targets[t].name)))
		t++;
	while (e < COUNT(ecosystems) && !str_eq(ecosystem, str_of(ecosystems[e].name)))
		e++;
	if (t == COUNT(targets) || e == COUNT(ecosystems))
		return true;
	switch (targets[t].kind) {
	case TARGET_LANGUAGE:
		return ecosystems[e].language || str_eq(ecosystem, str_of(targets[t].ecosystem));
	case TARGET_PLUGIN:
		return ecosystems[e].plugin;
	case TARGET_SYSTEM:
		return ecosystems[e].system;
	}
	return true;
}

bool target_is_language_of(struct str target_sw, struct str ecosystem)
{
	for (size_t i = 0; i < COUNT(targets); i++)
		if (targets[i].kind == TARGET_LANGUAGE && str_eq(target_sw, str_of(targets[i].name)))
			return str_eq(ecosystem, str_of(targets[i].ecosystem));
	return false;
}
