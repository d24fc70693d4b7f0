#include "check.h"
#include "sources/sboms/dump.h"

#define HEAD "{\"spdxVersion\":\"SPDX-2.3\",\"SPDXID\":\"SPDXRef-DOCUMENT\""
#define PACKAGES HEAD ",\"packages\":["
#define PACKAGE(name) "{\"name\":\"" name "\",\"SPDXID\":\"SPDXRef-" name "\"}"
#define END "= SPDX 2.3\n"

struct row {
	const char *says, *json, *lines;
};

static void check_rows(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		SCOPED_DUMP d = { 0 };

		CASE(rows[i].says);
		dump_text(str_of(rows[i].json), &d);
		buf_byte(&d.lines, '\0');
		assert_string_equal(d.lines.ptr, rows[i].lines);
	}
}

/* clang-format off */
static const struct row fields[] = {
	{ "the head",
	  HEAD ",\"name\":\"pump-sbom\",\"documentNamespace\":\"https://acme.example/1\",\"creationInfo\":{\"creators\":[\"Tool: x\"],\"created\":\"2026-01-02T03:04:05Z\"}}",
	  "= SPDX 2.3 | pump-sbom | https://acme.example/1 | 2026-01-02T03:04:05Z | tool x\n" },
	{ "a download location that is a repository, and one that is none",
	  PACKAGES "{\"name\":\"a\",\"downloadLocation\":\"git+https://github.com/acme/a@abc1234\"},"
	  "{\"name\":\"b\",\"downloadLocation\":\"https://acme.example/b.tar.gz\"}]}",
	  "+ a | at git+https://github.com/acme/a@abc1234\n+ b\n= SPDX 2.3\n" },
	{ "the fields of a package",
	  PACKAGES "{\"name\":\"curl\",\"SPDXID\":\"SPDXRef-1\",\"versionInfo\":\"7.88.1\",\"supplier\":\"Organization: Acme (mail@acme.example)\","
	  "\"licenseConcluded\":\"NOASSERTION\",\"licenseDeclared\":\"curl\",\"primaryPackagePurpose\":\"OPERATING_SYSTEM\","
	  "\"checksums\":[{\"algorithm\":\"SHA256\",\"checksumValue\":\"AB\"},{\"algorithm\":\"SHA3-256\",\"checksumValue\":\"cd\"}],"
	  "\"validUntilDate\":\"2027-06-30T00:00:00Z\",\"hasFiles\":[\"SPDXRef-f\"]}]}",
	  "+ operating-system curl 7.88.1 | ref SPDXRef-1 | by Acme | licence curl | SHA-256:ab | SHA3-256:cd | until 2027-06-30\n" END },
	{ "references with both spellings of the category",
	  PACKAGES "{\"name\":\"a\",\"externalRefs\":["
	  "{\"referenceCategory\":\"PACKAGE-MANAGER\",\"referenceType\":\"purl\",\"referenceLocator\":\"pkg:npm/a@1\"},"
	  "{\"referenceCategory\":\"PACKAGE_MANAGER\",\"referenceType\":\"purl\",\"referenceLocator\":\"pkg:npm/b@1\"},"
	  "{\"referenceCategory\":\"SECURITY\",\"referenceType\":\"cpe23Type\",\"referenceLocator\":\"cpe:2.3:a:a:a:1:*:*:*:*:*:*:*\"},"
	  "{\"referenceCategory\":\"SECURITY\",\"referenceType\":\"http://spdx.org/rdf/references/cpe22Type\",\"referenceLocator\":\"cpe:/a:a:a:1\"},"
	  "{\"referenceCategory\":\"SECURITY\",\"referenceType\":\"advisory\",\"referenceLocator\":\"https://x.example\"}]}]}",
	  "+ a | pkg:npm/a@1 | pkg:npm/b@1 | cpe:2.3:a:a:a:1:*:*:*:*:*:*:* | cpe:/a:a:a:1\n" END },
	{ "what is not asserted is absent",
	  PACKAGES "{\"name\":\"a\",\"versionInfo\":\"NOASSERTION\",\"supplier\":\"NOASSERTION\",\"licenseConcluded\":\"NONE\",\"licenseDeclared\":\"NOASSERTION\"}]}",
	  "+ a\n" END },
	{ "a person, and the originator where no supplier is named",
	  PACKAGES "{\"name\":\"a\",\"supplier\":\"Person: Jo Doe\"},{\"name\":\"b\",\"originator\":\"Organization: Acme\"}]}",
	  "+ a | by Jo Doe\n+ b | by Acme\n" END },
	{ "support in a comment and in an annotation",
	  PACKAGES "{\"name\":\"a\",\"comment\":\"Built by us.\\nLevel of Support: abandoned\\nEnd of Support: 2024-01-31\"},"
	  "{\"name\":\"b\",\"annotations\":[{\"annotator\":\"Tool: x\",\"comment\":\"Level of Support: actively maintained\"}]}]}",
	  "+ a | support abandoned | until 2024-01-31\n+ b | support actively maintained\n" END },
	{ "files are no components, snippets and licences are passed over",
	  HEAD ",\"files\":[{\"fileName\":\"./a\"}],\"packages\":[" PACKAGE("a") "],\"snippets\":[{}],\"hasExtractedLicensingInfos\":[{}]}",
	  "@ file ./a\n+ a | ref SPDXRef-a\n" END },
	{ "GitHub's wrapper", "{\"sbom\":" PACKAGES PACKAGE("a") "]}}", "+ a | ref SPDXRef-a\n" END },
	{ "SPDX 2.2, the version behind the packages",
	  "{\"SPDXID\":\"SPDXRef-DOCUMENT\",\"packages\":[" PACKAGE("a") "],\"spdxVersion\":\"SPDX-2.2\"}",
	  "+ a | ref SPDXRef-a\n= SPDX 2.2\n" },
};

