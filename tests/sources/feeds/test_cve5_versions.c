#include "show.h"

#include "sources/feeds/cve5_versions.h"

/* What the versions of an entry come to, one piece a line: "affected >= 1 < 2 fixed 2". */
static void show_versions(const char *versions, bool default_affected, struct buf *out)
{
	SCOPED_ARENA record = { 0 };
	SCOPED_INPUT *in = input_open_memory(STR("feed"), str_of(versions));
	SCOPED_JSON *j = json_open(in);
	struct cve5_versions v = { 0 };
	struct err e = { 0 };

	cve5_versions_read(&v, j, &record);
	assert_true(json_finish(j, &e));
	cve5_versions_settle(&v, default_affected);
	for (size_t i = 0; i < v.count; i++) {
		struct affected row = { .status = v.at[i].status, .fixed = v.at[i].fixed, .config = -1 };

		row.kind = PACKAGE_NAME;
		version_span_put(&v.at[i].span, v.at[i].scheme, &row);
		if (!version_span_is_empty(&row)) {
			show_row(out, &row);
			buf_byte(out, '\n');
		}
	}
	buf_byte(out, '\0');
	cve5_versions_free(&v);
}

#define V(fields) "{\"status\": \"affected\", " fields "}"
#define U(fields) "{\"status\": \"unaffected\", " fields "}"
#define VERSION(text) "\"version\": \"" text "\""
#define TO(text) ", \"lessThan\": \"" text "\""
#define UP_TO(text) ", \"lessThanOrEqual\": \"" text "\""
#define TYPE(text) ", \"versionType\": \"" text "\""
#define CHANGES(list) ", \"changes\": [" list "]"
#define AT(version, status) "{\"at\": \"" version "\", \"status\": \"" status "\"}"

struct version_case {
	const char *versions, *pieces;
};

static void check_versions(const struct version_case *cases, size_t count, bool default_affected)
{
	for (size_t i = 0; i < count; i++) {
		SCOPED_BUF out = buf_new(65536);
		SCOPED_BUF expected = buf_new(65536);
		struct str lines = str_of(cases[i].pieces), line;

		CASE(cases[i].versions);
		while (str_next(&lines, '\n', &line) && line.len > 0)
			buf_printf(&expected, "name  " STR_FMT "\n", STR_ARG(line));
		buf_byte(&expected, '\0');
		show_versions(cases[i].versions, default_affected, &out);
		assert_string_equal(out.ptr, expected.ptr);
	}
}

