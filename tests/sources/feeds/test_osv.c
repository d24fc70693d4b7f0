#include "show.h"

#include "sources/feeds/osv.h"

#define RECORD(id, fields) "{\"id\": \"" id "\", \"modified\": \"2026-01-02T03:04:05Z\", " fields "}"
#define HEAD(source, id) source " " id "\n  modified 2026-01-02T03:04:05Z\n"
/* One affected entry of a package of PyPI. */
#define AFFECTED(fields)                                                                                     \
	RECORD("PYSEC-2026-1",                                                                               \
	    "\"affected\": [{\"package\": {\"ecosystem\": \"PyPI\", \"name\": \"pump\"}, " fields "}]")
#define EVENTS(type, list) "{\"type\": \"" type "\", \"events\": [" list "]}"
#define ON(kind, version) "{\"" kind "\": \"" version "\"}"
#define WHOLE "0123456789abcdef0123456789abcdef01234567"
#define PYSEC HEAD("osv:pypa", "PYSEC-2026-1")

static void osv_turns_events_into_half_open_ranges(void **state)
{
	static const struct {
		const char *events, *rows;
	} cases[] = {
		{ ON("introduced", "1.0") ", " ON("fixed", "1.2"), ">= 1.0 < 1.2 fixed 1.2;" },
		{ ON("introduced", "0") ", " ON("fixed", "1.2"), "< 1.2 fixed 1.2;" },
		{ ON("introduced", "1.0") ", " ON("last_affected", "1.2"), ">= 1.0 <= 1.2;" },
		{ ON("introduced", "0"), "all;" },
		{ ON("introduced", "2.0"), ">= 2.0;" },
		/* several, in any order */
		{ ON("introduced", "2.0") ", " ON("fixed", "2.3") ", " ON("introduced", "0") ", " ON(
		      "fixed", "1.2"),
		    "< 1.2 fixed 1.2;>= 2.0 < 2.3 fixed 2.3;" },
		{ ON("introduced", "0") ", " ON("fixed", "1.2") ", " ON("introduced", "1.10"),
		    "< 1.2 fixed 1.2;>= 1.10;" },
		/* branches that begin again at once, or twice */
		{ ON("introduced", "0") ", " ON("fixed", "1.0") ", " ON("introduced", "1.0") ", " ON(
		      "fixed", "1.2"),
		    "< 1.0 fixed 1.0;>= 1.0 < 1.2 fixed 1.2;" },
		{ ON("introduced", "0") ", " ON("introduced", "1.0") ", " ON("fixed", "1.2"),
		    "< 1.2 fixed 1.2;" },
		{ ON("introduced", "0") ", " ON("fixed", "1.2") ", " ON("fixed", "1.4"), "< 1.2 fixed 1.2;" },
		/* nothing is affected */
		{ ON("introduced", "0") ", " ON("fixed", "0"), "" },
		{ ON("introduced", "1.0") ", " ON("fixed", "1.0"), "" },
		{ ON("fixed", "1.0"), "" },
		{ "", "" },
		/* one version */
		{ ON("introduced", "1.0") ", " ON("last_affected", "1.0"), "= 1.0;" },
		{ ON("last_affected", "1.0") ", " ON("introduced", "1.0"), "= 1.0;" },
		/* limits */
		{ ON("introduced", "1.0") ", " ON("limit", "2.0"), ">= 1.0 < 2.0;" },
		{ ON("introduced", "1.0") ", " ON("limit", "*"), ">= 1.0;" },
		{ ON("limit", "3.0") ", " ON("introduced", "1.0") ", " ON("limit", "2.0"), ">= 1.0 < 3.0;" },
		{ ON("introduced", "1.0") ", " ON("fixed", "1.5") ", " ON("limit", "2.0") ", " ON(
		      "introduced", "2.0"),
		    ">= 1.0 < 1.5 fixed 1.5;" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		char document[1024], expected[1024] = PYSEC;
		struct str rows = str_of(cases[i].rows), row;

		CASE(cases[i].events);
		snprintf(document, sizeof(document), AFFECTED("\"ranges\": [" EVENTS("ECOSYSTEM", "%s") "]"),
		    cases[i].events);
		while (str_next(&rows, ';', &row) && row.len > 0)
			snprintf(expected + strlen(expected), sizeof(expected) - strlen(expected),
			    "  purl pypi/pump affected " STR_FMT " by pep440\n", STR_ARG(row));
		show_expect(osv_read, document, expected);
	}
	(void)state;
}

static void osv_keeps_versions_that_no_range_holds(void **state)
{
	static const struct {
		const char *entry, *rows;
	} cases[] = {
		{ "\"versions\": [\"1.0\", \"1.1\"]", "  purl pypi/pump affected = 1.0 by pep440\n  purl "
						      "pypi/pump affected = 1.1 by pep440\n" },
		{ "\"versions\": [\"0.9\", \"1.0\", \"1.1.9\", \"1.2\", \"2.1\", \"2.5\", \"3.0\"], "
		  "\"ranges\": [" EVENTS("ECOSYSTEM",
		      ON("introduced", "2.0") ", " ON("last_affected", "2.5")) ", " EVENTS("ECOSYSTEM",
		      ON("introduced", "1.0") ", " ON("fixed", "1.2")) "]",
		    "  purl pypi/pump affected >= 2.0 <= 2.5 by pep440\n"
		    "  purl pypi/pump affected >= 1.0 < 1.2 fixed 1.2 by pep440\n"
		    "  purl pypi/pump affected = 0.9 by pep440\n"
		    "  purl pypi/pump affected = 1.2 by pep440\n"
		    "  purl pypi/pump affected = 3.0 by pep440\n" },
		/* a wide range before a narrow one still holds what lies behind the narrow one */
		{ "\"versions\": [\"5\"], \"ranges\": [" EVENTS(
		      "ECOSYSTEM", ON("introduced", "1") ", " ON("fixed", "9")) ", " EVENTS("ECOSYSTEM",
		      ON("introduced", "2") ", " ON("fixed", "3")) "]",
		    "  purl pypi/pump affected >= 1 < 9 fixed 9 by pep440\n"
		    "  purl pypi/pump affected >= 2 < 3 fixed 3 by pep440\n" },
		/* a range of commits hides nothing behind it, with a repository and without */
		{ "\"ranges\": [{\"type\": \"GIT\", \"repo\": \"https://github.com/maker/pump\", \"events\": "
		  "[" ON("introduced", "0") ", " ON("fixed", WHOLE) "]}, " EVENTS(
		      "ECOSYSTEM", ON("introduced", "0") ", " ON("fixed", "2")) "]",
		    "  purl pypi/pump affected < 2 fixed 2 by pep440\n"
		    "  git github.com/maker/pump fixed = " WHOLE " by literal\n" },
		{ "\"ranges\": [" EVENTS(
		      "GIT", ON("introduced", "0") ", " ON("fixed", "deadbeef")) ", " EVENTS("ECOSYSTEM",
		      ON("introduced", "0") ", " ON("fixed", "2")) "], \"versions\": [\"2\"]",
		    "  purl pypi/pump affected < 2 fixed 2 by pep440\n  purl pypi/pump affected = 2 by "
		    "pep440\n" },
		{ "\"ranges\": [" EVENTS("GIT", ON("introduced", "0")) "], \"versions\": [\"1\"]",
		    "  purl pypi/pump affected = 1 by pep440\n" },
		/* texts that are no versions of the ecosystem */
		{ "\"versions\": [\"final release\"]", "  purl pypi/pump affected = final release\n" },
		{ "\"ranges\": [" EVENTS(
		      "ECOSYSTEM", ON("introduced", "0") ", " ON("fixed", "second release")) "]",
		    "  purl pypi/pump affected < second release fixed second release\n" },
		{ "\"database_specific\": {\"severity\": \"HIGH\"}", "" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		char document[1024], expected[1024];

		CASE(cases[i].entry);
		snprintf(document, sizeof(document), AFFECTED("%s"), cases[i].entry);
		snprintf(expected, sizeof(expected), PYSEC "%s", cases[i].rows);
		show_expect(osv_read, document, expected);
	}
	(void)state;
}

#define GIT(events)                                                                                          \
	"{\"type\": \"GIT\", \"repo\": \"https://github.com/Maker/Pump.git\", \"events\": [" events "]}"
#define PUMP "  git github.com/maker/pump "

static void osv_holds_commits_against_the_repository(void **state)
{
	static const struct {
		const char *entry, *rows;
	} cases[] = {
		/* nothing but commits: those between are affected too, and which cannot be told */
		{ "\"ranges\": [" GIT(ON("introduced", "abcdef1") ", " ON("fixed", WHOLE)) "]",
		    PUMP "affected >= abcdef1 < abcdef2 by literal\n" PUMP "fixed = " WHOLE
			 " by literal\n" PUMP "affected all by literal\n" },
		{ "\"ranges\": [" GIT(ON("introduced", "0") ", " ON("last_affected", WHOLE)) "]",
		    PUMP "affected = " WHOLE " by literal\n" PUMP "affected all by literal\n" },
		{ "\"ranges\": [" GIT(ON("introduced", "0") ", " ON("limit", WHOLE)) "]",
		    PUMP "affected all by literal\n" },
		/* no end: every commit, every version */
		{ "\"ranges\": [" GIT(ON("introduced", "0")) "]", PUMP "affected all\n" },
		/* the tags tell */
		{ "\"ranges\": [" GIT(
		      ON("introduced", "0") ", " ON("fixed", WHOLE)) "], \"versions\": [\"v0.1\", \"v0.2\"]",
		    PUMP "fixed = " WHOLE " by literal\n" PUMP "affected = v0.1\n" PUMP "affected = v0.2\n" },
		{ "\"ranges\": [" GIT(
		      ON("introduced", "0") ", " ON("fixed", WHOLE ".patch")) "], \"versions\": [\"1\"]",
		    PUMP "fixed = " WHOLE " by literal\n" PUMP "affected = 1\n" },
		{ "\"ranges\": [" EVENTS("GIT", ON("introduced", "0")) "]", "" },
		{ "\"ranges\": [{\"type\": \"GIT\", \"repo\": \"nowhere\", \"events\": []}]", "" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		char document[1024], expected[1024];

		CASE(cases[i].entry);
		snprintf(
		    document, sizeof(document), RECORD("OSV-2026-1", "\"affected\": [{%s}]"), cases[i].entry);
		snprintf(expected, sizeof(expected), HEAD("osv:oss-fuzz", "OSV-2026-1") "%s", cases[i].rows);
		show_expect(osv_read, document, expected);
	}
	(void)state;
}

static void osv_reads_records(void **state)
{
	static const struct {
		const char *document, *expected;
	} cases[] = {
		{ RECORD("GHSA-1-2-3", "\"published\": \"2026-01-01T00:00:00Z\", \"aliases\": "
				       "[\"CVE-2026-1\", \"GHSA-1-2-3\", "
				       "\"CVE-2026-1\"], \"related\": [\"CVE-2026-2\"], \"upstream\": "
				       "[\"CVE-2026-3\"], \"summary\": "
				       "\"A flaw\", \"details\": \"More.\""),
		    "osv:ghsa GHSA-1-2-3\n  published 2026-01-01T00:00:00Z\n  modified 2026-01-02T03:04:05Z\n"
		    "  says A flaw\n  alias CVE-2026-1\n" },
		{ RECORD("GO-2026-1", "\"details\": \"First paragraph.\\n\\nSecond.\""),
		    HEAD("osv:go", "GO-2026-1") "  says First paragraph.\n" },
		/* Go's own form of the repository has no date of change */
		{ "{\"id\": \"GO-2026-1\", \"modified\": \"0001-01-01T00:00:00Z\"}",
		    "osv:go GO-2026-1\n  modified 0001-01-01T00:00:00Z\n" },
		{ RECORD("GO-2026-1", "\"withdrawn\": \"2026-01-05T00:00:00Z\""),
		    "osv:go GO-2026-1 withdrawn\n  modified 2026-01-02T03:04:05Z\n"
		    "  withdrawn 2026-01-05T00:00:00Z\n" },
		{ RECORD("GO-2026-1", "\"withdrawn\": \"last year\""),
		    "osv:go GO-2026-1 withdrawn\n  modified 2026-01-02T03:04:05Z\n" },
		{ RECORD("GO-2026-1", "\"withdrawn\": null"), HEAD("osv:go", "GO-2026-1") },
		/* notices of distributions are about the CVEs they name */
		{ RECORD("USN-1-1",
		      "\"upstream\": [\"CVE-2026-1001\", \"CVE-2026-1002\", \"UBUNTU-CVE-2026-1001\"]"),
		    HEAD("osv:ubuntu", "USN-1-1") "  alias CVE-2026-1001\n  alias CVE-2026-1002\n" },
		{ RECORD("ALSA-2026:1", "\"related\": [\"CVE-2026-1001\", \"RHSA-2026:1\"]"),
		    HEAD("osv:almalinux", "ALSA-2026:1") "  alias CVE-2026-1001\n" },
		{ RECORD("CGA-1-2-3", "\"upstream\": [\"GHSA-1-2-3\"]"),
		    HEAD("osv:chainguard", "CGA-1-2-3") "  alias GHSA-1-2-3\n" },
		/* severity, of the record and of an entry; words are no vectors */
		{ RECORD("GO-2026-1", "\"severity\": [{\"type\": \"CVSS_V3\", \"score\": \"CVSS:3.1/AV:N\"}, "
				      "{\"type\": \"CVSS_V4\", "
				      "\"score\": \"CVSS:4.0/AV:N\"}, {\"type\": \"CVSS_V2\", \"score\": "
				      "\"AV:N\"}, {\"type\": "
				      "\"Ubuntu\", \"score\": \"medium\"}], \"affected\": [{\"severity\": "
				      "[{\"type\": \"CVSS_V3\", "
				      "\"score\": \"CVSS:3.1/AV:N\"}, {\"type\": \"CVSS_V3\", \"score\": "
				      "\"CVSS:3.0/AV:L\"}]}]"),
		    HEAD("osv:go", "GO-2026-1") "  score osv:go 3.1 -1 CVSS:3.1/AV:N\n"
						"  score osv:go 4.0 -1 CVSS:4.0/AV:N\n"
						"  score osv:go 2.0 -1 AV:N\n"
						"  score osv:go 3.0 -1 CVSS:3.0/AV:L\n" },
		/* an entry without a package names commits of a repository only */
		{ RECORD("CVE-2026-1", "\"affected\": [{\"versions\": [\"v1\"], \"ranges\": [" EVENTS(
					   "GIT", ON("introduced", "0")) "]}]"),
		    HEAD("osv:cve", "CVE-2026-1") },
		{ "[" RECORD("GO-2026-1", "\"affected\": []") ", " RECORD(
		      "GO-2026-2", "\"affected\": null") "]",
		    HEAD("osv:go", "GO-2026-1") HEAD("osv:go", "GO-2026-2") },
		{ "{\"vulns\": [" RECORD("GO-2026-1", "\"affected\": []") ", {\"id\": 7}]}",
		    HEAD("osv:go",
			"GO-2026-1") "skipped feed:1: vulns[1].id: expected text, found a number\n" },
		{ "{\"modified\": \"2026-01-02T03:04:05Z\"}", "skipped feed:1: id is missing\n" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		CASE(cases[i].document);
		show_expect(osv_read, cases[i].document, cases[i].expected);
	}
	(void)state;
}

static void osv_ranges_of_semver_are_semver_everywhere(void **state)
{
	show_expect(osv_read,
	    RECORD("RUSTSEC-2026-1",
		"\"affected\": [{\"package\": {\"ecosystem\": \"Maven\", \"name\": \"a:b\"}, "
		"\"ranges\": [" EVENTS("SEMVER", ON("introduced", "0.0.0-0") ", " ON("fixed",
						     "0.6.2")) "], \"versions\": [\"0.6.1\", \"0.7.0\"]}]"),
	    HEAD("osv:rustsec",
		"RUSTSEC-2026-1") "  purl maven/a/b affected >= 0.0.0-0 < 0.6.2 fixed 0.6.2 by semver\n"
				  "  purl maven/a/b affected = 0.7.0 by semver\n");
	(void)state;
}

static void osv_bounds_aliases_and_versions(void **state)
{
	static const struct {
		int aliases, version_bytes;
		const char *why; /* NULL: taken */
	} cases[] = {
		{ 1000, 1024, NULL },
		{ 1001, 1024, "skipped feed:1: aliases[1000]: more than 1000 aliases\n" },
		{ 1, 1025, "skipped feed:1: affected[0].versions[0]: version of 1025 bytes, limit 1024\n" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_BUF document = buf_new(1 << 20);
		struct buf out;

		buf_add(&document, STR("{\"id\": \"GO-2026-1\", \"aliases\": ["));
		for (int n = 0; n < cases[i].aliases; n++)
			buf_printf(&document, "%s\"A-%d\"", n ? ", " : "", n);
		buf_add(&document,
		    STR("], \"affected\": [{\"package\": {\"ecosystem\": \"npm\", \"name\": \"pump\"}, "
			"\"versions\": [\""));
		for (int n = 0; n < cases[i].version_bytes; n++)
			buf_byte(&document, '1');
		buf_add(&document, STR("\"]}]}"));
		out = show_document(osv_read, buf_str(&document));
		buf_byte(&out, '\0');
		if (cases[i].why)
			assert_string_equal(out.ptr, cases[i].why);
		else
			assert_true(str_starts(str_of(out.ptr), STR("osv:go GO-2026-1\n  alias A-0\n")));
		buf_free(&out);
	}
	(void)state;
}

TESTS(cmocka_unit_test(osv_turns_events_into_half_open_ranges),
    cmocka_unit_test(osv_keeps_versions_that_no_range_holds),
    cmocka_unit_test(osv_holds_commits_against_the_repository), cmocka_unit_test(osv_reads_records),
    cmocka_unit_test(osv_ranges_of_semver_are_semver_everywhere),
    cmocka_unit_test(osv_bounds_aliases_and_versions))