static const struct row subjects[] = {
	{ "documentDescribes, before the packages",
	  HEAD ",\"documentDescribes\":[\"SPDXRef-b\"],\"packages\":[" PACKAGE("a") "," PACKAGE("b") "]}",
	  "+ a | ref SPDXRef-a\n* b | ref SPDXRef-b\n" END },
	{ "a DESCRIBES relation, behind the packages",
	  PACKAGES PACKAGE("a") "," PACKAGE("b") "],\"relationships\":[{\"spdxElementId\":\"SPDXRef-DOCUMENT\",\"relatedSpdxElement\":\"SPDXRef-a\","
	  "\"relationshipType\":\"DESCRIBES\"},{\"spdxElementId\":\"SPDXRef-a\",\"relatedSpdxElement\":\"SPDXRef-b\",\"relationshipType\":\"CONTAINS\"}]}",
	  "> SPDXRef-a -> SPDXRef-b\n* a | ref SPDXRef-a\n+ b | ref SPDXRef-b\n" END },
	{ "relations that are dependencies, in their direction, and those that are none",
	  PACKAGES PACKAGE("a") "," PACKAGE("b") "],\"files\":[{\"SPDXID\":\"SPDXRef-f\",\"fileName\":\"./f.c\",\"checksums\":[{\"algorithm\":\"SHA1\",\"checksumValue\":\"AB\"}]}],"
	  "\"relationships\":[{\"spdxElementId\":\"SPDXRef-a\",\"relatedSpdxElement\":\"SPDXRef-b\",\"relationshipType\":\"DEPENDENCY_OF\"},"
	  "{\"spdxElementId\":\"SPDXRef-a\",\"relatedSpdxElement\":\"NONE\",\"relationshipType\":\"DEPENDS_ON\"},"
	  "{\"spdxElementId\":\"SPDXRef-b\",\"relatedSpdxElement\":\"NOASSERTION\",\"relationshipType\":\"CONTAINS\"},"
	  "{\"spdxElementId\":\"SPDXRef-b\",\"relatedSpdxElement\":\"SPDXRef-a\",\"relationshipType\":\"DOCUMENTATION_OF\"}]}",
	  "@ file ./f.c | ref SPDXRef-f | ab\n> SPDXRef-b -> SPDXRef-a\n> SPDXRef-a -> \n+ a | ref SPDXRef-a\n+ b | ref SPDXRef-b\n" END },
	{ "DESCRIBED_BY, the other way round",
	  PACKAGES PACKAGE("a") "," PACKAGE("b") "],\"relationships\":[{\"spdxElementId\":\"SPDXRef-b\",\"relatedSpdxElement\":\"SPDXRef-DOCUMENT\","
	  "\"relationshipType\":\"DESCRIBED_BY\"}]}",
	  "+ a | ref SPDXRef-a\n* b | ref SPDXRef-b\n" END },
	{ "said twice is said once",
	  HEAD ",\"documentDescribes\":[\"SPDXRef-a\",\"SPDXRef-a\",\"SPDXRef-file\"],\"packages\":[" PACKAGE("a") "]}",
	  "* a | ref SPDXRef-a\n" END },
	{ "a document that describes all its packages has no subject",
	  HEAD ",\"documentDescribes\":[\"SPDXRef-a\",\"SPDXRef-b\"],\"packages\":[" PACKAGE("a") "," PACKAGE("b") "]}",
	  "+ a | ref SPDXRef-a\n+ b | ref SPDXRef-b\n" END },
};

