/*
 * The version suites of others, every case of order and equality whose scheme we have: univers (JSON), the
 * lists of apk-tools and of rpm.
 */
#include "check.h"

#include <jansson.h>

#include "identity/version_key.h"
#include "limits.h"

/* Debian orders by epoch first; the case sorts a list that way, too. OpenSSL's versions need no scheme of
 * their own: generic orders them. */
static const struct suite {
	const char *file;
	enum version_scheme scheme;
	int cases; /* at least */
} suites[] = {
	{ "alpine_version_cmp.json", VERSION_APK, 500 },
	{ "alpm_version_cmp.json", VERSION_ALPM, 30 },
	{ "conan_version_cmp.json", VERSION_CONAN, 30 },
	{ "deb_version_python_pkg_test.json", VERSION_DPKG, 10 },
	{ "gentoo_version_cmp.json", VERSION_EBUILD, 25 },
	{ "maven_version_cmp.json", VERSION_MAVEN, 600 },
	{ "nuget_version_cmp.json", VERSION_NUGET, 20 },
	{ "openssl_version_cmp.json", VERSION_GENERIC, 20 },
};

/* What a case expects against the tool itself. Maven up to 3.8.6 has 2-1 < 2.0.a; since 3.8.7 (MNG-7644) a
 * word behind a dot is one behind a hyphen, 2.0.a = 2-a, and its ComparableVersion says 2-1 > 2.0.a. */
static const struct excepted {
	enum version_scheme scheme;
	const char *a, *b;
} excepted[] = {
	{ VERSION_MAVEN, "2-1", "2.0.a" },
	{ VERSION_MAVEN, "2-1", "2.0.0.a" },
};

static bool is_excepted(enum version_scheme scheme, const char *a, const char *b)
{
	for (size_t i = 0; i < COUNT(excepted); i++)
		if (excepted[i].scheme == scheme && strcmp(excepted[i].a, a) == 0 &&
		    strcmp(excepted[i].b, b) == 0)
			return true;
	return false;
}

static int sign_of(enum version_scheme scheme, const char *a, const char *b)
{
	SCOPED_BUF key_a = buf_new(4 * LIMIT_VERSION_BYTES + 16);
	SCOPED_BUF key_b = buf_new(4 * LIMIT_VERSION_BYTES + 16);
	struct err e = { 0 };
	int sign;

	if (!version_key(scheme, str_of(a), &key_a, &e) || !version_key(scheme, str_of(b), &key_b, &e))
		fail_msg("%s", e.text);
	sign = str_cmp(buf_str(&key_a), buf_str(&key_b));
	return (sign > 0) - (sign < 0);
}

/* Sorting is stable there: the given order says nothing but "not greater", another one says "less". */
static void check_sorted(enum version_scheme scheme, const json_t *given, const json_t *sorted)
{
	bool same = json_equal(given, sorted);

	for (size_t i = 0; i + 1 < json_array_size(sorted); i++) {
		const char *a = json_string_value(json_array_get(sorted, i));
		const char *b = json_string_value(json_array_get(sorted, i + 1));
		int sign = sign_of(scheme, a, b);

		if (is_excepted(scheme, a, b))
			assert_int_equal(sign, 1);
		else if (sign > 0 || (sign == 0 && json_array_size(sorted) == 2 && !same))
			fail_msg("%s < %s: the key says %d", a, b, sign);
	}
}

static void check_case_of(enum version_scheme scheme, const json_t *one)
{
	const json_t *versions = json_object_get(json_object_get(one, "input"), "versions");
	const json_t *expected = json_object_get(one, "expected_output");
	const char *type = json_string_value(json_object_get(one, "test_type"));
	const char *a = json_string_value(json_array_get(versions, 0));
	const char *b = json_string_value(json_array_get(versions, 1));

	CASE(a);
	if (strcmp(type, "equality") == 0) {
		if ((sign_of(scheme, a, b) == 0) != json_is_true(expected))
			fail_msg("%s = %s: the key says %d", a, b, sign_of(scheme, a, b));
	} else {
		assert_string_equal(type, "comparison");
		check_sorted(scheme, versions, expected);
	}
}

