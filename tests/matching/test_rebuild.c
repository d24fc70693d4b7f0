#include "check.h"

#include "matching/rebuild.h"

static void a_rebuild_leads_to_the_same_release_of_what_it_is_built_from(void **state)
{
	static const struct {
		const char *package, *release, *version;
		const char *original, *original_release; /* NULL: none */
	} cases[] = {
		{ "rpm/rocky/openssl", "rocky-9", "3.0.7-24.el9", "rpm/redhat/openssl", "rhel-9" },
		{ "rpm/rocky/openssl", "", "3.0.7-24.el9_2.1", "rpm/redhat/openssl", "rhel-9" },
		{ "rpm/rocky/openssl", "rocky", "1:3.0.7-24.el8", "rpm/redhat/openssl", "rhel-8" },
		{ "rpm/rocky/openssl", "", "3.0.7-24", NULL, NULL },
		{ "rpm/rocky/openssl", "", "3.0.7-24.elite", NULL, NULL },
		{ "rpm/rocky/openssl", "fedora-38", "3.0.7-24.el9", NULL, NULL },
		{ "rpm/rocky/openssl", "rocky-7", "3.0.7", NULL, NULL },
		{ "rpm/almalinux/bash", "almalinux-8", "4.4.20-4.el8", "rpm/redhat/bash", "rhel-8" },
		{ "rpm/centos/bash", "centos-7", "4.2.46-34.el7", "rpm/redhat/bash", "rhel-7" },
		{ "rpm/centos/bash", "centos-9", "5.1.8-6.el9", NULL, NULL },
		{ "rpm/oracle/bash", "ol-8", "4.4.20-4.el8", "rpm/redhat/bash", "rhel-8" },
		{ "rpm/redhat/bash", "rhel-8", "4.4.20-4.el8", NULL, NULL },
		{ "rpm/fedora/bash", "fedora-38", "5.2.15-3.fc38", NULL, NULL },
		{ "deb/rocky/bash", "rocky-9", "1", NULL, NULL },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct identity from = { .kind = PACKAGE_PURL,
			.package = str_of(cases[i].package),
			.qualifier = str_of(cases[i].release),
			.version = str_of(cases[i].version),
			.scheme = VERSION_RPM };
		struct identity to;
		struct str words;
		bool is = rebuild_of(&from, &arena, &to, &words);

		CASE(cases[i].package);
		assert_int_equal(is, cases[i].original != NULL);
		if (!is)
			continue;
		assert_string_equal(arena_text(&arena, to.package), cases[i].original);
		assert_string_equal(arena_text(&arena, to.qualifier), cases[i].original_release);
		assert_string_equal(arena_text(&arena, to.version), cases[i].version);
		assert_true(str_has(words, STR(" is built from rhel-")));
	}
	(void)state;
}

static void the_other_way_leads_back(void **state)
{
	static const char *const rebuilds[] = { "rpm/rocky/bash", "rpm/almalinux/bash", "rpm/centos/bash",
		"rpm/oracle/bash" };
	SCOPED_ARENA arena = { 0 };
	struct str *names;
	size_t count = rebuild_names(STR("rpm/redhat/bash"), &arena, &names), found = 0;

	for (size_t i = 0; i < COUNT(rebuilds); i++)
		for (size_t k = 0; k < count; k++)
			found += str_eq(names[k], str_of(rebuilds[i]));
	assert_int_equal(found, COUNT(rebuilds));
	assert_int_equal(rebuild_names(STR("rpm/rocky/bash"), &arena, &names), 0);
	assert_int_equal(rebuild_names(STR("npm/redhat/bash"), &arena, &names), 0);
	(void)state;
}

static void a_family_leads_to_the_original_ones(void **state)
{
	(void)state;
	assert_true(str_eq(rebuild_family(STR("rpm/rocky/")), STR("rpm/redhat/")));
	assert_true(str_eq(rebuild_family(STR("rpm/centos/")), STR("rpm/redhat/")));
	assert_int_equal(rebuild_family(STR("rpm/redhat/")).len, 0);
	assert_int_equal(rebuild_family(STR("deb/debian/")).len, 0);
	assert_int_equal(rebuild_family(STR("a:")).len, 0);
}

TESTS(cmocka_unit_test(a_family_leads_to_the_original_ones),
    cmocka_unit_test(a_rebuild_leads_to_the_same_release_of_what_it_is_built_from),
    cmocka_unit_test(the_other_way_leads_back))
