#include "check.h"
#include "sources/sboms/dump.h"

#define HEAD "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.5\""
#define COMPONENTS HEAD ",\"components\":["
#define LIBRARY(name) "{\"type\":\"library\",\"name\":\"" name "\"}"
#define END "= CycloneDX 1.5\n"

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
	{ "the plain fields",
	  COMPONENTS "{\"type\":\"library\",\"bom-ref\":\"r1\",\"group\":\"org.acme\",\"name\":\"tar\",\"version\":\"1.2\","
	  "\"purl\":\"pkg:maven/org.acme/tar@1.2\",\"cpe\":\"cpe:2.3:a:acme:tar:1.2:*:*:*:*:*:*:*\"}]}",
	  "+ library (org.acme) tar 1.2 | ref r1 | pkg:maven/org.acme/tar@1.2 | cpe:2.3:a:acme:tar:1.2:*:*:*:*:*:*:*\n" END },
	{ "the head: serial number, instant and subject",
	  HEAD ",\"serialNumber\":\"urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79\",\"metadata\":{\"timestamp\":\"2026-01-02T03:04:05+01:00\","
	  "\"component\":{\"type\":\"device\",\"name\":\"pump\"}}}",
	  "* device pump\n= CycloneDX 1.5 | pump | urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79 | 2026-01-02T02:04:05Z\n" },
	{ "keys in any order, bomFormat last",
	  "{\"components\":[" LIBRARY("a") "],\"specVersion\":\"1.4\",\"bomFormat\":\"CycloneDX\"}",
	  "+ library a\n= CycloneDX 1.4\n" },
	{ "supplier before manufacturer before publisher",
	  COMPONENTS "{\"type\":\"library\",\"name\":\"a\",\"publisher\":\"P\",\"manufacturer\":{\"name\":\"M\"},\"supplier\":{\"name\":\"S\",\"url\":[\"u\"]}},"
	  "{\"type\":\"library\",\"name\":\"b\",\"publisher\":\"P\",\"manufacturer\":{\"name\":\"M\"},\"supplier\":{\"url\":[]}},"
	  "{\"type\":\"library\",\"name\":\"c\",\"publisher\":\"P\"}]}",
	  "+ library a | by S\n+ library b | by M\n+ library c | by P\n" END },
	{ "licences by id, name and expression",
	  COMPONENTS "{\"type\":\"library\",\"name\":\"a\",\"licenses\":[{\"license\":{\"id\":\"MIT\",\"text\":{\"content\":\"...\"}}},{\"license\":{\"name\":\"Own\"}}]},"
	  "{\"type\":\"library\",\"name\":\"b\",\"licenses\":[{\"expression\":\"MIT OR Apache-2.0\"}]}]}",
	  "+ library a | licence MIT, Own\n+ library b | licence MIT OR Apache-2.0\n" END },
	{ "hashes in lower case",
	  COMPONENTS "{\"type\":\"library\",\"name\":\"a\",\"hashes\":[{\"alg\":\"CRC\",\"content\":\"AB01\"},{\"alg\":\"MD5\",\"content\":\"3942447FAC867AE5CDB3229B658F4D48\"}]}]}",
	  "+ library a | CRC:ab01 | MD5:3942447fac867ae5cdb3229b658f4d48\n" END },
	{ "support properties under several names",
	  COMPONENTS "{\"type\":\"library\",\"name\":\"a\",\"properties\":[{\"name\":\"Level of Support\",\"value\":\"Actively maintained\"},"
	  "{\"name\":\"End-of-Support\",\"value\":\"2027-06-30\"}]},"
	  "{\"type\":\"library\",\"name\":\"b\",\"properties\":[{\"name\":\"cdx:lifecycle:milestone:endOfSupport\",\"value\":\"2027-06-30T12:00:00Z\"}]},"
	  "{\"type\":\"library\",\"name\":\"c\",\"properties\":[{\"name\":\"fda:supportLevel\",\"value\":\" abandoned \"},{\"name\":\"EOS Date\",\"value\":\"2020-02-29\"}]}]}",
	  "+ library a | support Actively maintained | until 2027-06-30\n+ library b | until 2027-06-30\n"
	  "+ library c | support abandoned | until 2020-02-29\n" END },
	{ "an end of support that is no date leaves it open",
	  COMPONENTS "{\"type\":\"library\",\"name\":\"a\",\"properties\":[{\"name\":\"End-of-Support\",\"value\":\"Open source\"},{\"name\":\"other\",\"value\":\"2020-01-01\"}]},"
	  "{\"type\":\"library\",\"name\":\"b\",\"properties\":[{\"name\":\"End-of-Support\",\"value\":\"2026-02-30\"},{\"name\":\"End-of-Support\"}]}]}",
	  "+ library a\n+ library b\n" END },
	{ "purl and CPE repeated in evidence, 1.5 object and 1.6 array",
	  COMPONENTS "{\"type\":\"library\",\"name\":\"a\",\"purl\":\"pkg:npm/a@1\",\"evidence\":{\"identity\":{\"field\":\"purl\",\"concludedValue\":\"pkg:npm/a@1\"}}},"
	  "{\"type\":\"library\",\"name\":\"b\",\"evidence\":{\"occurrences\":[{\"location\":\"/x\"}],\"identity\":[{\"field\":\"cpe\",\"confidence\":0.7,\"concludedValue\":\"cpe:/a:b:b\"},"
	  "{\"field\":\"purl\",\"methods\":[{\"technique\":\"filename\"}],\"concludedValue\":\"pkg:npm/b@1\"},{\"field\":\"name\",\"concludedValue\":\"x\"}]}},"
	  "{\"type\":\"library\",\"name\":\"c\",\"purl\":\"pkg:npm/c@1\",\"evidence\":{\"identity\":[{\"field\":\"purl\",\"concludedValue\":\"pkg:npm/d@1\"}]}}]}",
	  "+ library a | pkg:npm/a@1\n+ library b | pkg:npm/b@1 | cpe:/a:b:b\n+ library c | pkg:npm/c@1 | pkg:npm/d@1\n" END },
	{ "nulls are absent",
	  COMPONENTS "{\"type\":\"library\",\"name\":\"a\",\"version\":null,\"licenses\":null,\"components\":null,\"supplier\":null,\"evidence\":null,\"hashes\":null}],\"metadata\":null}",
	  "+ library a\n" END },
	{ "what holds no components of the product is passed over",
	  HEAD ",\"metadata\":{\"tools\":{\"components\":[" LIBRARY("tool") "]}},\"services\":[{\"type\":\"library\",\"name\":\"s\",\"services\":[{\"type\":\"library\",\"name\":\"t\"}]}],"
	  "\"components\":[{\"type\":\"library\",\"name\":\"a\",\"pedigree\":{\"ancestors\":[" LIBRARY("old") "]}}],"
	  "\"vulnerabilities\":[{\"id\":\"CVE-2021-1\",\"affects\":[{\"ref\":\"a\"}]}],\"formulation\":[{\"components\":[" LIBRARY("x") "]}]}",
	  "+ library a | from old\n= CycloneDX 1.5 | tool tool\n" },
	{ "where its sources are: the first reference to version control",
	  COMPONENTS "{\"type\":\"library\",\"name\":\"a\",\"externalReferences\":[{\"type\":\"website\",\"url\":\"https://acme.example\"},"
	  "{\"type\":\"vcs\",\"url\":\"https://github.com/acme/a\"},{\"url\":\"https://github.com/acme/b\",\"type\":\"vcs\"}]}]}",
	  "+ library a | at https://github.com/acme/a\n= CycloneDX 1.5\n" },
	{ "what was done to it: scope, ancestors, commits, patches and what they resolve",
	  COMPONENTS "{\"type\":\"library\",\"name\":\"a\",\"scope\":\"excluded\",\"pedigree\":{"
	  "\"ancestors\":[{\"type\":\"library\",\"group\":\"g\",\"name\":\"up\",\"version\":\"1\",\"purl\":\"pkg:generic/up@1\",\"cpe\":\"cpe:/a:u:up:1\"}],"
	  "\"commits\":[{\"uid\":\"7638417db6d59f3c431d3e1f261cc637155684cd\"}],\"patches\":[{\"type\":\"backport\",\"resolves\":["
	  "{\"type\":\"security\",\"id\":\"CVE-2019-9997\"},{\"type\":\"defect\",\"id\":\"BUG-1\"}]}]}}]}",
	  "+ library a | excluded | from g/up | from 1 | from pkg:generic/up@1 | from cpe:/a:u:up:1"
	  " | commit 7638417db6d59f3c431d3e1f261cc637155684cd | patched CVE-2019-9997\n" END },
	{ "names that no advisory uses",
	  COMPONENTS "{\"type\":\"library\",\"name\":\"a\",\"swid\":{\"tagId\":\"acme-1\",\"name\":\"a\"},\"swhid\":[\"swh:1:cnt:94a9\"],\"omniborId\":[\"gitoid:blob:sha1:a94a\"]}]}",
	  "+ library a | id acme-1 | id swh:1:cnt:94a9 | id gitoid:blob:sha1:a94a\n" END },
	{ "dependencies, with ref before or behind, and of services",
	  HEAD ",\"components\":[{\"type\":\"library\",\"name\":\"a\",\"bom-ref\":\"a\"},{\"type\":\"library\",\"name\":\"b\",\"bom-ref\":\"b\"}],"
	  "\"services\":[{\"bom-ref\":\"s\",\"name\":\"s\"}],"
	  "\"dependencies\":[{\"ref\":\"a\",\"dependsOn\":[\"b\",\"s\"]},{\"dependsOn\":[\"s\"],\"ref\":\"b\"},{\"ref\":\"s\"}]}",
	  "+ library a | ref a\n+ library b | ref b\n@ service | ref s\n> a -> b\n> a -> s\n> b -> s\n> s -> \n" END },
	{ "who made the document, with what, when, and how complete it is",
	  HEAD ",\"metadata\":{\"authors\":[{\"name\":\"Ann\"}],\"tools\":[{\"vendor\":\"v\",\"name\":\"syft\"}],\"lifecycles\":[{\"phase\":\"build\"}],"
	  "\"supplier\":{\"name\":\"Acme\"}},\"compositions\":[{\"aggregate\":\"complete\"}]}",
	  "= CycloneDX 1.5 | author Ann | tool syft | subject by Acme | made in build | dependencies complete\n" },
	{ "what it says of vulnerabilities; without an analysis nothing",
	  HEAD ",\"vulnerabilities\":[{\"id\":\"CVE-2021-1\",\"affects\":[{\"ref\":\"a\"}]},"
	  "{\"affects\":[{\"ref\":\"a\"},{\"ref\":\"urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#b\"}],\"references\":[{\"id\":\"GHSA-1\"}],\"id\":\"CVE-2021-2\","
	  "\"analysis\":{\"detail\":\"not built\",\"response\":[\"will_not_fix\",\"update\"],\"justification\":\"code_not_present\",\"state\":\"not_affected\"}},"
	  "{\"id\":\"CVE-2021-3\",\"recommendation\":\"update\",\"analysis\":{\"state\":\"exploitable\",\"detail\":\"seen\"},"
	  "\"affects\":[{\"versions\":[{\"version\":\"1\",\"status\":\"affected\"},{\"range\":\"vers:semver/<3\"},{\"version\":\"4\",\"status\":\"unaffected\"}],\"ref\":\"a\"}]},"
	  "{\"id\":\"CVE-2021-4\",\"analysis\":{\"state\":\"resolved\"},\"affects\":[{\"ref\":\"a\",\"versions\":[{\"version\":\"5\"}]}]}]}",
	  "% CVE-2021-2 GHSA-1 | not_affected | vulnerable_code_not_present | ref a"
	  " | bom urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79 | ref b | impact not built | response will_not_fix | response update\n"
	  "% CVE-2021-3 | affected | ref a | version 1 | ref a | version vers:semver/<3 | action update | notes seen\n"
	  "% CVE-2021-4 | fixed | ref a | version 5\n" END },
	{ "no components at all", HEAD "}", END },
	{ "a byte order mark", "\xef\xbb\xbf" HEAD "}", END },
};

