/*
 * Version ranges: what they hold, how they are written, what is refused; the suite of univers; and ranges
 * made up, held against the plain reading of the specification, constraint by constraint.
 */
#include "check.h"

#include <jansson.h>

#include "identity/vers.h"
#include "limits.h"

static struct vers parsed(const char *text, struct arena *a)
{
	struct vers v = { 0 };
	struct err e = { 0 };

	if (!vers_parse(str_of(text), a, &v, &e))
		fail_msg("%s", e.text);
	return v;
}

static const char *written(const struct vers *v, struct arena *a)
{
	SCOPED_BUF out = buf_new(8 * LIMIT_VERS_BYTES);

	vers_write(v, &out);
	assert_false(buf_full(&out));
	return arena_text(a, buf_str(&out));
}

static void ranges_are_written_simplified(void **state)
{
	static const struct {
		const char *text, *written;
	} cases[] = {
		{ "vers:npm/>=1.0.0|<2.0.0", "vers:npm/>=1.0.0|<2.0.0" },
		{ "vers:npm/<2.0.0|>=1.0.0", "vers:npm/>=1.0.0|<2.0.0" },
		{ "vers:NPM/ >= 1.0.0 | < 2.0.0 |", "vers:npm/>=1.0.0|<2.0.0" },
		{ "vers:npm/*", "vers:npm/*" },
		{ "vers:all/*", "vers:all/*" },
		{ "vers:none/*", "vers:none/*" },
		{ "vers:npm/=1.0.0", "vers:npm/1.0.0" },
		{ "vers:npm/1.0.0|1.0.0|2.0.0", "vers:npm/1.0.0|2.0.0" },
		{ "vers:pypi/1.10|1.9|1.0rc1|1.0", "vers:pypi/1.0rc1|1.0|1.9|1.10" },
		{ "vers:npm/>1.0.0|>2.0.0", "vers:npm/>1.0.0" },
		{ "vers:npm/<1.0.0|<=2.0.0", "vers:npm/<=2.0.0" },
		{ "vers:npm/<1.0.0|>=2.0.0", "vers:npm/<1.0.0|>=2.0.0" },
		{ "vers:npm/1.0.0|<2.0.0|2.1.0", "vers:npm/<2.0.0|2.1.0" },
		{ "vers:npm/!=1.0.0", "vers:npm/!=1.0.0" },
		{ "vers:npm/!=1.0.0|!=2.0.0", "vers:npm/!=1.0.0|!=2.0.0" },
		{ "vers:npm/>=1.0.0|!=1.5.0|<2.0.0", "vers:npm/>=1.0.0|!=1.5.0|<2.0.0" },
		{ "vers:npm/>=1.0.0|<2.0.0|!=3.0.0", "vers:npm/>=1.0.0|<2.0.0" },
		{ "vers:npm/1.0.0|!=2.0.0", "vers:npm/1.0.0" },
		{ "vers:npm/<1.0.0|>=2.0.0|<3.0.0|4.0.0|>5.0.0",
		    "vers:npm/<1.0.0|>=2.0.0|<3.0.0|4.0.0|>5.0.0" },
		{ "vers:deb/<1%3A1.2%2Bdfsg-1~bpo", "vers:deb/<1:1.2+dfsg-1~bpo" },
		{ "vers:generic/1%7C0", "vers:generic/1%7C0" },
		{ "vers:all/<V4.1 SP2", "vers:all/<V4.1SP2" },
		{ "vers:npm/<2.0.0.1|>=1.0",
		    "vers:generic/>=1.0|<2.0.0.1" }, /* no version of npm has four numbers */
		/* What NuGet could not read is simplified away, and what is left it would take for one
		   version. */
		{ "vers:nuget/4+048|>=4+818|>=5.0.0.0.1", "vers:generic/4+048|>=4+818" },
		{ "vers:openssl/>=1.0.2|<1.0.2zd|>=3.0.0|<3.0.2",
		    "vers:openssl/>=1.0.2|<1.0.2zd|>=3.0.0|<3.0.2" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA a = { 0 };
		struct vers v;

		CASE(cases[i].text);
		v = parsed(cases[i].text, &a);
		assert_string_equal(written(&v, &a), cases[i].written);
	}
	(void)state;
}

static void a_version_is_in_a_range_or_not(void **state)
{
	static const struct {
		const char *range, *in, *out; /* versions between blanks */
	} cases[] = {
		{ "vers:npm/>=1.0.0|<2.0.0", "1.0.0 1.5.0 v1.9.9 2.0.0-rc.1",
		    "0.9.9 1.0.0-rc.1 2.0.0 3.0.0" },
		{ "vers:deb/<1.2-3", "1.2-2 1.2-3~deb12u1 0", "1.2-3 1:0" },
		{ "vers:pypi/<=1.0|!=0.9|3.0", "1.0 1.0.0 0.8 3", "0.9 0.9.0 1.0.post1 2.0" },
		{ "vers:npm/*", "0.0.0-0 1.0.0 anything", "" },
		{ "vers:none/*", "", "0 1.0.0" },
		{ "vers:golang/<1.21.0", "go1.21rc2 go1.20.7 v0.0.0-20190101000000-abcdef",
		    "go1.21 go1.21.1" },
		{ "vers:semver/<2.6.7.5", "2.6.7.4 1.0", "2.6.7.5 2.6.8" },
		{ "vers:npm/>=1.0.0|<2.0.0", "1.2.3.4", "2.0.0.1" },
		{ "vers:all/<V3.0.3", "V3.0.2 2.9", "3.0.3 v3.1" },
		{ "vers:npm/!=1.0.0", "0.9.0 1.0.1", "1.0.0 v1" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA a = { 0 };
		struct str rest = str_of(cases[i].in), version;
		struct vers v;

		CASE(cases[i].range);
		v = parsed(cases[i].range, &a);
		while (str_next(&rest, ' ', &version))
			if (version.len && !vers_holds(&v, version, &a))
				fail_msg(STR_FMT " is not in", STR_ARG(version));
		rest = str_of(cases[i].out);
		while (str_next(&rest, ' ', &version))
			if (version.len && vers_holds(&v, version, &a))
				fail_msg(STR_FMT " is in", STR_ARG(version));
	}
	(void)state;
}

static void malformed_ranges_are_refused_with_the_reason(void **state)
{
	static const struct {
		const char *text, *why;
	} cases[] = {
		{ "npm/>=1", "\"npm/>=1\" does not start with vers:" },
		{ "", "\"\" does not start with vers:" },
		{ "vers:npm", "\"vers:npm\" has no / behind its type" },
		{ "vers:/1", "the type is missing" },
		{ "vers:n%70m/1", "\"n%70m\" is no type" },
		{ "vers:npm/", "\"\" has no constraint" },
		{ "vers:npm/||", "\"||\" has no constraint" },
		{ "vers:npm/>=", "\">=\" has no version" },
		{ "vers:npm/1.0%2", "\"1.0%2\" has a broken percent escape" },
		{ "vers:npm/1.0%zz", "\"1.0%zz\" has a broken percent escape" },
		{ "vers:npm/*|1.0.0", "* stands beside other constraints" },
		{ "vers:npm/>=*", "* stands beside other constraints" },
		{ "vers:npm/>=1.0.0<2.0.0", "\">=1.0.0<2.0.0\" has an unescaped sign inside" },
		{ "vers:npm/1.2.*", "\"1.2.*\" has an unescaped sign inside" },
		{ "vers:npm/<1.0.0|>=1.0.0", "version \"1.0.0\" stands twice" },
		{ "vers:npm/1.0.0|!=v1", "version \"v1\" stands twice" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA a = { 0 };
		struct vers v;
		struct err e = { 0 };

		CASE(cases[i].text);
		assert_false(vers_parse(str_of(cases[i].text), &a, &v, &e));
		assert_string_equal(e.text, cases[i].why);
	}
	(void)state;
}

static void a_range_has_a_longest_text(void **state)
{
	for (int more = -1; more <= 1; more++) {
		SCOPED_ARENA a = { 0 };
		size_t len = (size_t)(LIMIT_VERS_BYTES + more);
		char *text = arena_alloc(&a, len + 1, 1);
		struct vers v;
		struct err e = { 0 };

		memset(text, '|', len);
		memcpy(text, "vers:npm/1.0.0", 14);
		assert_int_equal(vers_parse((struct str){ text, len }, &a, &v, &e), more <= 0);
	}
	for (int more = -1; more <= 1; more++) {
		SCOPED_ARENA a = { 0 };
		size_t len = (size_t)(LIMIT_VERSION_BYTES + more);
		char *text = arena_alloc(&a, len + 14, 1);
		struct vers v;
		struct err e = { 0 };

		memcpy(text, "vers:generic/", 13);
		memset(text + 13, '1', len);
		assert_int_equal(vers_parse((struct str){ text, len + 13 }, &a, &v, &e), more <= 0);
	}
	(void)state;
}

static void intervals_in_any_order_become_a_range(void **state)
{
	static const struct vers_interval given[] = {
		{ .low = { "2.0", 3 },
		    .high = { "3.0", 3 },
		    .has_low = true,
		    .has_high = true,
		    .low_inclusive = true },
		{ .low = { "1.0", 3 }, .high = { "2.0", 3 }, .has_low = true, .has_high = true },
		{ .low = { "9", 1 }, .high = { "8", 1 }, .has_low = true, .has_high = true },
		{ .low = { "5", 1 }, .has_low = true },
		{ .low = { "3.0", 3 }, .high = { "4", 1 }, .has_low = true, .has_high = true },
	};
	SCOPED_ARENA a = { 0 };
	struct vers v = vers_of(STR("pypi"), given, COUNT(given), &a);

	assert_string_equal(written(&v, &a), "vers:pypi/>1.0|!=3.0|<4|>5");
	v = vers_of(STR("pypi"), given + 2, 1, &a);
	assert_string_equal(written(&v, &a), "vers:none/*");
	(void)state;
}

/* --- made up --- */

enum { VERSIONS = 12, CONSTRAINTS_MOST = 8 };
static const char *const signs[] = { "=", "!=", "<", "<=", ">", ">=" };

struct plain {
	int version;
	const char *sign;
};

static bool is_upper(const struct plain *c)
{
	return c->sign[0] == '<';
}

static bool is_bound(const struct plain *c)
{
	return is_upper(c) || c->sign[0] == '>';
}

static bool is_within(const struct plain *c, int version)
{
	return (c->sign[1] == '=' && version == c->version) ||
	       (is_upper(c) ? version < c->version : version > c->version);
}

/* The steps of the specification: what names the version decides; of bounds that repeat, the wider stays;
 * then version lies below the first, above the last, or between two of them. */
static bool plain_holds(const struct plain *c, int count, int version)
{
	struct plain bounds[CONSTRAINTS_MOST];
	int left = 0;
	bool equal = false;

	for (int i = 0; i < count; i++) {
		equal = equal || c[i].sign[0] == '=';
		if (c[i].version == version && !is_bound(&c[i]))
			return c[i].sign[0] == '=';
		if (!is_bound(&c[i]))
			continue;
		if (left && !is_upper(&c[i]) && !is_upper(&bounds[left - 1]))
			continue;
		left -= left && is_upper(&c[i]) && is_upper(&bounds[left - 1]);
		bounds[left++] = c[i];
	}
	if (left == 0)
		return !equal;
	if (is_upper(&bounds[0]) && is_within(&bounds[0], version))
		return true;
	if (!is_upper(&bounds[left - 1]) && is_within(&bounds[left - 1], version))
		return true;
	for (int i = 0; i + 1 < left; i++)
		if (!is_upper(&bounds[i]) && is_within(&bounds[i], version) &&
		    is_within(&bounds[i + 1], version))
			return true;
	return false;
}

static uint32_t next_random(uint32_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 17;
	*seed ^= *seed << 5;
	return *seed;
}

/* Constraints in order of version, each version once; and the text of them, the last first. */
static int make_range(uint32_t *seed, struct plain *c, char text[512])
{
	int count = 0;

	for (int version = 0; version < VERSIONS && count < CONSTRAINTS_MOST; version++)
		if (next_random(seed) % 3 == 0)
			c[count++] = (struct plain){ version, signs[next_random(seed) % COUNT(signs)] };
	for (int i = count, len = snprintf(text, 512, "vers:pypi/"); i > 0; i--)
		len += snprintf(text + len, 512 - (size_t)len, "%s1.%d|", c[i - 1].sign, c[i - 1].version);
	return count;
}

static void made_up_ranges_hold_what_the_specification_says(void **state)
{
	uint32_t seed = 2463534242u;

	for (int round = 0; round < 4000; round++) {
		SCOPED_ARENA a = { 0 };
		struct plain c[CONSTRAINTS_MOST];
		char text[512];
		int count = make_range(&seed, c, text);
		struct vers v, again;

		if (count == 0)
			continue;
		CASE(text);
		v = parsed(text, &a);
		again = parsed(written(&v, &a), &a);
		assert_string_equal(written(&again, &a), written(&v, &a));
		for (int version = 0; version < VERSIONS; version++) {
			bool in = plain_holds(c, count, version);
			struct str one = arena_printf(&a, "1.%d", version);

			if (vers_holds(&v, one, &a) != in || vers_holds(&again, one, &a) != in)
				fail_msg(
				    STR_FMT " is %s by the specification", STR_ARG(one), in ? "in" : "out");
		}
	}
	(void)state;
}

/* --- the suite of univers --- */

/* Ours is simplified, so it is held against the simplified form of what is expected. */
static void check_univers(const json_t *one)
{
	SCOPED_ARENA a = { 0 };
	const json_t *input = json_object_get(one, "input"),
		     *expected = json_object_get(one, "expected_output");
	struct vers v = parsed(json_string_value(json_object_get(input, "vers")), &a), want;

	if (strcmp(json_string_value(json_object_get(one, "test_type")), "containment") == 0) {
		assert_int_equal(
		    vers_holds(&v, str_of(json_string_value(json_object_get(input, "version"))), &a),
		    json_is_true(expected));
		return;
	}
	want = parsed(json_string_value(expected), &a);
	assert_string_equal(written(&v, &a), written(&want, &a));
}

static void the_ranges_of_univers_hold(void **state)
{
	static const char *const files[] = { "pypi_range_roundtrip", "pypi_range_containment",
		"npm_range_containment" };
	size_t n, cases = 0;

	for (size_t i = 0; i < COUNT(files); i++) {
		char name[256];
		const char *path;
		json_t *all, *one;

		snprintf(name, sizeof(name), "suites/versions/univers/range/%s.json", files[i]);
		path = check_data(name);
		if (!path)
			skip();
		all = json_load_file(path, 0, NULL);
		assert_non_null(all);
		json_array_foreach(json_is_array(all) ? all : json_object_get(all, "tests"), n, one)
		{
			CASE(json_string_value(json_object_get(json_object_get(one, "input"), "vers")));
			check_univers(one);
			cases++;
		}
		json_decref(all);
	}
	CASE(NULL);
	assert_true(cases > 20);
	(void)state;
}

TESTS(cmocka_unit_test(ranges_are_written_simplified), cmocka_unit_test(a_version_is_in_a_range_or_not),
    cmocka_unit_test(malformed_ranges_are_refused_with_the_reason),
    cmocka_unit_test(a_range_has_a_longest_text), cmocka_unit_test(intervals_in_any_order_become_a_range),
    cmocka_unit_test(made_up_ranges_hold_what_the_specification_says),
    cmocka_unit_test(the_ranges_of_univers_hold))
