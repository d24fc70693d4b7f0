#include "check.h"

#include "base/buf.h"
#include "inventory/sbom_check.h"

#define TODAY (date_of(2026, 11, 28))

struct fixture {
	struct sbom_check *check;
	struct sbom_head head;
	struct sbom_component device, part; /* that say all that is asked for */
	struct sbom_hash hash;
};

static void begin(struct fixture *f)
{
	f->check = sbom_check_new(TODAY);
	f->hash = (struct sbom_hash){ STR("MD5"), STR("00") };
	f->head = (struct sbom_head){ .author = STR("Ann"),
		.tool = STR("t"),
		.context = STR("build"),
		.completeness = STR("complete"),
		.created = { 0 } };
	f->device = (struct sbom_component){ .ref = STR("d"),
		.name = STR("Pump"),
		.version = STR("1"),
		.supplier = STR("Acme"),
		.end_of_support = DATE_NONE,
		.is_subject = true };
	f->part = (struct sbom_component){ .ref = STR("p"),
		.name = STR("curl"),
		.version = STR("8.7.1"),
		.supplier = STR("curl"),
		.licence = STR("curl"),
		.purl = STR("pkg:generic/curl@8.7.1"),
		.hashes = &f->hash,
		.hash_count = 1,
		.support_level = STR("active"),
		.end_of_support = date_of(2030, 1, 31) };
}

static const struct sbom_check_result *end(struct fixture *f)
{
	struct err e = { 0 };

	assert_true(sbom_check_add_component(f->check, &f->device, &e));
	assert_true(sbom_check_add_component(f->check, &f->part, &e));
	assert_true(sbom_check_add_dependency(f->check, STR("d"), STR("p"), &e));
	return sbom_check_close(f->check, &f->head);
}

static void what_says_all_passes_all(void **state)
{
	const struct sbom_check_result *r;
	struct fixture f;

	begin(&f);
	r = end(&f);
	assert_true(check_passes(r, CHECK_NTIA));
	assert_true(check_passes(r, CHECK_CISA));
	assert_true(check_passes(r, CHECK_FDA));
	assert_int_equal(check_score(r, CHECK_CISA), 1000);
	assert_int_equal(r->finding_count, 0);
	sbom_check_free(f.check);
	(void)state;
}

/* Takes one thing away; which element is then missing, and which regimes do not pass. */
static const struct {
	const char *without;
	enum check_element element;
	int fails;
} gaps[] = {
	{ "author", CHECK_AUTHOR, CHECK_NTIA | CHECK_CISA | CHECK_FDA },
	{ "timestamp", CHECK_TIMESTAMP, CHECK_NTIA | CHECK_CISA | CHECK_FDA },
	{ "tool", CHECK_TOOL, CHECK_CISA },
	{ "context", CHECK_CONTEXT, CHECK_CISA },
	{ "completeness", CHECK_COMPLETENESS, CHECK_CISA },
	{ "version", CHECK_VERSION, CHECK_NTIA | CHECK_CISA | CHECK_FDA },
	{ "supplier", CHECK_SUPPLIER, CHECK_NTIA | CHECK_CISA | CHECK_FDA },
	{ "supplier NOASSERTION", CHECK_SUPPLIER, CHECK_NTIA | CHECK_CISA | CHECK_FDA },
	{ "supplier of the device", CHECK_SUPPLIER, CHECK_NTIA | CHECK_CISA | CHECK_FDA },
	{ "purl", CHECK_IDENTIFIER, CHECK_NTIA | CHECK_CISA | CHECK_FDA },
	{ "reference", CHECK_RELATION, CHECK_NTIA | CHECK_CISA | CHECK_FDA },
	{ "hash", CHECK_HASH, CHECK_CISA },
	{ "licence", CHECK_LICENCE, CHECK_CISA },
	{ "level", CHECK_SUPPORT_LEVEL, CHECK_FDA },
	{ "level unknown", CHECK_SUPPORT_LEVEL, CHECK_FDA },
	{ "end", CHECK_END_OF_SUPPORT, CHECK_FDA },
};