static const struct row nested[] = {
	{ "inner components come before the one they are in, wherever its fields stand",
	  COMPONENTS "{\"type\":\"library\",\"name\":\"outer\",\"components\":[{\"components\":[" LIBRARY("c") "],\"name\":\"b\",\"type\":\"library\"}," LIBRARY("d") "],\"version\":\"2\"},"
	  LIBRARY("e") "]}",
	  "+ library c\n+ library b\n+ library d\n+ library outer 2\n+ library e\n" END },
	{ "components inside the subject are not the subject",
	  HEAD ",\"metadata\":{\"component\":{\"type\":\"library\",\"name\":\"pump\",\"components\":[" LIBRARY("a") "]}}}",
	  "+ library a\n* library pump\n= CycloneDX 1.5 | pump\n" },
	{ "an empty list of components", COMPONENTS "{\"type\":\"library\",\"name\":\"a\",\"components\":[]}]}", "+ library a\n" END },
};

static const struct row warnings[] = {
	{ "a bad component is passed over, the others are read",
	  COMPONENTS "\n" LIBRARY("a") ",\n{\"type\":\"library\",\"name\":\"b\",\"version\":7},\n" LIBRARY("c") "]}",
	  "+ library a\n! sbom:3: components[1].version: expected text, found a number\n+ library c\n" END },
	{ "a component without a name",
	  COMPONENTS "{\"version\":\"1\"}," LIBRARY("c") "]}",
	  "! sbom:1: components[0]: component without a name\n+ library c\n" END },
	{ "a component that is none",
	  COMPONENTS "\"a\",null," LIBRARY("c") "]}",
	  "! sbom:1: components[0]: expected an object, found text\n! sbom:1: components[1]: component without a name\n"
	  "+ library c\n" END },
	{ "a bad nested component ends its top-level component",
	  COMPONENTS "{\"type\":\"library\",\"name\":\"a\",\"components\":[" LIBRARY("b") ",{\"name\":[]}," LIBRARY("d") "]}," LIBRARY("e") "]}",
	  "+ library b\n! sbom:1: components[0].components[1].name: expected text, found an array\n+ library e\n" END },
	{ "a key twice in one component",
	  COMPONENTS "{\"type\":\"library\",\"name\":\"a\",\"name\":\"b\"}," LIBRARY("c") "]}",
	  "! sbom:1: components[0].name: this key appears twice\n+ library c\n" END },
	{ "a bom-ref twice",
	  COMPONENTS "{\"type\":\"library\",\"name\":\"a\",\"bom-ref\":\"1\"},{\"type\":\"library\",\"name\":\"b\",\"bom-ref\":\"1\"}]}",
	  "+ library a | ref 1\n! sbom: bom-ref \"1\" is given twice\n+ library b | ref 1\n" END },
	{ "a version of the format that is not known",
	  "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.9\",\"components\":[" LIBRARY("a") "]}",
	  "! sbom: specVersion \"1.9\" is not one of 1.2 to 1.7; read as far as it is understood\n"
	  "+ library a\n= CycloneDX 1.9\n" },
	{ "a timestamp that is none",
	  HEAD ",\"metadata\":{\"timestamp\":\"yesterday\"}}",
	  "! sbom:1: metadata.timestamp: time \"yesterday\" is not of the form YYYY-MM-DDThh:mm:ssZ\n" END },
	{ "a bad subject", HEAD ",\"metadata\":{\"component\":{\"name\":1}},\"components\":[" LIBRARY("a") "]}",
	  "! sbom:1: metadata.component.name: expected text, found a number\n+ library a\n" END },
	{ "a hash of the wrong shape", COMPONENTS "{\"type\":\"library\",\"name\":\"a\",\"hashes\":[{\"alg\":1}]}]}",
	  "! sbom:1: components[0].hashes[0].alg: expected text, found a number\n" END },
	{ "invalid UTF-8 in a field", COMPONENTS "{\"name\":\"a\xff\"}," LIBRARY("b") "]}",
	  "! sbom:1: components[0].name: bytes that are not UTF-8 in a text\n+ library b\n" END },
};

