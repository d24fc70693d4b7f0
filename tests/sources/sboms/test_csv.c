#include "check.h"
#include "sources/sboms/dump.h"

static const struct {
	const char *says, *csv, *lines;
} rows[] = {
	/* clang-format off */
	{ "the least", "name,version\ncurl,8.7.1\nzlib,\n", "+ curl 8.7.1\n+ zlib\n= CSV\n" },
	{ "columns in any order and spelling, others passed over",
	  "Supplier Name,Component_Name,component-version,Notes,License,Package URL,CPE,SHA-256,Type,Group,Level of Support,End of Support\r\n"
	  "Acme,curl,8.7.1,n,curl,pkg:generic/curl@8.7.1,cpe:/a:haxx:curl:8.7.1,AB,library,g,active,2030-01-31\r\n",
	  "+ library (g) curl 8.7.1 | pkg:generic/curl@8.7.1 | cpe:/a:haxx:curl:8.7.1 | by Acme | licence curl | SHA-256:ab | support active | until 2030-01-31\n= CSV\n" },
	{ "identifiers are told apart by how they begin",
	  "name,Other Unique Identifiers\na,\"pkg:npm/a@1; cpe:/a:v:a:1 acme-1\"\n",
	  "+ a | pkg:npm/a@1 | cpe:/a:v:a:1 | id acme-1\n= CSV\n" },
	{ "dependencies", "ref,name,version,Depends on\n1,a,1,2; 3\n2,b,1,\n", "+ a 1 | ref 1\n> 1 -> 2\n> 1 -> 3\n+ b 1 | ref 2\n= CSV\n" },
	{ "a row that cannot be read is passed over",
	  "name,version\na,1\nb\n,2\nc,3\n", "+ a 1\n! sbom:3: 1 fields, the header has 2\n! sbom:4: component without a name\n+ c 3\n= CSV\n" },
	{ "broken quotes", "name,version\n\"a\"x,1\n", "E sbom:2: " },
	{ "a table of something else is none", "cve,epss,percentile\nCVE-2020-1,0.1,0.2\n", "E sbom: not an SBOM of a known format" },
	{ "names alone are none", "name,address\na,b\n", "E sbom: not an SBOM of a known format" },
	/* clang-format on */
};

static void tables_are_read_by_their_header(void **state)
{
	for (size_t i = 0; i < COUNT(rows); i++) {
		SCOPED_DUMP d = { 0 };

		CASE(rows[i].says);
		dump_text(str_of(rows[i].csv), &d);
		buf_byte(&d.lines, '\0');
		if (rows[i].lines[0] == 'E')
			assert_true(str_starts(str_of(d.lines.ptr), str_of(rows[i].lines)));
		else
			assert_string_equal(d.lines.ptr, rows[i].lines);
	}
	(void)state;
}

TESTS(cmocka_unit_test(tables_are_read_by_their_header))
