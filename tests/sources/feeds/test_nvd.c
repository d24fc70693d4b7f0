#include "show.h"

#include "sources/feeds/nvd.h"

/* A page with one record; fields are those of its cve. */
#define PAGE(fields) "{\"vulnerabilities\": [{\"cve\": {\"id\": \"CVE-2026-0001\", " fields "}}]}"
#define CONFIGS(list) PAGE("\"configurations\": [" list "]")
#define MATCHES(list)                                                                                        \
	CONFIGS("{\"nodes\": [{\"operator\": \"OR\", \"negate\": false, \"cpeMatch\": [" list "]}]}")
#define LEG(vulnerable, name)                                                                                \
	"{\"vulnerable\": " vulnerable ", \"criteria\": \"cpe:2.3:" name ":*:*:*:*:*:*:*\"}"
/* Every version of a:maker:link between bounds. */
#define BOUNDED(bounds)                                                                                      \
	"{\"vulnerable\": true, \"criteria\": \"cpe:2.3:a:maker:link:*:*:*:*:*:*:*:*\", " bounds "}"
#define NAMED(name) "{\"vulnerable\": true, \"criteria\": \"" name "\"}"

static void nvd_turns_every_match_into_a_row(void **state)
{
	static const struct {
		const char *matches, *row;
	} cases[] = {
		{ MATCHES(LEG("true", "o:maker:pump_firmware:1.2")),
		    "cpe o:maker:pump_firmware affected = 1.2" },
		{ MATCHES(LEG("true", "a:maker:link:*")), "cpe a:maker:link affected all" },
		{ MATCHES(LEG("true", "h:maker:pump:-")), "cpe h:maker:pump affected without version" },
		{ MATCHES(BOUNDED("\"versionStartIncluding\": \"1.0\", \"versionEndExcluding\": \"1.4.3\"")),
		    "cpe a:maker:link affected >= 1.0 < 1.4.3 fixed 1.4.3" },
		{ MATCHES(BOUNDED("\"versionStartExcluding\": \"1.0\", \"versionEndIncluding\": \"1.4.3\"")),
		    "cpe a:maker:link affected > 1.0 <= 1.4.3" },
		{ MATCHES(BOUNDED("\"versionEndIncluding\": \"012u000062\"")),
		    "cpe a:maker:link affected <= 012u000062" },
		/* a bound of "-" bounds nothing */
		{ MATCHES(BOUNDED("\"versionStartIncluding\": \"-\", \"versionEndExcluding\": \"2\"")),
		    "cpe a:maker:link affected < 2 fixed 2" },
		/* escapes stand in names and in bounds; rows have plain versions */
		{ MATCHES(LEG("true", "o:maker:os:12.2\\\\(3\\\\)e\\\\+1")),
		    "cpe o:maker:os affected = 12.2(3)e+1" },
		{ MATCHES(BOUNDED("\"versionEndExcluding\": \"6.0\\\\(517.0\\\\)\"")),
		    "cpe a:maker:link affected < 6.0(517.0) fixed 6.0(517.0)" },
		{ MATCHES(LEG("true", "a:maker:c\\\\:d:1")), "cpe a:maker:c\\:d affected = 1" },
		/* what narrows the version stays beside it */
		{ MATCHES(NAMED("cpe:2.3:a:maker:link:1:sp1:*:*:*:node.js:*:*")),
		    "cpe a:maker:link (sp1:*:*:*:node.js:*:*) affected = 1" },
		/* written with capitals and without escapes */
		{ MATCHES(NAMED("cpe:2.3:a:org.maker:link:4.0.0-M1:*:*:*:*:maven:*:*")),
		    "cpe a:org.maker:link (*:*:*:*:maven:*:*) affected = 4.0.0-m1" },
		/* a platform is no row */
		{ MATCHES(LEG("true", "a:maker:link:1") ", " LEG("false", "o:os:os:*")),
		    "cpe a:maker:link affected = 1" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		char expected[256];

		CASE(cases[i].row);
		snprintf(expected, sizeof(expected), "nvd CVE-2026-0001\n  %s\n", cases[i].row);
		show_expect(nvd_read, cases[i].matches, expected);
	}
	(void)state;
}

#define FIRMWARE LEG("true", "o:maker:pump_firmware:1")
#define PUMP LEG("false", "h:maker:pump:-")
#define ON_PUMP                                                                                              \
	"{\"nodes\": [{\"operator\": \"OR\", \"cpeMatch\": [" FIRMWARE "]}, "                                \
	"{\"operator\": \"OR\", \"cpeMatch\": [" PUMP "]}], \"operator\": \"AND\"}"
#define FIRMWARE_ROW "nvd CVE-2026-0001\n  cpe o:maker:pump_firmware affected = 1"
#define ON_PUMP_TREE "  config and(or(o:maker:pump_firmware = 1!) or(h:maker:pump without version))\n"

static void nvd_keeps_trees_where_a_whole_release_must_be_asked(void **state)
{
	static const struct {
		const char *configs, *expected;
	} cases[] = {
		/* firmware and hardware: AND at the configuration, its operator written last */
		{ CONFIGS(ON_PUMP), FIRMWARE_ROW ", config 0\n" ON_PUMP_TREE },
		/* AND inside a node */
		{ CONFIGS("{\"nodes\": [{\"operator\": \"AND\", \"cpeMatch\": [" FIRMWARE ", " PUMP "]}]}"),
		    FIRMWARE_ROW ", config 0\n  config or(and(o:maker:pump_firmware = 1! h:maker:pump "
				 "without version))\n" },
		/* AND of one leg is that leg */
		{ CONFIGS("{\"operator\": \"AND\", \"nodes\": [{\"cpeMatch\": [" FIRMWARE "]}]}"),
		    FIRMWARE_ROW "\n" },
		{ CONFIGS("{\"nodes\": [{\"operator\": \"AND\", \"cpeMatch\": [" FIRMWARE "]}]}"),
		    FIRMWARE_ROW "\n" },
		/* OR of several nodes */
		{ CONFIGS("{\"nodes\": [{\"cpeMatch\": [" FIRMWARE "]}, {\"cpeMatch\": [" FIRMWARE "]}]}"),
		    FIRMWARE_ROW "\n  cpe o:maker:pump_firmware affected = 1\n" },
		/* a negated leg is not a vulnerable one */
		{ CONFIGS("{\"operator\": \"AND\", \"nodes\": [{\"cpeMatch\": [" FIRMWARE
			  "]}, {\"negate\": true, \"cpeMatch\": [" LEG("true", "a:maker:patch:*") "]}]}"),
		    FIRMWARE_ROW
		    ", config 0\n  config and(or(o:maker:pump_firmware = 1!) not or(a:maker:patch all!))\n" },
		{ CONFIGS("{\"negate\": true, \"nodes\": [{\"cpeMatch\": [" FIRMWARE "]}]}"),
		    "nvd CVE-2026-0001\n  config not or(or(o:maker:pump_firmware = 1!))\n" },
		/* the second tree has number 1 although a plain list stands between */
		{ CONFIGS(ON_PUMP
		      ", {\"nodes\": [{\"cpeMatch\": [" LEG("true", "a:maker:link:2") "]}]}, " ON_PUMP),
		    FIRMWARE_ROW
		    ", config 0\n  cpe a:maker:link affected = 2\n"
		    "  cpe o:maker:pump_firmware affected = 1, config 1\n" ON_PUMP_TREE ON_PUMP_TREE },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		CASE(cases[i].expected);
		show_expect(nvd_read, cases[i].configs, cases[i].expected);
	}
	(void)state;
}

static void nvd_reads_what_stands_around_the_configurations(void **state)
{
	show_expect(nvd_read,
	    PAGE(
		"\"published\": \"2026-01-02T03:04:05.600\", \"lastModified\": \"2026-02-03T00:00:00.000\", "
		"\"vulnStatus\": \"Deferred\", \"descriptions\": [{\"lang\": \"es\", \"value\": \"Fallo\"}, "
		"{\"value\": \"A flaw.\", \"lang\": \"en\"}], \"metrics\": {\"cvssMetricV40\": [{\"source\": "
		"\"cna@maker.example\", \"cvssData\": {\"version\": \"4.0\", \"vectorString\": "
		"\"CVSS:4.0/AV:N\", \"baseScore\": 9.3}}], \"cvssMetricV31\": [{\"cvssData\": {\"version\": "
		"\"3.1\", \"vectorString\": \"CVSS:3.1/AV:N\", \"baseScore\": 9.8}, \"source\": "
		"\"nvd@nist.gov\"}, {\"source\": \"134c704f-9b21-4f2e-91b3-4a467353bcc0\", \"cvssData\": "
		"{\"version\": \"3.1\", \"vectorString\": \"CVSS:3.1/AV:L\", \"baseScore\": 7}}], "
		"\"cvssMetricV2\": [{\"source\": \"nvd@nist.gov\", \"cvssData\": {\"version\": \"2.0\", "
		"\"vectorString\": \"AV:N\", \"baseScore\": 10.0}}], \"ssvcV203\": [{\"source\": \"x\"}]}, "
		"\"references\": [{\"url\": \"https://maker.example\"}]"),
	    "nvd CVE-2026-0001\n"
	    "  published 2026-01-02T03:04:05.600000Z\n"
	    "  modified 2026-02-03T00:00:00Z\n"
	    "  says A flaw.\n"
	    "  score cna@maker.example 4.0 93 CVSS:4.0/AV:N\n"
	    "  score nvd 3.1 98 CVSS:3.1/AV:N\n"
	    "  score cisa-adp 3.1 70 CVSS:3.1/AV:L\n"
	    "  score nvd 2.0 100 AV:N\n");
	(void)state;
}

static void nvd_takes_pages_lists_and_single_records(void **state)
{
	static const struct {
		const char *document, *expected;
	} cases[] = {
		{ "{\"resultsPerPage\": 0, \"vulnerabilities\": []}", "" },
		{ "{\"cve\": {\"id\": \"CVE-2026-0001\"}}", "nvd CVE-2026-0001\n" },
		{ "{\"id\": \"CVE-2026-0001\", \"vulnStatus\": \"Received\"}", "nvd CVE-2026-0001\n" },
		{ "[{\"cve\": {\"id\": \"CVE-2026-0001\"}}, {\"cve\": {\"id\": \"CVE-2026-0002\"}}]",
		    "nvd CVE-2026-0001\nnvd CVE-2026-0002\n" },
		{ PAGE("\"vulnStatus\": \"Rejected\""), "nvd CVE-2026-0001 withdrawn\n" },
		{ PAGE("\"vulnStatus\": \"rejected\""), "nvd CVE-2026-0001 withdrawn\n" },
		{ PAGE("\"vulnStatus\": \"Awaiting Analysis\""), "nvd CVE-2026-0001\n" },
		{ PAGE("\"published\": \"2025-14-11T00:51:21.963\""), "nvd CVE-2026-0001\n" },
		{ PAGE("\"configurations\": null, \"metrics\": null"), "nvd CVE-2026-0001\n" },
		/* override records */
		{ "{\"_annotation\": {\"cve_id\": \"CVE-2026-0001\", \"published\": \"2026-01-02T03:04:05\", "
		  "\"modified\": \"2026-01-03T03:04:05.123000+00:00\", \"description\": \"A flaw.\", "
		  "\"reason\": \"r\"}, \"cve\": {\"configurations\": [{\"nodes\": [{\"cpeMatch\": [" FIRMWARE
		  "]}]}]}}",
		    "nvd-supplement CVE-2026-0001\n  published 2026-01-02T03:04:05Z\n"
		    "  modified 2026-01-03T03:04:05.123000Z\n  says A flaw.\n"
		    "  cpe o:maker:pump_firmware affected = 1\n" },
		{ "{\"cve\": {\"configurations\": []}, \"_annotation\": {\"cve_id\": \"CVE-2026-0001\"}}",
		    "nvd-supplement CVE-2026-0001\n" },
		{ "{\"_annotation\": {\"cve_id\": \"CVE-2026-0001\", \"reason\": \"was rejected\"}, \"cve\": "
		  "{}}",
		    "nvd-supplement CVE-2026-0001 withdrawn\n" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		CASE(cases[i].document);
		show_expect(nvd_read, cases[i].document, cases[i].expected);
	}
	(void)state;
}

#define BAD(fields) "{\"cve\": {\"id\": \"CVE-2026-0001\", " fields "}}"

static void nvd_passes_bad_records_over_and_says_where(void **state)
{
	static const struct {
		const char *record, *why;
	} cases[] = {
		{ "{\"cve\": {}}", ": cve.id is missing" },
		{ "{\"cve\": {\"id\": 5}}", ".cve.id: expected text, found a number" },
		{ BAD("\"published\": 2026"), ".cve.published: expected text, found a number" },
		{ BAD("\"configurations\": [{\"nodes\": [{\"cpeMatch\": [{\"criteria\": \"cpe:2.3:x\"}]}]}]"),
		    ".cve.configurations[0].nodes[0].cpeMatch[0]" },
		{ BAD("\"configurations\": [{\"nodes\": [{\"cpeMatch\": [{}]}]}]"),
		    ".cve.configurations[0].nodes[0].cpeMatch[0]: criteria is missing" },
		{ BAD("\"configurations\": [{\"operator\": \"XOR\"}]"),
		    ".cve.configurations[0].operator: operator is AND or OR, not \"XOR\"" },
		{ BAD("\"metrics\": {\"cvssMetricV31\": [{\"cvssData\": {\"baseScore\": 11}}]}"),
		    ".cve.metrics.cvssMetricV31[0].cvssData.baseScore: a base score is 0.0 to 10.0" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		char document[512], expected[256];
		struct buf out;

		CASE(cases[i].record);
		snprintf(document, sizeof(document),
		    "{\"vulnerabilities\": [%s, {\"cve\": {\"id\": \"CVE-2026-0009\"}}]}", cases[i].record);
		snprintf(expected, sizeof(expected), "skipped feed:1: vulnerabilities[0]%s", cases[i].why);
		out = show_document(nvd_read, str_of(document));
		buf_byte(&out, '\0');
		assert_memory_equal(out.ptr, expected, strlen(expected));
		assert_true(str_ends(str_of(out.ptr), STR("\nnvd CVE-2026-0009\n")));
		buf_free(&out);
	}
	(void)state;
}

static void nvd_fails_where_the_document_is_bad(void **state)
{
	static const struct {
		const char *document, *expected;
	} cases[] = {
		{ "{\"vulnerabilities\": [{\"cve\": {\"id\": \"CVE-2026-0001\"}}, {\"cve\": {\"id\": \"CVE-",
		    "nvd CVE-2026-0001\nfailed feed:1: " },
		{ "{\"resultsPerPage\": 1, \"vulnerabilities\": {\"cve\": 1}}",
		    "failed feed:1: vulnerabilities: " },
		{ "{\"cve\": {\"id\": \"CVE-2026-0001\"}} x", "nvd CVE-2026-0001\nfailed feed:1: " },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf out = show_document(nvd_read, str_of(cases[i].document));

		CASE(cases[i].document);
		buf_byte(&out, '\0');
		assert_memory_equal(out.ptr, cases[i].expected, strlen(cases[i].expected));
		buf_free(&out);
	}
	(void)state;
}

static bool refuse(void *ctx, const struct advisory *a, struct err *e)
{
	(void)ctx;
	(void)a;
	return err_fail(e, ERR_STORE, "disk full");
}

static void nvd_stops_when_the_sink_does(void **state)
{
	SCOPED_INPUT *in = input_open_memory(STR("feed"), STR(PAGE("\"references\": []")));
	struct err e = { 0 };

	assert_false(nvd_read(in, (struct advisory_sink){ .advisory = refuse }, &e));
	assert_int_equal(e.code, ERR_STORE);
	assert_string_equal(e.text, "CVE-2026-0001: disk full");
	(void)state;
}

TESTS(cmocka_unit_test(nvd_turns_every_match_into_a_row),
    cmocka_unit_test(nvd_keeps_trees_where_a_whole_release_must_be_asked),
    cmocka_unit_test(nvd_reads_what_stands_around_the_configurations),
    cmocka_unit_test(nvd_takes_pages_lists_and_single_records),
    cmocka_unit_test(nvd_passes_bad_records_over_and_says_where),
    cmocka_unit_test(nvd_fails_where_the_document_is_bad), cmocka_unit_test(nvd_stops_when_the_sink_does))