static const struct row warnings[] = {
	{ "a bad package is passed over, the others are read",
	  PACKAGES PACKAGE("a") ",\n{\"name\":\"b\",\"versionInfo\":7},\n" PACKAGE("c") "]}",
	  "! sbom:2: packages[1].versionInfo: expected text, found a number\n+ a | ref SPDXRef-a\n+ c | ref SPDXRef-c\n" END },
	{ "a package without a name", PACKAGES "{\"SPDXID\":\"x\"}]}",
	  "! sbom:1: packages[0]: package without a name\n" END },
	{ "an end of support that is no date",
	  PACKAGES "{\"name\":\"a\",\"validUntilDate\":\"2027-02-30T00:00:00Z\"}," PACKAGE("b") "]}",
	  "! sbom:1: packages[0].validUntilDate: date \"2027-02-30T00:00:00Z\": February 2027 has 28 days\n+ b | ref SPDXRef-b\n" END },
	{ "a bad relation", PACKAGES PACKAGE("a") "],\"relationships\":[{\"spdxElementId\":1}]}",
	  "! sbom:1: relationships[0].spdxElementId: expected text, found a number\n+ a | ref SPDXRef-a\n" END },
	{ "an id twice", PACKAGES PACKAGE("a") "," PACKAGE("a") "]}",
	  "+ a | ref SPDXRef-a\n! sbom: SPDXID \"SPDXRef-a\" names two packages\n+ a | ref SPDXRef-a\n" END },
	{ "a version not known", "{\"spdxVersion\":\"SPDX-2.9\",\"SPDXID\":\"SPDXRef-DOCUMENT\"}",
	  "! sbom: spdxVersion: version \"SPDX-2.9\" is not SPDX-2.2 or SPDX-2.3; read as far as it is understood\n= SPDX 2.9\n" },
	{ "a creation time that is none", HEAD ",\"creationInfo\":{\"created\":\"2026\"}}",
	  "! sbom: creationInfo.created: time \"2026\" is not of the form YYYY-MM-DDThh:mm:ssZ\n" END },
};

static const struct row refused[] = {
	{ "cut short", PACKAGES PACKAGE("a") ",{\"name\"", "E sbom:1: packages[1].name: ends in the middle of an object\n" },
	{ "packages is no list", HEAD ",\"packages\":{}}", "E sbom:1: packages: expected an array, found an object\n" },
	{ "spdxVersion missing", "{\"SPDXID\":\"SPDXRef-DOCUMENT\"}", "E sbom: spdxVersion is missing\n" },
	{ "a wrapper around nothing", "{\"sbom\":{\"spdxVersion\":\"SPDX-2.3\",\"SPDXID\":7", "E sbom:1: sbom.SPDXID: expected text, found a number\n" },
	{ "a key twice", HEAD ",\"spdxVersion\":\"SPDX-2.2\"}", "E sbom:1: spdxVersion: this key appears twice\n" },
};
/* clang-format on */

static void spdx_json_reads_every_field(void **state)
{
	check_rows(fields, COUNT(fields));
	(void)state;
}

static void spdx_json_finds_what_the_document_is_about(void **state)
{
	check_rows(subjects, COUNT(subjects));
	(void)state;
}

static void spdx_json_warns_and_reads_on(void **state)
{
	check_rows(warnings, COUNT(warnings));
	(void)state;
}

static void spdx_json_refuses_with_place_and_reason(void **state)
{
	check_rows(refused, COUNT(refused));
	(void)state;
}

TESTS(cmocka_unit_test(spdx_json_reads_every_field),
    cmocka_unit_test(spdx_json_finds_what_the_document_is_about),
    cmocka_unit_test(spdx_json_warns_and_reads_on), cmocka_unit_test(spdx_json_refuses_with_place_and_reason))
