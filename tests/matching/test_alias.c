#include "check.h"

#include "matching/alias_read.h"

#define NAMES_MOST 64

static struct alias_name name_of(enum package_kind kind, const char *package)
{
	return (struct alias_name){ kind, str_of(package) };
}

static bool is_same(struct alias_name a, struct alias_name b)
{
	return a.kind == b.kind && str_eq(a.package, b.package);
}

static const struct alias *find(const struct alias *found, size_t count, struct alias_name name)
{
	for (size_t i = 0; i < count; i++)
		if (is_same(found[i].name, name))
			return &found[i];
	return NULL;
}

static void a_name_leads_where_rules_lead(void **state)
{
	static const struct {
		enum package_kind from_kind;
		const char *from;
		enum package_kind to_kind;
		const char *to;
		const char *through; /* NULL: it does not lead there */
	} cases[] = {
		{ PACKAGE_PURL, "deb/debian/openssl", PACKAGE_CPE, "a:openssl:openssl",
		    "alias deb/debian/openssl = cpe a:openssl:openssl, shipped" },
		{ PACKAGE_PURL, "rpm/opensuse/openssl", PACKAGE_CPE, "a:openssl:openssl",
		    "alias rpm/opensuse/openssl = cpe a:openssl:openssl, shipped" },
		{ PACKAGE_CPE, "o:amazon:freertos", PACKAGE_CPE, "a:amazon:freertos",
		    "alias cpe o:amazon:freertos = cpe a:amazon:freertos, shipped" },
		{ PACKAGE_CPE, "a:ubiquiti:unifi_network_application", PACKAGE_CPE,
		    "a:ui:unifi_network_application",
		    "alias cpe a:ubiquiti:unifi_network_application = cpe a:ui:unifi_network_application, "
		    "shipped" },
		{ PACKAGE_CPE, "a:the_apache_software_foundation:log4net", PACKAGE_CPE, "a:apache:log4net",
		    "alias cpe a:the_apache_software_foundation:log4net = cpe a:apache:log4net, shipped" },
		/* the same words need no rule */
		{ PACKAGE_CPE, "a:acme:pump", PACKAGE_NAME, "acme:pump",
		    "alias cpe a:acme:pump = name acme:pump, the same words" },
		{ PACKAGE_CPE, "a:acme:c\\+\\+", PACKAGE_NAME, "acme:c++",
		    "alias cpe a:acme:c\\+\\+ = name acme:c++, the same words" },
		{ PACKAGE_PURL, "deb/debian/zlib", PACKAGE_NAME, "zlib:zlib",
		    "alias deb/debian/zlib = cpe a:zlib:zlib, shipped; cpe a:zlib:zlib = name zlib:zlib, the "
		    "same "
		    "words" },
		{ PACKAGE_CPE, "a:haxx:curl", PACKAGE_NAME, "haxx:libcurl",
		    "alias cpe a:haxx:curl = cpe a:haxx:libcurl, shipped; cpe a:haxx:libcurl = name "
		    "haxx:libcurl, "
		    "the same words" },
		/* in any case of letters */
		{ PACKAGE_PURL, "nuget/newtonsoft.JSON", PACKAGE_CPE, "a:newtonsoft:json.net",
		    "alias nuget/newtonsoft.JSON = cpe a:newtonsoft:json.net, shipped" },
		{ PACKAGE_CPE, "a:newtonsoft:json.net", PACKAGE_PURL, "nuget/newtonsoft.json",
		    "alias cpe a:newtonsoft:json.net = nuget/newtonsoft.json, shipped" },
		/* one package URL does not lead to another, nothing to a distribution */
		{ PACKAGE_PURL, "maven/org.springframework/spring-core", PACKAGE_PURL,
		    "maven/org.springframework/spring-web", NULL },
		{ PACKAGE_CPE, "a:openssl:openssl", PACKAGE_PURL, "deb/debian/openssl", NULL },
		{ PACKAGE_PURL, "rpm/redhat/openssl", PACKAGE_PURL, "deb/debian/openssl", NULL },
		/* what only looks alike: Bouncy Castle for .NET, Mongoose of Node.js, libssh2, PCRE2, AWS's
		 * FreeRTOS
		 */
		{ PACKAGE_PURL, "nuget/BouncyCastle", PACKAGE_CPE,
		    "a:bouncycastle:legion-of-the-bouncy-castle-java-crytography-api", NULL },
		{ PACKAGE_PURL, "npm/mongoose", PACKAGE_CPE, "a:cesanta:mongoose", NULL },
		{ PACKAGE_PURL, "deb/debian/libssh2", PACKAGE_CPE, "a:libssh:libssh", NULL },
		{ PACKAGE_PURL, "deb/debian/pcre2", PACKAGE_CPE, "a:pcre:pcre", NULL },
		{ PACKAGE_CPE, "o:amazon:freertos", PACKAGE_CPE, "a:amazon:amazon_web_services_freertos",
		    NULL },
		{ PACKAGE_PURL, "nuget/Quartz", PACKAGE_CPE, "a:quartz-scheduler:quartz", NULL },
		{ PACKAGE_PURL, "pypi/docker", PACKAGE_CPE, "a:docker:docker", NULL },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct alias *found;
		size_t count = alias_reach(NULL, name_of(cases[i].from_kind, cases[i].from), &arena, &found);
		const struct alias *there = find(found, count, name_of(cases[i].to_kind, cases[i].to));

		CASE(cases[i].from);
		if (!cases[i].through) {
			assert_null(there);
			continue;
		}
		assert_non_null(there);
		assert_string_equal(arena_text(&arena, there->through), cases[i].through);
	}
	(void)state;
}