static const struct row mistaken[] = {
	{ "a dependency that leads nowhere",
	  HEAD ",\"dependencies\":[{\"ref\":\"x\",\"dependsOn\":[\"y\"]}]}",
	  "> x -> y\n! sbom: dependencies name 2 references that nothing in the document has, the first is \"x\"\n" END },
	{ "a reference into another document leads somewhere",
	  COMPONENTS "{\"type\":\"library\",\"name\":\"a\",\"bom-ref\":\"a\"}],\"dependencies\":[{\"ref\":\"a\",\"dependsOn\":[\"urn:cdx:1/1#b\"]}]}",
	  "+ library a | ref a\n> a -> urn:cdx:1/1#b\n" END },
	{ "a hash that cannot be one is left out",
	  COMPONENTS "{\"type\":\"library\",\"name\":\"a\",\"hashes\":[{\"alg\":\"SHA-1\",\"content\":\"3942447fac867ae5cdb3229b658f4d48\"},{\"alg\":\"MD5\",\"content\":\"x\"}]}]}",
	  "! sbom:1: components[0].hashes[0]: SHA-1 hash \"3942447fac867ae5cdb3229b658f4d48\" is not of its length in hexadecimal digits\n"
	  "! sbom:1: components[0].hashes[1]: MD5 hash \"x\" is not of its length in hexadecimal digits\n+ library a\n" END },
	{ "a bad dependency does not take the others with it",
	  HEAD ",\"dependencies\":[{\"ref\":1},{\"ref\":\"b\"}],\"components\":[{\"type\":\"library\",\"name\":\"b\",\"bom-ref\":\"b\"}]}",
	  "! sbom:1: dependencies[0].ref: expected text, found a number\n> b -> \n+ library b | ref b\n" END },
};

