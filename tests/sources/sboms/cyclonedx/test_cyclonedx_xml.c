/*
 * What is peculiar to XML; that both forms say the same is tested with the project's own documents
 * (test_cyclonedx_suite.c).
 */
#include "check.h"
#include "limits.h"
#include "sources/sboms/dump.h"

#define BOM(version) "<bom xmlns=\"http://cyclonedx.org/schema/bom/" version "\">"
#define COMPONENTS BOM("1.4") "<components>"
#define CLOSE "</components></bom>"
#define LIBRARY(name) "<component type=\"library\"><name>" name "</name></component>"
#define END "= CycloneDX 1.4\n"

struct row {
	const char *says, *xml, *lines;
};

/* clang-format off */
static const struct row rows[] = {
	{ "every field, with white space around it",
	  "<?xml version=\"1.0\"?>\n<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\" serialNumber=\"urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79\">"
	  "<metadata><timestamp>2026-01-02T03:04:05Z</timestamp><component type=\"device\" bom-ref=\"p\"><name> pump\n</name></component></metadata>"
	  "<components><component type=\"library\" bom-ref=\"a\"><supplier><name>Acme</name></supplier><group>g</group><name>a</name><version>1</version>"
	  "<scope>optional</scope><hashes><hash alg=\"MD5\">\n3942447fac867ae5cdb3229b658f4d48 </hash></hashes>"
	  "<licenses><license><id>MIT</id></license></licenses><cpe>cpe:/a:g:a:1</cpe><purl>pkg:generic/a@1</purl>"
	  "<swid tagId=\"t\" name=\"a\"/><pedigree><commits><commit><uid>7638417</uid></commit></commits>"
	  "<patches><patch type=\"backport\"><resolves><issue type=\"security\"><id>CVE-2019-9997</id></issue></resolves></patch></patches></pedigree>"
	  "<properties><property name=\"End of Support\">2030-01-31</property></properties></component></components>"
	  "<dependencies><dependency ref=\"p\"><dependency ref=\"a\"/></dependency><dependency ref=\"a\"/></dependencies></bom>",
	  "* device pump | ref p\n+ library (g) a 1 | ref a | pkg:generic/a@1 | cpe:/a:g:a:1 | by Acme | licence MIT"
	  " | MD5:3942447fac867ae5cdb3229b658f4d48 | until 2030-01-31 | optional | id t | commit 7638417 | patched CVE-2019-9997\n"
	  "> p -> a\n> a -> \n= CycloneDX 1.6 | pump | urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79 | 2026-01-02T03:04:05Z\n" },
	{ "what it says of vulnerabilities",
	  BOM("1.4") "<vulnerabilities><vulnerability><id>CVE-2021-1</id><references><reference><id>GHSA-1</id></reference></references>"
	  "<analysis><state>not_affected</state><justification>code_not_reachable</justification><responses><response>update</response></responses><detail>d</detail></analysis>"
	  "<affects><target><ref>a</ref><versions><version><version>1</version><status>unaffected</status></version></versions></target></affects></vulnerability></vulnerabilities></bom>",
	  "% CVE-2021-1 GHSA-1 | not_affected | vulnerable_code_not_in_execute_path | ref a | version 1 | impact d | response update\n" END },
	{ "a prefix instead of the default namespace",
	  "<c:bom xmlns:c=\"http://cyclonedx.org/schema/bom/1.4\"><c:components><c:component type=\"library\"><c:name>a</c:name></c:component></c:components></c:bom>",
	  "+ library a\n" END },
	{ "elements of another namespace are nobody's",
	  "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.4\" xmlns:o=\"urn:o\"><o:components><component type=\"library\"><name>x</name></component></o:components>"
	  "<components><component type=\"library\" o:type=\"x\"><o:name>b</o:name><name>a</name></component></components></bom>",
	  "+ library a\n" END },
	{ "the dependency graph of 1.0 as an extension, inside components too",
	  "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.1\" xmlns:d=\"http://cyclonedx.org/schema/ext/dependency-graph/1.0\"><components>"
	  "<component type=\"library\" bom-ref=\"1\"><name>a</name></component>"
	  "<component type=\"library\" bom-ref=\"2\"><name>b</name><d:dependencies><d:dependency ref=\"1\"/></d:dependencies></component></components>"
	  "<d:dependencies><d:dependency ref=\"1\"/></d:dependencies></bom>",
	  "+ library a | ref 1\n> 2 -> 1\n+ library b | ref 2\n> 1 -> \n= CycloneDX 1.1\n" },
	{ "a component that cannot be read is passed over with those nested in it",
	  COMPONENTS "\n<component type=\"library\"><name>a</name><components>\n<component type=\"library\"/>" LIBRARY("in") "</components></component>\n" LIBRARY("b") CLOSE,
	  "! sbom:3: bom/components/component/components/component: component without a name\n+ library b\n" END },
	{ "what is passed over may hold anything",
	  COMPONENTS "<component type=\"library\"><components><component/></components><hashes><hash><x/></hash></hashes></component>" LIBRARY("b") CLOSE,
	  "! sbom:1: bom/components/component/components/component: component without a name\n+ library b\n" END },
	{ "another version is read as far as it goes", BOM("1.9") "<components>" LIBRARY("a") CLOSE,
	  "! sbom: version \"1.9\" is not one of 1.0 to 1.7; read as far as it is understood\n+ library a\n= CycloneDX 1.9\n" },
	{ "1.0 has no more than components", BOM("1.0") "<components>" LIBRARY("a") CLOSE, "+ library a\n= CycloneDX 1.0\n" },
	{ "another root", "<x xmlns=\"http://cyclonedx.org/schema/bom/1.4\"/>",
	  "E sbom:1: x: expected an element bom of the namespace http://cyclonedx.org/schema/bom/..., found x\n" },
	{ "cut short", COMPONENTS LIBRARY("a"), "+ library a\nE sbom:1: bom/components: no element found\n" },
	{ "a document type", "<!DOCTYPE bom [<!ENTITY x \"y\">]>" COMPONENTS CLOSE,
	  "E sbom:1: a document type declaration, which is not read\n" },
};
/* clang-format on */

