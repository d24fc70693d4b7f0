#include "show.h"

#include "sources/feeds/cve5.h"

#define META(fields) "\"cveMetadata\": {\"cveId\": \"CVE-2026-1001\", \"state\": \"PUBLISHED\"" fields "}"
#define RECORD(containers) "{\"dataType\": \"CVE_RECORD\", " META("") ", \"containers\": {" containers "}}"
#define ENTRIES(list) RECORD("\"cna\": {\"affected\": [" list "]}")
#define VERSIONS "\"versions\": [{\"version\": \"1.0\", \"lessThan\": \"1.4\", \"status\": \"affected\"}]"
#define CVE "cve CVE-2026-1001\n"
#define BOUNDS "affected >= 1.0 < 1.4 fixed 1.4"

#define RHEL8                                                                                                \
	"\"collectionURL\": \"https://access.redhat.com/downloads/content/package-browser/\", "              \
	"\"packageName\": \"openjpeg\", \"vendor\": \"Red Hat\", \"product\": "                              \
	"\"Red Hat Enterprise Linux 8\", \"cpes\": [\"cpe:/a:redhat:enterprise_linux:8::appstream\"], "

static void cve5_gives_rows_for_every_name(void **state)
{
	static const struct {
		const char *entry, *rows;
	} cases[] = {
		{ "\"vendor\": \" Some  Maker \", \"product\": \"Infusion Pump\", " VERSIONS,
		    "  name some_maker:infusion_pump " BOUNDS "\n" },
		{ "\"vendor\": \"n/a\", \"product\": \"n/a\", " VERSIONS, "" },
		{ "\"product\": \"Pump\", " VERSIONS, "" },
		/* CPE names: one set of rows a package, with the entry's versions, always generic */
		{ "\"cpes\": [\"cpe:2.3:o:maker:pump:-:*:*:*:*:*:*:*\", "
		  "\"cpe:2.3:o:maker:pump:1.1:*:*:*:*:*:*:*\", "
		  "\"cpe:2.3:o:maker:pump:*:*:*:*:pro:*:*:*\", \"no cpe\"], " VERSIONS,
		    "  cpe o:maker:pump " BOUNDS "\n  cpe o:maker:pump (*:*:*:pro:*:*:*) " BOUNDS "\n" },
		{ "\"cpes\": [\"cpe:/o:maker:pump\"], \"vendor\": \"Maker\", \"product\": \"Pump\", "
		  "\"versions\": "
		  "[{\"version\": \"1.0.0\", \"status\": \"affected\", \"versionType\": \"semver\"}]",
		    "  cpe o:maker:pump affected = 1.0.0\n  name maker:pump affected = 1.0.0 by semver\n" },
		/* the name's own version where the entry has none */
		{ "\"cpes\": [\"cpe:2.3:o:maker:pump:1.1:*:*:*:*:*:*:*\", "
		  "\"cpe:2.3:o:maker:pump:1.2:*:*:*:*:*:*:*\"], "
		  "\"defaultStatus\": \"affected\"",
		    "  cpe o:maker:pump affected = 1.1\n  cpe o:maker:pump affected = 1.2\n" },
		{ "\"cpes\": [\"cpe:2.3:o:maker:pump:1.1:*:*:*:*:*:*:*\"], \"versions\": [{\"version\": "
		  "\"n/a\", "
		  "\"status\": \"affected\"}]",
		    "  cpe o:maker:pump affected = 1.1\n" },
		{ "\"cpes\": [\"cpe:2.3:o:maker:pump:-:*:*:*:*:*:*:*\"], \"versions\": [{\"version\": \"*\", "
		  "\"status\": \"affected\"}]",
		    "  cpe o:maker:pump affected all\n" },
		/* what form a company has is no part of its name */
		{ "\"vendor\": \"Maker Co., Ltd.\", \"product\": \"Pump\", " VERSIONS,
		    "  name maker:pump " BOUNDS "\n" },
		{ "\"vendor\": \"Pump Maker, Inc.\", \"product\": \"Pump Inc.\", " VERSIONS,
		    "  name pump_maker:pump_inc. " BOUNDS "\n" },
		{ "\"vendor\": \"Limited\", \"product\": \"Pump\", " VERSIONS,
		    "  name limited:pump " BOUNDS "\n" },
		{ "\"vendor\": \"Ltd. GmbH\", \"product\": \"Pump\", " VERSIONS,
		    "  name ltd.:pump " BOUNDS "\n" },
		/* in words that compare, but not what can be compared */
		{ "\"cpes\": [\"cpe:2.3:a:maker:pump:*:*:*:*:*:*:*:*\"], \"vendor\": \"Maker\", \"product\": "
		  "\"Pump\", "
		  "\"versions\": [{\"version\": \"Versions before the maintenance on June 16\", \"status\": "
		  "\"affected\"}]",
		    "  cpe a:maker:pump affected all by literal\n  name maker:pump affected all by "
		    "literal\n" },
		/* packages */
		{ "\"packageURL\": \"pkg:npm/%40maker/pump\", " VERSIONS,
		    "  purl npm/@maker/pump " BOUNDS " by semver\n" },
		{ "\"collectionURL\": \"https://www.npmjs.com/package/pump\", \"packageName\": "
		  "\"@maker/pump\", " VERSIONS,
		    "  purl npm/@maker/pump " BOUNDS " by semver\n" },
		{ "\"collectionURL\": \"https://pypi.python.org\", \"packageName\": \"Pump_Link\", " VERSIONS,
		    "  purl pypi/pump-link " BOUNDS " by pep440\n" },
		{ "\"collectionURL\": \"https://repo.maven.apache.org/maven2\", \"packageName\": "
		  "\"org.maker:pump\", \"vendor\": \"Maker\", \"product\": \"Pump\", " VERSIONS,
		    "  purl maven/org.maker/pump " BOUNDS " by maven\n  name maker:pump " BOUNDS "\n" },
		{ "\"collectionURL\": \"https://maker.example/npmjs.com\", \"packageName\": "
		  "\"pump\", " VERSIONS,
		    "" },
		/* a distribution's package: its CPE names and product are the platform's */
		{ "\"collectionURL\": \"https://access.redhat.com/downloads/content/package-browser/\", "
		  "\"packageName\": \"openjpeg\", \"vendor\": \"Red Hat\", \"product\": \"Red Hat Enterprise "
		  "Linux 8\", "
		  "\"cpes\": [\"cpe:/a:redhat:enterprise_linux:8::appstream\"], \"defaultStatus\": "
		  "\"affected\", "
		  "\"versions\": [{\"version\": \"0:2.4.0-5.el8\", \"lessThan\": \"*\", \"versionType\": "
		  "\"rpm\", "
		  "\"status\": \"unaffected\"}]",
		    "  purl rpm/redhat/openjpeg (rhel-8) unaffected >= 0:2.4.0-5.el8 fixed 0:2.4.0-5.el8 by "
		    "rpm\n"
		    "  purl rpm/redhat/openjpeg (rhel-8) affected all by rpm\n" },
		{ "\"packageURL\": \"pkg:npm/%40maker/pump@1.3.0\", \"defaultStatus\": \"affected\"",
		    "  purl npm/@maker/pump affected = 1.3.0 by semver\n" },
		/* the distribution says that it is not affected, and of which release */
		{ RHEL8 "\"defaultStatus\": \"unaffected\"",
		    "  purl rpm/redhat/openjpeg (rhel-8) unaffected all by rpm\n" },
		{ RHEL8 "\"defaultStatus\": \"unknown\"", "" },
		/* what is mended in an extended release or another product says nothing about Enterprise
		   Linux */
		{ "\"collectionURL\": \"https://access.redhat.com/downloads/content/package-browser/\", "
		  "\"packageName\": \"openssh\", \"cpes\": [\"cpe:/o:redhat:rhel_eus:9.2::baseos\"], "
		  "\"defaultStatus\": \"affected\", \"versions\": [{\"version\": \"0:8.7p1-30.el9_2.4\", "
		  "\"lessThan\": \"*\", \"versionType\": \"rpm\", \"status\": \"unaffected\"}]",
		    "  purl rpm/redhat/openssh (rhel_eus-9.2) unaffected >= 0:8.7p1-30.el9_2.4 fixed "
		    "0:8.7p1-30.el9_2.4 by rpm\n"
		    "  purl rpm/redhat/openssh (rhel_eus-9.2) affected all by rpm\n" },
		{ "\"collectionURL\": \"https://access.redhat.com/downloads/content/package-browser/\", "
		  "\"packageName\": \"openssh\", \"cpes\": [\"cpe:/a:redhat:openshift:4.13::el8\"], "
		  "\"defaultStatus\": \"unaffected\"",
		    "  purl rpm/redhat/openssh (openshift-4.13) unaffected all by rpm\n" },
		{ "\"vendor\": \"Maker\", \"product\": \"Pump\", \"defaultStatus\": \"unaffected\"", "" },
		/* the repository, by version and by commit */
		{ "\"repo\": \"https://github.com/Maker/Pump.git\", \"vendor\": \"Maker\", \"product\": "
		  "\"Pump\", "
		  "\"versions\": [{\"version\": \"1.0\", \"lessThan\": \"1.4\", \"status\": \"affected\"}, "
		  "{\"version\": \"1da177e4c3f4\", \"lessThan\": \"e6412ba3b650\", \"versionType\": \"git\", "
		  "\"status\": \"affected\"}]",
		    "  name maker:pump " BOUNDS "\n  git github.com/maker/pump " BOUNDS "\n"
		    "  git github.com/maker/pump affected >= 1da177e4c3f4 < 1da177e4c3f5 by literal\n"
		    "  git github.com/maker/pump fixed >= e6412ba3b650 < e6412ba3b651 by literal\n" },
		/* nothing but commits: those between are affected too, and which cannot be told */
		{ "\"repo\": \"https://github.com/maker/pump\", \"vendor\": \"Maker\", \"product\": "
		  "\"Pump\", "
		  "\"versions\": [{\"version\": \"0\", \"lessThan\": \"e6412ba3b650\", "
		  "\"versionType\": \"git\", \"status\": \"affected\"}]",
		    "  git github.com/maker/pump affected all by literal\n"
		    "  git github.com/maker/pump fixed >= e6412ba3b650 < e6412ba3b651 by literal\n" },
		/* the kernel goes by its name */
		{ "\"repo\": \"https://git.kernel.org/pub/scm/linux/kernel/git/stable/linux.git\", "
		  "\"vendor\": "
		  "\"Linux\", \"product\": \"Linux\", " VERSIONS,
		    "  name linux:linux " BOUNDS "\n" },
		/* the kernel's commits are no CPE versions */
		{ "\"cpes\": [\"cpe:2.3:o:linux:linux_kernel:*:*:*:*:*:*:*:*\"], \"vendor\": \"Linux\", "
		  "\"product\": "
		  "\"Linux\", \"versions\": [{\"version\": \"1da177e4c3f4\", \"lessThan\": \"e6412ba3b650\", "
		  "\"versionType\": \"git\", \"status\": \"affected\"}]",
		    "" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		char document[2048], expected[1024];

		CASE(cases[i].entry);
		snprintf(document, sizeof(document), ENTRIES("{%s}"), cases[i].entry);
		snprintf(expected, sizeof(expected), CVE "%s", cases[i].rows);
		show_expect(cve5_read, document, expected);
	}
	(void)state;
}

#define CISA "{\"providerMetadata\": {\"shortName\": \"CISA-ADP\", \"dateUpdated\": \"2026-01-04T00:00:00Z\"}"

static void cve5_gives_an_advisory_for_every_publisher(void **state)
{
	static const struct {
		const char *document, *expected;
	} cases[] = {
		{ "{\"containers\": {\"adp\": [" CISA
		  ", \"title\": \"CISA ADP Vulnrichment\", \"metrics\": [{\"cvssV3_1\": "
		  "{\"version\": \"3.1\", \"vectorString\": \"CVSS:3.1/AV:N\", \"baseScore\": 9.8}}, "
		  "{\"other\": {\"type\": "
		  "\"ssvc\"}}]}], \"cna\": {\"title\": \"A flaw\", \"descriptions\": [{\"lang\": \"en\", "
		  "\"value\": \"Long "
		  "words\"}], \"metrics\": [{\"format\": \"CVSS\", \"cvssV4_0\": {\"version\": \"4.0\", "
		  "\"vectorString\": "
		  "\"CVSS:4.0/AV:N\", \"baseScore\": 9.3}, \"cvssV2_0\": {\"version\": \"2.0\", "
		  "\"vectorString\": \"AV:N\", "
		  "\"baseScore\": 5}}]}}, " META(", \"assignerShortName\": \"maker\", \"datePublished\": "
						 "\"2026-01-01T00:00:00\", \"dateUpdated\": "
						 "\"2026-01-03T00:00:00.5Z\"") "}",
		    "cve CVE-2026-1001\n  published 2026-01-01T00:00:00Z\n  modified "
		    "2026-01-03T00:00:00.500000Z\n"
		    "  says A flaw\n  score maker 4.0 93 CVSS:4.0/AV:N\n  score maker 2.0 50 AV:N\n"
		    "cve-adp CVE-2026-1001 shared\n  published 2026-01-01T00:00:00Z\n"
		    "  modified 2026-01-04T00:00:00Z\n  score cisa-adp 3.1 98 CVSS:3.1/AV:N\n" },
		{ RECORD("\"cna\": {\"descriptions\": [{\"lang\": \"de\", \"value\": \"Ein Fehler\"}, "
			 "{\"lang\": "
			 "\"en-US\", \"value\": \"A flaw\"}]}"),
		    CVE "  says A flaw\n" },
		/* others only where they say something */
		{ RECORD("\"cna\": {}, \"adp\": [{\"providerMetadata\": {\"shortName\": \"CVE\"}, "
			 "\"references\": []}, "
			 "{\"affected\": [{\"vendor\": \"Maker\", \"product\": \"Pump\", " VERSIONS
			 "}], \"providerMetadata\": {\"shortName\": \"SIEMENS-SADP\"}}]"),
		    CVE "cve-adp:siemens-sadp CVE-2026-1001 shared\n  name maker:pump " BOUNDS "\n" },
		/* two containers of one publisher are one advisory */
		{ RECORD("\"cna\": {}, \"adp\": [" CISA "}, " CISA
			 ", \"affected\": [{\"vendor\": \"Maker\", \"product\": "
			 "\"Pump\", " VERSIONS "}]}]"),
		    CVE
		    "cve-adp CVE-2026-1001 shared\n  modified 2026-01-04T00:00:00Z\n  name maker:pump " BOUNDS
		    "\n" },
		{ "{\"cveMetadata\": {\"cveId\": \"CVE-2026-1001\", \"state\": \"REJECTED\", "
		  "\"dateRejected\": "
		  "\"2026-01-05T00:00:00Z\"}, \"containers\": {\"cna\": {\"rejectedReasons\": [{\"lang\": "
		  "\"en\", "
		  "\"value\": \"Not a flaw\"}]}}}",
		    "cve CVE-2026-1001 withdrawn\n  withdrawn 2026-01-05T00:00:00Z\n  says Not a flaw\n" },
		/* lists; a bad record does not stop the next, nor lend it anything */
		{ "[" RECORD("\"cna\": {\"affected\": [{\"vendor\": 5}]}") ", " RECORD("\"cna\": {}") "]",
		    "skipped feed:1: [0].containers.cna.affected[0].vendor: expected text, found a "
		    "number\n" CVE },
		{ "{\"containers\": {\"cna\": {}}}", "skipped feed:1: cveMetadata.cveId is missing\n" },
		{ "{\"cveMetadata\": {\"cveId\": \"cve-2026-1001\"}, \"containers\": {\"cna\": {}}}", CVE },
		{ "{\"cveMetadata\": {\"cveId\": \"CVE-2026-1\"}, \"containers\": {\"cna\": {}}}",
		    "skipped feed:1: cveMetadata.cveId \"CVE-2026-1\" is no CVE id\n" },
		/* who is known to mean "up to" */
		{ "{" META(
		      ", \"assignerShortName\": \"hackerone\"") ", \"containers\": {\"cna\": {\"affected\": ["
								"{\"vendor\": \"Node.js\", \"product\": "
								"\"Node\", \"versions\": ["
								"{\"version\": \"20.5.0\", "
								"\"lessThanOrEqual\": \"20.5.0\", "
								"\"status\": \"affected\"}, "
								"{\"version\": \"18.17.0\", "
								"\"lessThanOrEqual\": \"18.17.0\", "
								"\"status\": \"affected\"}, "
								"{\"version\": \"16.20.1\", "
								"\"lessThanOrEqual\": \"16.20.1\", "
								"\"status\": \"affected\"}]}]}}}",
		    CVE "  name node.js:node affected >= 19 <= 20.5.0\n"
			"  name node.js:node affected >= 17 <= 18.17.0\n"
			"  name node.js:node affected <= 16.20.1\n" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		CASE(cases[i].document);
		show_expect(cve5_read, cases[i].document, cases[i].expected);
	}
	(void)state;
}

static void cve5_bounds_what_a_record_multiplies(void **state)
{
	SCOPED_BUF document = buf_new(1 << 20);
	struct buf out;

	buf_add(&document, STR("{" META("") ", \"containers\": {\"cna\": {\"affected\": [{\"cpes\": ["));
	for (int i = 0; i < 4000; i++)
		buf_printf(&document, "%s\"cpe:2.3:a:maker:p%d:*:*:*:*:*:*:*:*\"", i ? ", " : "", i);
	buf_add(&document, STR("], \"versions\": ["));
	for (int i = 0; i < 200; i++)
		buf_printf(
		    &document, "%s{\"version\": \"%d\", \"status\": \"affected\"}", i ? ", " : "", i + 1);
	buf_add(&document, STR("]}]}}}"));
	assert_false(buf_full(&document));
	out = show_document(cve5_read, buf_str(&document));
	buf_byte(&out, '\0');
	assert_true(str_starts(str_of(out.ptr), STR("skipped feed:1: containers.cna.affected[0]")));
	assert_true(str_has(str_of(out.ptr), STR("more than 500000 ranges of versions")));
	buf_free(&out);
	(void)state;
}

TESTS(cmocka_unit_test(cve5_gives_rows_for_every_name),
    cmocka_unit_test(cve5_gives_an_advisory_for_every_publisher),
    cmocka_unit_test(cve5_bounds_what_a_record_multiplies))
