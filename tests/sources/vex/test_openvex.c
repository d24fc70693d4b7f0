#include "check.h"
#include "sources/vex/dump.h"

#define HEAD(version)                                                                                        \
	"{\"@context\":\"https://openvex.dev/ns" version "\",\"@id\":\"https://a.example/"                   \
	"1\",\"author\":\"A\""
#define V2 HEAD("/v0.2.0") ",\"version\":1,\"timestamp\":\"2026-01-02T03:04:05Z\",\"statements\":["
#define END "= OpenVEX 0.2.0 | https://a.example/1 | version 1 | by A | 2026-01-02T03:04:05Z\n"
#define CVE "\"vulnerability\":{\"name\":\"CVE-2024-1\"}"
#define HEX64 "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"

/* clang-format off */
static const struct dump_case fields[] = {
	{ "all that a statement says",
	  V2 "{\"@id\":\"s1\",\"vulnerability\":{\"@id\":\"https://x/CVE-2024-1\",\"aliases\":[\"GHSA-x\",\"CVE-2024-1\"],\"name\":\"CVE-2024-1\",\"description\":\"d\"},"
	  "\"timestamp\":\"2026-02-01T00:00:00.5+01:00\",\"last_updated\":\"2026-02-02T00:00:00Z\",\"products\":[{\"@id\":\"pkg:npm/a@1.0\"}],"
	  "\"status\":\"not_affected\",\"justification\":\"component_not_present\",\"impact_statement\":\"none\",\"action_statement\":\"rest\","
	  "\"status_notes\":\"looked\",\"supplier\":\"S\"}]}",
	  "+ CVE-2024-1 (GHSA-x) not_affected component_not_present | impact none | action rest | notes looked | id s1 | by S"
	  " | 2026-01-31T23:00:00.500000Z | updated 2026-02-02T00:00:00Z\n"
	  "  - pkg:npm/a@1.0 | purl npm/a 1.0\n" END },
	{ "the four statuses",
	  V2 "{" CVE ",\"status\":\"affected\"},{" CVE ",\"status\":\"fixed\"},{" CVE ",\"status\":\"under_investigation\"},{" CVE ",\"status\":\"not_affected\"}]}",
	  "+ CVE-2024-1 affected\n+ CVE-2024-1 fixed\n+ CVE-2024-1 under_investigation\n+ CVE-2024-1 not_affected\n" END },
	{ "a product by package URL, CPE names and hashes",
	  V2 "{" CVE ",\"status\":\"fixed\",\"products\":[{\"@id\":\"https://a.example/pump\",\"identifiers\":{\"purl\":\"pkg:deb/debian/curl@7.50?distro=debian-12\","
	  "\"cpe22\":\"cpe:/a:haxx:curl:7.50\",\"cpe23\":\"cpe:2.3:a:haxx:curl:7.50:*:*:*:*:*:*:*\"},\"hashes\":{\"sha-256\":\"AB01\",\"md5\":\"ff\"}}]}]}",
	  "+ CVE-2024-1 fixed\n  - https://a.example/pump | purl deb/debian/curl (debian-12) 7.50 | cpe a:haxx:curl 7.50 | cpe a:haxx:curl 7.50"
	  " | SHA-256:ab01 | MD5:ff\n" END },
	{ "a package URL without a version means all of them",
	  V2 "{" CVE ",\"status\":\"affected\",\"products\":[{\"@id\":\"pkg:npm/a\"}]}]}",
	  "+ CVE-2024-1 affected\n  - pkg:npm/a | purl npm/a\n" END },
	{ "an image is named by its digest, and has subcomponents",
	  V2 "{" CVE ",\"status\":\"fixed\",\"products\":[{\"@id\":\"pkg:oci/alpine@sha256%3A" HEX64 "\",\"subcomponents\":[{\"@id\":\"pkg:apk/alpine/libssl3@3.0.8-r3\"},"
	  "{\"identifiers\":{\"purl\":\"pkg:apk/alpine/libcrypto3@3.0.8-r3\"}}]}]}]}",
	  "+ CVE-2024-1 fixed\n  - pkg:oci/alpine@sha256%3A" HEX64 " | purl oci/alpine sha256:" HEX64 " | SHA-256:" HEX64 "\n"
	  "    - pkg:apk/alpine/libssl3@3.0.8-r3 | purl apk/alpine/libssl3 3.0.8-r3\n"
	  "    - pkg:apk/alpine/libcrypto3@3.0.8-r3 | purl apk/alpine/libcrypto3 3.0.8-r3\n" END },
	{ "references into an SBOM",
	  V2 "{" CVE ",\"status\":\"fixed\",\"products\":[{\"@id\":\"urn:cdx:3e67/2#pkg:npm/a\"},{\"@id\":\"urn:uuid:3e67\"}]}]}",
	  "+ CVE-2024-1 fixed\n  - urn:cdx:3e67/2#pkg:npm/a | purl npm/a | in urn:uuid:3e67 | at pkg:npm/a\n  - urn:uuid:3e67 | in urn:uuid:3e67\n" END },
	{ "the vulnerability's IRI names it where nothing else does",
	  V2 "{\"vulnerability\":{\"@id\":\"https://nvd.nist.gov/vuln/detail/CVE-2024-1234\"},\"status\":\"fixed\"}]}",
	  "+ CVE-2024-1234 fixed\n" END },
	{ "empty texts and null are absent",
	  V2 "{" CVE ",\"status\":\"not_affected\",\"justification\":null,\"impact_statement\":\"\",\"products\":null}]}",
	  "+ CVE-2024-1 not_affected\n" END },
	{ "a word of CycloneDX is kept beside the nearest",
	  V2 "{" CVE ",\"status\":\"not_affected\",\"justification\":\"code_not_reachable\"}]}",
	  "+ CVE-2024-1 not_affected vulnerable_code_not_in_execute_path | said code_not_reachable\n" END },
	{ "no statements", V2 "]}", END },
};