static void cve5_versions_reads_ranges(void **state)
{
	static const struct version_case cases[] = {
		{ "[" V(VERSION("1.0") TO("1.4.3")) "]", "affected >= 1.0 < 1.4.3 fixed 1.4.3\n" },
		{ "[" V(VERSION("1.0") UP_TO("1.4.3")) "]", "affected >= 1.0 <= 1.4.3\n" },
		{ "[" V(VERSION("1.0")) "]", "affected = 1.0\n" },
		/* no beginning */
		{ "[" V(VERSION("0") TO("1.4.3")) "]", "affected < 1.4.3 fixed 1.4.3\n" },
		{ "[" V(VERSION("unspecified") TO("1.4.3")) "]", "affected < 1.4.3 fixed 1.4.3\n" },
		{ "[" V(VERSION("n/a") UP_TO("1.4.3")) "]", "affected <= 1.4.3\n" },
		{ "[" V(VERSION("*") TO("1.4.3")) "]", "affected < 1.4.3 fixed 1.4.3\n" },
		{ "[" V(VERSION("earlier") TO("1.4.3")) "]", "affected < 1.4.3 fixed 1.4.3\n" },
		{ "[" V(VERSION("All versions") TO("V1.4")) "]", "affected < V1.4 fixed V1.4\n" },
		/* no end */
		{ "[" V(VERSION("1.0") TO("*")) "]", "affected >= 1.0\n" },
		{ "[" V(VERSION("1.0") UP_TO("*")) "]", "affected >= 1.0\n" },
		{ "[" V(VERSION("1.0") TO("unspecified")) "]", "affected >= 1.0\n" },
		{ "[" V(VERSION("10.0") TO("publication")) "]", "affected >= 10.0\n" },
		{ "[" V(VERSION("19.0") TO("https://maker.example/365")) "]", "affected >= 19.0\n" },
		{ "[" V(VERSION("0") TO("*")) "]", "affected all\n" },
		/* branches */
		{ "[" V(VERSION("4.19.256") UP_TO("4.19.*")) "]", "affected >= 4.19.256 < 4.20\n" },
		{ "[" V(VERSION("1.0") TO("1.*")) "]", "affected >= 1.0 < 2\n" },
		{ "[" V(VERSION("2.x")) "]", "affected >= 2 < 3\n" },
		/* signs and words inside the bounds */
		{ "[" V(VERSION("1.0") UP_TO("<=1.4.3")) "]", "affected >= 1.0 <= 1.4.3\n" },
		{ "[" V(VERSION(">= 1.0") TO("1.4.3")) "]", "affected >= 1.0 < 1.4.3 fixed 1.4.3\n" },
		{ "[" V(VERSION("4.5") TO("<")) "]", "affected < 4.5\n" },
		{ "[" V(VERSION("19.4") TO("19.4R3-S9, 19.4R4")) "]",
		    "affected >= 19.4 < 19.4R3-S9 fixed 19.4R3-S9\n" },
		{ "[" V(VERSION("8.4.59") UP_TO("8.4.59")) "]", "affected = 8.4.59\n" },
		/* sentences */
		{ "[" V(VERSION(">= 1.2, < 1.4.3")) "]", "affected >= 1.2 < 1.4.3 fixed 1.4.3\n" },
		{ "[" V(VERSION("< 2.0")) "]", "affected < 2.0 fixed 2.0\n" },
		{ "[" V(VERSION("<=3")) "]", "affected <= 3\n" },
		{ "[" V(VERSION("1.2.3 and prior")) "]", "affected <= 1.2.3\n" },
		{ "[" V(VERSION("1.2 through 1.4")) "]", "affected >= 1.2 <= 1.4\n" },
		{ "[" V(VERSION("1.2, 1.3")) "]", "affected = 1.2\naffected = 1.3\n" },
		{ "[" V(VERSION("vers:all/*")) "]", "affected all\n" },
		{ "[" V(VERSION("Snapdragon 865 5G")) "]", "affected = Snapdragon 865 5G\n" },
		/* no version said */
		{ "[" V(VERSION("n/a")) "]", "affected all\n" },
		{ "[" V(VERSION("see references")) "]", "affected all\n" },
		{ "[" V(VERSION("See the reference URL")) "]", "affected all\n" },
		{ "[" V(VERSION("-")) "]", "affected all\n" },
		{ "[" V(VERSION("*")) "]", "affected all\n" },
		{ "[" V(VERSION("0")) "]", "affected all\n" },
	};

	check_versions(cases, COUNT(cases), false);
	(void)state;
}

