#include "check.h"

#include "base/buf.h"
#include "matching/match.h"
#include "matching/packed.h"

static void a_version_meets_a_range_as_nistir_7696_has_it(void **state)
{
	static const struct {
		const char *version, *low, *high;
		bool low_in, high_in, na;
		enum meeting how;
	} cases[] = {
		/* a range */
		{ "1.5", "1.0", "2.0", true, false, false, MEETS },
		{ "1.0", "1.0", "2.0", true, false, false, MEETS },
		{ "1.0", "1.0", "2.0", false, false, false, MEETS_NOT },
		{ "2.0", "1.0", "2.0", true, false, false, MEETS_NOT },
		{ "2.0", "1.0", "2.0", true, true, false, MEETS },
		{ "2.0.0", "1.0", "2.0", true, true, false, MEETS }, /* the same version by its scheme */
		{ "2.0-rc1", "", "2.0", false, false, false, MEETS },
		/* one version */
		{ "1.0", "1.0", "1.0", true, true, false, MEETS },
		{ "1.0.1", "1.0", "1.0", true, true, false, MEETS_NOT },
		/* all versions, by a version, without one, with "-" */
		{ "7", "", "", false, false, false, MEETS },
		{ "", "", "", false, false, false, MEETS },
		{ "-", "", "", false, false, false, MEETS },
		/* the component states no version: never silent */
		{ "", "1.0", "2.0", true, false, false, MEETS_UNCONFIRMED },
		{ "", "1.0", "1.0", true, true, false, MEETS_UNCONFIRMED },
		/* "-" is not "*" */
		{ "-", "1.0", "2.0", true, false, false, MEETS_UNCONFIRMED },
		{ "-", "1.0", "1.0", true, true, false, MEETS_NOT },
		{ "-", "", "", false, false, true, MEETS },
		{ "1.0", "", "", false, false, true, MEETS_NOT },
		{ "", "", "", false, false, true, MEETS_UNCONFIRMED },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct affected a = { .kind = PACKAGE_CPE,
			.scheme = VERSION_GENERIC,
			.config = -1,
			.low = str_of(cases[i].low),
			.high = str_of(cases[i].high),
			.low_inclusive = cases[i].low_in,
			.high_inclusive = cases[i].high_in,
			.not_applicable = cases[i].na };
		struct identity identity = {
			.kind = PACKAGE_CPE, .version = str_of(cases[i].version), .scheme = VERSION_GENERIC
		};
		struct range r = range_of(&a, 1, &arena);
		char row[64];

		snprintf(row, sizeof(row), "%s in %s..%s", cases[i].version, cases[i].low, cases[i].high);
		CASE(row);
		assert_int_equal(match_meets(&identity, &r, &arena, NULL), cases[i].how);
	}
	(void)state;
}

/* NVD names OpenSSH 9.9p2 as version 9.9 with update p2, and bounds as "9.9p2". */
static void an_update_counts_where_a_bound_writes_it_behind_the_version(void **state)
{
	static const struct {
		const char *version, *update, *low, *high;
		enum meeting how;
	} cases[] = {
		{ "9.9", "p2", "9.5p1", "9.9p2", MEETS_NOT },
		{ "9.9", "p1", "9.5p1", "9.9p2", MEETS },
		{ "9.5", "p1", "9.5p1", "9.9p2", MEETS },
		{ "9.4", "p1", "9.5p1", "9.9p2", MEETS_NOT },
		/* no update that is known, so the version alone */
		{ "9.9", "-", "9.5p1", "9.9p2", MEETS },
		{ "9.9", "*", "9.5p1", "9.9p2", MEETS },
		/* a bound without one leaves the update out of it */
		{ "9.9", "p2", "9.5", "9.9", MEETS_NOT },
		{ "9.5", "p2", "9.5", "9.9", MEETS },
		/* 9.90 is another version, not an update of 9.9 */
		{ "9.9", "p2", "9.5", "9.90", MEETS },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct affected a = { .kind = PACKAGE_CPE,
			.scheme = VERSION_GENERIC,
			.config = -1,
			.low = str_of(cases[i].low),
			.high = str_of(cases[i].high),
			.low_inclusive = true };
		struct identity identity = { .kind = PACKAGE_CPE,
			.version = str_of(cases[i].version),
			.qualifier = arena_printf(&arena, "%s:*:*:*:*:*:*", cases[i].update) };
		struct range r = range_of(&a, 1, &arena);
		char row[64];

		snprintf(
		    row, sizeof(row), "%s:%s before %s", cases[i].version, cases[i].update, cases[i].high);
		CASE(row);
		assert_int_equal(match_meets(&identity, &r, &arena, NULL), cases[i].how);
	}
	(void)state;
}