static void cyclonedx_xml_reads_and_warns(void **state)
{
	for (size_t i = 0; i < COUNT(rows); i++) {
		SCOPED_DUMP d = { 0 };

		CASE(rows[i].says);
		dump_text(str_of(rows[i].xml), &d);
		buf_byte(&d.lines, '\0');
		assert_string_equal(d.lines.ptr, rows[i].lines);
	}
	(void)state;
}

static void repeat(struct buf *to, const char *text, size_t times)
{
	for (size_t i = 0; i < times; i++)
		buf_add(to, str_of(text));
}

/* Warnings of components nested depth deep. */
static size_t warnings_at(size_t depth, size_t *components)
{
	SCOPED_BUF text = buf_new(1024 * 1024);
	SCOPED_DUMP d = { 0 };

	buf_add(&text, STR(BOM("1.4")));
	repeat(&text, "<components><component type=\"library\"><name>n</name>", depth);
	repeat(&text, "</component></components>", depth);
	buf_add(&text, STR("</bom>"));
	assert_true(dump_text(buf_str(&text), &d));
	*components = d.components;
	return d.warnings;
}

static void cyclonedx_xml_nests_to_the_limit_and_no_further(void **state)
{
	size_t components;

	assert_int_equal(warnings_at(LIMIT_SBOM_NESTING - 1, &components), 0);
	assert_int_equal(warnings_at(LIMIT_SBOM_NESTING, &components), 0);
	assert_int_equal(components, LIMIT_SBOM_NESTING);
	assert_int_equal(warnings_at(LIMIT_SBOM_NESTING + 1, &components), 1);
	assert_int_equal(components, 0);
	(void)state;
}

/* Warnings where patches resolve count vulnerabilities. */
static size_t warnings_of_patches(size_t count)
{
	SCOPED_BUF text = buf_new(16 * 1024 * 1024);
	SCOPED_DUMP d = { 0 };

	buf_add(&text, STR(COMPONENTS "<component type=\"library\"><name>n</name><pedigree><patches><patch "
				      "type=\"backport\"><resolves>"));
	repeat(&text, "<issue type=\"security\"><id>CVE-2020-1</id></issue>", count);
	buf_add(&text, STR("</resolves></patch></patches></pedigree></component>" CLOSE));
	assert_true(dump_text(buf_str(&text), &d));
	return d.warnings;
}

