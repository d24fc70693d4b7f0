/*
 * Version keys, held against a plain comparator: the tables in tests/cases/versions, and versions made up of
 * the pieces that matter in each scheme, every one with every other.
 */
#include "check.h"

#include "identity/version_compare.h"

enum { LINE_BYTES = 4096, VERSIONS_MOST = 400, KEY_BYTES = 4 * VERSION_COMPARE_BYTES + 16 };

static struct str key_of(enum version_scheme scheme, const char *text, struct buf *key)
{
	struct err e = { 0 };

	buf_clear(key);
	if (!version_key(scheme, str_of(text), key, &e))
		fail_msg("%s", e.text);
	assert_false(buf_full(key));
	assert_true(key->len <= 4 * strlen(text) + 16);
	return buf_str(key);
}

/* What both say; they must agree. */
static int sign_of(enum version_scheme scheme, const char *a, const char *b)
{
	SCOPED_BUF key_a = buf_new(KEY_BYTES), key_b = buf_new(KEY_BYTES);
	int by_key = compare_sign(str_cmp(key_of(scheme, a, &key_a), key_of(scheme, b, &key_b)));
	int plain;

	if (!version_compare(scheme, a, b, &plain))
		fail_msg("%s %s and %s: keys, but not comparable", version_scheme_name(scheme), a, b);
	if (plain != by_key)
		fail_msg("%s %s and %s: %d by the comparator, %d by key", version_scheme_name(scheme), a, b,
		    plain, by_key);
	return by_key;
}

static void assert_refused(enum version_scheme scheme, const char *text)
{
	SCOPED_BUF key = buf_new(KEY_BYTES);
	struct err e = { 0 };
	int sign;

	buf_add(&key, STR("before"));
	assert_false(version_key(scheme, str_of(text), &key, &e));
	assert_int_equal(e.code, ERR_INPUT);
	assert_true(str_has(str_of(e.text), str_of(version_scheme_name(scheme))));
	assert_string_equal(buf_str(&key).len == 6 ? "before" : "", "before");
	assert_false(version_compare(scheme, text, text, &sign));
}

/* --- tables --- */

/* a < b = c < d: each with each that follows. versions and signs are the words of the line. */
static void check_chain(enum version_scheme scheme, char **versions, const char *signs, int count)
{
	for (int i = 0; i < count; i++) {
		int expected = 0;

		assert_int_equal(sign_of(scheme, versions[i], versions[i]), 0);
		for (int j = i + 1; j < count; j++) {
			int step = signs[j] == '<' ? -1 : signs[j] == '>';

			assert_true(expected == 0 || step == 0 || step == expected);
			expected = step ? step : expected;
			assert_int_equal(sign_of(scheme, versions[i], versions[j]), expected);
			assert_int_equal(sign_of(scheme, versions[j], versions[i]), -expected);
		}
	}
}

/* "dpkg 1.0~rc1 < 1.0" or "dpkg ! 1.0-"; "" is the empty version. */
static void check_line(char *line)
{
	char *versions[64], signs[64] = "", *save = NULL, *word = strtok_r(line, " \n", &save);
	enum version_scheme scheme;
	int count = 0;

	assert_true(version_scheme_find(str_of(word), &scheme));
	word = strtok_r(NULL, " \n", &save);
	if (strcmp(word, "!") == 0) {
		assert_refused(scheme, strtok_r(NULL, "\n", &save));
		return;
	}
	for (; word && count < 64; word = strtok_r(NULL, " \n", &save)) {
		if (count) {
			assert_true(strlen(word) == 1 && strchr("<=>", *word));
			signs[count] = *word;
			word = strtok_r(NULL, " \n", &save);
		}
		versions[count++] = strcmp(word, "\"\"") == 0 ? word + 2 : word;
	}
	assert_true(count > 1);
	check_chain(scheme, versions, signs, count);
}

static int check_file(const char *path)
{
	FILE *file = fopen(path, "r");
	char line[LINE_BYTES], shown[LINE_BYTES];
	int rows = 0;

	assert_non_null(file);
	while (fgets(line, sizeof(line), file)) {
		if (*line == '#' || *line == '\n')
			continue;
		memcpy(shown, line, sizeof(shown));
		shown[strcspn(shown, "\n")] = '\0';
		CASE(shown);
		check_line(line);
		rows++;
	}
	fclose(file);
	CASE(NULL);
	return rows;
}