static void take_away(struct fixture *f, const char *what)
{
	const struct {
		const char *what;
		struct str *field;
		struct str instead;
	} texts[] = {
		{ "author", &f->head.author, STR_NONE },
		{ "tool", &f->head.tool, STR_NONE },
		{ "context", &f->head.context, STR_NONE },
		{ "completeness", &f->head.completeness, STR("unknown") },
		{ "version", &f->part.version, STR_NONE },
		{ "supplier", &f->part.supplier, STR_NONE },
		{ "supplier NOASSERTION", &f->part.supplier, STR("NOASSERTION") },
		{ "supplier of the device", &f->device.supplier, STR_NONE },
		{ "purl", &f->part.purl, STR_NONE },
		{ "licence", &f->part.licence, STR_NONE },
		{ "level", &f->part.support_level, STR_NONE },
		{ "level unknown", &f->part.support_level, STR(" Unknown ") },
	};

	for (size_t i = 0; i < COUNT(texts); i++)
		if (strcmp(texts[i].what, what) == 0)
			*texts[i].field = texts[i].instead;
	if (strcmp(what, "timestamp") == 0)
		f->head.created = INSTANT_NONE;
	if (strcmp(what, "hash") == 0)
		f->part.hash_count = 0;
	if (strcmp(what, "end") == 0)
		f->part.end_of_support = DATE_NONE;
}

static void what_is_not_said_is_missing_where_it_is_asked_for(void **state)
{
	for (size_t i = 0; i < COUNT(gaps); i++) {
		const struct sbom_check_result *r;
		struct fixture f;

		CASE(gaps[i].without);
		begin(&f);
		take_away(&f, gaps[i].without);
		if (gaps[i].element == CHECK_RELATION) {
			struct err e = { 0 };
			struct sbom_component other = f.part;

			other.ref = STR_NONE;
			assert_true(sbom_check_add_component(f.check, &other, &e));
		}
		r = end(&f);
		for (int k = 0; k < CHECK_ELEMENT_COUNT; k++)
			assert_int_equal(r->wanted[k] - r->met[k], k == (int)gaps[i].element);
		for (int regime = CHECK_NTIA; regime <= CHECK_FDA; regime *= 2) {
			bool fails = (gaps[i].fails & regime) != 0;

			assert_int_equal(check_passes(r, (enum check_regime)regime), !fails);
			assert_int_equal(check_score(r, (enum check_regime)regime) < 1000, fails);
		}
		sbom_check_free(f.check);
	}
	(void)state;
}

static void the_document_may_say_who_supplies_the_device(void **state)
{
	struct fixture f;

	begin(&f);
	f.device.supplier = STR_NONE;
	f.head.supplier = STR("Acme");
	assert_true(check_passes(end(&f), CHECK_FDA));
	sbom_check_free(f.check);
	(void)state;
}

/* A package URL beside name and version, and what is found then. */
static const struct {
	const char *name, *version, *purl, *found;
} names[] = {
	{ "curl", "8.7.1", "pkg:generic/curl@8.7.1", NULL },
	{ "libcurl4", "1:8.7.1-2", "pkg:deb/debian/libcurl4@8.7.1-2?epoch=1", NULL },
	{ "libcurl4", "1:8.7.1-2", "pkg:deb/debian/libcurl4@8.7.1-2", NULL },
	{ "toml", "1.2.0", "pkg:golang/github.com/burntsushi/toml@v1.2.0", NULL },
	{ "@angular/core", "17.0.0", "pkg:npm/%40angular/core@17.0.0", NULL },
	{ "Jinja 2", "3.1", "pkg:pypi/jinja2@3.1", NULL },
	{ "curl", "8.7.1", "pkg:generic/curl@8.7.2", "purl_version" },
	{ "curl", "8.7.1", "pkg:generic/wget@8.7.1", "purl_name" },
	{ "curl", "8.7.1", "generic/curl", "purl_unreadable" },
};

