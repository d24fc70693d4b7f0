#include "show.h"

#include "sources/feeds/csaf.h"

#define DOCUMENT                                                                                             \
	"\"document\": {\"category\": \"csaf_security_advisory\", \"csaf_version\": \"2.0\", \"title\": "    \
	"\"Pumps\", \"publisher\": {\"category\": \"coordinator\", \"name\": \"CISA\", \"namespace\": "      \
	"\"https://www.cisa.gov/\"}, \"tracking\": {\"id\": \"ICSMA-26-001-01\", \"version\": \"2\", "       \
	"\"initial_release_date\": \"2026-01-01T07:00:00.000000Z\", \"current_release_date\": "              \
	"\"2026-01-02T07:00:00Z\"}}"
#define TREE(branches) "\"product_tree\": {\"branches\": [" branches "]}"
#define FLAWS(list) "\"vulnerabilities\": [" list "]"
#define HEAD(cve)                                                                                            \
	"csaf:cisa ICSMA-26-001-01/" cve "\n  published 2026-01-01T07:00:00Z\n  modified "                   \
	"2026-01-02T07:00:00Z\n  revision 2\n  says Pumps\n  alias " cve "\n"
/* As CISA writes them: what hangs on a branch stands before its name. */
#define VENDOR(products) "{\"branches\": [" products "], \"category\": \"vendor\", \"name\": \"Some Maker\"}"
#define PRODUCT(name, versions)                                                                              \
	"{\"branches\": [" versions "], \"category\": \"product_name\", \"name\": \"" name "\"}"
#define LEAF(category, name, id)                                                                             \
	"{\"category\": \"" category "\", \"name\": \"" name "\", \"product\": {\"name\": \"x\", "           \
	"\"product_id\": \"" id "\"}}"
#define FLAW(cve, statuses) "{\"cve\": \"" cve "\", \"product_status\": {" statuses "}}"

