#include "show.h"

#include "sources/feeds/epss.h"

static void epss_reads_scores_as_millionths(void **state)
{
	static const struct {
		const char *document, *expected;
	} cases[] = {
		{ "#model_version:v2025.03.14,score_date:2026-08-16T00:00:00+0000\ncve,epss,percentile\n"
		  "CVE-1999-0001,0.03351,0.8765\nCVE-1999-0002,1,0.000010000\n",
		    "epss of 2026-08-16T00:00:00Z\nepss CVE-1999-0001 33510 876500\n"
		    "epss CVE-1999-0002 1000000 10\n" },
		{ "#model_version:unknown,score_date:2026-08-16T00:00:00Z\ncve,epss,percentile\n",
		    "epss of 2026-08-16T00:00:00Z\n" },
		{ "#score_date:2026-08-16\ncve,epss,percentile\nCVE-1999-0001,9.4e-05,0.5\n",
		    "epss CVE-1999-0001 94 500000\n" },
		{ "cve,epss,percentile\r\nCVE-1999-0001,0.5,0.5\r\n", "epss CVE-1999-0001 500000 500000\n" },
		{ "cve,epss,percentile\nCVE-1,0.5,0.5\nCVE-1999-0001,high,0.5\nCVE-1999-0001,0.5,1.1\n"
		  "CVE-1999-0001,0.5\nCVE-1999-0003,-0.1,0\nCVE-1999-0002,0,0\n",
		    "skipped feed:2: cve \"CVE-1\" is not a CVE id\n"
		    "skipped feed:3: epss \"high\" is not a number from 0 to 1\n"
		    "skipped feed:4: percentile \"1.1\" is not a number from 0 to 1\n"
		    "skipped feed:5: 2 fields, the header has 3\n"
		    "skipped feed:6: epss \"-0.1\" is not a number from 0 to 1\n"
		    "epss CVE-1999-0002 0 0\n" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		CASE(cases[i].document);
		assert_true(epss_recognises_csv(str_of(cases[i].document)));
		show_expect(epss_read, cases[i].document, cases[i].expected);
	}
	(void)state;
}

static void epss_needs_its_columns(void **state)
{
	SCOPED_BUF out = show_document(epss_read, STR("cve,epss\nCVE-1999-0001,0.5\n"));

	buf_byte(&out, '\0');
	assert_true(str_starts(str_of(out.ptr), STR("failed feed:1: ")));
	(void)state;
}

TESTS(cmocka_unit_test(epss_reads_scores_as_millionths), cmocka_unit_test(epss_needs_its_columns))
