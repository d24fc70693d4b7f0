#include "check.h"

#include "assessment/cvss.h"

static void cvss_score_gives_what_the_specifications_give(void **state)
{
	/* base, temporal, environmental, score; in tenths */
	static const struct {
		const char *vector;
		int base, temporal, environmental, score;
	} cases[] = {
		/* 2.0: the three examples of the guide */
		{ "AV:N/AC:L/Au:N/C:N/I:N/A:C/E:F/RL:OF/RC:C/CDP:H/TD:H/CR:M/IR:M/AR:H", 78, 64, 92, 92 },
		{ "AV:N/AC:L/Au:N/C:C/I:C/A:C/E:F/RL:OF/RC:C/CDP:H/TD:H/CR:M/IR:M/AR:L", 100, 83, 90, 90 },
		{ "AV:L/AC:H/Au:N/C:C/I:C/A:C/E:POC/RL:OF/RC:C/CDP:H/TD:H/CR:M/IR:M/AR:M", 62, 49, 75, 75 },
		{ "(AV:N/AC:L/Au:N/C:N/I:N/A:C)", 78, -1, -1, 78 },
		{ "AV:N/AC:L/Au:N/C:N/I:N/A:C/E:ND/RL:ND/RC:ND/CDP:ND", 78, -1, -1, 78 },
		{ "AV:L/AC:H/Au:S/C:N/I:N/A:N", 0, -1, -1, 0 },
		{ "A:C/I:N/C:N/Au:N/AC:L/AV:N/RC:C", 78, 78, -1, 78 },
		/* an adjusted score falls below zero */
		{ "AV:L/AC:H/Au:M/C:P/I:N/A:N/CDP:N/TD:L/CR:L/IR:ND/AR:M", 8, -1, 0, 0 },
		/* 8.55 exactly goes up */
		{ "AV:N/AC:L/Au:S/C:C/I:C/A:C/E:H/RL:W/RC:ND", 90, 86, -1, 86 },
		/* 3.1 */
		{ "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 98, -1, -1, 98 },
		{ "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:P", 98, 93, -1, 93 },
		{ "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:P/RL:O/RC:C", 98, 88, -1, 88 },
		{ "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H", 100, -1, -1, 100 },
		{ "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N", 61, -1, -1, 61 },
		{ "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N", 64, -1, -1, 64 },
		{ "CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N", 31, -1, -1, 31 },
		{ "CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 68, -1, -1, 68 },
		{ "CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H/E:U/RL:W/RC:R", 81, 69, -1, 69 },
		{ "CVSS:3.1/AV:L/AC:L/PR:H/UI:N/S:U/C:L/I:L/A:L", 42, -1, -1, 42 },
		{ "CVSS:3.1/AV:P/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N", 20, -1, -1, 20 },
		{ "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N", 0, -1, -1, 0 },
		{ "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H/CR:H/IR:H/AR:H/MAV:A", 100, -1, 97, 97 },
		{ "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H/CR:H/IR:H/AR:H/MAV:A", 100, -1, 96, 96 },
		/* nothing is modified: no environmental score, though the formula would say 8.6 */
		{ "CVSS:3.1/AV:N/AC:H/PR:L/UI:N/S:C/C:H/I:H/A:H/CR:X/MAV:X", 85, -1, -1, 85 },
		{ "CVSS:3.0/S:U/AV:N/AC:L/PR:H/UI:N/C:L/I:L/A:N/E:F/RL:X", 38, 37, -1, 37 },
		/* 4.0: base is CVSS-B, score CVSS-BTE */
		{ "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H", 100, -1, -1, 100 },
		{ "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", 93, -1, -1, 93 },
		{ "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:L/VI:L/VA:L/SC:N/SI:N/SA:N", 69, -1, -1, 69 },
		{ "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N", 0, -1, -1, 0 },
		{ "CVSS:4.0/AV:A/AC:L/AT:N/PR:N/UI:N/VC:N/VI:H/VA:H/SC:N/SI:N/SA:N/E:P", 72, -1, -1, 57 },
		{ "CVSS:4.0/AV:A/AC:L/AT:N/PR:N/UI:N/VC:N/VI:H/VA:H/SC:N/SI:N/SA:N/E:A/MSI:S", 72, -1, -1,
		    93 },
		{ "CVSS:4.0/AV:P/AC:H/AT:P/PR:H/UI:A/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N/E:U", 10, -1, -1, 1 },
		{ "CVSS:4.0/AV:L/AC:L/AT:P/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:A/MAV:A/AU:N/R:A", 75,
		    -1, -1, 77 },
		{ "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:L/SC:N/SI:N/SA:N/E:A/MAV:A", 93, -1, -1,
		    87 },
		{ "CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N/CR:L/IR:M/AR:H", 71, -1,
		    -1, 57 },
		{ "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:L/VA:H/SC:N/SI:L/SA:H/S:P/AU:Y/R:U", 92, -1, -1,
		    92 },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct cvss c;
		struct cvss_scores s;
		struct err e = { 0 };

		CASE(cases[i].vector);
		assert_true(cvss_parse(str_of(cases[i].vector), &c, &e));
		cvss_score(&c, &s);
		assert_int_equal(s.base, cases[i].base);
		assert_int_equal(s.temporal, cases[i].temporal);
		assert_int_equal(s.environmental, cases[i].environmental);
		assert_int_equal(s.score, cases[i].score);
	}
	(void)state;
}

static void cvss_parse_takes_no_zero_for_an_end(void **state)
{
	const struct str cases[] = {
		STR("AV\0:N/AC:L/Au:N/C:N/I:N/A:C"),
		STR("AV:N\0/AC:L/Au:N/C:N/I:N/A:C"),
		STR("AV:N/AC:L/Au:N/C:N/I:N/A:C\0"),
		STR("AV:N/AC:L/Au:N/C:N/I:N/A:C/\0:N"),
		STR("AV:N/AC:L/Au:N/C:N/I:N/A:C/E:\0"),
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct cvss c;
		struct err e = { 0 };

		assert_false(cvss_parse(cases[i], &c, &e));
		assert_int_equal(e.code, ERR_INPUT);
	}
	(void)state;
}

#define V4 "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N"
#define V31 "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"

static void cvss_parse_says_what_is_wrong(void **state)
{
	static const struct {
		const char *vector, *why;
	} cases[] = {
		{ "", "the vector is empty" },
		{ "CVSS:3.1/AV:N", "AC is missing" },
		{ "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H", "A is missing" },
		{ "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:L/SC:N/SI:N/SA:N", "VA is missing" },
		{ "AV:N/AC:L/C:N/I:N/A:C", "Au is missing" },
		{ V31 "/AV:N", "AV is given twice" },
		{ V4 "/E:A/E:X", "E is given twice" },
		{ V31 "/E:X/E:X", "E is given twice" },
		{ V31 "/XY:N", "\"XY\" is not a metric of CVSS 3.1" },
		{ V31 "/Au:N", "\"Au\" is not a metric of CVSS 3.1" },
		{ V31 "/e:P", "\"e\" is not a metric of CVSS 3.1" },
		{ "AV:N/AC:L/AT:N", "\"AT\" is not a metric of CVSS 2.0" },
		{ "CVSS:3.0/AV:F", "AV is one of N, A, L, P, not \"F\"" },
		{ "CVSS:3.0/AV:X", "AV is one of N, A, L, P, not \"X\"" },
		{ "CVSS:3.0/AV:n", "AV is one of N, A, L, P, not \"n\"" },
		{ "CVSS:3.0/AV:", "AV is one of N, A, L, P, not \"\"" },
		{ V31 "/E:POC", "E is one of H, F, P, U, X, not \"POC\"" },
		{ V31 "/MAV:N:A", "MAV is one of N, A, L, P, X, not \"N:A\"" },
		{ V4 "/U:green", "U is one of Clear, Green, Amber, Red, X, not \"green\"" },
		{ V4 "/MSC:S", "MSC is one of H, L, N, X, not \"S\"" },
		{ "CVSS:4.0/AC:L/AV:N", "AV stands behind AC: CVSS 4.0 has a fixed order" },
		{ V4 "/CR:H/E:A", "E stands behind CR: CVSS 4.0 has a fixed order" },
		{ V31 "/", "\"\" is not METRIC:VALUE" },
		{ V31 "//E:P", "\"\" is not METRIC:VALUE" },
		{ "/AV:N", "\"\" is not METRIC:VALUE" },
		{ "AV:N/ACL", "\"ACL\" is not METRIC:VALUE" },
		{ "AV:N\n/AC:L", "AV is one of L, A, N, not \"N?\"" },
		{ "CVSS:3.2/AV:N", "CVSS version is one of 2.0, 3.0, 3.1, 4.0, not \"3.2\"" },
		{ "CVSS:/AV:N", "CVSS version is one of 2.0, 3.0, 3.1, 4.0, not \"\"" },
		{ "CVSS:3.10/AV:N", "CVSS version is one of 2.0, 3.0, 3.1, 4.0, not \"3.10\"" },
		{ "CVSS:2.0/AV:N/AC:L/Au:N/C:N/I:N/A:C", "a CVSS 2.0 vector has no prefix" },
		{ "cvss:3.1/AV:N", "\"cvss\" is not a metric of CVSS 2.0" },
		{ "(AV:N/AC:L/Au:N/C:N/I:N/A:C", "\"(AV\" is not a metric of CVSS 2.0" },
		{ "(" V31 ")", "\"CVSS\" is not a metric of CVSS 2.0" },
		{ "CVSS:3.1", "AV is missing" },
		{ "CVSS:3.1/", "AV is missing" },
		{ "()", "AV is missing" },
		{ "(", "\"(\" is not METRIC:VALUE" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct cvss c = { .version = CVSS_4_0 };
		struct err e = { 0 };

		CASE(cases[i].vector);
		assert_false(cvss_parse(str_of(cases[i].vector), &c, &e));
		assert_string_equal(e.text, cases[i].why);
		assert_int_equal(e.code, ERR_INPUT);
		assert_int_equal(c.version, CVSS_4_0); /* left as it was */
	}
	(void)state;
}

static void cvss_write_is_canonical(void **state)
{
	static const struct {
		const char *vector, *canonical;
	} cases[] = {
		{ V31, V31 },
		{ V31 "/E:X/MAV:X", V31 },
		{ "CVSS:3.1/E:P/A:H/I:H/C:H/S:U/UI:N/PR:N/AC:L/AV:N", V31 "/E:P" },
		{ V31 "/MA:N/CR:H/RC:U", V31 "/RC:U/CR:H/MA:N" },
		{ "(AC:L/AV:N/Au:N/C:N/I:N/A:C/TD:ND)", "AV:N/AC:L/Au:N/C:N/I:N/A:C" },
		{ V4 "/E:X/MSI:S/U:Amber", V4 "/MSI:S/U:Amber" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_BUF text = buf_new(1000);
		struct cvss c;
		struct err e = { 0 };

		CASE(cases[i].vector);
		assert_true(cvss_parse(str_of(cases[i].vector), &c, &e));
		cvss_write(&c, &text);
		buf_byte(&text, '\0');
		assert_string_equal(text.ptr, cases[i].canonical);
	}
	(void)state;
}

static void cvss_value_is_what_the_vector_says(void **state)
{
	static const struct {
		const char *vector, *metric, *value;
	} cases[] = {
		{ V31, "AV", "N" },
		{ V31, "E", "" },
		{ V31 "/E:X", "E", "" },
		{ V31 "/E:P", "E", "P" },
		{ V31, "AT", "" },
		{ V31, "", "" },
		{ V4 "/MSI:S/S:P", "MSI", "S" },
		{ V4 "/MSI:S/S:P", "S", "P" },
		{ "AV:N/AC:L/Au:N/C:N/I:N/A:C/E:POC", "E", "POC" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct cvss c;
		struct err e = { 0 };

		CASE(cases[i].metric);
		assert_true(cvss_parse(str_of(cases[i].vector), &c, &e));
		assert_true(str_eq(cvss_value(&c, str_of(cases[i].metric)), str_of(cases[i].value)));
	}
	(void)state;
}

static void cvss_band_follows_its_version(void **state)
{
	static const struct {
		const char *version;
		int tenths;
		const char *band;
	} cases[] = {
		{ "2.0", -1, "unscored" },
		{ "2.0", 0, "low" },
		{ "2.0", 39, "low" },
		{ "2.0", 40, "medium" },
		{ "2.0", 69, "medium" },
		{ "2.0", 70, "high" },
		{ "2.0", 100, "high" },
		{ "3.0", 0, "none" },
		{ "3.1", -1, "unscored" },
		{ "3.1", 0, "none" },
		{ "3.1", 1, "low" },
		{ "3.1", 39, "low" },
		{ "3.1", 40, "medium" },
		{ "3.1", 69, "medium" },
		{ "3.1", 70, "high" },
		{ "3.1", 89, "high" },
		{ "3.1", 90, "critical" },
		{ "4.0", 100, "critical" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		enum cvss_version v;

		CASE(cases[i].band);
		assert_true(cvss_version_find(str_of(cases[i].version), &v));
		assert_string_equal(cvss_version_name(v), cases[i].version);
		assert_string_equal(cvss_band_name(cvss_band(v, cases[i].tenths)), cases[i].band);
	}
	(void)state;
}

static void cvss_version_find_knows_no_other(void **state)
{
	static const char *const cases[] = { "", "1.0", "2", "3", "3.2", "4.0 ", "CVSS:3.1" };

	for (size_t i = 0; i < COUNT(cases); i++) {
		enum cvss_version v;

		CASE(cases[i]);
		assert_false(cvss_version_find(str_of(cases[i]), &v));
	}
	(void)state;
}

TESTS(cmocka_unit_test(cvss_score_gives_what_the_specifications_give),
    cmocka_unit_test(cvss_parse_says_what_is_wrong), cmocka_unit_test(cvss_parse_takes_no_zero_for_an_end),
    cmocka_unit_test(cvss_write_is_canonical), cmocka_unit_test(cvss_value_is_what_the_vector_says),
    cmocka_unit_test(cvss_band_follows_its_version), cmocka_unit_test(cvss_version_find_knows_no_other))
