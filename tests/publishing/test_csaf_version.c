#include "check.h"

#include "publishing/csaf/csaf_version.h"

static void csaf_version_takes_numbers_and_semantic_versions(void **state)
{
	static const struct {
		const char *text;
		bool good;
	} cases[] = {
		{ "0", true },
		{ "1", true },
		{ "20260102030405", true },
		{ "01", false },
		{ "1.0", false },
		{ "1.0.0", true },
		{ "1.0.0.0", false },
		{ "1.02.0", false },
		{ "1.0.0-rc.1+build.01", true },
		{ "1.0.0-01", false },
		{ "1.0.0-", false },
		{ "1.0.0+", false },
		{ "1-rc", false },
		{ "", false },
		{ "-1", false },
		{ " 1", false },
		{ "99999999999999999999", false },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct csaf_version v;

		CASE(cases[i].text);
		assert_int_equal(csaf_version_parse(str_of(cases[i].text), &v), cases[i].good);
	}
	(void)state;
}

/* The example of semver.org, 11. */
static void csaf_version_orders_by_precedence(void **state)
{
	static const char *const ascending[] = { "0.9.9", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta",
		"1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.0.1", "1.2.0",
		"1.10.0", "2.0.0" };

	for (size_t i = 0; i < COUNT(ascending); i++)
		for (size_t k = 0; k < COUNT(ascending); k++) {
			struct csaf_version a, b;
			int sign;

			CASE(ascending[i]);
			assert_true(csaf_version_parse(str_of(ascending[i]), &a));
			assert_true(csaf_version_parse(str_of(ascending[k]), &b));
			sign = csaf_version_order(&a, &b);
			assert_int_equal((sign > 0) - (sign < 0), (i > k) - (i < k));
		}
	(void)state;
}

static void csaf_version_passes_over_build_metadata(void **state)
{
	struct csaf_version a, b;

	assert_true(csaf_version_parse(STR("1.0.0+a"), &a));
	assert_true(csaf_version_parse(STR("1.0.0+b"), &b));
	assert_int_equal(csaf_version_order(&a, &b), 0);
	assert_string_equal(b.build.ptr, "b");
	(void)state;
}

TESTS(cmocka_unit_test(csaf_version_takes_numbers_and_semantic_versions),
    cmocka_unit_test(csaf_version_orders_by_precedence),
    cmocka_unit_test(csaf_version_passes_over_build_metadata))