static void cve5_versions_takes_the_scheme_from_the_type(void **state)
{
	static const struct version_case cases[] = {
		{ "[" V(VERSION("1.0.0") TO("1.4.3") TYPE("semver")) "]",
		    "affected >= 1.0.0 < 1.4.3 fixed 1.4.3 by semver\n" },
		{ "[" V(VERSION("1.0") TO("1.4rc1") TYPE("python")) "]",
		    "affected >= 1.0 < 1.4rc1 fixed 1.4rc1 by pep440\n" },
		{ "[" V(VERSION("0") TO("0:2.4.0-2.el7_9") TYPE("rpm")) "]",
		    "affected < 0:2.4.0-2.el7_9 fixed 0:2.4.0-2.el7_9 by rpm\n" },
		{ "[" V(VERSION("0") TO("1.2-3") TYPE("deb")) "]", "affected < 1.2-3 fixed 1.2-3 by dpkg\n" },
		{ "[" V(VERSION("0") TO("1.2") TYPE("custom")) "]", "affected < 1.2 fixed 1.2\n" },
		{ "[" V(VERSION("0") TO("1.2") TYPE("release bundle")) "]", "affected < 1.2 fixed 1.2\n" },
		{ "[" V(VERSION("6.10") UP_TO("*") TYPE("original_commit_for_fix")) "]",
		    "affected >= 6.10\n" },
		/* one bound that the scheme cannot read makes all of it generic */
		{ "[" V(VERSION("1.0.0") TO("2.0 final") TYPE("semver")) "]",
		    "affected >= 1.0.0 < 2.0 final fixed 2.0 final\n" },
		{ "[" V(VERSION("cpe:2.3:a:m:p:0:*:*:*:*:*:*:*") TO("cpe:2.3:a:m:p:4.8.3:*:*:*:*:*:*:*")
			  TYPE("cpe")) "]",
		    "affected < 4.8.3 fixed 4.8.3\n" },
		{ "[" V(VERSION("8.1") TO("8.1.4") TYPE("8121")) "]",
		    "affected >= 8.1 < 8.1.4 fixed 8.1.4\n" },
	};

	check_versions(cases, COUNT(cases), false);
	(void)state;
}

#define WHOLE "0123456789abcdef0123456789abcdef01234567"

static void cve5_versions_keeps_commits_apart(void **state)
{
	static const struct version_case cases[] = {
		/* the one that brought the flaw once for all its branches, and the fix of each */
		{ "[" V(VERSION("611e12ea0f12") TO("e6412ba3b650") TYPE("git")) ", " V(
		      VERSION("611e12ea0f12") TO("23a191b132cd") TYPE("git")) "]",
		    "affected >= 611e12ea0f12 < 611e12ea0f13 by literal\naffected all by literal\n"
		    "fixed >= e6412ba3b650 < e6412ba3b651 by literal\n"
		    "fixed >= 23a191b132cd < 23a191b132ce by literal\n" },
		{ "[" V(VERSION("0") TO("4fdf178a") TYPE("git")) "]",
		    "affected all by literal\nfixed >= 4fdf178a < 4fdf178b by literal\n" },
		{ "[" V(VERSION(WHOLE) UP_TO("ABCDEF0") TYPE("git")) "]",
		    "affected = " WHOLE " by literal\naffected all by literal\n"
		    "affected >= abcdef0 < abcdef1 by literal\n" },
		/* one alone */
		{ "[" V(VERSION("abcdef9") TYPE("git")) "]", "affected >= abcdef9 < abcdef: by literal\n" },
		{ "[" V(VERSION("abcdeff") TYPE("git")) "]", "affected >= abcdeff < abcdefg by literal\n" },
		/* unaffected from there on */
		{ "[" V(VERSION("abcdef1") TYPE("git")) ", " U(VERSION(WHOLE) TO("*") TYPE("git")) "]",
		    "affected >= abcdef1 < abcdef2 by literal\nfixed = " WHOLE " by literal\n" },
		/* commits, but not called so */
		{ "[" V(VERSION("1da177e4c3f4") TO("cc61fcf7d1c9") TYPE("custom")) "]",
		    "affected >= 1da177e4c3f4 < 1da177e4c3f5 by literal\n"
		    "affected all by literal\n"
		    "fixed >= cc61fcf7d1c9 < cc61fcf7d1c: by literal\n" },
		{ "[" V(VERSION("1da177e4c3f4")) "]",
		    "affected >= 1da177e4c3f4 < 1da177e4c3f5 by literal\n" },
		{ "[" V(VERSION("202403041200") TO("202403041300")) "]",
		    "affected >= 202403041200 < 202403041300 fixed 202403041300\n" },
		/* called git, but versions */
		{ "[" V(VERSION("*") TO("1.5.0") TYPE("git")) "]", "affected < 1.5.0 fixed 1.5.0\n" },
		{ "[" V(VERSION("20231128") TO("20240101") TYPE("git")) "]",
		    "affected >= 20231128 < 20240101 fixed 20240101\n" },
	};

	check_versions(cases, COUNT(cases), false);
	(void)state;
}