static void own_rules_come_first_and_lead_into_shipped_ones(void **state)
{
	SCOPED_ARENA arena = { 0 };
	struct alias_name ours = name_of(PACKAGE_CPE, "a:acme:tls"),
			  theirs = name_of(PACKAGE_CPE, "a:openssl:openssl");
	struct alias_name deb = name_of(PACKAGE_PURL, "deb/acme/acme-tls");
	struct alias_link links[] = { { ours, theirs, 7 }, { theirs, ours, 7 }, { deb, ours, 9 },
		{ ours, deb, 9 } };
	struct alias_book book = { links, COUNT(links) };
	struct alias *found;
	size_t count;

	(void)state;
	alias_book_sort(&book);
	count = alias_reach(&book, ours, &arena, &found);
	assert_string_equal(arena_text(&arena, find(found, count, theirs)->through),
	    "alias cpe a:acme:tls = cpe a:openssl:openssl, own rule 7");
	assert_string_equal(
	    arena_text(&arena, find(found, count, name_of(PACKAGE_PURL, "conan/openssl"))->through),
	    "alias cpe a:acme:tls = cpe a:openssl:openssl, own rule 7; cpe a:openssl:openssl = "
	    "conan/openssl, "
	    "shipped");
	/* an own rule may lead to a distribution: somebody has said so */
	assert_non_null(find(found, count, deb));
	count = alias_reached_from(&book, theirs, &arena, &found);
	assert_non_null(find(found, count, ours));
	count = alias_reached_from(&book, name_of(PACKAGE_PURL, "conan/openssl"), &arena, &found);
	assert_non_null(find(found, count, ours));
	assert_non_null(find(found, count, theirs));
}

/* Whatever reaches a package is among those it is reached from. */
static void both_directions_agree(void **state)
{
	SCOPED_ARENA arena = { 0 };

	for (size_t rule = 0; rule < alias_shipped_count(); rule++) {
		struct alias_name names[NAMES_MOST];
		const char *why;
		size_t count = alias_shipped(rule, names, COUNT(names), &why);

		assert_in_range(count, 2, COUNT(names));
		assert_true(*why);
		for (size_t i = 0; i < count; i++) {
			struct alias *out, *back;
			size_t reached = alias_reach(NULL, names[i], &arena, &out);

			CASE(names[i].package.ptr);
			for (size_t k = 0; k < reached; k++) {
				size_t known = alias_reached_from(NULL, out[k].name, &arena, &back);

				assert_non_null(find(back, known, names[i]));
			}
		}
		arena_reset(&arena);
	}
	(void)state;
}