static const struct row misstated[] = {
	{ "a state that is none takes only its vulnerability with it",
	  HEAD ",\"vulnerabilities\":[{\"id\":\"CVE-2021-1\",\"affects\":[{\"ref\":\"a\"}],\"analysis\":{\"state\":\"fine\"}},"
	  "{\"id\":\"CVE-2021-2\",\"affects\":[{\"ref\":\"a\"}],\"analysis\":{\"state\":\"in_triage\"}}]}",
	  "! sbom:1: vulnerabilities[0].analysis.state: status \"fine\" is not known\n% CVE-2021-2 | under_investigation | ref a\n" END },
};

static const struct row refused[] = {
	{ "bomFormat of something else", "{\"bomFormat\":\"OtherBOM\",\"specVersion\":\"1.5\"}",
	  "E sbom: not an SBOM of a known format; read are CycloneDX JSON 1.2 to 1.7, CycloneDX XML 1.0 to 1.7, "
	  "SPDX JSON 2.2 and 2.3, SPDX JSON 3.0, SPDX tag-value 2.2 and 2.3, SWID tags, CSV with a column of names\n" },
	{ "bomFormat missing", "{\"specVersion\":\"1.5\",\"components\":[]}",
	  "E sbom: bomFormat \"CycloneDX\" is missing\n" },
	{ "bomFormat wrong behind the components", "{\"$schema\":\"http://cyclonedx.org/schema/bom-1.5.schema.json\",\"bomFormat\":\"x\"}",
	  "E sbom:1: bomFormat: expected \"CycloneDX\", found \"x\"\n" },
	{ "cut short", COMPONENTS "{\"type\":\"library\",\"name\":\"a\"},{\"name\":",
	  "+ library a\nE sbom:1: components[1].name: ends in the middle of an object\n" },
	{ "components is no list", HEAD ",\"components\":{\"type\":\"library\",\"name\":\"a\"}}",
	  "E sbom:1: components: expected an array, found an object\n" },
	{ "something behind the end", HEAD "} x", "E sbom:1: expected the end, found \"x\"\n" },
	{ "a key twice in the document", HEAD ",\"specVersion\":\"1.6\"}", "E sbom:1: specVersion: this key appears twice\n" },
};
/* clang-format on */