static void keys_order_as_the_tables_say(void **state)
{
	int rows = 0;

	for (int scheme = 0; scheme < VERSION_SCHEME_COUNT; scheme++) {
		char path[LINE_BYTES];

		snprintf(path, sizeof(path), CHECK_SOURCE "/tests/cases/versions/%s.txt",
		    version_scheme_name((enum version_scheme)scheme));
		rows += check_file(path);
	}
	assert_true(rows > 100);
	(void)state;
}

/* --- made up --- */

/* The pieces that versions of a scheme are made of, in any order. */
static const char *const pieces[VERSION_SCHEME_COUNT] = {
	[VERSION_LITERAL] = "a b 0 1 f",
	[VERSION_GENERIC] = "0 0 0 00 1 2 10 v a b k rc RC pre preview beta dev snapshot sp p . . . - _ ( é",
	[VERSION_SEMVER] = "0 0 1 2 10 99 100 . . . . . - - + v a b rc alpha A -1 00 12345678901234567890",
	[VERSION_DPKG] = "0 0 00 1 10 9 . . ~ ~ + - : 1: 2: a b A deb rc é _ 99999999999999999999",
	[VERSION_RPM] = "0 0 00 1 10 9 . . ~ ~ ^ ^ + - 1: a b A el rc _ 99999999999999999999",
	[VERSION_PEP440] =
	    "0 0 1 1 2 10 00 . . . . - _ 1! a b c rc alpha beta pre post rev r dev + +a v 123456",
	[VERSION_APK] =
	    "0 0 00 1 10 9 . . . a b _alpha _rc _p _p _git _pre1 ~a0 -r0 -r1 99999999999999999999",
	[VERSION_MAVEN] = "0 0 1 2 10 00 . . . - - - _ a b m alpha rc SNAPSHOT ga final sp x RELEASE foo",
	[VERSION_GEM] = "0 0 0 1 2 10 00 . . . . . - a b pre A rc 99999999999999999999",
	[VERSION_NUGET] = "0 0 0 1 2 10 00 . . . . . - + a b A rc RC 99999999999999999999",
	[VERSION_ALPM] = "0 0 00 1 10 9 . . .. _ + - 1: : 2: a b A rc é ~ 99999999999999999999",
	[VERSION_EBUILD] =
	    "0 0 00 1 10 01 010 9 . . . a b _alpha _rc _p _p _pre1 -r0 -r1 -r01 99999999999999999999",
	[VERSION_GOLANG] = "0 0 1 2 10 . . . . - + v go go go rc beta -pre a -0. 00 99999999999999999999",
	[VERSION_CONAN] = "0 0 0 00 1 2 10 . . . . - + a b 1a 10a * rc z é 99999999999999999999",
	[VERSION_COMPOSER] =
	    "0 0 0 1 2 10 00 2010 . . . . - _ + v a b RC beta patch pl p stable dev .x .* -dev 20100102",
};

static uint32_t next_random(uint32_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 17;
	*seed ^= *seed << 5;
	return *seed;
}

static void make_version(enum version_scheme scheme, uint32_t *seed, char to[64])
{
	struct str rest, piece;
	uint32_t count = 1 + next_random(seed) % 9;
	size_t len = 0;

	for (uint32_t i = 0; i < count; i++) {
		uint32_t pick, all = 1;

		for (const char *p = pieces[scheme]; *p; p++)
			all += *p == ' ';
		pick = next_random(seed) % all;
		rest = str_of(pieces[scheme]);
		while (str_next(&rest, ' ', &piece) && pick--)
			;
		if (len + piece.len >= 64)
			break;
		memcpy(to + len, piece.ptr, piece.len);
		len += piece.len;
	}
	to[len] = '\0';
}

/* Readable by the key exactly where readable by the comparator. */
static bool is_readable(enum version_scheme scheme, const char *text)
{
	SCOPED_BUF key = buf_new(KEY_BYTES);
	struct err e = { 0 };
	bool by_key = version_key(scheme, str_of(text), &key, &e);
	int sign;

	if (version_compare(scheme, text, text, &sign) != by_key)
		fail_msg("%s %s: one reads it, one does not (%s)", version_scheme_name(scheme), text, e.text);
	return by_key;
}