static void the_cases_of_univers_hold(void **state)
{
	bool any = false;

	for (size_t i = 0; i < COUNT(suites); i++) {
		char name[256];
		const char *path;
		json_t *cases, *one;
		size_t n;

		snprintf(name, sizeof(name), "suites/versions/univers/%s", suites[i].file);
		path = check_data(name);
		if (!path)
			continue;
		cases = json_load_file(path, 0, NULL);
		assert_non_null(cases);
		json_array_foreach(cases, n, one) check_case_of(suites[i].scheme, one);
		printf("# %s: %zu cases\n", suites[i].file, n);
		assert_true((int)n >= suites[i].cases);
		json_decref(cases);
		any = true;
	}
	CASE(NULL);
	if (!any)
		skip();
	(void)state;
}

/* "a < b" (apk-tools), or a, b and -1, 0 or 1 behind tabs (rpm). */
static bool read_row(char *line, const char **a, const char **b, int *sign)
{
	bool tabs = strchr(line, '\t') != NULL;
	char *save = NULL, *words[3];

	for (int i = 0; i < 3; i++)
		words[i] = strtok_r(i ? NULL : line, tabs ? "\t\n" : " \n", &save);
	if (!words[2] || strcmp(words[2], "expected") == 0)
		return false;
	*a = words[0];
	*b = words[tabs ? 1 : 2];
	if (tabs)
		*sign = words[2][0] == '-' ? -1 : words[2][0] - '0';
	else
		*sign = words[1][0] == '<' ? -1 : words[1][0] == '>';
	return true;
}

static int check_list(const char *file, enum version_scheme scheme)
{
	const char *path = check_data(file), *a, *b;
	char line[1024];
	int rows = 0, sign;
	FILE *list;

	if (!path)
		return -1;
	list = fopen(path, "r");
	assert_non_null(list);
	while (fgets(line, sizeof(line), list)) {
		if (!read_row(line, &a, &b, &sign))
			continue;
		CASE(a);
		if (sign_of(scheme, a, b) != sign)
			fail_msg(
			    "%s and %s: expected %d, the key says %d", a, b, sign, sign_of(scheme, a, b));
		rows++;
	}
	fclose(list);
	CASE(NULL);
	printf("# %s: %d rows\n", file, rows);
	return rows;
}

static void the_lists_of_apk_and_rpm_hold(void **state)
{
	int apk = check_list("suites/versions/native/apk-version.data", VERSION_APK);
	int rpm = check_list("suites/versions/native/rpmvercmp.tsv", VERSION_RPM);

	if (apk < 0 || rpm < 0)
		skip();
	assert_true(apk > 500);
	assert_true(rpm > 60);
	(void)state;
}

/* Every pair of the sorted list but those with two that univers orders as text: 0.9.6-cvs before 0.9.6a,
 *where for generic cvs is a word like a; and 1.0.2zc-dev behind 1.0.2zc, of which it is the time before the
 *release
 *. */
static void all_releases_of_openssl_are_in_order(void **state)
{
	const char *path = check_data("suites/versions/openssl_versort_expected.json");
	json_t *sorted, *one;
	const char *versions[200];
	size_t i, count = 0;

	if (!path)
		skip();
	sorted = json_load_file(path, 0, NULL);
	assert_non_null(sorted);
	json_array_foreach(sorted, i, one)
	{
		const char *version = json_string_value(json_object_get(one, "string"));

		CASE(version);
		assert_true(count < COUNT(versions));
		if (strcmp(version, "0.9.6-cvs") == 0 || strcmp(version, "1.0.2zc-dev") == 0)
			continue;
		for (size_t below = 0; below < count; below++)
			if (sign_of(VERSION_GENERIC, versions[below], version) != -1)
				fail_msg("%s is not below %s", versions[below], version);
		versions[count++] = version;
	}
	assert_true(count > 150);
	json_decref(sorted);
	CASE(NULL);
	(void)state;
}

TESTS(cmocka_unit_test(the_cases_of_univers_hold), cmocka_unit_test(the_lists_of_apk_and_rpm_hold),
    cmocka_unit_test(all_releases_of_openssl_are_in_order))