static void cyclonedx_json_reads_every_field(void **state)
{
	check_rows(fields, COUNT(fields));
	(void)state;
}

static void cyclonedx_json_reads_components_inside_components(void **state)
{
	check_rows(nested, COUNT(nested));
	(void)state;
}

static void cyclonedx_json_warns_and_reads_on(void **state)
{
	check_rows(warnings, COUNT(warnings));
	check_rows(mistaken, COUNT(mistaken));
	check_rows(misstated, COUNT(misstated));
	(void)state;
}

static void cyclonedx_json_refuses_with_place_and_reason(void **state)
{
	check_rows(refused, COUNT(refused));
	(void)state;
}

/* Components nested depth deep. */
static void write_nested(struct buf *to, size_t depth)
{
	buf_add(to, STR(COMPONENTS));
	for (size_t i = 1; i < depth; i++)
		buf_add(to, STR("{\"type\":\"library\",\"name\":\"n\",\"components\":["));
	buf_add(to, STR("{\"type\":\"library\",\"name\":\"n\"}"));
	for (size_t i = 1; i < depth; i++)
		buf_add(to, STR("]}"));
	buf_add(to, STR("," LIBRARY("last") "]}"));
}

static void cyclonedx_json_nests_to_the_limit_and_no_further(void **state)
{
	static const struct {
		const char *says;
		size_t depth, components, warnings;
	} cases[] = {
		{ "one below", 59, 60, 0 },
		{ "at the limit", 60, 61, 0 },
		{ "one above", 61, 1, 1 },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_BUF json = buf_new(65536);
		SCOPED_DUMP d = { 0 };

		CASE(cases[i].says);
		write_nested(&json, cases[i].depth);
		assert_true(dump_text(buf_str(&json), &d));
		assert_int_equal(d.components, cases[i].components);
		assert_int_equal(d.warnings, cases[i].warnings);
	}
	(void)state;
}

