#include "check.h"
#include "limits.h"
#include "sources/sboms/dump.h"

#define GRAPH "{\"@context\":\"https://spdx.org/rdf/3.0.1/spdx-context.jsonld\",\"@graph\":["
#define CREATION                                                                                             \
	"{\"type\":\"CreationInfo\",\"@id\":\"_:c\",\"specVersion\":\"3.0.1\",\"created\":\"2026-01-02T03:"  \
	"04:05Z\","                                                                                          \
	"\"createdBy\":[\"urn:acme\"],\"createdUsing\":[\"urn:tool\"]}"
#define PACKAGE(name) "{\"type\":\"software_Package\",\"spdxId\":\"urn:" name "\",\"name\":\"" name "\"}"
#define RELATION(from, type, to)                                                                             \
	"{\"type\":\"Relationship\",\"spdxId\":\"urn:r\",\"from\":\"urn:" from                               \
	"\",\"relationshipType\":\"" type "\",\"to\":[\"urn:" to "\"]}"

static const struct {
	const char *says, *json, *lines;
} rows[] = {
	/* clang-format off */
	{ "as Yocto writes it: agents, packages with names, hashes and support, roots, files",
	  GRAPH CREATION ",{\"type\":\"Organization\",\"spdxId\":\"urn:acme\",\"name\":\"Acme\"},{\"type\":\"Tool\",\"spdxId\":\"urn:tool\",\"name\":\"bitbake\"},"
	  "{\"type\":\"SpdxDocument\",\"spdxId\":\"urn:doc\",\"name\":\"image\",\"rootElement\":[\"urn:sbom\"],\"import\":[{\"type\":\"ExternalMap\",\"externalSpdxId\":\"urn:x\"}]},"
	  "{\"type\":\"software_Sbom\",\"spdxId\":\"urn:sbom\",\"software_sbomType\":[\"build\"],\"rootElement\":[\"urn:rootfs\"]},"
	  "{\"type\":\"software_Package\",\"spdxId\":\"urn:rootfs\",\"name\":\"rootfs\",\"software_primaryPurpose\":\"archive\"},"
	  "{\"spdxId\":\"urn:curl\",\"name\":\"curl\",\"software_packageVersion\":\"8.7.1\",\"software_packageUrl\":\"pkg:generic/curl@8.7.1\","
	  "\"externalIdentifier\":[{\"type\":\"ExternalIdentifier\",\"externalIdentifierType\":\"cpe23\",\"identifier\":\"cpe:2.3:a:haxx:curl:8.7.1:*:*:*:*:*:*:*\"},"
	  "{\"type\":\"ExternalIdentifier\",\"externalIdentifierType\":\"swhid\",\"identifier\":\"swh:1:rel:1\"}],\"suppliedBy\":\"urn:acme\","
	  "\"verifiedUsing\":[{\"type\":\"Hash\",\"algorithm\":\"sha256\",\"hashValue\":\"AB\"},{\"type\":\"Hash\",\"algorithm\":\"sha3_256\",\"hashValue\":\"cd\"}],"
	  "\"supportLevel\":[\"limitedSupport\"],\"validUntilTime\":\"2027-06-30T00:00:00Z\",\"type\":\"software_Package\"},"
	  "{\"type\":\"software_File\",\"spdxId\":\"urn:f\",\"name\":\"drivers/usb/core/hub.c\",\"software_primaryPurpose\":\"source\","
	  "\"verifiedUsing\":[{\"type\":\"Hash\",\"algorithm\":\"sha256\",\"hashValue\":\"ef\"}]},"
	  "{\"type\":\"simplelicensing_LicenseExpression\",\"spdxId\":\"urn:l\",\"simplelicensing_licenseExpression\":\"curl\"},"
	  RELATION("curl", "hasDeclaredLicense", "l") "," RELATION("rootfs", "contains", "curl") "," RELATION("curl", "contains", "f") "]}",
	  "@ other | ref urn:x\n@ other | ref urn:doc\n@ other | ref urn:sbom\n@ file drivers/usb/core/hub.c | ref urn:f | source | ef\n> urn:rootfs -> urn:curl\n> urn:curl -> urn:f\n"
	  "* archive rootfs | ref urn:rootfs\n"
	  "+ curl 8.7.1 | ref urn:curl | pkg:generic/curl@8.7.1 | cpe:2.3:a:haxx:curl:8.7.1:*:*:*:*:*:*:* | by Acme | licence curl"
	  " | SHA-256:ab | SHA3-256:cd | support limitedSupport | until 2027-06-30 | id swh:1:rel:1\n"
	  "= SPDX 3.0.1 | image | urn:doc | 2026-01-02T03:04:05Z | author Acme | tool bitbake | made in build\n" },
	{ "what a build made out of which files hangs together",
	  GRAPH PACKAGE("a") ",{\"type\":\"build_Build\",\"spdxId\":\"urn:b\",\"build_buildType\":\"x\"}," RELATION("b", "hasInput", "f") ","
	  RELATION("b", "hasOutput", "a") "," RELATION("s", "generates", "a") "]}",
	  "@ other | ref urn:b\n> urn:b -> urn:f\n> urn:a -> urn:b\n> urn:a -> urn:s\n+ a | ref urn:a\n= SPDX 3\n" },
	{ "a concluded licence before a declared one, and one of the list without an element",
	  GRAPH PACKAGE("a") "," PACKAGE("b") ",{\"type\":\"simplelicensing_LicenseExpression\",\"spdxId\":\"urn:l\",\"simplelicensing_licenseExpression\":\"MIT\"},"
	  RELATION("a", "hasDeclaredLicense", "x") "," RELATION("a", "hasConcludedLicense", "l") ","
	  "{\"type\":\"Relationship\",\"from\":\"urn:b\",\"relationshipType\":\"hasConcludedLicense\",\"to\":[\"https://spdx.org/licenses/Zlib\"]}]}",
	  "+ a | ref urn:a | licence MIT\n+ b | ref urn:b | licence Zlib\n= SPDX 3\n" },
	{ "a supplier written out in its place counts by its id, and an originator stands in",
	  GRAPH "{\"type\":\"software_Package\",\"spdxId\":\"urn:a\",\"name\":\"a\",\"suppliedBy\":{\"type\":\"Organization\",\"spdxId\":\"urn:s\",\"name\":\"S\"}},"
	  "{\"type\":\"software_Package\",\"spdxId\":\"urn:b\",\"name\":\"b\",\"originatedBy\":[\"urn:s\"]},{\"type\":\"Person\",\"spdxId\":\"urn:s\",\"name\":\"S\"}]}",
	  "+ a | ref urn:a | by S\n+ b | ref urn:b | by S\n= SPDX 3\n" },
	{ "relations that say there is nothing, or nothing known",
	  GRAPH PACKAGE("a") ",{\"type\":\"Relationship\",\"from\":\"urn:a\",\"relationshipType\":\"dependsOn\",\"to\":[\"https://spdx.org/rdf/3.0.1/terms/Core/NoneElement\"]},"
	  "{\"type\":\"Relationship\",\"from\":\"urn:a\",\"relationshipType\":\"contains\",\"to\":[\"https://spdx.org/rdf/3.0.1/terms/Core/NoAssertionElement\"]},"
	  RELATION("a", "hasDocumentation", "d") "]}",
	  "> urn:a -> \n+ a | ref urn:a\n= SPDX 3\n" },
	{ "an element that cannot be read is passed over",
	  GRAPH "1," PACKAGE("a") ",\n{\"type\":\"software_Package\",\"spdxId\":\"urn:x\"},{\"type\":\"software_Package\",\"name\":[]}," PACKAGE("b") "]}",
	  "! sbom:1: @graph[0]: expected an object, found a number\n! sbom:2: @graph[2]: package without a name\n"
	  "! sbom:2: @graph[3].name: expected text, found an array\n+ a | ref urn:a\n+ b | ref urn:b\n= SPDX 3\n" },
	{ "VEX relationships, with names that stand behind them",
	  GRAPH PACKAGE("a") ",{\"type\":\"security_VexNotAffectedVulnAssessmentRelationship\",\"spdxId\":\"urn:v1\",\"from\":\"urn:cve1\",\"relationshipType\":\"doesNotAffect\","
	  "\"to\":[\"urn:a\"],\"security_justificationType\":\"vulnerableCodeNotPresent\",\"security_impactStatement\":\"not built\"},"
	  "{\"type\":\"security_VexFixedVulnAssessmentRelationship\",\"from\":\"urn:cve2\",\"relationshipType\":\"fixedIn\",\"to\":[\"urn:a\"],\"security_statusNotes\":\"patched\"},"
	  "{\"type\":\"security_VexAffectedVulnAssessmentRelationship\",\"from\":\"urn:cve3\",\"relationshipType\":\"affects\",\"to\":[\"urn:a\"],\"security_actionStatement\":\"update\"},"
	  "{\"type\":\"security_Vulnerability\",\"spdxId\":\"urn:cve1\",\"externalIdentifier\":[{\"externalIdentifierType\":\"cve\",\"identifier\":\"CVE-2021-1\"}]},"
	  "{\"type\":\"security_Vulnerability\",\"spdxId\":\"urn:cve2\",\"name\":\"CVE-2021-2\"}]}",
	  "+ a | ref urn:a\n% CVE-2021-1 | not_affected | vulnerable_code_not_present | ref urn:a | impact not built\n"
	  "% CVE-2021-2 | fixed | ref urn:a | notes patched\n% urn:cve3 | affected | ref urn:a | action update\n= SPDX 3\n" },
	{ "another version is read as far as it goes",
	  GRAPH "{\"type\":\"CreationInfo\",\"specVersion\":\"3.1.0\"}," PACKAGE("a") "]}",
	  "! sbom: specVersion \"3.1.0\" is not one of 3.0; read as far as it is understood\n+ a | ref urn:a\n= SPDX 3.1.0\n" },
	{ "no graph", "{\"@context\":\"https://spdx.org/rdf/3.0.1/spdx-context.jsonld\",\"type\":\"software_Package\"}",
	  "E sbom: \"@graph\" is missing\n" },
	{ "cut short", GRAPH PACKAGE("a"), "E sbom:1: @graph[0]: ends in the middle of an array\n" },
	/* clang-format on */
};

static void spdx3_json_reads_elements_in_any_order(void **state)
{
	for (size_t i = 0; i < COUNT(rows); i++) {
		SCOPED_DUMP d = { 0 };

		CASE(rows[i].says);
		dump_text(str_of(rows[i].json), &d);
		buf_byte(&d.lines, '\0');
		assert_string_equal(d.lines.ptr, rows[i].lines);
	}
	(void)state;
}

TESTS(cmocka_unit_test(spdx3_json_reads_elements_in_any_order))
