#include "check.h"
#include "sources/sboms/dump.h"

#define TAG                                                                                                  \
	"<SoftwareIdentity xmlns=\"http://standards.iso.org/iso/19770/-2/2015/schema.xsd\" name=\"Pump\" "   \
	"tagId=\"acme-pump\" version=\"2.1\""

static const struct {
	const char *says, *xml, *lines;
} rows[] = {
	/* clang-format off */
	{ "one product, its creator, and support as free attributes",
	  TAG "><Entity name=\"Acme\" role=\"tagCreator softwareCreator\"/><Meta generator=\"gen\" end-of-support=\"2030-01-31\" supportLevel=\"active\"/></SoftwareIdentity>",
	  "+ Pump 2.1 | ref acme-pump | by Acme | support active | until 2030-01-31 | id acme-pump\n= SWID | Pump | acme-pump | author Acme | tool gen\n" },
	{ "links to components make it the subject; each counts once",
	  TAG "><Entity name=\"D\" role=\"distributor\"/>\n<Link rel=\"component\" href=\"swid: gnu-glibc%202\" use=\"required\"/><Link rel=\"component\" href=\"swid: gnu-glibc%202\"/>"
	  "<Link rel=\"requires\" href=\"pkg:deb/debian/curl@7\" use=\"optional\"/><Link rel=\"license\" href=\"x\"/></SoftwareIdentity>",
	  "> acme-pump -> swid: gnu-glibc%202\n+ gnu-glibc 2 | ref swid: gnu-glibc%202 | id gnu-glibc%202\n"
	  "! sbom:2: SoftwareIdentity/Link[2]: link to \"swid: gnu-glibc%202\" is given twice\n"
	  "> acme-pump -> pkg:deb/debian/curl@7\n+ pkg:deb/debian/curl@7 | ref pkg:deb/debian/curl@7 | pkg:deb/debian/curl@7 | optional\n"
	  "* Pump 2.1 | ref acme-pump | by D | id acme-pump\n= SWID | Pump | acme-pump\n" },
	{ "files of the payload, with their hashes",
	  TAG " xmlns:S=\"http://www.w3.org/2001/04/xmlenc#sha256\"><Payload><Directory name=\"bin\"><File name=\"pumpd\" S:hash=\"AB\"/></Directory></Payload></SoftwareIdentity>",
	  "@ file pumpd | ab\n+ Pump 2.1 | ref acme-pump | id acme-pump\n= SWID | Pump | acme-pump\n" },
	{ "no name", "<SoftwareIdentity tagId=\"x\"/>", "E sbom:1: SoftwareIdentity: SoftwareIdentity without a name\n" },
	{ "another root", "<x><SoftwareIdentity name=\"a\"/></x>", "E sbom:1: x: expected an element SoftwareIdentity, found x\n" },
	{ "a document type", "<!DOCTYPE SoftwareIdentity><SoftwareIdentity name=\"a\"/>", "E sbom:1: a document type declaration, which is not read\n" },
	/* clang-format on */
};

static void swid_tags_are_read(void **state)
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

TESTS(cmocka_unit_test(swid_tags_are_read))