static const struct dump_case old_forms[] = {
	{ "0.0.1: texts for vulnerability, products and subcomponents; version as text",
	  HEAD("") ",\"role\":\"R\",\"timestamp\":\"2023-01-08T18:02:03-06:00\",\"version\":\"1\",\"statements\":[{\"vulnerability\":\"CVE-2024-1\",\"vuln_description\":\"d\","
	  "\"products\":[\"pkg:apk/wolfi/git@2.38.1-r0\",\"pkg:apk/wolfi/git@2.39.0-r1\"],\"subcomponents\":[\"pkg:apk/wolfi/curl@8\"],\"status\":\"fixed\"}]}",
	  "+ CVE-2024-1 fixed\n"
	  "  - pkg:apk/wolfi/git@2.38.1-r0 | purl apk/wolfi/git 2.38.1-r0\n    - pkg:apk/wolfi/curl@8 | purl apk/wolfi/curl 8\n"
	  "  - pkg:apk/wolfi/git@2.39.0-r1 | purl apk/wolfi/git 2.39.0-r1\n    - pkg:apk/wolfi/curl@8 | purl apk/wolfi/curl 8\n"
	  "= OpenVEX | https://a.example/1 | version 1 | by A | as R | 2023-01-09T00:02:03Z\n" },
	{ "the forms mixed, the head behind the statements",
	  "{\"@context\":\"https://openvex.dev/ns/v0.0.2\",\"statements\":[{\"vulnerability\":\"CVE-2024-1\",\"products\":[{\"@id\":\"pkg:npm/a@1\"},\"pkg:npm/b@2\"],"
	  "\"status\":\"affected\",\"timestamp\":\"2024-07-05T21:20:34\"}],\"author\":\"A\",\"last_updated\":\"2024-07-06T00:00:00Z\"}",
	  "+ CVE-2024-1 affected | 2024-07-05T21:20:34Z\n  - pkg:npm/a@1 | purl npm/a 1\n  - pkg:npm/b@2 | purl npm/b 2\n"
	  "= OpenVEX 0.0.2 | by A | updated 2024-07-06T00:00:00Z\n" },
};

