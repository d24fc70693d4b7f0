#include "check.h"

#include "matching/reach.h"

struct row {
	const char *purl, *cpe, *version; /* as the SBOM has them */
	enum package_kind kind;
	const char *package, *reached, *packaged; /* version that is compared; NULL: not reached */
	bool through;
};

static const struct row rows[] = {
	/* a binary package whose source is named: the upstream's version is in the source's */
	{ "pkg:deb/debian/libssl1.1@1.1.1k-1%2Bdeb11u1?arch=amd64&distro=debian-11&upstream=openssl", NULL,
	    "1.1.1k-1+deb11u1", PACKAGE_CPE, "a:openssl:openssl", "1.1.1k", "1.1.1k-1+deb11u1", true },
	{ "pkg:deb/debian/libssl1.1@1.1.1k-1%2Bdeb11u1?distro=debian-11&upstream=openssl", NULL,
	    "1.1.1k-1+deb11u1", PACKAGE_PURL, "deb/debian/openssl", "1.1.1k-1+deb11u1", "", false },
	{ "pkg:rpm/redhat/openssl-libs@1.1.1k-7.el8_6?epoch=1&distro=rhel-8.6", NULL, "1.1.1k-7.el8_6",
	    PACKAGE_CPE, "a:openssl:openssl", "1.1.1k", "1:1.1.1k-7.el8_6", true },
	{ "pkg:apk/alpine/busybox@1.33.1-r3?distro=alpine-3.14", NULL, "1.33.1-r3", PACKAGE_NAME,
	    "busybox:busybox", "1.33.1", "1.33.1-r3", true },
	/* a CPE made up of a package's whole version */
	{ "pkg:deb/debian/curl@7.74.0-1.3%2Bdeb11u1?distro=debian-11",
	    "cpe:2.3:a:haxx:curl:7.74.0-1.3\\+deb11u1:*:*:*:*:*:*:*", "7.74.0-1.3+deb11u1", PACKAGE_CPE,
	    "a:haxx:curl", "7.74.0", "7.74.0-1.3+deb11u1", false },
	/* one that states the upstream's stays as it is */
	{ "pkg:deb/debian/curl@7.74.0-1.3%2Bdeb11u1?distro=debian-11",
	    "cpe:2.3:a:haxx:curl:7.74.0:*:*:*:*:*:*:*", "7.74.0-1.3+deb11u1", PACKAGE_CPE, "a:haxx:curl",
	    "7.74.0", "", false },
	/* an ecosystem's version is the upstream's */
	{ "pkg:nuget/log4net@2.0.8", NULL, "2.0.8", PACKAGE_CPE, "a:apache:log4net", "2.0.8", "", true },
	/* a version that the purl does not state is the component's */
	{ "pkg:github/wolfssl/wolfssl", NULL, "4.8.1", PACKAGE_CPE, "a:wolfssl:wolfssl", "4.8.1", "", true },
	/* product or vendor left open: what would match everything matches nothing */
	{ NULL, "cpe:2.3:a:acme:*:1.0:*:*:*:*:*:*:*", "1.0", PACKAGE_CPE, "a:acme:*", NULL, NULL, false },
	{ NULL, "cpe:2.3:a:*:pump:1.0:*:*:*:*:*:*:*", "1.0", PACKAGE_CPE, "a:*:pump", NULL, NULL, false },
	{ NULL, "cpe:2.3:a:acme:-:1.0:*:*:*:*:*:*:*", "1.0", PACKAGE_NAME, "acme:-", NULL, NULL, false },
};

static void a_component_reaches_what_it_names_and_what_aliases_lead_to(void **state)
{
	for (size_t i = 0; i < COUNT(rows); i++) {
		SCOPED_ARENA arena = { 0 };
		struct str cpe = str_of(rows[i].cpe);
		struct sbom_component from = { .name = STR("part"),
			.version = str_of(rows[i].version),
			.purl = str_of(rows[i].purl),
			.cpes = &cpe,
			.cpe_count = rows[i].cpe ? 1 : 0,
			.end_of_support = DATE_NONE };
		const struct reach *there = NULL;
		struct component c;
		struct reach *reaches;
		size_t count;

		CASE(rows[i].package);
		component_from_sbom(&from, &arena, &c);
		count = reach_of(&c, NULL, &arena, &reaches);
		for (size_t k = 0; k < count; k++)
			if (reaches[k].identity.kind == rows[i].kind &&
			    str_eq(reaches[k].identity.package, str_of(rows[i].package)))
				there = &reaches[k];
		if (!rows[i].reached) {
			assert_null(there);
			continue;
		}
		assert_non_null(there);
		assert_string_equal(arena_text(&arena, there->identity.version), rows[i].reached);
		assert_string_equal(arena_text(&arena, there->packaged), rows[i].packaged);
		assert_int_equal(there->through.len > 0, rows[i].through);
	}
	(void)state;
}

TESTS(cmocka_unit_test(a_component_reaches_what_it_names_and_what_aliases_lead_to))
