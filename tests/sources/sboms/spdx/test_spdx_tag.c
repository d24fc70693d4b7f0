#include "check.h"
#include "sources/sboms/dump.h"

#define HEAD "SPDXVersion: SPDX-2.3\nSPDXID: SPDXRef-DOCUMENT\n"
#define END "= SPDX 2.3\n"

/* clang-format off */
static const struct {
	const char *says, *text, *lines;
} cases[] = {
	{ "the head",
	  HEAD "DocumentName: pump\nDocumentNamespace: https://acme.example/1\nCreator: Tool: x-1\nCreated: 2026-01-02T03:04:05Z\n",
	  "= SPDX 2.3 | pump | https://acme.example/1 | 2026-01-02T03:04:05Z | tool x-1\n" },
	{ "the fields of a package",
	  HEAD "\n##### Package\nPackageName: curl\nSPDXID: SPDXRef-1\nPackageVersion: 7.88.1\nPackageSupplier: Organization: Acme (mail@acme.example)\n"
	  "PackageChecksum: SHA1: AB01\nPackageLicenseConcluded: NOASSERTION\nPackageLicenseDeclared: curl\nPrimaryPackagePurpose: OPERATING-SYSTEM\n"
	  "ValidUntilDate: 2027-06-30T00:00:00Z\nPackageDownloadLocation: NOASSERTION\n"
	  "ExternalRef: PACKAGE-MANAGER purl pkg:deb/debian/curl@7.88.1\nExternalRef: SECURITY cpe23Type cpe:2.3:a:haxx:curl:7.88.1:*:*:*:*:*:*:*\n",
	  "+ operating-system curl 7.88.1 | ref SPDXRef-1 | pkg:deb/debian/curl@7.88.1 | cpe:2.3:a:haxx:curl:7.88.1:*:*:*:*:*:*:* | by Acme"
	  " | licence curl | SHA-1:ab01 | until 2027-06-30\n" END },
	{ "a download location that is a repository",
	  HEAD "PackageName: a\nPackageDownloadLocation: git://github.com/acme/a.git\n", "+ a | at git://github.com/acme/a.git\n" END },
	{ "CRLF, blanks and no last line end",
	  "SPDXVersion: SPDX-2.3\r\n  PackageName :\r\nPackageName:   a  \r\nPackageVersion:1",
	  "! sbom:2: expected a line \"Tag: value\"\n+ a 1\n" END },
	{ "a text over several lines",
	  HEAD "PackageName: a\nPackageComment: <text>Ours: yes.\n\nLevel of Support: abandoned\n# no comment\nPackageVersion: 9</text>\nPackageVersion: 1\n",
	  "+ a 1 | support abandoned\n" END },
	{ "a text on one line, and one that is a name", HEAD "PackageName: <text>a</text>\nPackageComment: <text></text>\n", "+ a\n" END },
	{ "files end a package",
	  HEAD "PackageName: a\nFileName: ./x\nSPDXID: SPDXRef-x\nFileChecksum: SHA1: 00\nPackageName: b\nSPDXID: SPDXRef-b\n",
	  "@ file ./x | ref SPDXRef-x\n+ a\n+ b | ref SPDXRef-b\n" END },
	{ "the one package that the document describes",
	  HEAD "PackageName: a\nSPDXID: SPDXRef-a\nPackageName: b\nSPDXID: SPDXRef-b\nRelationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-b\n"
	  "Relationship: SPDXRef-b CONTAINS SPDXRef-a\n",
	  "> SPDXRef-b -> SPDXRef-a\n+ a | ref SPDXRef-a\n* b | ref SPDXRef-b\n" END },
	{ "a document that describes all its packages has no subject",
	  HEAD "Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-a\nRelationship: SPDXRef-b DESCRIBED_BY SPDXRef-DOCUMENT\n"
	  "PackageName: a\nSPDXID: SPDXRef-a\nPackageName: b\nSPDXID: SPDXRef-b\n",
	  "+ a | ref SPDXRef-a\n+ b | ref SPDXRef-b\n" END },
	{ "lines that cannot be understood",
	  HEAD "PackageName: a\nPackage Version: 1\nhello\nPackageChecksum: 00\nExternalRef: SECURITY cpe23Type\nRelationship: a CONTAINS\n"
	  "ValidUntilDate: soon\nPackageVersion: 1\nPackageVersion: 2\n",
	  "! sbom:4: expected a line \"Tag: value\"\n! sbom:5: expected a line \"Tag: value\"\n"
	  "! sbom:6: checksum \"00\" is not of the form ALGORITHM: value\n"
	  "! sbom:7: reference \"SECURITY cpe23Type\" is not of the form CATEGORY type locator\n"
	  "! sbom:8: relationship \"a CONTAINS\" is not of the form A RELATION B\n"
	  "! sbom:9: time \"soon\" is not of the form YYYY-MM-DDThh:mm:ssZ\n"
	  "! sbom:11: PackageVersion appears twice in one package\n+ a 1\n" END },
	{ "a field of a package where there is none", HEAD "PackageVersion: 1\n", "! sbom:3: PackageVersion outside a package\n" END },
	{ "a package without a name ends the one before",
	  HEAD "PackageName: a\nPackageName:\nPackageVersion: 1\n",
	  "! sbom:4: package without a name\n! sbom:5: PackageVersion outside a package\n+ a\n" END },
	{ "bytes that are not UTF-8", HEAD "PackageName: a\nPackageVersion: \xff\n", "! sbom:4: bytes that are not UTF-8\n+ a\n" END },
	{ "a byte order mark", "\xef\xbb\xbfSPDXVersion: SPDX-2.2\nPackageName: a\n", "+ a\n= SPDX 2.2\n" },
	{ "a version not known", "SPDXVersion: SPDX-2.0\n",
	  "! sbom:1: version \"SPDX-2.0\" is not SPDX-2.2 or SPDX-2.3; read as far as it is understood\n= SPDX 2.0\n" },
	{ "an id twice", HEAD "PackageName: a\nSPDXID: SPDXRef-a\nPackageName: b\nSPDXID: SPDXRef-a\n",
	  "+ a | ref SPDXRef-a\n! sbom: SPDXID \"SPDXRef-a\" names two packages\n+ b | ref SPDXRef-a\n" END },
	{ "a text without an end", HEAD "PackageName: a\nPackageComment: <text>\n...\n", "E sbom:4: <text> without </text>\n" },
};
/* clang-format on */