static void keys_order_as_the_comparator_on_all_pairs(void **state)
{
	static char versions[VERSIONS_MOST][64];

	for (int s = 0; s < VERSION_SCHEME_COUNT; s++) {
		enum version_scheme scheme = (enum version_scheme)s;
		uint32_t seed = 2463534242u + (uint32_t)s;
		int count = 0, tries = 0;

		for (; count < VERSIONS_MOST && tries < 100 * VERSIONS_MOST; tries++) {
			make_version(scheme, &seed, versions[count]);
			count += is_readable(scheme, versions[count]);
		}
		printf("# %s: %d of %d made up can be read\n", version_scheme_name(scheme), count, tries);
		assert_true(count == VERSIONS_MOST);
		for (int i = 0; i < count; i++)
			for (int j = i; j < count; j++)
				sign_of(scheme, versions[i], versions[j]);
	}
	(void)state;
}

/* --- promises of the header --- */

static void the_key_behind_a_key_ends_an_interval(void **state)
{
	/* "<= 1.0" is "below key(1.0) and a zero byte": nothing lies between, and whatever is above 1.0 is
	 * at or above that. */
	static const struct {
		enum version_scheme scheme;
		const char *text, *above;
	} cases[] = {
		{ VERSION_GENERIC, "1.0", "1.0a" },
		{ VERSION_GENERIC, "1.0", "1.0.0.0.0.1" },
		{ VERSION_SEMVER, "1.0.0", "1.0.1-0" },
		{ VERSION_SEMVER, "1.0.0-a", "1.0.0-a.0" },
		{ VERSION_DPKG, "1.0-1", "1.0-1+" },
		{ VERSION_RPM, "1.0", "1.0-~" },
		{ VERSION_PEP440, "1.0", "1.0+a" },
		{ VERSION_APK, "1.0", "1.0-r0" },
		{ VERSION_MAVEN, "1.0", "1-sp" },
		{ VERSION_GEM, "1.a", "1.a.0.0.1" },
		{ VERSION_NUGET, "1.0-a", "1.0-a.0" },
		{ VERSION_ALPM, "1.0-1", "1.0-1.1" },
		{ VERSION_EBUILD, "1.0", "1.0-r1" },
		{ VERSION_GOLANG, "1.0.0-rc.1", "1.0.0-rc.1.0" },
		{ VERSION_CONAN, "1.0", "1.0+0" },
		{ VERSION_COMPOSER, "1.0-b", "1.0-b0" },
		{ VERSION_LITERAL, "abc", "abcd" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_BUF low = buf_new(KEY_BYTES), high = buf_new(KEY_BYTES);

		CASE(cases[i].text);
		key_of(cases[i].scheme, cases[i].text, &low);
		key_of(cases[i].scheme, cases[i].above, &high);
		buf_byte(&low, '\0');
		assert_true(str_cmp(buf_str(&low), buf_str(&high)) <= 0);
	}
	(void)state;
}

static void long_versions_have_keys_within_the_bound(void **state)
{
	static const char *const fill[] = { "1", "0", "a", ".", "a.", "1.", "a1", "~", "é", "1a", ".a", "-" };
	char text[2048];

	for (int s = 0; s < VERSION_SCHEME_COUNT; s++)
		for (size_t f = 0; f < COUNT(fill); f++) {
			SCOPED_BUF key = buf_new(KEY_BYTES);
			struct err e = { 0 };
			size_t len = 0;

			CASE(fill[f]);
			while (len + strlen(fill[f]) < sizeof(text))
				len += (size_t)snprintf(text + len, sizeof(text) - len, "%s", fill[f]);
			if (version_key((enum version_scheme)s, str_of(text), &key, &e))
				assert_true(key.len <= 4 * len + 16);
			assert_false(buf_full(&key));
		}
	(void)state;
}

static void keys_are_appended(void **state)
{
	for (int s = 0; s < VERSION_SCHEME_COUNT; s++) {
		SCOPED_BUF once = buf_new(KEY_BYTES), twice = buf_new(KEY_BYTES);
		struct str key = key_of((enum version_scheme)s, "1.2", &once);
		struct err e = { 0 };

		CASE(version_scheme_name((enum version_scheme)s));
		buf_add(&twice, STR("before"));
		assert_true(version_key((enum version_scheme)s, STR("1.2"), &twice, &e));
		assert_true(str_eq(str_from(buf_str(&twice), 6), key));
		assert_true(str_starts(buf_str(&twice), STR("before")));
	}
	(void)state;
}

static void refusals_say_why(void **state)
{
	static const struct {
		enum version_scheme scheme;
		const char *text, *why;
	} cases[] = {
		{ VERSION_SEMVER, "1.2.3.4", "semver version \"1.2.3.4\": more than three numbers" },
		{ VERSION_SEMVER, "1.2.3-a_b",
		    "semver version \"1.2.3-a_b\": \"a_b\" is no pre-release identifier" },
		{ VERSION_DPKG, "x:1", "dpkg version \"x:1\": the epoch is no number" },
		{ VERSION_RPM, "1-", "rpm version \"1-\": the release is empty" },
		{ VERSION_APK, "1.0_foo", "apk version \"1.0_foo\": no suffix that apk knows behind _" },
		{ VERSION_NUGET, "1.0-a..b", "nuget version \"1.0-a..b\": a label is empty" },
		{ VERSION_ALPM, "1.0.",
		    "alpm version \"1.0.\": the version is empty or ends with a separator" },
		{ VERSION_EBUILD, "1.0_foo",
		    "ebuild version \"1.0_foo\": no suffix that Gentoo knows behind _" },
		{ VERSION_GOLANG, "go1.21rc", "golang version \"go1.21rc\": no number behind \"rc\"" },
		{ VERSION_CONAN, "1 0", "conan version \"1 0\": a blank or control character inside" },
		{ VERSION_COMPOSER, "dev-main",
		    "composer version \"dev-main\": neither a version nor a date that Composer knows" },
		{ VERSION_PEP440, "1.0x", "pep440 version \"1.0x\": \"x\" is not expected there" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_BUF key = buf_new(KEY_BYTES);
		struct err e = { 0 };

		CASE(cases[i].text);
		assert_false(version_key(cases[i].scheme, str_of(cases[i].text), &key, &e));
		assert_string_equal(e.text, cases[i].why);
	}
	(void)state;
}

static void schemes_are_found_by_name(void **state)
{
	enum version_scheme found;

	for (int s = 0; s < VERSION_SCHEME_COUNT; s++) {
		CASE(version_scheme_name((enum version_scheme)s));
		assert_true(version_scheme_find(str_of(version_scheme_name((enum version_scheme)s)), &found));
		assert_int_equal(found, s);
	}
	assert_false(version_scheme_find(STR("deb"), &found));
	assert_false(version_scheme_find(STR_NONE, &found));
	(void)state;
}

static void purl_types_have_schemes(void **state)
{
	static const struct {
		const char *type, *scheme;
	} cases[] = {
		{ "npm", "semver" },
		{ "cargo", "semver" },
		{ "golang", "golang" },
		{ "alpm", "alpm" },
		{ "composer", "composer" },
		{ "conan", "conan" },
		{ "ebuild", "ebuild" },
		{ "gentoo", "ebuild" },
		{ "swift", "semver" },
		{ "hex", "semver" },
		{ "pub", "semver" },
		{ "deb", "dpkg" },
		{ "rpm", "rpm" },
		{ "pypi", "pep440" },
		{ "apk", "apk" },
		{ "maven", "maven" },
		{ "gem", "gem" },
		{ "nuget", "nuget" },
		{ "github", "generic" },
		{ "generic", "generic" },
		{ "", "generic" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		CASE(cases[i].type);
		assert_string_equal(
		    version_scheme_name(version_scheme_of_purl_type(str_of(cases[i].type))), cases[i].scheme);
	}
	(void)state;
}

TESTS(cmocka_unit_test(keys_order_as_the_tables_say),
    cmocka_unit_test(keys_order_as_the_comparator_on_all_pairs),
    cmocka_unit_test(the_key_behind_a_key_ends_an_interval),
    cmocka_unit_test(long_versions_have_keys_within_the_bound), cmocka_unit_test(keys_are_appended),
    cmocka_unit_test(refusals_say_why), cmocka_unit_test(schemes_are_found_by_name),
    cmocka_unit_test(purl_types_have_schemes))