static const struct dump_case bad[] = {
	{ "a bad statement is passed over with its place, the others are read",
	  V2 "\n{" CVE ",\"status\":7},\n{" CVE ",\"status\":\"fixed\"}]}",
	  "! vex:2: statements[0].status: expected text, found a number\n+ CVE-2024-1 fixed\n" END },
	{ "an unknown status", V2 "{" CVE ",\"status\":\"safe\"}]}",
	  "! vex:1: statements[0].status: status \"safe\" is not known\n" END },
	{ "an unknown justification", V2 "{" CVE ",\"status\":\"not_affected\",\"justification\":\"trust_me\"}]}",
	  "! vex:1: statements[0].justification: justification \"trust_me\" is not known\n" END },
	{ "no status", V2 "{" CVE "}]}", "! vex:1: statements[0]: statement without a status\n" END },
	{ "no vulnerability", V2 "{\"status\":\"fixed\",\"vulnerability\":{\"@id\":\"https://x/y\"}}]}",
	  "! vex:1: statements[0]: statement without a vulnerability\n" END },
	{ "a statement that is none", V2 "7,null]}",
	  "! vex:1: statements[0]: expected an object, found a number\n! vex:1: statements[1]: statement without a vulnerability\n" END },
	{ "a product that is none", V2 "{" CVE ",\"status\":\"fixed\",\"products\":[[]]}]}",
	  "! vex:1: statements[0].products[0]: expected an object, found an array\n" END },
	{ "a document of something else", "{\"@context\":\"https://openvex.dev/ns\",\"@context\":\"x\"}",
	  "E vex:1: @context: this key appears twice\n" },
	{ "cut short", V2 "{" CVE ",\"status\":\"fixed\"},{\"vuln",
	  "+ CVE-2024-1 fixed\nE vex:1: statements[1]: ends in the middle of a text\n" },
	{ "something behind the end", V2 "]} x", "E vex:1: expected the end, found \"x\"\n" },
	{ "not an object", "[\"not\",\"a\",\"document\"]",
	  "E vex: not a VEX document of a known format; read are OpenVEX 0.0.1 to 0.2.0, CSAF 2.0, CycloneDX JSON 1.4 to 1.7, CycloneDX XML 1.4 to 1.7, SPDX JSON 3.0\n" },
};
/* clang-format on */

static void openvex_reads_every_field(void **state)
{
	dump_check(fields, COUNT(fields));
	(void)state;
}

static void openvex_reads_the_forms_of_its_first_versions(void **state)
{
	dump_check(old_forms, COUNT(old_forms));
	(void)state;
}

static void openvex_passes_over_bad_statements_and_says_why(void **state)
{
	dump_check(bad, COUNT(bad));
	(void)state;
}

/* One statement with n values in a list. */
static struct str long_list(
    struct buf *to, const char *before, const char *value, size_t n, const char *after)
{
	buf_clear(to);
	buf_add(to, str_of(V2 "{"));
	buf_add(to, str_of(before));
	for (size_t i = 0; i < n; i++)
		buf_printf(to, "%s\"%s%zu\"", i ? "," : "", value, i);
	buf_add(to, str_of(after));
	buf_add(to, STR(",\"status\":\"fixed\"}]}"));
	return buf_str(to);
}

static void openvex_refuses_a_statement_beyond_its_limits(void **state)
{
	static const struct {
		const char *says, *before, *value, *after;
		size_t most;
	} cases[] = {
		{ "names", "\"vulnerability\":{\"aliases\":[", "V-", "]}", 64 },
		{ "products", CVE ",\"products\":[", "p", "]", 100000 },
		{ "subcomponents", CVE ",\"products\":[],\"subcomponents\":[", "p", "]", 100000 },
	};
	SCOPED_BUF text = buf_new(4 * 1024 * 1024);

	for (size_t i = 0; i < COUNT(cases); i++)
		for (size_t over = 0; over < 2; over++) {
			SCOPED_INPUT *in =
			    input_open_memory(STR("vex"), long_list(&text, cases[i].before, cases[i].value,
							      cases[i].most + over, cases[i].after));
			SCOPED_DUMP d = { 0 };

			CASE(cases[i].says);
			assert_true(dump_input(in, &d));
			assert_int_equal(d.warnings, over);
			assert_int_equal(d.statements, 1 - over);
		}
	(void)state;
}

TESTS(cmocka_unit_test(openvex_reads_every_field),
    cmocka_unit_test(openvex_reads_the_forms_of_its_first_versions),
    cmocka_unit_test(openvex_passes_over_bad_statements_and_says_why),
    cmocka_unit_test(openvex_refuses_a_statement_beyond_its_limits))