/* Where the vendor's words end is not to be seen in a plain name. */
static void a_plain_name_with_colons_leads_back(void **state)
{
	static const char *const cases[][2] = {
		{ "a:maker\\:tools:pump", "maker:tools:pump" },
		{ "a:maker:tools\\:pump", "maker:tools:pump" },
		{ "o:a\\:b\\:c:d\\:e", "a:b:c:d:e" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct alias_name cpe = name_of(PACKAGE_CPE, cases[i][0]);
		struct alias_name plain = name_of(PACKAGE_NAME, cases[i][1]);
		struct alias *out;
		size_t count;

		CASE(cases[i][0]);
		count = alias_reach(NULL, cpe, &arena, &out);
		assert_non_null(find(out, count, plain));
		count = alias_reached_from(NULL, plain, &arena, &out);
		assert_non_null(find(out, count, cpe));
	}
	(void)state;
}

static void a_package_of_any_distribution_has_a_star(void **state)
{
	static const char *const cases[][2] = {
		{ "deb/debian/openssl", "deb/*/openssl" },
		{ "rpm/redhat/kernel", "rpm/*/kernel" },
		{ "apk/alpine/musl", "apk/*/musl" },
		{ "deb/openssl", "" },
		{ "npm/@a/b", "" },
		{ "deb", "" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };

		CASE(cases[i][0]);
		assert_string_equal(
		    arena_text(&arena, alias_any_distribution(name_of(PACKAGE_PURL, cases[i][0]), &arena)),
		    cases[i][1]);
	}
	(void)state;
}

static void a_component_is_posted_where_rules_find_it(void **state)
{
	static const char *const cases[][2] = {
		{ "deb/debian/openssl", "deb/*/openssl" },
		{ "generic/OpenSSL", "generic/openssl" },
		{ "generic/openssl", "" },
		{ "npm/lodash", "" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct alias_name name = name_of(PACKAGE_PURL, cases[i][0]);

		CASE(cases[i][0]);
		assert_string_equal(arena_text(&arena, alias_posted_as(name, &arena)), cases[i][1]);
	}
	(void)state;
}

static void a_name_is_read_or_refused_with_its_reason(void **state)
{
	static const struct {
		const char *text;
		enum package_kind kind;
		const char *package, *refused;
	} cases[] = {
		{ "pkg:deb/debian/openssl", PACKAGE_PURL, "deb/debian/openssl", NULL },
		{ " cpe:2.3:a:Haxx:cURL ", PACKAGE_CPE, "a:haxx:curl", NULL },
		{ "cpe:/a:haxx:curl", PACKAGE_CPE, "a:haxx:curl", NULL },
		{ "Apache Software Foundation:Apache Tomcat", PACKAGE_NAME,
		    "apache_software_foundation:apache_tomcat", NULL },
		/* what would join everything, or only some versions */
		{ "cpe:2.3:a:*:openssl", 0, NULL, "vendor of" },
		{ "cpe:2.3:a:pascom_cloud_phone_system:*:*:*:*:*:*:*:*:*", 0, NULL, "product of" },
		{ "cpe:2.3:a:openssl:-", 0, NULL, "product of" },
		{ "cpe:2.3:*:openssl:openssl", 0, NULL, "part of" },
		{ "cpe:2.3:a:openssl:open*", 0, NULL, "product of" },
		{ "cpe:2.3:a:openssl:openssl:1.1.1", 0, NULL, "leave out the version" },
		{ "pkg:deb/debian/openssl@1", 0, NULL, "leave out version" },
		{ "pkg:deb/debian/openssl?distro=debian-11", 0, NULL, "leave out version" },
		{ "openssl", 0, NULL, "expected" },
		{ ":openssl", 0, NULL, "expected" },
		{ "openssl:", 0, NULL, "expected" },
		{ "", 0, NULL, "expected" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct alias_name name;
		struct err e = { 0 };

		CASE(cases[i].text);
		assert_int_equal(alias_read(str_of(cases[i].text), &arena, &name, &e), !cases[i].refused);
		if (cases[i].refused) {
			assert_non_null(strstr(e.text, cases[i].refused));
			continue;
		}
		assert_int_equal(name.kind, cases[i].kind);
		assert_string_equal(arena_text(&arena, name.package), cases[i].package);
	}
	(void)state;
}

TESTS(cmocka_unit_test(a_component_is_posted_where_rules_find_it),
    cmocka_unit_test(a_name_is_read_or_refused_with_its_reason),
    cmocka_unit_test(a_name_leads_where_rules_lead),
    cmocka_unit_test(own_rules_come_first_and_lead_into_shipped_ones),
    cmocka_unit_test(both_directions_agree), cmocka_unit_test(a_plain_name_with_colons_leads_back),
    cmocka_unit_test(a_package_of_any_distribution_has_a_star))
