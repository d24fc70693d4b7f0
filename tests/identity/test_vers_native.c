/*
 * Ranges of package managers as VERS: cases from their manuals, and every conversion of univers, but for
 * those where the tool itself says otherwise.
 */
#include "check.h"

#include <jansson.h>

#include "identity/vers_native.h"
#include "limits.h"

static const char *written(const struct vers *v, struct arena *a)
{
	SCOPED_BUF out = buf_new(8 * LIMIT_VERS_BYTES);

	vers_write(v, &out);
	return arena_text(a, buf_str(&out));
}

static struct vers converted(const char *type, const char *text, struct arena *a)
{
	struct vers v = { 0 };
	struct err e = { 0 };

	if (!vers_native_parse(str_of(type), str_of(text), a, &v, &e))
		fail_msg("%s", e.text);
	return v;
}

static void native_ranges_become_vers(void **state)
{
	static const struct {
		const char *type, *text, *vers;
	} cases[] = {
		/* node-semver, Range.range */
		{ "npm", "^1.2.9", "vers:npm/>=1.2.9|<2.0.0-0" },
		{ "npm", "^0.2.3", "vers:npm/>=0.2.3|<0.3.0-0" },
		{ "npm", "^0.0.3", "vers:npm/>=0.0.3|<0.0.4-0" },
		{ "npm", "^1.x", "vers:npm/>=1.0.0|<2.0.0-0" },
		{ "npm", "~1", "vers:npm/>=1|<2.0.0-0" },
		{ "npm", "~0.0.1", "vers:npm/>=0.0.1|<0.1.0-0" },
		{ "npm", "1.2 - 2.3", "vers:npm/>=1.2|<2.4.0-0" },
		{ "npm", "1.2.3 - 2.3.4", "vers:npm/>=1.2.3|<=2.3.4" },
		{ "npm", ">1.2", "vers:npm/>=1.3.0-0" }, /* there >=1.3.0 */
		{ "npm", "<=1.x", "vers:npm/<2.0.0-0" },
		{ "npm", "x", "vers:npm/*" },
		{ "npm", ">= 1.0.0 < 2.0.0 || v3.1.0", "vers:npm/>=1.0.0|<2.0.0|3.1.0" },
		{ "npm", "1.1.2 1.2.2", "vers:none/*" }, /* satisfies() is false for both */
		{ "cargo", "^1.2", "vers:cargo/>=1.2|<2.0.0-0" },
		{ "pypi", ">=1.0,!=1.3,<2.0", "vers:pypi/>=1.0|!=1.3|<2.0" },
		{ "pypi", "~=1.4.2", "vers:pypi/>=1.4.2|<1.5.dev0" },
		{ "pypi", "==1.2.*", "vers:pypi/>=1.2.dev0|<1.3.dev0" },
		{ "pypi", "!=1.2.*", "vers:pypi/<1.2.dev0|>=1.3.dev0" },
		{ "pypi", "===1.0", "vers:pypi/1.0" },
		{ "gem", "~> 1.2", "vers:gem/>=1.2|<2" },
		{ "gem", "~> 1.2.3", "vers:gem/>=1.2.3|<1.3" },
		{ "gem", ">= 1.0, < 2.0, != 1.5", "vers:gem/>=1.0|!=1.5|<2.0" },
		{ "composer", "~1.2", "vers:composer/>=1.2-dev|<2.0.0-dev" },
		{ "composer", "^1.2.3", "vers:composer/>=1.2.3-dev|<2.0.0-dev" },
		{ "composer", "1.2.*", "vers:composer/>=1.2.0-dev|<1.3.0-dev" },
		{ "composer", "<1.3||>=1.3.0,<=1.3.12", "vers:composer/<=1.3.12" },
		{ "conan", ">1- <2.0 || ^3.2", "vers:conan/>1|<2.0|>=3.2|<4-" },
		{ "conan", "~1.1.2-", "vers:conan/>=1.1.2|<1.2-" },
		{ "deb", "<< 1.2-3", "vers:deb/<1.2-3" },
		{ "deb", ">= 1:1.0, << 2:1", "vers:deb/>=1:1.0|<2:1" },
		{ "maven", "[1.0,2.0)", "vers:maven/>=1.0|<2.0" },
		{ "maven", "(,1.0],[1.2,)", "vers:maven/<=1.0|>=1.2" },
		{ "maven", "[1.5]", "vers:maven/1.5" },
		{ "nuget", "(1.0, 2.0]", "vers:nuget/>1.0|<=2.0" },
		{ "golang", "<19.03.9", "vers:generic/<19.03.9" }, /* no SemVer: generic */
		{ "npm", "<1.0.0 || >1.0.0", "vers:npm/!=1.0.0" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA a = { 0 };
		struct vers v;

		CASE(cases[i].text);
		v = converted(cases[i].type, cases[i].text, &a);
		assert_string_equal(written(&v, &a), cases[i].vers);
	}
	(void)state;
}

static void what_is_no_range_is_refused(void **state)
{
	static const struct {
		const char *type, *text, *why;
	} cases[] = {
		{ "npm", "", "\"\" is no range" },
		{ "npm", "||", "\"||\" is no range" },
		{ "npm", "latest", "\"latest\" is no version" },
		{ "npm", ">=", "a version is missing before \"\"" },
		{ "npm", "1.0.0 - ", "\"\" is no version" },
		{ "npm", "^", "a version is missing before \"\"" },
		{ "maven", "[1.0,2.0", "\"[1.0,2.0\" is not closed" },
		{ "conan", "*, include_prerelease=True", "\"include_prerelease\" is no version" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA a = { 0 };
		struct vers v;
		struct err e = { 0 };

		CASE(cases[i].text);
		assert_false(vers_native_parse(str_of(cases[i].type), str_of(cases[i].text), &a, &v, &e));
		if (strcmp(e.text, cases[i].why) != 0)
			fail_msg("%s", e.text);
	}
	(void)state;
}

/* Each != cuts one interval in two, and no more. */
static void many_exclusions_stay_linear(void **state)
{
	SCOPED_ARENA a = { 0 };
	SCOPED_BUF text = buf_new(LIMIT_VERS_BYTES);
	struct vers v;
	struct err e = { 0 };

	for (int i = 1; i <= 2000; i++)
		buf_printf(&text, "!=%d ", i);
	assert_true(vers_native_parse(STR("gem"), buf_str(&text), &a, &v, &e));
	assert_int_equal(v.count, 2001);
	(void)state;
}

/* --- univers --- */

static const char *const suites[] = { "conan_range_from_native", "conan_range_from_native_basic",
	"npm_range_from_native", "nuget_range_from_native", "openssl_range_from_native",
	"pypi_range_from_native", "gitlab/conan_gitlab_range_from_native",
	"gitlab/gem_gitlab_range_from_native", "gitlab/golang_gitlab_range_from_native",
	"gitlab/npm_gitlab_range_from_native", "gitlab/pypi_gitlab_range_from_native" };

/* univers writes something else than the tool means, or no valid VERS at all. */
static const struct excepted {
	const char *native, *vers;
} excepted[] = {
	/* A version twice, or bounds that no algorithm of VERS reads: here they are joined. */
	{ "<0.33.1||>0.33.1 <0.34.1", "!=0.33.1|<0.34.1" },
	{ "<v0.33.1||>v0.33.1 <v0.34.1", "!=0.33.1|<0.34.1" },
	{ "<1.6.12||>1.6.12 <2.0.8", "!=1.6.12|<2.0.8" },
	{ ">=1.9.0 <2.0.3||>2.0.3 <2.1.0", ">=1.9.0|!=2.0.3|<2.1.0" },
	{ ">= 5.2.1 <= 6.0.0 || >=6.0.0 <= 6.0.2", ">=5.2.1|<=6.0.2" },
	{ "2.0.x || 2.1.x", ">=2.0.0|<2.1.0-0|>=2.1.0|<2.2.0-0" },
	{ "^2.0.18 || ^3.0.16 || ^3.1.6 || ^4.0.8 || ^5.0.0-beta.5",
	    ">=2.0.18|<3.0.0-0|>=3.0.16|<4.0.0-0|>=4.0.8|<5.0.0-0|>=5.0.0-beta.5|<6.0.0-0" },
	/* What node-semver says: new Range(native).range. */
	{ "<=3.3", "<3.4.0-0" },
	{ "<=1.0", "<1.1.0-0" },
	{ "<= 1.0", "<1.1.0-0" },
	{ ">= 1.x", ">=1.0.0" },
	{ ">=5.0.3 >=4.2.1", ">=5.0.3" },
	{ "2.1 || 2.6", ">=2.1|<2.2.0-0|>=2.6|<2.7.0-0" },
	{ "<=2.1 >=1.1", ">=1.1|<2.2.0-0" },
	{ "1.2.x", ">=1.2.0|<1.3.0-0" },
	{ "~1.6.5 || >=1.7.2", ">=1.6.5|<1.7.0-0|>=1.7.2" },
	{ "^1.1.7 || >= 2.0.1", ">=1.1.7|<2.0.0-0|>=2.0.1" },
	{ "^1.2.9", ">=1.2.9|<2.0.0-0" },
	{ "^1.2.3-beta.1", ">=1.2.3-beta.1|<2.0.0-0" },
	{ "^0.2.1-beta", ">=0.2.1-beta|<0.3.0-0" },
	{ "^0.0.2-beta", ">=0.0.2-beta|<0.0.3-0" },
	{ "1.1.2 1.2.2", "*" }, /* of none */
	/* Any version at all, also one below 0.0.0. */
	{ "*-", "*" },
	/* Not SemVer: univers drops zeros and makes a fourth number build metadata, which says nothing. */
	{ "<v19.03.11", "<19.03.11" },
	{ "<19.03.9", "<19.03.9" },
	{ "<v2018.05.16", "<2018.05.16" },
	{ "<v2019.03.04.00", "<2019.03.04.00" },
	{ "<v2021.02.22.00", "<2021.02.22.00" },
	{ "<v2020.03.16.00", "<2020.03.16.00" },
	{ "<v1.2.3019.52a", "<1.2.3019.52a" },
	{ ">=v1.0.1116.6 <=v1.2.2550.20", ">=1.0.1116.6|<=1.2.2550.20" },
};

static const char *exception_for(const char *native)
{
	for (size_t i = 0; i < COUNT(excepted); i++)
		if (strcmp(excepted[i].native, native) == 0)
			return excepted[i].vers;
	return NULL;
}

static bool same_bound(bool has_a, bool has_b, struct str a, struct str b, bool in_a, bool in_b)
{
	return has_a == has_b && (!has_a || (str_eq(a, b) && in_a == in_b));
}

static bool is_same(const struct vers *a, const struct vers *b)
{
	for (size_t i = 0; i < a->count && i < b->count; i++) {
		const struct vers_interval *x = &a->at[i], *y = &b->at[i];

		if (!same_bound(
			x->has_low, y->has_low, x->low_key, y->low_key, x->low_inclusive, y->low_inclusive) ||
		    !same_bound(x->has_high, y->has_high, x->high_key, y->high_key, x->high_inclusive,
			y->high_inclusive))
			return false;
	}
	return a->count == b->count;
}

/* 1 if the case is one of the exceptions. */
static int check_case_of(const char *type, const char *native, const char *expected)
{
	SCOPED_ARENA a = { 0 };
	struct vers v = converted(type, native, &a), want;
	const char *ours = exception_for(native), *text = written(&v, &a);
	struct err e = { 0 };

	if (ours) {
		assert_string_equal(strchr(text, '/') + 1, ours);
		return 1;
	}
	if (!vers_parse(str_of(expected), &a, &want, &e))
		fail_msg("%s", e.text);
	if (!is_same(&v, &want))
		fail_msg("%s, not %s", text, expected);
	return 0;
}

static void the_conversions_of_univers_hold(void **state)
{
	int cases = 0, exceptions = 0;

	for (size_t i = 0; i < COUNT(suites); i++) {
		char name[256];
		const char *path;
		json_t *all, *one;
		size_t n;

		snprintf(name, sizeof(name), "suites/versions/univers/range/%s.json", suites[i]);
		path = check_data(name);
		if (!path)
			skip();
		all = json_load_file(path, 0, NULL);
		assert_non_null(all);
		json_array_foreach(json_is_array(all) ? all : json_object_get(all, "tests"), n, one)
		{
			const json_t *input = json_object_get(one, "input");
			const char *native = json_string_value(json_object_get(input, "native_range"));

			CASE(native);
			/* An empty range, and an option of Conan that is no part of the range. */
			if (*native == '\0' || strcmp(native, "*, include_prerelease=True") == 0)
				continue;
			exceptions += check_case_of(json_string_value(json_object_get(input, "scheme")),
			    native, json_string_value(json_object_get(one, "expected_output")));
			cases++;
		}
		json_decref(all);
	}
	CASE(NULL);
	printf("# %d conversions, %d of them excepted\n", cases, exceptions);
	assert_true(cases > 2400);
	(void)state;
}

TESTS(cmocka_unit_test(native_ranges_become_vers), cmocka_unit_test(what_is_no_range_is_refused),
    cmocka_unit_test(many_exclusions_stay_linear), cmocka_unit_test(the_conversions_of_univers_hold))