static void as_many_patches_are_taken_as_allowed(void **state)
{
	assert_int_equal(warnings_of_patches(LIMIT_SBOM_PATCHES - 1), 0);
	assert_int_equal(warnings_of_patches(LIMIT_SBOM_PATCHES), 0);
	assert_int_equal(warnings_of_patches(LIMIT_SBOM_PATCHES + 1), 1);
	(void)state;
}

/* A document that comes in pieces: a head, a piece again and again with its number, a tail. */
struct pieces {
	const char *head, *before, *behind, *tail;
	size_t count, filler; /* bytes of 'x' behind the number */
	size_t at;	      /* pieces given, the head among them */
	struct buf piece;
	size_t given; /* bytes of the piece */
};

static void make_piece(struct pieces *p)
{
	buf_clear(&p->piece);
	p->given = 0;
	if (p->at == 0)
		buf_add(&p->piece, str_of(p->head));
	else if (p->at > p->count)
		buf_add(&p->piece, str_of(p->tail));
	if (p->at == 0 || p->at > p->count)
		return;
	buf_printf(&p->piece, "%s%zu", p->before, p->at);
	for (size_t i = 0; i < p->filler; i++)
		buf_byte(&p->piece, 'x');
	buf_add(&p->piece, str_of(p->behind));
}

static long read_pieces(void *ctx, char *to, size_t room, struct err *e)
{
	struct pieces *p = ctx;
	size_t len;

	(void)e;
	while (p->given == p->piece.len) {
		if (p->at > p->count + 1)
			return 0;
		make_piece(p);
		p->at++;
	}
	len = p->piece.len - p->given < room ? p->piece.len - p->given : room;
	memcpy(to, p->piece.ptr + p->given, len);
	p->given += len;
	return (long)len;
}

static void dump_pieces(struct pieces *p, struct dump *d)
{
	SCOPED_INPUT *in =
	    input_open_source(STR("sbom"), (struct input_source){ .ctx = p, .read = read_pieces });

	p->piece = buf_new(1024 * 1024);
	assert_true(dump_input(in, d));
	buf_free(&p->piece);
}

static void a_vulnerability_that_is_too_large_takes_no_other_with_it(void **state)
{
	struct pieces p = {
		.head = BOM("1.4") "<vulnerabilities><vulnerability><id>CVE-2021-1</id><affects>",
		.before = "<target><ref>",
		.behind = "</ref></target>",
		.tail = "</affects></vulnerability></vulnerabilities><components>" LIBRARY("a") CLOSE,
		.count = LIMIT_RECORD_BYTES / 60000 + 1,
		.filler = 60000,
	};
	SCOPED_DUMP d = { 0 };

	dump_pieces(&p, &d);
	assert_int_equal(d.warnings, 1);
	assert_int_equal(d.components, 1);
	(void)state;
}

/* Beyond what is compared nothing is said to be missing. */
static void more_references_than_are_compared_are_no_mistake(void **state)
{
	struct pieces p = {
		.head = COMPONENTS,
		.before = "<component type=\"library\" bom-ref=\"",
		.behind = "\"><name>n</name></component>",
		.tail = "</components><dependencies><dependency ref=\"1\"/></dependencies></bom>",
		.count = LIMIT_SBOM_REF_BYTES / 60000 + 1,
		.filler = 60000,
	};
	SCOPED_DUMP d = { 0 };

	dump_pieces(&p, &d);
	assert_int_equal(d.warnings, 0);
	assert_int_equal(d.components, p.count);
	(void)state;
}

TESTS(cmocka_unit_test(cyclonedx_xml_reads_and_warns),
    cmocka_unit_test(cyclonedx_xml_nests_to_the_limit_and_no_further),
    cmocka_unit_test(as_many_patches_are_taken_as_allowed),
    cmocka_unit_test(a_vulnerability_that_is_too_large_takes_no_other_with_it),
    cmocka_unit_test(more_references_than_are_compared_are_no_mistake))
