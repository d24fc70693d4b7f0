#include "check.h"
#include "inventory/component.h"
#include "sources/sboms/dump.h"

/* One line an identity: "purl deb/debian/openssl | 1:3.0.1 | dpkg | debian-12 source". */
static void write_identity(struct buf *to, const struct identity *i)
{
	static const char *const kinds[] = { "?", "cpe", "purl", "name", "git" };

	buf_printf(to, "%s %.*s | %.*s | %s | %.*s%s%s%s\n", kinds[i->kind], (int)i->package.len,
	    i->package.ptr, (int)i->version.len, i->version.ptr, version_scheme_name(i->scheme),
	    (int)i->qualifier.len, i->qualifier.ptr, i->is_source ? " source" : "",
	    i->is_whole ? "" : " open", i->mended ? " mended" : "");
}

static void write_component(struct buf *to, const struct component *c)
{
	struct str why = component_why_not_matchable(c);

	for (size_t i = 0; i < c->identity_count; i++)
		write_identity(to, &c->identities[i]);
	for (size_t i = 0; i < c->problem_count; i++)
		buf_printf(to, "! %.*s\n", (int)c->problems[i].len, c->problems[i].ptr);
	if (why.len > 0)
		buf_printf(to, "not matchable: %.*s\n", (int)why.len, why.ptr);
	buf_byte(to, '\0');
}

/* A component named "x" with these names; more_purl and cpe may be NULL. */
static struct sbom_component named(
    const char *version, const char *purl, struct str *more_purl, struct str *cpe)
{
	return (struct sbom_component){
		.name = STR("x"),
		.version = str_of(version),
		.purl = str_of(purl),
		.more_purls = more_purl,
		.more_purl_count = more_purl && more_purl->len > 0,
		.cpes = cpe,
		.cpe_count = cpe && cpe->len > 0,
		.end_of_support = DATE_NONE,
	};
}