/* By the letter nothing lies between equal bounds, and such a record would touch nobody. */
static void cve5_versions_takes_an_empty_range_for_all_before_it(void **state)
{
	static const struct version_case cases[] = {
		{ "[" V(VERSION("73.0.3683.75") TO("73.0.3683.75")) "]",
		    "affected < 73.0.3683.75 fixed 73.0.3683.75\n" },
		{ "[" V(VERSION("8.4.0") TO("8.4.0") TYPE("semver")) ", " U(
		      VERSION("7.69.0") TO("7.69.0") TYPE("semver")) "]",
		    "affected < 8.4.0 fixed 8.4.0 by semver\nunaffected < 7.69.0 by semver\n" },
		{ "[" V(VERSION("9.1") TO("9.1")) ", " V(VERSION("9.2")) "]",
		    "affected < 9.1 fixed 9.1\naffected = 9.2\n" },
		/* branches that were mended side by side */
		{ "[" V(VERSION("22.7R2") TO("22.7R2")) ", " V(VERSION("22.5R2.2") TO("22.5R2.2")) ", " V(
		      VERSION("9.1R18.6") TO("9.1R18.6")) "]",
		    "affected >= 22.6 < 22.7R2 fixed 22.7R2\naffected >= 10 < 22.5R2.2 fixed 22.5R2.2\n"
		    "affected < 9.1R18.6 fixed 9.1R18.6\n" },
		{ "[" V(VERSION("9.1R17.4") TO("9.1R17.4")) ", " V(VERSION("9.1R18.5") TO("9.1R18.5")) "]",
		    "affected < 9.1R17.4 fixed 9.1R17.4\naffected >= 9.1R18 < 9.1R18.5 fixed 9.1R18.5\n" },
		/* no branch, but the first version of one */
		{ "[" V(VERSION("12.1.0.0") TO("12.1.0.0")) ", " V(VERSION("11.12.0.1") TO("11.12.0.1")) "]",
		    "affected >= 12 < 12.1.0.0 fixed 12.1.0.0\naffected < 11.12.0.1 fixed 11.12.0.1\n" },
		{ "[" V(VERSION("12.1.0.0") TO("12.1.0.0")) ", " V(VERSION("12.0.0.0") TO("12.0.0.0")) "]",
		    "affected < 12.1.0.0 fixed 12.1.0.0\naffected < 12.0.0.0 fixed 12.0.0.0\n" },
		/* nothing to tell branches by */
		{ "[" V(VERSION("1.0b") TO("1.0b")) ", " V(VERSION("1.0a") TO("1.0a")) "]",
		    "affected < 1.0b fixed 1.0b\naffected < 1.0a fixed 1.0a\n" },
		{ "[" V(VERSION("unspecified") TO("unspecified")) "]", "affected all\n" },
	};

	check_versions(cases, COUNT(cases), false);
	(void)state;
}