static void qualifiers_meet_attribute_by_attribute(void **state)
{
	static const struct {
		enum package_kind kind;
		const char *advisory, *component;
		enum meeting how;
		const char *unconfirmed;
	} cases[] = {
		{ PACKAGE_CPE, "", "", MEETS, "" },
		{ PACKAGE_CPE, "sp1:*:*:*:*:*:*", "sp1:*:*:*:*:*:*", MEETS, "" },
		{ PACKAGE_CPE, "sp1:*:*:*:*:*:*", "sp2:*:*:*:*:*:*", MEETS_NOT, "" },
		{ PACKAGE_CPE, "sp1:*:*:*:*:*:*", "-:*:*:*:*:*:*", MEETS_NOT, "" },
		{ PACKAGE_CPE, "-:*:*:*:*:*:*", "sp1:*:*:*:*:*:*", MEETS_NOT, "" },
		/* the component's update is not stated: it may be sp1 */
		{ PACKAGE_CPE, "sp1:*:*:*:*:*:*", "", MEETS_UNCONFIRMED, "update sp1 not confirmed" },
		{ PACKAGE_CPE, "", "sp1:*:*:*:*:*:*", MEETS, "" },
		{ PACKAGE_CPE, "*:*:*:*:wordpress:*:*", "*:*:*:*:node.js:*:*", MEETS_NOT, "" },
		{ PACKAGE_CPE, "*:*:*:*:wordpress:*:*", "", MEETS, "" },
		/* an escaped colon does not end an attribute */
		{ PACKAGE_CPE, "a\\:b:*:*:*:*:*:*", "a\\:b:*:*:*:*:*:*", MEETS, "" },
		{ PACKAGE_CPE, "a\\:b:*:*:*:*:*:*", "a:*:*:*:*:*:*", MEETS_NOT, "" },
		{ PACKAGE_PURL, "debian-12", "debian-12", MEETS, "" },
		{ PACKAGE_PURL, "debian-12", "debian-11", MEETS_NOT, "" },
		{ PACKAGE_PURL, "debian-12", "", MEETS, "" },
		{ PACKAGE_PURL, "debian", "debian-11", MEETS, "" },
		{ PACKAGE_PURL, "debian-1", "debian-12", MEETS_NOT, "" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct affected a = { .kind = cases[i].kind,
			.scheme = VERSION_GENERIC,
			.config = -1,
			.high = STR("2"),
			.qualifier = str_of(cases[i].advisory) };
		struct identity identity = {
			.kind = cases[i].kind, .version = STR("1"), .qualifier = str_of(cases[i].component)
		};
		struct range r = range_of(&a, 1, &arena);
		struct str unconfirmed = STR("");
		char row[128];

		snprintf(row, sizeof(row), "%s against %s", cases[i].advisory, cases[i].component);
		CASE(row);
		assert_int_equal(match_meets(&identity, &r, &arena, &unconfirmed), cases[i].how);
		assert_string_equal(arena_text(&arena, unconfirmed), cases[i].unconfirmed);
	}
	(void)state;
}

static void a_match_has_its_tier_and_its_words(void **state)
{
	static const struct {
		enum package_kind kind;
		const char *package, *version, *qualifier;
		enum version_scheme scheme;
		enum tier tier;
		const char *words;
	} cases[] = {
		{ PACKAGE_CPE, "o:amazon:freertos", "10.0.1", "", VERSION_GENERIC, TIER_B,
		    "cpe o:amazon:freertos, 10.0.1 < 10.4.3 by scheme generic" },
		{ PACKAGE_PURL, "npm/left-pad", "10.0.1", "", VERSION_SEMVER, TIER_A,
		    "purl npm/left-pad, 10.0.1 < 10.4.3 by scheme semver" },
		{ PACKAGE_PURL, "npm/left-pad", "", "", VERSION_SEMVER, TIER_D,
		    "purl npm/left-pad, (version not stated) < 10.4.3 by scheme semver; the component states "
		    "no version" },
		{ PACKAGE_CPE, "a:x:y", "10.0.1", "sp1:*:*:*:*:*:*", VERSION_GENERIC, TIER_D,
		    "cpe a:x:y sp1:*:*:*:*:*:*, 10.0.1 < 10.4.3 by scheme generic; update sp1 not "
		    "confirmed" },
		/* not a semantic version: both sides are compared as generic rather than missed */
		{ PACKAGE_PURL, "npm/odd", "10.0.1.7", "", VERSION_SEMVER, TIER_A,
		    "purl npm/odd, 10.0.1.7 < 10.4.3 by scheme generic" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		SCOPED_BUF packed = buf_new(4096);
		struct affected a = { .kind = cases[i].kind,
			.scheme = cases[i].scheme,
			.config = -1,
			.high = STR("10.4.3"),
			.qualifier = str_of(cases[i].qualifier) };
		struct reach reach = { .identity = { .kind = cases[i].kind,
					   .package = str_of(cases[i].package),
					   .version = str_of(cases[i].version),
					   .scheme = cases[i].scheme } };
		struct range r = range_of(&a, 1, &arena);
		struct match_list list = { 0 };
		struct err e = { 0 };

		CASE(cases[i].words);
		packed_write(&packed, &r, 1);
		assert_true(match_reach(0, &reach, buf_str(&packed), &arena, &list, &e));
		assert_int_equal(list.count, 1);
		assert_int_equal(list.matches[0].tier, cases[i].tier);
		assert_string_equal(
		    arena_text(&arena, match_words(&list.matches[0], &arena)), cases[i].words);
		match_list_free(&list);
	}
	(void)state;
}

TESTS(cmocka_unit_test(a_version_meets_a_range_as_nistir_7696_has_it),
    cmocka_unit_test(an_update_counts_where_a_bound_writes_it_behind_the_version),
    cmocka_unit_test(qualifiers_meet_attribute_by_attribute),
    cmocka_unit_test(a_match_has_its_tier_and_its_words))