/* clang-format off */
static const struct {
	const char *says, *version, *purl, *more_purl, *cpe, *identities;
} cases[] = {
	{ "a purl of a language", "1.0", "pkg:npm/%40angular/core@12.0.1", "", "",
	  "purl npm/@angular/core | 12.0.1 | semver | \n" },
	{ "a purl without a version takes the component's", "10.0.1", "pkg:github/freertos/freertos", "", "",
	  "purl github/freertos/freertos | 10.0.1 | generic | \ngit github.com/freertos/freertos | 10.0.1 | generic | \n" },
	{ "a purl of a forge with a commit", "", "pkg:github/Maker/Pump@244fd47e07d1004f0aed9c", "", "",
	  "purl github/maker/pump | 244fd47e07d1004f0aed9c | generic | \n"
	  "git github.com/maker/pump |  | generic | 244fd47e07d1004f0aed9c\n" },
	{ "a purl of a forge without a version takes the CPE's", "", "pkg:github/maker/pump", "", "cpe:2.3:a:maker:pump:4.8.1:*:*:*:*:*:*:*",
	  "cpe a:maker:pump | 4.8.1 | generic | \npurl github/maker/pump |  | generic | \n"
	  "git github.com/maker/pump | 4.8.1 | generic | \n" },
	{ "a purl with a repository", "", "pkg:generic/openssl@1.1.1k?vcs_url=git%2Bhttps://github.com/openssl/openssl@fd78df59b0", "", "",
	  "purl generic/openssl | 1.1.1k | generic | \ngit github.com/openssl/openssl | 1.1.1k | generic | fd78df59b0\n" },
	{ "a package of a package manager goes by its own advisories", "", "pkg:npm/a@1.0.0?vcs_url=git%2Bhttps://github.com/a/a", "", "",
	  "purl npm/a | 1.0.0 | semver | \n" },
	{ "distro, in one form", "", "pkg:deb/debian/curl@7.88.1-10?arch=amd64&distro=bookworm", "", "",
	  "purl deb/debian/curl | 7.88.1-10 | dpkg | debian-12\n" },
	{ "distro as trivy writes it", "", "pkg:apk/alpine/zlib@1.2.13-r1?distro=3.18.4", "", "",
	  "purl apk/alpine/zlib | 1.2.13-r1 | apk | alpine-3.18\n" },
	{ "the epoch stands in front of the version", "", "pkg:rpm/redhat/perl@5.26-1.el8?epoch=4&distro=rhel-8.6", "", "",
	  "purl rpm/redhat/perl | 4:5.26-1.el8 | rpm | rhel-8\n" },
	{ "an epoch of 0 says nothing", "", "pkg:rpm/redhat/perl@5.26-1?epoch=0", "", "",
	  "purl rpm/redhat/perl | 5.26-1 | rpm | \n" },
	{ "an epoch that is in the version already", "", "pkg:deb/debian/vim@2:9.0?epoch=2", "", "",
	  "purl deb/debian/vim | 2:9.0 | dpkg | \n" },
	{ "an epoch means nothing elsewhere", "", "pkg:npm/a@1.0.0?epoch=2", "", "", "purl npm/a | 1.0.0 | semver | \n" },
	{ "the source package, same version", "", "pkg:deb/debian/libssl3@3.0.11-1?distro=debian-12&upstream=openssl", "", "",
	  "purl deb/debian/libssl3 | 3.0.11-1 | dpkg | debian-12\npurl deb/debian/openssl | 3.0.11-1 | dpkg | debian-12 source\n" },
	{ "the source package with its own version", "", "pkg:deb/debian/libattr1@2.5?upstream=attr%401:2.4.47-2&epoch=3", "", "",
	  "purl deb/debian/attr | 1:2.4.47-2 | dpkg |  source\npurl deb/debian/libattr1 | 3:2.5 | dpkg | \n" },
	{ "the source package of an RPM", "", "pkg:rpm/redhat/openssl-libs@1.1.1k-9.el8_7?epoch=1&upstream=openssl-1.1.1k-9.el8_7.src.rpm", "", "",
	  "purl rpm/redhat/openssl | 1:1.1.1k-9.el8_7 | rpm |  source\npurl rpm/redhat/openssl-libs | 1:1.1.1k-9.el8_7 | rpm | \n" },
	{ "a source package that is the package itself", "", "pkg:deb/debian/curl@7.88.1?upstream=curl", "", "",
	  "purl deb/debian/curl | 7.88.1 | dpkg | \n" },
	{ "an upstream that cannot be split", "", "pkg:rpm/redhat/a@1?upstream=a.src.rpm", "", "",
	  "purl rpm/redhat/a | 1 | rpm | \n" },
	{ "upstream means nothing elsewhere", "", "pkg:npm/a@1.0.0?upstream=b", "", "", "purl npm/a | 1.0.0 | semver | \n" },
	{ "a purl of a source package", "", "pkg:deb/debian/openssl@3.0.11-1?arch=source", "", "",
	  "purl deb/debian/openssl | 3.0.11-1 | dpkg |  source\n" },
	{ "a CPE with its version", "9", "", "", "cpe:2.3:o:amazon:freertos:10.0.1:*:*:*:*:*:*:*",
	  "cpe o:amazon:freertos | 10.0.1 | generic | \n" },
	{ "a CPE 2.2", "", "", "", "cpe:/a:openbsd:openssh:7.4:p1", "cpe a:openbsd:openssh | 7.4 | generic | p1:*:*:*:*:*:*\n" },
	{ "a CPE of any version takes the component's", "2.0.9", "", "", "cpe:2.3:o:ui:edgeos:*:*:*:*:*:*:*:*",
	  "cpe o:ui:edgeos | 2.0.9 | generic | \n" },
	{ "a CPE that has no version", "2.0.9", "", "", "cpe:2.3:h:arm:cortex-m4:-:*:*:*:*:*:*:*",
	  "cpe h:arm:cortex-m4 | - | generic | \n" },
	{ "the version of a CPE is unescaped, its package is not", "", "", "", "cpe:2.3:a:acme:c\\+\\+:1.0\\+git:sp1:*:*:pro:node.js:x64:*",
	  "cpe a:acme:c\\+\\+ | 1.0+git | generic | sp1:*:*:pro:node.js:x64:*\n" },
	{ "a CPE that had to be mended", "", "", "", "cpe:2.3:a:gnu:libstdc++:6:*:*:*:*:*:*:*",
	  "cpe a:gnu:libstdc\\+\\+ | 6 | generic |  mended\n" },
	{ "purls and CPEs in a fixed order", "1", "pkg:npm/b@1.0.0", "pkg:npm/a@1.0.0", "cpe:2.3:a:z:z:1:*:*:*:*:*:*:*",
	  "cpe a:z:z | 1 | generic | \npurl npm/a | 1.0.0 | semver | \npurl npm/b | 1.0.0 | semver | \n" },
	{ "the same package under two spellings is one", "1", "pkg:npm/a@1.0.0", "pkg:npm/a@1.0.0?vcs_url=x", "",
	  "purl npm/a | 1.0.0 | semver | \n" },
	{ "no names", "1", "", "", "", "not matchable: no purl, no CPE\n" },
	{ "no version anywhere", "", "pkg:npm/a", "", "cpe:2.3:a:a:a:*:*:*:*:*:*:*:*",
	  "cpe a:a:a |  | generic | \npurl npm/a |  | semver | \nnot matchable: version missing\n" },
	{ "a CPE that names no product", "1", "", "", "cpe:2.3:a:acme:*:1:*:*:*:*:*:*:*",
	  "cpe a:acme:* | 1 | generic |  open\nnot matchable: CPE product is *\n" },
	{ "a CPE that names no vendor", "1", "", "", "cpe:2.3:a:*:openssl:1:*:*:*:*:*:*:*",
	  "cpe a:*:openssl | 1 | generic |  open\nnot matchable: CPE vendor is *\n" },
	{ "a purl beside it makes it matchable", "1", "pkg:npm/a@1.0.0", "", "cpe:2.3:a:*:a:1:*:*:*:*:*:*:*",
	  "cpe a:*:a | 1 | generic |  open\npurl npm/a | 1.0.0 | semver | \n" },
};
/* clang-format on */

