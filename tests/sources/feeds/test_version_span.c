#include "show.h"

#include "sources/feeds/version_span.h"

/* The spans of a text as rows: ">= 1 < 2; = 3". */
static void show_spans(struct buf *out, const struct version_spans *spans, enum version_scheme scheme)
{
	if (spans->is_open)
		buf_printf(out, " open");
	for (size_t i = 0; i < spans->count; i++) {
		struct affected row = { 0 };

		version_span_put(&spans->at[i], scheme, &row);
		buf_printf(out, "%s", i ? ";" : "");
		show_bounds(out, &row);
	}
	buf_byte(out, '\0');
}

static void version_span_reads_what_is_clear(void **state)
{
	static const struct {
		const char *text, *spans;
	} cases[] = {
		/* signs */
		{ "1.2.3", " = 1.2.3" },
		{ "< 2.0", " < 2.0" },
		{ "<=3", " <= 3" },
		{ "=< 3", " <= 3" },
		{ "\xe2\x89\xa4 3", " <= 3" },
		{ "> 1.0", " > 1.0" },
		{ ">= 1.0", " >= 1.0" },
		{ "= 1.0", " = 1.0" },
		{ ">= 1.2, < 1.4.3", " >= 1.2 < 1.4.3" },
		{ ">=1.2,<1.4.3", " >= 1.2 < 1.4.3" },
		{ ">= 2003 | <= 2006", " >= 2003 <= 2006" },
		{ ">= V4.1 < V4.3", " >= V4.1 < V4.3" },
		{ ">= V4.1 and < V4.3", " >= V4.1 < V4.3" },
		{ "A10 < A11", " >= A10 < A11" },
		{ ">= 1.2, < 1.4.3, >= 2.0, < 2.1", " >= 1.2 < 1.4.3; >= 2.0 < 2.1" },
		{ "< 1.2, >= 2.0", " < 1.2; >= 2.0" },
		{ "< 2.0 and > 1.0", " > 1.0 < 2.0" },
		{ "<= 1.1 | 1.5 | 1.7", " <= 1.1; = 1.5; = 1.7" },
		{ ">= 1.0 | != 1.3 | < 2.0", " >= 1.0 < 2.0" },
		/* words */
		{ "before 2.3", " < 2.3" },
		{ "before version 2.3", " < 2.3" },
		{ "prior to 2.3", " < 2.3" },
		{ "All versions prior to 2.3", " < 2.3" },
		{ "all versions < V9.9", " < V9.9" },
		{ "all versions prior to and including 2.3", " <= 2.3" },
		{ "up to 2.3", " <= 2.3" },
		{ "up to and including 2.3", " <= 2.3" },
		{ "1.2 through 1.4", " >= 1.2 <= 1.4" },
		{ "1.2 to 1.4 ", " >= 1.2 <= 1.4" },
		{ "1.2 - 1.4, 2 - 2.5", " >= 1.2 <= 1.4; >= 2 <= 2.5" },
		{ "from 1.2 before 1.4", " >= 1.2 < 1.4" },
		{ "1.2.3 and earlier", " <= 1.2.3" },
		{ "1.2.3 and prior versions", " <= 1.2.3" },
		{ "firmware version 1.2.3 and below", " <= 1.2.3" },
		{ "1.2.3 and later", " >= 1.2.3" },
		{ "version 1.2.3", " = 1.2.3" },
		{ "versions V2.1 through V2.4", " >= V2.1 <= V2.4" },
		/* lists */
		{ "1.2, 1.3, 1.4", " = 1.2; = 1.3; = 1.4" },
		{ "3002 S3 | 3005 S3", " = 3002 S3; = 3005 S3" },
		{ "7.0 | 7.1", " = 7.0; = 7.1" },
		/* versions of several words */
		{ "< V5.5 SP6 HF9", " < V5.5 SP6 HF9" },
		{ "<= 7.0 build 1234", " <= 7.0 build 1234" },
		{ "< V15.1 Update 3", " < V15.1 Update 3" },
		/* branches */
		{ "4.19.*", " >= 4.19 < 4.20" },
		{ "<= 12.2.x.x", " < 12.3" },
		{ "< 12.2.x", " < 12.2" },
		{ ">= 3.x", " >= 3" },
		{ "> 3.x", " >= 4" },
		{ "9.99*", " >= 9.99 < 9.100" },
		/* all, and nothing said */
		{ "*", " all" },
		{ "all versions", " all" },
		{ "All firmware versions", " all" },
		{ "", "" },
		{ "n/a", "" },
		{ "Unspecified", "" },
		{ "-", "" },
		/* a name before the sign says nothing about versions */
		{ "all CPU versions < V2.1.6", " < V2.1.6" },
		/* it compares, but with what cannot be compared: some versions are meant */
		{ "< august 28", " open" },
		{ "distributed < april 1, 2018", " open" },
		{ "7.1.2.x: 7.1.2.3 and below", " open" },
		{ "The first 5 digits of serial No. \"26061\" and prior", " open" },
		{ "v8.x (with Wireless Battery Modules v17 | >= v20D29 | <= v20D32)", " open" },
		{ "Rev A | Rev B < C", " open" },
		{ "<", " open" },
		{ "1.2 <", " open" },
		{ "< < 2", " open" },
		/* not clear: taken as it is */
		{ "Snapdragon 865 5G Mobile Platform", " = Snapdragon 865 5G Mobile Platform" },
		{ "10.0.1 SP2 special", " = 10.0.1 SP2 special" },
		{ "all versions of 5.2", " = all versions of 5.2" },
		{ ", 1.2", " = 1.2" },
		{ "* (with slot G1)", " = * (with slot G1)" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA record = { 0 };
		SCOPED_BUF out = buf_new(4096);
		struct version_spans spans;

		CASE(cases[i].text);
		spans = version_span_parse(str_of(cases[i].text), &record);
		show_spans(&out, &spans, VERSION_GENERIC);
		assert_string_equal(out.ptr, cases[i].spans);
	}
	(void)state;
}

static void version_span_knows_vers(void **state)
{
	static const struct {
		const char *text, *spans;
		enum version_scheme scheme;
	} cases[] = {
		{ "vers:all/*", " all", VERSION_GENERIC },
		{ "vers:all/<V4.1.6", " < V4.1.6", VERSION_GENERIC },
		{ "vers:all/>=V3.0<V4.1", " >= V3.0 < V4.1", VERSION_GENERIC },
		{ "vers:npm/>=1.0.0|<2.0.0", " >= 1.0.0 < 2.0.0", VERSION_SEMVER },
		{ "vers:deb/<1.2-3", " < 1.2-3", VERSION_DPKG },
		{ "vers:deb/<1%3A1.2%2Bdfsg-1", " < 1:1.2+dfsg-1", VERSION_DPKG },
		{ "vers:npm/<2.0.0|>=1.0.0|!=1.5.0", " >= 1.0.0 < 1.5.0; > 1.5.0 < 2.0.0", VERSION_SEMVER },
		{ "vers:npm/>=1.0|<2.0.0.1", " >= 1.0 < 2.0.0.1", VERSION_GENERIC },
		{ "vers:npm/>=1.0.0<2.0.0", " >= 1.0.0 < 2.0.0", VERSION_SEMVER },
		{ "vers:pypi/1.0|>=2.0|<2.2", " = 1.0; >= 2.0 < 2.2", VERSION_PEP440 },
		{ "vers:rpm/<1%3A2.0-3", " < 1:2.0-3", VERSION_RPM },
		{ "vers:rpm/<1%0A2%", " < 1%0A2%", VERSION_RPM },
		{ "<= 2.3.0", " <= 2.3.0", VERSION_GENERIC },
		{ "vers:generic", " = generic", VERSION_GENERIC },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA record = { 0 };
		SCOPED_BUF out = buf_new(4096);
		enum version_scheme scheme;
		struct version_spans spans;

		CASE(cases[i].text);
		spans = version_span_vers(str_of(cases[i].text), &record, &scheme);
		show_spans(&out, &spans, scheme);
		assert_string_equal(out.ptr, cases[i].spans);
		assert_int_equal(scheme, cases[i].scheme);
	}
	(void)state;
}

static void version_span_falls_back_to_generic(void **state)
{
	struct version_span good = { STR("1.0.0"), STR("2.0.0"), true, false };
	struct version_span bad = { STR("1.0.0"), STR("second release"), true, false };
	struct affected row = { 0 };

	version_span_put(&good, VERSION_SEMVER, &row);
	assert_int_equal(row.scheme, VERSION_SEMVER);
	version_span_put(&bad, VERSION_SEMVER, &row);
	assert_int_equal(row.scheme, VERSION_GENERIC);
	(void)state;
}

static void version_span_tells_empty_ranges(void **state)
{
	static const struct {
		const char *low, *high;
		bool low_inclusive, high_inclusive, empty;
	} cases[] = {
		{ "", "", false, false, false },
		{ "8.4.59", "8.4.59", true, false, true },
		{ "8.4.59", "8.4.59", true, true, false },
		{ "8.4.59", "", true, false, false },
		{ "", "8.4.59", false, false, false },
		{ "2", "10", true, false, false },
		{ "10", "2", true, false, true },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct affected row = { .scheme = VERSION_GENERIC,
			.low = str_of(cases[i].low),
			.high = str_of(cases[i].high),
			.low_inclusive = cases[i].low_inclusive,
			.high_inclusive = cases[i].high_inclusive };

		assert_int_equal(version_span_is_empty(&row), cases[i].empty);
	}
	(void)state;
}

static void version_span_bears_long_texts(void **state)
{
	static char text[200000];

	for (size_t i = 0; i + 4 < sizeof(text); i += 4)
		memcpy(text + i, ">=1,", 4);
	for (size_t len = 1000; len < sizeof(text); len += 90001) {
		SCOPED_ARENA record = { 0 };
		struct version_spans spans = version_span_parse((struct str){ text, len }, &record);

		assert_true(spans.is_open || spans.count >= 1);
		assert_true(spans.is_open || spans.at[0].low.len <= 1024);
	}
	(void)state;
}

TESTS(cmocka_unit_test(version_span_reads_what_is_clear), cmocka_unit_test(version_span_knows_vers),
    cmocka_unit_test(version_span_falls_back_to_generic), cmocka_unit_test(version_span_tells_empty_ranges),
    cmocka_unit_test(version_span_bears_long_texts))