static void package_urls_are_held_against_name_and_version(void **state)
{
	for (size_t i = 0; i < COUNT(names); i++) {
		const struct sbom_check_result *r;
		struct fixture f;

		CASE(names[i].purl);
		begin(&f);
		f.part.name = str_of(names[i].name);
		f.part.version = str_of(names[i].version);
		f.part.purl = str_of(names[i].purl);
		r = end(&f);
		assert_int_equal(r->finding_count, names[i].found != NULL);
		if (names[i].found)
			assert_string_equal(check_finding_kinds[r->findings[0].kind].key, names[i].found);
		sbom_check_free(f.check);
	}
	(void)state;
}

static void the_graph_is_checked(void **state)
{
	struct sbom_component loose = { .ref = STR("x"), .name = STR("loose"), .end_of_support = DATE_NONE };
	const struct sbom_check_result *r;
	struct err e = { 0 };
	struct fixture f;

	begin(&f);
	assert_true(sbom_check_add_component(f.check, &loose, &e));
	assert_true(sbom_check_add_component(f.check, &loose, &e));
	assert_true(sbom_check_add_dependency(f.check, STR("p"), STR("p"), &e));
	assert_true(sbom_check_add_dependency(f.check, STR("p"), STR("y"), &e));
	assert_true(sbom_check_add_dependency(f.check, STR("p"), STR("urn:cdx:1/1#x"), &e));
	assert_true(sbom_check_add_dependency(f.check, STR("p"), STR("DocumentRef-o:SPDXRef-x"), &e));
	f.part.end_of_support = date_of(2026, 11, 27);
	r = end(&f);
	assert_int_equal(r->of_kind[CHECK_DOUBLE_REF], 1);
	assert_int_equal(r->of_kind[CHECK_DANGLING_REF], 1);
	assert_int_equal(r->of_kind[CHECK_CIRCLE], 1);
	assert_int_equal(r->of_kind[CHECK_UNREACHABLE], 2);
	assert_int_equal(r->of_kind[CHECK_SUPPORT_PAST], 1);
	assert_int_equal(check_error_count(r), 2);
	assert_false(check_passes(r, CHECK_NTIA));
	sbom_check_free(f.check);
	(void)state;
}

static void support_that_ends_today_has_not_ended(void **state)
{
	struct fixture f;

	begin(&f);
	f.part.end_of_support = TODAY;
	assert_int_equal(end(&f)->of_kind[CHECK_SUPPORT_PAST], 0);
	sbom_check_free(f.check);
	(void)state;
}

static void an_end_of_support_in_words_is_told(void **state)
{
	const struct sbom_check_result *r;
	struct fixture f;

	begin(&f);
	f.part.end_of_support = DATE_NONE;
	f.part.end_of_support_words = STR("Open source");
	r = end(&f);
	assert_int_equal(r->of_kind[CHECK_SUPPORT_WORDS], 1);
	assert_false(check_passes(r, CHECK_FDA));
	sbom_check_free(f.check);

	begin(&f);
	f.part.end_of_support = DATE_NONE;
	f.part.end_of_support_words = STR("Unknown");
	assert_int_equal(end(&f)->of_kind[CHECK_SUPPORT_WORDS], 0);
	sbom_check_free(f.check);
	(void)state;
}

static void no_components_is_an_error(void **state)
{
	const struct sbom_check_result *r;
	struct fixture f;

	begin(&f);
	r = sbom_check_close(f.check, &f.head);
	assert_int_equal(r->of_kind[CHECK_NO_COMPONENTS], 1);
	assert_int_equal(r->of_kind[CHECK_NO_SUBJECT], 1);
	assert_false(check_passes(r, CHECK_NTIA));
	sbom_check_free(f.check);
	(void)state;
}

TESTS(cmocka_unit_test(what_says_all_passes_all),
    cmocka_unit_test(what_is_not_said_is_missing_where_it_is_asked_for),
    cmocka_unit_test(the_document_may_say_who_supplies_the_device),
    cmocka_unit_test(package_urls_are_held_against_name_and_version), cmocka_unit_test(the_graph_is_checked),
    cmocka_unit_test(support_that_ends_today_has_not_ended),
    cmocka_unit_test(an_end_of_support_in_words_is_told), cmocka_unit_test(no_components_is_an_error))