static void component_from_sbom_makes_identities(void **state)
{
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str more = str_of(cases[i].more_purl), cpe = str_of(cases[i].cpe);
		struct sbom_component from = named(cases[i].version, cases[i].purl, &more, &cpe);
		SCOPED_ARENA arena = { 0 };
		SCOPED_BUF lines = buf_new(65536);
		struct component c;

		CASE(cases[i].says);
		component_from_sbom(&from, &arena, &c);
		write_component(&lines, &c);
		assert_string_equal(lines.ptr, cases[i].identities);
	}
	(void)state;
}

static void component_without_a_purl_goes_by_its_repository(void **state)
{
	static const struct {
		const char *purl, *version, *repository, *identities, *commit;
	} rows[] = {
		{ "", "1.2.3", "https://github.com/maker/pump",
		    "git github.com/maker/pump | 1.2.3 | generic | 7638417db6d59f3c\n", "7638417db6d59f3c" },
		{ "", "1.2.3", "git+https://github.com/maker/pump.git",
		    "git github.com/maker/pump | 1.2.3 | generic | \n", "" },
		{ "", "", "git+https://github.com/maker/pump.git@0123456789ab",
		    "git github.com/maker/pump |  | generic | 0123456789ab\n", "" },
		{ "", "", "https://github.com/maker/pump",
		    "git github.com/maker/pump |  | generic | \nnot matchable: version missing\n", "" },
		{ "", "1", "https://maker.example", "not matchable: no purl, no CPE\n", "" },
		{ "pkg:npm/a@1.0.0", "1", "https://github.com/maker/pump", "purl npm/a | 1.0.0 | semver | \n",
		    "" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct sbom_component from = named(rows[i].version, rows[i].purl, NULL, NULL);
		struct str commit = str_of(rows[i].commit);
		SCOPED_ARENA arena = { 0 };
		SCOPED_BUF lines = buf_new(65536);
		struct component c;

		CASE(rows[i].repository);
		from.repository = str_of(rows[i].repository);
		from.commits = &commit;
		from.commit_count = commit.len > 0;
		component_from_sbom(&from, &arena, &c);
		write_component(&lines, &c);
		assert_string_equal(lines.ptr, rows[i].identities);
	}
	(void)state;
}

static void component_from_sbom_keeps_what_it_cannot_read(void **state)
{
	static const struct {
		const char *purl, *cpe, *starts;
	} rows[] = {
		{ "deb/curl", "", "! component \"x 1\": " },
		{ "", "cpe:2.4:a:b:c", "! component \"x 1\": " },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str cpe = str_of(rows[i].cpe);
		struct sbom_component from = named("1", rows[i].purl, NULL, &cpe);
		SCOPED_ARENA arena = { 0 };
		SCOPED_BUF lines = buf_new(65536);
		struct component c;

		CASE(rows[i].purl);
		component_from_sbom(&from, &arena, &c);
		write_component(&lines, &c);
		assert_true(str_starts(buf_str(&lines), str_of(rows[i].starts)));
		assert_true(str_has(buf_str(&lines), STR("not matchable: its purl or CPE cannot be read\n")));
		assert_string_equal(arena_text(&arena, c.name), "x");
	}
	(void)state;
}

static void component_name_holds_its_group(void **state)
{
	static const struct {
		const char *group, *name, *purl, *full;
	} rows[] = {
		{ "", "curl", "", "curl" },
		{ "@angular", "core", "pkg:npm/%40angular/core@1", "@angular/core" },
		{ "@angular", "@angular/core", "pkg:npm/%40angular/core@1", "@angular/core" },
		{ "org.apache.logging.log4j", "log4j-core", "pkg:maven/org.apache.logging.log4j/log4j-core@2",
		    "org.apache.logging.log4j:log4j-core" },
		{ "acme", "pump", "", "acme/pump" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct sbom_component from = named("1", rows[i].purl, NULL, NULL);
		SCOPED_ARENA arena = { 0 };
		struct component c;

		CASE(rows[i].full);
		from.group = str_of(rows[i].group);
		from.name = str_of(rows[i].name);
		component_from_sbom(&from, &arena, &c);
		assert_string_equal(arena_text(&arena, c.name), rows[i].full);
	}
	(void)state;
}

static void support_words_have_a_level(void **state)
{
	static const struct {
		const char *words, *level;
	} rows[] = {
		{ "Actively maintained", "active" },
		{ "Inactive", "no_longer_maintained" },
		{ "Deprecated", "no_longer_maintained" },
		{ "no longer maintained", "no_longer_maintained" },
		{ "Abandoned", "abandoned" },
		{ "security fixes only", "limited" },
		{ "Internal", "internal" },
		{ "Unknown", "unknown" },
		{ "", "unknown" },
		{ "maintained by nobody", "unknown" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct sbom_component from = named("1", "", NULL, NULL);
		SCOPED_ARENA arena = { 0 };
		struct component c;

		CASE(rows[i].words);
		from.support_level = str_of(rows[i].words);
		component_from_sbom(&from, &arena, &c);
		assert_string_equal(support_level_name(c.support_level), rows[i].level);
		assert_string_equal(arena_text(&arena, c.support), rows[i].words);
	}
	(void)state;
}

/* A component with every field set. */
static struct sbom_component full(struct str *cpe)
{
	struct sbom_component from =
	    named("1.0", "pkg:deb/debian/a@1.0?upstream=b&distro=debian-12", NULL, cpe);

	from.ref = STR("r1");
	from.kind = STR("library");
	from.supplier = STR("Acme");
	from.support_level = STR("Actively maintained");
	from.end_of_support = date_of(2027, 6, 30);
	return from;
}

static void component_read_gives_back_what_was_written(void **state)
{
	struct str cpe = STR("cpe:2.3:a:gnu:libstdc++:6:sp1:*:*:*:*:*:*");
	struct sbom_component from = full(&cpe);
	SCOPED_ARENA arena = { 0 };
	SCOPED_BUF bytes = buf_new(65536), again = buf_new(65536), before = buf_new(65536),
		   after = buf_new(65536);
	struct component c, back;
	struct err e = { 0 };

	component_from_sbom(&from, &arena, &c);
	component_write(&c, &bytes);
	assert_true(component_read(buf_str(&bytes), &arena, &back, &e));
	component_write(&back, &again);
	assert_true(str_eq(buf_str(&bytes), buf_str(&again)));
	write_component(&before, &c);
	write_component(&after, &back);
	assert_string_equal(before.ptr, after.ptr);
	assert_string_equal(arena_text(&arena, back.supplier), "Acme");
	assert_int_equal(back.support_level, SUPPORT_LEVEL_ACTIVE);
	assert_int_equal(back.end_of_support.days, date_of(2027, 6, 30).days);
	(void)state;
}

static void component_keeps_hashes_that_tell_files_apart(void **state)
{
	static const char digest[] = "0123456789ABCDEF0123456789abcdef01234567";
	struct sbom_hash hashes[] = {
		{ STR("SHA-1"), str_of(digest) },
		{ STR("MD5"), STR("0123456789abcdef0123456789abcdef") },
		{ STR("sha-1"), str_of(digest) },
		{ STR("BLAKE3"), str_of(digest) },
	};
	struct sbom_component from = full(NULL), bare = full(NULL);
	SCOPED_ARENA arena = { 0 };
	SCOPED_BUF bytes = buf_new(65536);
	struct component c, back;
	struct sha256 with, without;
	struct err e = { 0 };

	from.cpe_count = bare.cpe_count = 0;
	from.hashes = hashes;
	from.hash_count = COUNT(hashes);
	component_from_sbom(&from, &arena, &c);
	component_write(&c, &bytes);
	assert_true(component_read(buf_str(&bytes), &arena, &back, &e));
	assert_int_equal(back.hash_count, 1);
	assert_string_equal(
	    arena_text(&arena, back.hashes[0]), "SHA-1:0123456789abcdef0123456789abcdef01234567");
	assert_true(component_has_hash(&back, component_hash(&hashes[2], &arena)));
	assert_int_equal(component_hash(&hashes[1], &arena).len, 0);
	for (size_t len = 0; len < bytes.len; len++)
		assert_false(component_read(str_first(buf_str(&bytes), len), &arena, &back, &e));
	/* one without hashes is written as before there were any, and is another */
	with = component_digest(&c);
	component_from_sbom(&bare, &arena, &c);
	without = component_digest(&c);
	buf_clear(&bytes);
	component_write(&c, &bytes);
	assert_int_equal(bytes.ptr[0], 1);
	assert_memory_not_equal(&with, &without, sizeof(with));
	(void)state;
}

static void component_read_refuses_damaged_bytes(void **state)
{
	struct str cpe = STR("cpe:2.3:a:a:a:1:*:*:*:*:*:*:*");
	struct sbom_component from = full(&cpe);
	SCOPED_ARENA arena = { 0 };
	SCOPED_BUF bytes = buf_new(65536);
	struct component c;
	struct err e = { 0 };

	component_from_sbom(&from, &arena, &c);
	component_write(&c, &bytes);
	for (size_t len = 0; len < bytes.len; len++)
		assert_false(component_read(str_first(buf_str(&bytes), len), &arena, &c, &e));
	buf_byte(&bytes, 0);
	assert_false(component_read(buf_str(&bytes), &arena, &c, &e));
	assert_int_equal(e.code, ERR_STORE);
	bytes.len--;
	bytes.ptr[0] = 2;
	assert_false(component_read(buf_str(&bytes), &arena, &c, &e));
	(void)state;
}

/* All but the first must have another digest than one: a ref is its SBOM's business. */
static void component_digest_tells_components_apart(void **state)
{
	struct str cpe = STR("cpe:2.3:a:a:a:1:*:*:*:*:*:*:*"), other = STR("cpe:2.3:a:a:b:1:*:*:*:*:*:*:*");
	struct sbom_component one = full(&cpe);
	struct sbom_component changed[] = { one, one, one, one, one, one, one, one };
	SCOPED_ARENA arena = { 0 };
	struct component c;
	struct sha256 digest;

	changed[0].ref = STR("r2");
	changed[0].is_subject = true;
	changed[1].name = STR("y");
	changed[2].version = STR("1.1");
	changed[3].supplier = STR("Bcme");
	changed[4].support_level = STR("");
	changed[5].end_of_support = DATE_NONE;
	changed[6].cpes = &other;
	changed[7].purl = STR("pkg:deb/debian/a@1.0?upstream=b");
	component_from_sbom(&one, &arena, &c);
	digest = component_digest(&c);
	for (size_t i = 0; i < COUNT(changed); i++) {
		struct sha256 d;

		component_from_sbom(&changed[i], &arena, &c);
		d = component_digest(&c);
		assert_int_equal(str_eq(sha256_str(&d), sha256_str(&digest)), i == 0);
	}
	(void)state;
}

static size_t unmatchable;

static bool count_unmatchable(void *ctx, const struct sbom_component *from, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct component c;

	component_from_sbom(from, &arena, &c);
	assert_int_equal(c.problem_count, 0);
	unmatchable += component_why_not_matchable(&c).len > 0;
	(void)ctx;
	(void)e;
	return true;
}

static void components_of_the_medical_sbom_can_be_matched(void **state)
{
	const char *path = check_data("sbom/medical/extended.sbom.json");
	struct sbom_sink sink = { .component = count_unmatchable, .warning = dump_warning };
	SCOPED_INPUT *in = NULL;
	SCOPED_ARENA arena = { 0 };
	struct sbom_head head = { 0 };
	struct err e = { 0 };

	if (!path)
		skip();
	assert_true(input_open_file(path, &in, &e));
	unmatchable = 0;
	assert_true(sbom_read(in, sink, &arena, &head, &e));
	/* The device has no name that feeds know; six pieces of hardware have no version. */
	assert_int_equal(unmatchable, 7);
	(void)state;
}

TESTS(cmocka_unit_test(component_from_sbom_makes_identities),
    cmocka_unit_test(component_without_a_purl_goes_by_its_repository),
    cmocka_unit_test(component_from_sbom_keeps_what_it_cannot_read),
    cmocka_unit_test(component_name_holds_its_group), cmocka_unit_test(support_words_have_a_level),
    cmocka_unit_test(component_read_gives_back_what_was_written),
    cmocka_unit_test(component_keeps_hashes_that_tell_files_apart),
    cmocka_unit_test(component_read_refuses_damaged_bytes),
    cmocka_unit_test(component_digest_tells_components_apart),
    cmocka_unit_test(components_of_the_medical_sbom_can_be_matched))
