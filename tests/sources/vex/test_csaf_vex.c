#include "check.h"
#include "sources/vex/dump.h"

#define HEAD(category)                                                                                       \
	"{\"document\":{\"category\":\"" category "\",\"csaf_version\":\"2.0\",\"title\":\"T\","             \
	"\"publisher\":{\"category\":\"vendor\",\"name\":\"E\",\"namespace\":\"https://e\"},"                \
	"\"tracking\":{\"id\":\"X-1\",\"version\":\"2\",\"initial_release_date\":\"2026-01-01T00:00:00Z\","  \
	"\"current_release_date\":\"2026-02-01T00:00:00Z\"}}"
#define TREE                                                                                                 \
	",\"product_tree\":{\"branches\":[{\"category\":\"vendor\",\"name\":\"Acme\",\"branches\":["         \
	"{\"category\":\"product_name\",\"name\":\"Parser\",\"branches\":["                                  \
	"{\"category\":\"product_version\",\"name\":\"1.4\",\"product\":{\"name\":\"Parser "                 \
	"1.4\",\"product_id\":\"P1\"}},"                                                                     \
	"{\"category\":\"product_version_range\",\"name\":\"< 2.5\",\"product\":{\"name\":\"Parser "         \
	"2\",\"product_id\":\"P2\"}}]}]}],"                                                                  \
	"\"full_product_names\":[{\"name\":\"Pump\",\"product_id\":\"D\",\"product_identification_helper\":" \
	"{\"purl\":\"pkg:generic/acme/pump@2.0\"}},"                                                         \
	"{\"name\":\"curl of "                                                                               \
	"Debian\",\"product_id\":\"C\",\"product_identification_helper\":{\"purl\":\"pkg:deb/debian/"        \
	"curl@7?distro=debian-12\"}}],"                                                                      \
	"\"product_groups\":[{\"group_id\":\"G\",\"product_ids\":[\"P2\",\"P1\"]}],"                         \
	"\"relationships\":[{\"category\":\"default_component_of\",\"product_reference\":\"P1\",\"relates_"  \
	"to_product_reference\":\"D\","                                                                      \
	"\"full_product_name\":{\"name\":\"Parser in Pump\",\"product_id\":\"R\"}},"                         \
	"{\"category\":\"default_component_of\",\"product_reference\":\"C\",\"relates_to_product_"           \
	"reference\":\"D\","                                                                                 \
	"\"full_product_name\":{\"name\":\"curl in Pump\",\"product_id\":\"RC\"}}]}"
#define VULNERABILITIES ",\"vulnerabilities\":["
#define END                                                                                                  \
	"= CSAF 2.0 | https://e X-1 | version 2 | T | by E | as vendor | 2026-01-01T00:00:00Z | updated "    \
	"2026-02-01T00:00:00Z\n"
#define P1 "  - P1 | name Parser 1.4 | name acme:parser 1.4\n"
#define P2 "  - P2 | name Parser 2 | name acme:parser (, 2.5)\n"

