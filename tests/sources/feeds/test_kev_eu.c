#include "show.h"

#include "sources/feeds/feeds.h"
#include "sources/feeds/kev_eu.h"

#define ENTRY(fields) "{\"cveID\": \"CVE-2026-1001\", \"euvdID\": \"EUVD-2026-2001\"" fields "}"
#define DUMPED(fields) "{\"cveId\": \"CVE-2026-1001\", \"euvdId\": \"EUVD-2026-2001\"" fields "}"

static void kev_eu_reads_both_forms(void **state)
{
	static const struct {
		const char *document, *expected;
	} cases[] = {
		{ "[" ENTRY(", \"vendorProject\": \"Maker\", \"product\": \"Pump\", \"dateReported\": "
			    "\"2026/09/22\", "
			    "\"originSource\": \"CNW\", \"exploitationType\": [\"unknown\"]") "]",
		    "kev-eu CVE-2026-1001 added 2026-09-22 due -: Maker Pump\n" },
		{ "[" ENTRY(
		      ", \"vulnerabilityName\": \"A flaw\", \"dateReported\": \"2026-09-22\", \"dateAdded\": "
		      "\"2026/09/24\", \"exploitationType\": [\"APT\", \"ransomware\"]") "]",
		    "kev-eu CVE-2026-1001 added 2026-09-24 due - ransomware: A flaw\n" },
		{ "[" ENTRY(", \"exploitationType\": \"Ransomware\"") "]",
		    "kev-eu CVE-2026-1001 added - due - ransomware: \n" },
		{ "[" ENTRY(", \"dateReported\": \"22/09/26\"") "]",
		    "kev-eu CVE-2026-1001 added - due -: \n" },
		{ "[" DUMPED(
		      ", \"dateAdded\": \"2026-09-22\", \"sources\": [\"cisa_kev\", \"eukev_kev\"]") "]",
		    "kev-eu CVE-2026-1001 added 2026-09-22 due -: \n" },
		{ "[" DUMPED(", \"dateAdded\": \"2026-09-22\", \"sources\": [\"cisa_kev\"]") "]", "" },
		{ "[" DUMPED(", \"sources\": []") "]", "" },
		{ "[{\"euvdID\": \"EUVD-2026-2001\"}, " ENTRY("") "]",
		    "skipped feed:1: [0]: cveID \"\" is not a CVE id\nkev-eu CVE-2026-1001 added - due -: "
		    "\n" },
		{ "[" ENTRY(", \"dateAdded\": 7") "]",
		    "skipped feed:1: [0].dateAdded: expected text, found a number\n" },
		{ "[" ENTRY("") ", {", "kev-eu CVE-2026-1001 added - due -: \n"
				       "failed feed:1: [1]: ends in the middle of an object\n" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_INPUT *in = input_open_memory(STR("feed"), str_of(cases[i].document));

		CASE(cases[i].document);
		assert_string_equal(feed_find(in)->name, "kev-eu");
		show_expect(kev_eu_read, cases[i].document, cases[i].expected);
	}
	(void)state;
}

TESTS(cmocka_unit_test(kev_eu_reads_both_forms))
