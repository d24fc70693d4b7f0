#include "show.h"

#include "sources/feeds/feeds.h"
#include "sources/feeds/kev.h"

#define ENTRY(fields) "{\"cveID\": \"CVE-2026-1001\"" fields "}"
#define CATALOGUE(list)                                                                                      \
	"{\"catalogVersion\": \"2026.01.02\", \"dateReleased\": \"2026-01-02T17:04:19.9796Z\", \"count\": "  \
	"1, "                                                                                                \
	"\"vulnerabilities\": [" list "]}"
#define DATE "kev of 2026-01-02T17:04:19.979600Z\n"
#define HEADER                                                                                               \
	"cveID,vendorProject,product,vulnerabilityName,dateAdded,shortDescription,requiredAction,dueDate,"   \
	"knownRansomwareCampaignUse,notes,cwes\r\n"

static void kev_reads_both_forms(void **state)
{
	static const struct {
		const char *document, *expected;
	} cases[] = {
		{ CATALOGUE(ENTRY(
		      ", \"vendorProject\": \"Maker\", \"vulnerabilityName\": \"A flaw\", \"dateAdded\": "
		      "\"2026-01-01\", \"dueDate\": \"2026-01-22\", \"knownRansomwareCampaignUse\": "
		      "\"Known\", \"cwes\": [\"CWE-1\"]")),
		    DATE "kev CVE-2026-1001 added 2026-01-01 due 2026-01-22 ransomware: A flaw\n" },
		{ CATALOGUE(ENTRY(", \"knownRansomwareCampaignUse\": \"Unknown\"")),
		    DATE "kev CVE-2026-1001 added - due -: \n" },
		{ CATALOGUE(ENTRY(", \"dateAdded\": \"01/02/2026\"")),
		    DATE "kev CVE-2026-1001 added - due -: \n" },
		{ CATALOGUE(ENTRY(", \"dateAdded\": 7") ", " ENTRY("")),
		    DATE "skipped feed:1: vulnerabilities[0].dateAdded: expected text, found a number\n"
			 "kev CVE-2026-1001 added - due -: \n" },
		{ CATALOGUE("{\"cveID\": \"none\"}"),
		    DATE "skipped feed:1: vulnerabilities[0]: cveID \"none\" is not a CVE id\n" },
		{ "{\"vulnerabilities\": [" ENTRY("") "]}", "kev CVE-2026-1001 added - due -: \n" },
		{ CATALOGUE(ENTRY("") ", {"),
		    DATE "kev CVE-2026-1001 added - due -: \n"
			 "failed feed:1: vulnerabilities[1]: expected a key in quotes, found \"]\"\n" },
		{ HEADER "CVE-2026-1001,Maker,Pump,\"A flaw, in words\",2026-01-01,,,2026-01-22,Known,,\r\n",
		    "kev CVE-2026-1001 added 2026-01-01 due 2026-01-22 ransomware: A flaw, in words\n" },
		{ HEADER "CVE-2026-1001,Maker,Pump,A flaw,,,,,Unknown,,\r\nCVE-1,,,,,,,,,,\r\nshort\r\n",
		    "kev CVE-2026-1001 added - due -: A flaw\n"
		    "skipped feed:3: cveID \"CVE-1\" is not a CVE id\n"
		    "skipped feed:4: 1 fields, the header has 11\n" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_INPUT *in = input_open_memory(STR("feed"), str_of(cases[i].document));

		CASE(cases[i].document);
		assert_string_equal(feed_find(in)->name, "kev");
		show_expect(kev_read, cases[i].document, cases[i].expected);
	}
	(void)state;
}

static void kev_needs_its_columns(void **state)
{
	SCOPED_BUF out = show_document(kev_read, STR("cveID,dateAdded\nCVE-2026-1001,2026-01-01\n"));

	buf_byte(&out, '\0');
	assert_true(str_starts(str_of(out.ptr), STR("failed feed:1: ")));
	assert_true(str_has(str_of(out.ptr), STR("vulnerabilityName")));
	(void)state;
}

TESTS(cmocka_unit_test(kev_reads_both_forms), cmocka_unit_test(kev_needs_its_columns))