static void spdx_tag_reads_lines(void **state)
{
	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_DUMP d = { 0 };

		CASE(cases[i].says);
		dump_text(str_of(cases[i].text), &d);
		buf_byte(&d.lines, '\0');
		assert_string_equal(d.lines.ptr, cases[i].lines);
	}
	(void)state;
}

static void spdx_tag_takes_texts_to_the_limit(void **state)
{
	static const struct {
		const char *says;
		size_t bytes; /* of the whole field */
		bool taken;
	} rows[] = {
		{ "at the limit", 1024 * 1024, true },
		{ "one above", 1024 * 1024 + 1, false },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		SCOPED_BUF text = buf_new(2 * 1024 * 1024);
		SCOPED_DUMP d = { 0 };
		size_t from;

		CASE(rows[i].says);
		buf_add(&text, STR(HEAD "PackageName: a\n"));
		from = text.len;
		buf_add(&text, STR("PackageComment: <text>"));
		while (text.len - from + STR("</text>").len < rows[i].bytes)
			buf_byte(&text, text.len % 2 ? '\n' : 'x');
		buf_add(&text, STR("</text>\n"));
		assert_int_equal(dump_text(buf_str(&text), &d), rows[i].taken);
		if (!rows[i].taken)
			assert_true(str_ends(buf_str(&d.lines), STR(": a line or text that is too long\n")));
	}
	(void)state;
}

TESTS(cmocka_unit_test(spdx_tag_reads_lines), cmocka_unit_test(spdx_tag_takes_texts_to_the_limit))
