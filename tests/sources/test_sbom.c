#include "check.h"
#include "sources/sboms/dump.h"

#define READ                                                                                                 \
	"CycloneDX JSON 1.2 to 1.7, CycloneDX XML 1.0 to 1.7, SPDX JSON 2.2 and 2.3, SPDX JSON 3.0, "        \
	"SPDX tag-value 2.2 and 2.3, SWID tags, CSV with a column of names"

/* clang-format off */
static const struct {
	const char *says, *text, *why;
} unknown[] = {
	{ "nothing", "", "E sbom: the file is empty\n" },
	{ "SPDX RDF", "<rdf:RDF xmlns:spdx=\"http://spdx.org/rdf/terms#\">",
	  "E sbom: this looks like SPDX RDF; SBOMs are read as " READ "\n" },
	{ "SPDX XML", "<Document><SPDXID>SPDXRef-DOCUMENT</SPDXID>",
	  "E sbom: this looks like SPDX XML; SBOMs are read as " READ "\n" },
	{ "SPDX YAML", "---\nspdxVersion: \"SPDX-2.3\"\n",
	  "E sbom: this looks like SPDX YAML; SBOMs are read as " READ "\n" },
	{ "CSAF", "{\"document\":{\"csaf_version\":\"2.0\"}}",
	  "E sbom: this looks like a CSAF advisory; SBOMs are read as " READ "\n" },
	{ "an OpenAPI description has components too", "{\"openapi\":\"3.1.0\",\"components\":{\"schemas\":{}}}",
	  "E sbom: not an SBOM of a known format; read are " READ "\n" },
	{ "a line of text", "hello", "E sbom: not an SBOM of a known format; read are " READ "\n" },
	{ "a list", "[]", "E sbom: not an SBOM of a known format; read are " READ "\n" },
	{ "gzip", "\x1f\x8b\x08", "E sbom: this looks like a gzip archive; SBOMs are read as " READ "\n" },
};
/* clang-format on */

static void sbom_read_says_what_an_unknown_document_looks_like(void **state)
{
	for (size_t i = 0; i < COUNT(unknown); i++) {
		SCOPED_DUMP d = { 0 };

		CASE(unknown[i].says);
		assert_false(dump_text(str_of(unknown[i].text), &d));
		buf_byte(&d.lines, '\0');
		assert_string_equal(d.lines.ptr, unknown[i].why);
	}
	(void)state;
}

TESTS(cmocka_unit_test(sbom_read_says_what_an_unknown_document_looks_like))