/* clang-format off */
static const struct dump_case cases[] = {
	{ "label of CSAF 2.0",
	  "{\"document\":{\"category\":\"csaf_vex\",\"csaf_version\":\"2.1\",\"distribution\":{\"text\":\"t\",\"tlp\":{\"label\":\"WHITE\",\"url\":\"u\"}},"
	  "\"tracking\":{\"id\":\"X\"}}}",
	  "= CSAF 2.1 | X | tlp clear\n" },
	{ "label of CSAF 2.1",
	  "{\"document\":{\"category\":\"csaf_vex\",\"csaf_version\":\"2.1\",\"distribution\":{\"tlp\":{\"label\":\"AMBER+STRICT\"}},"
	  "\"tracking\":{\"id\":\"X\"}}}",
	  "= CSAF 2.1 | X | tlp amber+strict\n" },
	{ "label that is none",
	  "{\"document\":{\"category\":\"csaf_vex\",\"csaf_version\":\"2.1\",\"distribution\":{\"tlp\":{\"label\":\"PURPLE\"}},"
	  "\"tracking\":{\"id\":\"X\"}}}",
	  "= CSAF 2.1 | X\n" },
	{ "each status, and recommended is none",
	  HEAD("csaf_vex") TREE VULNERABILITIES "{\"cve\":\"CVE-2024-1\",\"product_status\":{\"known_affected\":[\"P1\"],\"fixed\":[\"P2\"],\"recommended\":[\"P1\"],"
	  "\"under_investigation\":[\"D\"]}}]}",
	  "+ CVE-2024-1 affected\n" P1 "+ CVE-2024-1 fixed\n" P2
	  "+ CVE-2024-1 under_investigation\n  - D | name Pump | purl generic/acme/pump 2.0\n" END },
	{ "products with the same words are one statement, others are others",
	  HEAD("csaf_security_advisory") TREE VULNERABILITIES "{\"cve\":\"CVE-2024-1\",\"product_status\":{\"known_not_affected\":[\"P1\",\"P2\",\"D\"]},"
	  "\"flags\":[{\"label\":\"vulnerable_code_not_present\",\"group_ids\":[\"G\"]}],"
	  "\"threats\":[{\"category\":\"impact\",\"details\":\"no network\",\"product_ids\":[\"D\"]},{\"category\":\"exploit_status\",\"details\":\"x\",\"product_ids\":[\"P1\"]}]}]}",
	  "+ CVE-2024-1 not_affected | impact no network\n  - D | name Pump | purl generic/acme/pump 2.0\n"
	  "+ CVE-2024-1 not_affected vulnerable_code_not_present\n" P1 P2 END },
	{ "a remediation without products is about all of them",
	  HEAD("csaf_vex") TREE VULNERABILITIES "{\"cve\":\"CVE-2024-1\",\"product_status\":{\"known_affected\":[\"P1\",\"P2\"]},"
	  "\"remediations\":[{\"category\":\"workaround\",\"details\":\"unplug it\"}]}]}",
	  "+ CVE-2024-1 affected | action unplug it | response workaround\n" P1 P2 END },
	{ "a component on a platform is meant there alone, unless it names its distribution",
	  HEAD("csaf_vex") TREE VULNERABILITIES "{\"cve\":\"CVE-2024-1\",\"product_status\":{\"fixed\":[\"R\",\"RC\"]}}]}",
	  "+ CVE-2024-1 fixed\n  - R | name Pump | purl generic/acme/pump 2.0\n    - P1 | name Parser 1.4 | name acme:parser 1.4\n"
	  "  - RC | name curl in Pump | purl deb/debian/curl (debian-12) 7\n" END },
	{ "the tree may stand behind, a CVE id stands alone, other ids do without",
	  HEAD("csaf_vex") VULNERABILITIES "{\"ids\":[{\"system_name\":\"s\",\"text\":\"BUG-7\"}],\"cve\":\"CVE-2024-1\",\"product_status\":{\"fixed\":[\"P1\",\"P1\"]}},"
	  "{\"ids\":[{\"system_name\":\"s\",\"text\":\"GHSA-x\"}],\"product_status\":{\"fixed\":[\"P1\"]}}]" TREE "}",
	  "+ CVE-2024-1 fixed\n" P1 "+ GHSA-x fixed\n" P1 END },
	{ "an unknown product stays, with nothing to match by",
	  HEAD("csaf_vex") VULNERABILITIES "{\"cve\":\"CVE-2024-1\",\"product_status\":{\"fixed\":[\"Q\"]}}]}",
	  "+ CVE-2024-1 fixed\n  - Q\n" END },
	{ "an unknown flag and a vulnerability without an id are told",
	  HEAD("csaf_vex") TREE VULNERABILITIES "{\"cve\":\"CVE-2024-1\",\"product_status\":{\"known_not_affected\":[\"P1\"]},\"flags\":[{\"label\":\"lucky\"}]},"
	  "{\"product_status\":{\"fixed\":[\"P1\"]}}]}",
	  "! https://e X-1: CVE-2024-1: flag \"lucky\" is not known\n! https://e X-1: vulnerability 2 has no id\n" END },
	{ "a withdrawn document says nothing any more",
	  HEAD("csaf_withdrawn") TREE VULNERABILITIES "{\"cve\":\"CVE-2024-1\",\"product_status\":{\"fixed\":[\"P1\"]}}]}",
	  "= CSAF 2.0 | https://e X-1 | version 2 | T | by E | as vendor | 2026-01-01T00:00:00Z | updated 2026-02-01T00:00:00Z | withdrawn\n" },
	{ "an id is missing", "{\"document\":{\"csaf_version\":\"2.0\",\"tracking\":{}}}", "E vex: document.tracking.id is missing\n" },
	{ "another version", "{\"document\":{\"csaf_version\":\"1.2\"}}",
	  "E vex:1: document.csaf_version: csaf_version is 2.0 or 2.1, not \"1.2\"\n" },
	{ "a value of the wrong kind", HEAD("csaf_vex") VULNERABILITIES "{\"cve\":7}]}",
	  "E vex:1: vulnerabilities[0].cve: expected text, found a number\n" },
	{ "cut short", HEAD("csaf_vex") VULNERABILITIES "{\"cve\":\"CVE-2024-1\",", "E vex:1: vulnerabilities[0].cve: ends in the middle of an object\n" },
};
/* clang-format on */

static void csaf_vex_reads_statements(void **state)
{
	dump_check(cases, COUNT(cases));
	(void)state;
}

TESTS(cmocka_unit_test(csaf_vex_reads_statements))