static void cve5_versions_splits_at_changes(void **state)
{
	static const struct version_case cases[] = {
		{ "[" V(VERSION("4.2.0") TO("*") CHANGES(AT("4.2.5", "unaffected"))) "]",
		    "affected >= 4.2.0 < 4.2.5 fixed 4.2.5\nunaffected >= 4.2.5\n" },
		{ "[" V(VERSION("1") TO("9") CHANGES(AT("5", "affected") ", " AT("3", "unaffected"))) "]",
		    "affected >= 1 < 3 fixed 3\nunaffected >= 3 < 5\naffected >= 5 < 9 fixed 9\n" },
		/* the fix may stand behind the range */
		{ "[" V(VERSION("n/a") UP_TO("1.2.3") CHANGES(AT("1.2.4", "unaffected"))) "]",
		    "affected <= 1.2.3 fixed 1.2.4\n" },
		{ "[" V(VERSION("1") TO("5") CHANGES(AT("5", "unaffected"))) "]",
		    "affected >= 1 < 5 fixed 5\n" },
		/* at or before the beginning */
		{ "[" V(VERSION("3") TO("5") CHANGES(AT("3", "unaffected"))) ", " V(VERSION("1")) "]",
		    "unaffected >= 3 < 5\naffected = 1\n" },
		{ "[" V(VERSION("3") TO("5") CHANGES(AT("4", "unknown"))) "]",
		    "affected >= 3 < 4\ninvestigated >= 4 < 5\n" },
		{ "[" V(VERSION("0") UP_TO("2") CHANGES(AT("b2239f607df2", "unaffected"))) "]",
		    "affected <= 2\n" },
		{ "[" V(VERSION("3") TO("5") CHANGES(AT("2", "unaffected"))) "]",
		    "affected >= 3 < 5 fixed 5\n" },
		/* a message in place of a version is no fix */
		{ "[" V(VERSION("1") UP_TO("2")
			  CHANGES(AT("b2239f607df25fc401179e6dd4b7406f942a7632 net: fix the "
				     "list of qdiscs",
			      "unaffected"))) "]",
		    "affected >= 1 <= 2\n" },
	};

	check_versions(cases, COUNT(cases), false);
	(void)state;
}

static void cve5_versions_minds_what_is_not_affected(void **state)
{
	static const struct version_case unaffected[] = {
		{ "[" V(VERSION("0") TO("5")) ", " U(VERSION("4.9.7")) "]",
		    "affected < 5 fixed 5\nunaffected = 4.9.7\n" },
		{ "[" U(VERSION("4.9.7")) "]", "" },
		{ "[]", "" },
		/* unknown is not silence */
		{ "[{\"status\": \"unknown\", " VERSION("1") "}]", "investigated = 1\n" },
		{ "[{\"status\": \"unknown\", " VERSION("consult the maker's advisory") "}]",
		    "investigated all\n" },
		{ "[{" VERSION("1") "}]", "investigated = 1\n" },
	};
	static const struct version_case affected[] = {
		{ "[]", "affected all\n" },
		{ "null", "affected all\n" },
		/* all but what is named: the kernel's way */
		{ "[" V(VERSION("2.6.24")) ", " U(VERSION("0") TO("2.6.24")) ", " U(
		      VERSION("4.19.318") UP_TO("4.19.*")) ", " U(VERSION("6.10") UP_TO("*")) "]",
		    "unaffected < 2.6.24\nunaffected >= 4.19.318 < 4.20 fixed 4.19.318\n"
		    "unaffected >= 6.10 fixed 6.10\naffected all\n" },
		/* beside nothing but affected ranges, the ranges are meant */
		{ "[" V(VERSION("1.0") TO("2.0")) "]", "affected >= 1.0 < 2.0 fixed 2.0\n" },
		{ "[{\"status\": \"unknown\", " VERSION("1") "}]", "affected all\n" },
	};

	check_versions(unaffected, COUNT(unaffected), false);
	check_versions(affected, COUNT(affected), true);
	(void)state;
}

TESTS(cmocka_unit_test(cve5_versions_reads_ranges),
    cmocka_unit_test(cve5_versions_takes_the_scheme_from_the_type),
    cmocka_unit_test(cve5_versions_keeps_commits_apart),
    cmocka_unit_test(cve5_versions_takes_an_empty_range_for_all_before_it),
    cmocka_unit_test(cve5_versions_splits_at_changes),
    cmocka_unit_test(cve5_versions_minds_what_is_not_affected))