static void cyclonedx_json_takes_as_many_cpes_as_allowed(void **state)
{
	for (size_t extra = 0; extra < 2; extra++) {
		SCOPED_BUF json = buf_new(65536);
		SCOPED_DUMP d = { 0 };

		CASE(extra ? "one too many" : "at the limit");
		buf_add(&json,
		    STR(COMPONENTS "{\"type\":\"library\",\"name\":\"a\",\"evidence\":{\"identity\":["));
		for (size_t i = 0; i < 64 + extra; i++)
			buf_printf(&json, "%s{\"field\":\"cpe\",\"concludedValue\":\"cpe:/a:b:p%zu\"}",
			    i ? "," : "", i);
		buf_add(&json, STR("]}}]}"));
		assert_true(dump_text(buf_str(&json), &d));
		assert_int_equal(d.components, 1 - extra);
		assert_int_equal(d.warnings, extra);
	}
	(void)state;
}

static bool stop(void *ctx, const struct sbom_component *c, struct err *e)
{
	(*(int *)ctx)++;
	return err_fail(e, ERR_STORE, "disk full at " STR_FMT, STR_ARG(c->name));
}

static void cyclonedx_json_stops_when_the_sink_does(void **state)
{
	int calls = 0;
	struct sbom_sink sink = { .ctx = &calls, .component = stop, .warning = dump_warning };
	SCOPED_INPUT *in = input_open_memory(STR("sbom"), STR(COMPONENTS LIBRARY("a") "," LIBRARY("b") "]}"));
	SCOPED_ARENA arena = { 0 };
	struct sbom_head head = { 0 };
	struct err e = { 0 };

	assert_false(sbom_read(in, sink, &arena, &head, &e));
	assert_string_equal(e.text, "disk full at a");
	assert_int_equal(calls, 1);
	assert_int_equal(head.format.len, 0);
	(void)state;
}

static void cyclonedx_json_reads_the_medical_sbom(void **state)
{
	const char *path = check_data("sbom/medical/extended.sbom.json");
	SCOPED_DUMP d = { 0 };
	SCOPED_INPUT *in = NULL;
	struct err e = { 0 };

	if (!path)
		skip();
	assert_true(input_open_file(path, &in, &e));
	assert_true(dump_input(in, &d));
	assert_int_equal(d.components, 66); /* 65 and the device itself */
	assert_int_equal(d.warnings, 0);
	assert_true(str_has(buf_str(&d.lines), STR("FreeRTOS 10.0.1 | ref BomRef.")));
	assert_true(str_has(buf_str(&d.lines),
	    STR(" | pkg:github/freertos/freertos | cpe:2.3:o:amazon:freertos:10.0.1:*:*:*:-:*:*:*")));
	assert_true(str_has(buf_str(&d.lines), STR(" | support Actively maintained")));
	(void)state;
}

TESTS(cmocka_unit_test(cyclonedx_json_reads_every_field),
    cmocka_unit_test(cyclonedx_json_reads_components_inside_components),
    cmocka_unit_test(cyclonedx_json_warns_and_reads_on),
    cmocka_unit_test(cyclonedx_json_refuses_with_place_and_reason),
    cmocka_unit_test(cyclonedx_json_nests_to_the_limit_and_no_further),
    cmocka_unit_test(cyclonedx_json_takes_as_many_cpes_as_allowed),
    cmocka_unit_test(cyclonedx_json_stops_when_the_sink_does),
    cmocka_unit_test(cyclonedx_json_reads_the_medical_sbom))