static void csaf_reads_versions_as_they_are_written(void **state)
{
	static const struct {
		const char *category, *version, *rows;
	} cases[] = {
		{ "product_version_range", "vers:all/*", " all;" },
		{ "product_version_range", "vers:all/<V4.1 SP2", " < V4.1 SP2 fixed V4.1 SP2;" },
		{ "product_version_range", "<= 12.2.x.x", " < 12.3;" },
		{ "product_version_range", ">= 2003 | <= 2006", " >= 2003 <= 2006;" },
		{ "product_version_range", "A10 < A11", " >= A10 < A11 fixed A11;" },
		{ "product_version_range", "< august 28", " all by literal;" },
		{ "product_version_range", "All versions", " all;" },
		{ "product_version_range", "<= 2.3.0", " <= 2.3.0;" },
		{ "product_version", "7.0", " = 7.0;" },
		{ "product_version", "3002 S3 | 3005 S3", " = 3002 S3; = 3005 S3;" },
		{ "product_version", "2.X", " >= 2 < 3;" },
		{ "product_version_range", "vers:deb/<1.2-3", " < 1.2-3 fixed 1.2-3 by dpkg;" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		char document[2048], expected[1024] = HEAD("CVE-2026-1001");
		struct str rows = str_of(cases[i].rows), row;

		CASE(cases[i].version);
		snprintf(document, sizeof(document),
		    "{" DOCUMENT
		    ", " TREE(VENDOR(PRODUCT("Infusion Pump", LEAF("%s", "%s", "P1")))) ", " FLAWS(
			FLAW("CVE-2026-1001", "\"known_affected\": [\"P1\"]")) "}",
		    cases[i].category, cases[i].version);
		while (str_next(&rows, ';', &row) && row.len > 0)
			snprintf(expected + strlen(expected), sizeof(expected) - strlen(expected),
			    "  name some_maker:infusion_pump affected" STR_FMT "\n", STR_ARG(row));
		show_expect(csaf_read, document, expected);
	}
	(void)state;
}

#define HELPED(id, helper)                                                                                   \
	"{\"category\": \"product_version_range\", \"name\": \"< 2\", \"product\": {\"product_id\": \"" id   \
	"\", \"product_identification_helper\": {" helper "}}}"
#define AFFECTED_P1 FLAWS(FLAW("CVE-2026-1001", "\"known_affected\": [\"P1\"]"))
#define NAME_ROW "  name some_maker:pump affected < 2 fixed 2\n"

static void csaf_knows_products_by_every_name(void **state)
{
	static const struct {
		const char *document, *rows;
	} cases[] = {
		/* helpers: their own version, else the branch's */
		{ TREE(VENDOR(
		      PRODUCT("Pump", HELPED("P1", "\"cpe\": \"cpe:/o:maker:pump\"")))) ", " AFFECTED_P1,
		    "  cpe o:maker:pump affected < 2 fixed 2\n" NAME_ROW },
		{ TREE(VENDOR(PRODUCT("Pump",
		      HELPED("P1", "\"cpe\": \"cpe:2.3:o:maker:pump:1.5:*:*:*:*:*:*:*\"")))) ", " AFFECTED_P1,
		    "  cpe o:maker:pump affected = 1.5\n" NAME_ROW },
		{ TREE(VENDOR(
		      PRODUCT("Pump", HELPED("P1", "\"purl\": \"pkg:npm/pump@1.5.0\"")))) ", " AFFECTED_P1,
		    "  purl npm/pump affected = 1.5.0 by semver\n" NAME_ROW },
		{ TREE(VENDOR(PRODUCT("Pump",
		      HELPED("P1", "\"purls\": [\"pkg:npm/pump\", \"pkg:cargo/pump\"]")))) ", " AFFECTED_P1,
		    "  purl npm/pump affected < 2 fixed 2 by semver\n  purl cargo/pump affected < 2 fixed 2 "
		    "by semver\n" NAME_ROW },
		{ TREE(VENDOR(PRODUCT("Pump",
		      HELPED("P1", "\"cpe\": \"nonsense\", \"hashes\": [], \"model_numbers\": [\"IP-7\", "
				   "\"IP-8*\"]")))) ", " AFFECTED_P1,
		    NAME_ROW "  name some_maker:ip-7 affected < 2 fixed 2\n" },
		/* a product without version; service packs; a family where there is no name; no vendor */
		{ TREE(VENDOR(LEAF("product_name", "Pump", "P1"))) ", " AFFECTED_P1,
		    "  name some_maker:pump affected all\n" },
		{ TREE(VENDOR(PRODUCT(
		      "Pump", "{\"category\": \"product_version\", \"name\": \"10\", \"branches\": [" LEAF(
				  "service_pack", "SP2", "P1") "]}"))) ", " AFFECTED_P1,
		    "  name some_maker:pump affected = 10 SP2\n" },
		{ TREE(VENDOR(PRODUCT("Pump",
		      "{\"category\": \"product_version\", \"name\": \"12.2EY\", \"branches\": [" LEAF(
			  "service_pack", "12.2(55)EY", "P1") "]}"))) ", " AFFECTED_P1,
		    "  name some_maker:pump affected = 12.2(55)EY\n" },
		{ TREE(VENDOR(LEAF("product_family", "Pumps", "P1"))) ", " AFFECTED_P1,
		    "  name some_maker:pumps affected all\n" },
		{ TREE(LEAF("product_name", "Pump", "P1")) ", " AFFECTED_P1, "  name :pump affected all\n" },
		{ TREE(LEAF("product_name", "Pump", "P2")) ", " AFFECTED_P1, "" },
		{ AFFECTED_P1, "" },
		/* full product names */
		{ "\"product_tree\": {\"full_product_names\": [{\"product_id\": \"P1\", \"name\": \"Pump "
		  "1\", "
		  "\"product_identification_helper\": {\"cpe\": \"cpe:/h:maker:pump:1\"}}]}, " AFFECTED_P1,
		    "  cpe h:maker:pump affected = 1\n" },
		{ "\"product_tree\": {\"full_product_names\": [{\"product_id\": \"P1\", \"name\": \"Pump "
		  "1\"}]}, " AFFECTED_P1,
		    "  name :pump_1 affected all\n" },
		{ TREE(VENDOR("{\"category\": \"product_version\", \"name\": \"1.2\", \"product\": "
			      "{\"product_id\": \"P1\", "
			      "\"name\": \"Pump\"}}")) ", " AFFECTED_P1,
		    "  name some_maker:pump affected = 1.2\n" },
		/* a relationship is its component; the platform says which release */
		{ "\"product_tree\": {\"full_product_names\": [{\"product_id\": \"OS\", "
		  "\"product_identification_helper\": {\"cpe\": "
		  "\"cpe:/o:redhat:enterprise_linux:8::baseos\"}}, "
		  "{\"product_id\": \"C\", \"product_identification_helper\": {\"purl\": "
		  "\"pkg:rpm/redhat/curl@7.61-3.el8?arch=src&epoch=1\"}}], \"relationships\": "
		  "[{\"category\": "
		  "\"default_component_of\", \"product_reference\": \"C\", \"relates_to_product_reference\": "
		  "\"OS\", "
		  "\"full_product_name\": {\"product_id\": \"P1\", \"name\": \"x\"}}]}, " AFFECTED_P1,
		    "  purl rpm/redhat/curl (rhel-8) affected = 1:7.61-3.el8 by rpm\n" },
		/* relationships in a circle end */
		{ "\"product_tree\": {\"relationships\": [{\"product_reference\": \"P2\", "
		  "\"full_product_name\": "
		  "{\"product_id\": \"P1\"}}, {\"product_reference\": \"P1\", \"full_product_name\": "
		  "{\"product_id\": "
		  "\"P2\"}}]}, " AFFECTED_P1,
		    "" },
		/* the tree behind the vulnerabilities */
		{ AFFECTED_P1 ", " TREE(VENDOR(LEAF("product_name", "Pump", "P1"))),
		    "  name some_maker:pump affected all\n" },
		/* branches without anything, and null */
		{ TREE("{\"category\": \"vendor\", \"branches\": []}, null, {\"branches\": null}, " VENDOR(
		      LEAF("product_name", "Pump", "P1"))) ", " AFFECTED_P1,
		    "  name some_maker:pump affected all\n" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		char document[4096], expected[1024];

		CASE(cases[i].document);
		snprintf(document, sizeof(document), "{" DOCUMENT ", %s}", cases[i].document);
		snprintf(expected, sizeof(expected), HEAD("CVE-2026-1001") "%s", cases[i].rows);
		show_expect(csaf_read, document, expected);
	}
	(void)state;
}

static void csaf_keeps_what_is_said_of_each_product(void **state)
{
	show_expect(csaf_read,
	    "{" DOCUMENT ", " TREE(VENDOR(
		PRODUCT("Pump", LEAF("product_version", "1", "P1") ", " LEAF("product_version", "2",
				    "P2") ", " LEAF("product_version", "3", "P3") ", " LEAF("product_version",
				    "4", "P4")))) ", " FLAWS(FLAW("CVE-2026-1001",
		"\"known_affected\": [\"P1\"], \"fixed\": [\"P2\"], \"known_not_affected\": [\"P3\"], "
		"\"under_investigation\": [\"P4\"], \"recommended\": [\"P2\"]") ", " FLAW("CVE-2026-1002",
		"\"first_affected\": [\"P1\"], \"last_affected\": [\"P2\"], \"first_fixed\": [\"P3\"]")) "}",
	    HEAD("CVE-2026-1001") "  name some_maker:pump affected = 1\n  name some_maker:pump fixed = 2\n"
				  "  name some_maker:pump unaffected = 3\n  name some_maker:pump "
				  "investigated = 4\n"
				  "csaf:cisa ICSMA-26-001-01/CVE-2026-1002 shared\n"
				  "  published 2026-01-01T07:00:00Z\n  modified 2026-01-02T07:00:00Z\n  "
				  "revision 2\n"
				  "  says Pumps\n  alias CVE-2026-1002\n  name some_maker:pump affected = 1\n"
				  "  name some_maker:pump affected = 2\n  name some_maker:pump fixed = 3\n");
	(void)state;
}

#define SCORE(vector, score)                                                                                 \
	"{\"cvss_v3\": {\"version\": \"3.1\", \"vectorString\": \"" vector "\", \"baseScore\": " score       \
	"}, \"products\": [\"P1\"]}"

static void csaf_reads_what_stands_around_the_products(void **state)
{
	static const struct {
		const char *flaw, *expected;
	} cases[] = {
		/* every group of products repeats its score */
		{ "\"cve\": \"CVE-2026-1001\", \"scores\": [" SCORE("CVSS:3.1/AV:N", "9.8") ", " SCORE(
		      "CVSS:3.1/AV:N", "9.8") ", " SCORE("CVSS:3.1/AV:L", "7") "]",
		    "/CVE-2026-1001;says Pumps;alias CVE-2026-1001;score csaf:cisa 3.1 98 CVSS:3.1/AV:N;"
		    "score csaf:cisa 3.1 70 CVSS:3.1/AV:L;" },
		{ "\"cve\": \"CVE-2026-1001\", \"metrics\": [{\"content\": {\"cvss_v4\": {\"version\": "
		  "\"4.0\", "
		  "\"vectorString\": \"CVSS:4.0/AV:N\", \"baseScore\": 9.3}}, \"products\": []}]",
		    "/CVE-2026-1001;says Pumps;alias CVE-2026-1001;score csaf:cisa 4.0 93 CVSS:4.0/AV:N;" },
		/* notes, titles; vulnerabilities without a CVE */
		{ "\"title\": \"Weak\", \"notes\": [{\"category\": \"other\", \"text\": \"x\"}, {\"text\": "
		  "\"The pump trusts anyone.\", \"category\": \"summary\"}], \"ids\": [{\"system_name\": "
		  "\"Bugs\", "
		  "\"text\": \"PUMP-7\"}]",
		    "/PUMP-7;says The pump trusts anyone.;" },
		{ "\"title\": \"Weak\", \"ids\": [{\"system_name\": \"GitHub\", \"text\": \"GHSA-1-2-3\"}]",
		    "/GHSA-1-2-3;says Weak;alias GHSA-1-2-3;" },
		{ "\"title\": \"Weak\"", "/1;says Weak;" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		char document[2048], expected[1024];
		struct str lines = str_of(cases[i].expected), line;

		CASE(cases[i].flaw);
		snprintf(document, sizeof(document), "{" DOCUMENT ", " FLAWS("{%s}") "}", cases[i].flaw);
		str_next(&lines, ';', &line);
		snprintf(expected, sizeof(expected),
		    "csaf:cisa ICSMA-26-001-01" STR_FMT
		    "\n  published 2026-01-01T07:00:00Z\n  modified 2026-01-02T07:00:00Z\n  revision 2\n",
		    STR_ARG(line));
		while (str_next(&lines, ';', &line) && line.len > 0)
			snprintf(expected + strlen(expected), sizeof(expected) - strlen(expected),
			    "  " STR_FMT "\n", STR_ARG(line));
		show_expect(csaf_read, document, expected);
	}
	(void)state;
}

static void csaf_names_sources_by_publisher(void **state)
{
	static const struct {
		const char *name, *namespace, *source;
	} cases[] = {
		{ "CISA", "https://www.cisa.gov/", "csaf:cisa" },
		{ "Red Hat Product Security", "https://www.redhat.com", "csaf:redhat" },
		{ "Example Company ProductCERT", "https://psirt.example.com",
		    "csaf:example-company-productcert" },
		{ "", "https://psirt.maker.example/x", "csaf:psirt-maker-example" },
		{ "Evil", "https://notcisa.gov", "csaf:evil" },
		{ "", "", "csaf:unknown" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		char document[1024], expected[256];

		CASE(cases[i].name);
		snprintf(document, sizeof(document),
		    "{\"document\": {\"csaf_version\": \"2.0\", \"publisher\": {\"name\": \"%s\", "
		    "\"namespace\": "
		    "\"%s\"}, \"tracking\": {\"id\": \"A\"}}, \"vulnerabilities\": [{\"cve\": "
		    "\"CVE-2026-1001\"}]}",
		    cases[i].name, cases[i].namespace);
		snprintf(expected, sizeof(expected), "%s A/CVE-2026-1001\n  alias CVE-2026-1001\n",
		    cases[i].source);
		show_expect(csaf_read, document, expected);
	}
	(void)state;
}

static void csaf_refuses_what_it_cannot_read(void **state)
{
	static const struct {
		const char *document, *expected;
	} cases[] = {
		{ "{\"document\": {\"csaf_version\": \"1.2\"}}",
		    "skipped feed:1: document.csaf_version: csaf_version is 2.0 or 2.1, not \"1.2\"\n" },
		{ "{\"document\": {\"csaf_version\": \"2.0\"}}",
		    "skipped feed:1: document.tracking.id is missing\n" },
		{ "{" DOCUMENT ", " FLAWS("{\"cve\": 5}") "}",
		    "skipped feed:1: vulnerabilities[0].cve: expected text, found a number\n" },
		{ "{" DOCUMENT "}", "" },
		{ "{\"document\": {\"category\": \"csaf_withdrawn\", \"csaf_version\": \"2.1\", "
		  "\"publisher\": {\"name\": "
		  "\"x\"}, \"tracking\": {\"id\": \"A\"}}, \"vulnerabilities\": [{\"cve\": "
		  "\"CVE-2026-1001\"}]}",
		    "csaf:x A/CVE-2026-1001 withdrawn\n  alias CVE-2026-1001\n" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		CASE(cases[i].document);
		show_expect(csaf_read, cases[i].document, cases[i].expected);
	}
	(void)state;
}

/* Branches as deep as JSON may nest, and one level more. */
static void csaf_bears_deep_trees(void **state)
{
	static const struct {
		int depth;
		bool good;
	} cases[] = { { 60, true }, { 200, false } };

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_BUF document = buf_new(1 << 20);
		struct buf out;

		buf_add(&document,
		    STR("{" DOCUMENT ", \"product_tree\": {\"branches\": [{\"category\": \"vendor\", "
			"\"name\": \"Some Maker\", \"branches\": ["));
		for (int n = 0; n < cases[i].depth; n++)
			buf_add(&document,
			    STR("{\"category\": \"product_family\", \"name\": \"f\", \"branches\": ["));
		buf_add(&document, STR(LEAF("product_name", "Pump", "P1")));
		for (int n = 0; n < cases[i].depth; n++)
			buf_add(&document, STR("]}"));
		buf_add(&document, STR("]}]}, " AFFECTED_P1 "}"));
		out = show_document(csaf_read, buf_str(&document));
		buf_byte(&out, '\0');
		assert_int_equal(
		    str_has(str_of(out.ptr), STR("name some_maker:pump affected all")), cases[i].good);
		assert_int_equal(str_starts(str_of(out.ptr), STR("failed")), !cases[i].good);
		buf_free(&out);
	}
	(void)state;
}

TESTS(cmocka_unit_test(csaf_reads_versions_as_they_are_written),
    cmocka_unit_test(csaf_knows_products_by_every_name),
    cmocka_unit_test(csaf_keeps_what_is_said_of_each_product),
    cmocka_unit_test(csaf_reads_what_stands_around_the_products),
    cmocka_unit_test(csaf_names_sources_by_publisher), cmocka_unit_test(csaf_refuses_what_it_cannot_read),
    cmocka_unit_test(csaf_bears_deep_trees))
