#include "check.h"

#include "matching/hint.h"

static void names_are_compared_by_letters_and_digits(void **state)
{
	static const struct {
		const char *words, *key;
	} cases[] = {
		{ "Vue PACS", "vuepacs" },
		{ "OAuth2-Proxy", "oauth2proxy" },
		{ "oauth2_proxy", "oauth2proxy" },
		{ "tcp\\/ip", "tcpip" },
		{ "Gr\xc3\xbcn 2", "gr\xc3\xbcn2" },
		{ "abc", "abc" },
		{ "ab", "" },
		{ "-- --", "" },
		{ "Utils", "" },
		{ "", "" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };

		CASE(cases[i].words);
		assert_string_equal(
		    arena_text(&arena, hint_key(str_of(cases[i].words), &arena)), cases[i].key);
	}
	(void)state;
}

static void a_package_is_compared_by_its_product(void **state)
{
	static const struct {
		enum package_kind kind;
		const char *package, *key;
	} cases[] = {
		{ PACKAGE_NAME, "philips:vue_pacs", "vuepacs" },
		{ PACKAGE_NAME, "no colon", "" },
		{ PACKAGE_CPE, "a:apache:http_server", "httpserver" },
		{ PACKAGE_CPE, "a:acme\\:corp:pump", "pump" },
		{ PACKAGE_CPE, "a:acme:core", "" },
		{ PACKAGE_PURL, "npm/lodash", "" },
		{ PACKAGE_GIT, "github.com/acme/pump", "" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct str key = hint_package(cases[i].kind, str_of(cases[i].package), &arena);

		CASE(cases[i].package);
		assert_string_equal(arena_text(&arena, key), cases[i].key);
	}
	(void)state;
}

static struct component component_of(const char *name, const char *purl, const char *cpe, struct arena *arena)
{
	struct str cpes[1] = { str_of(cpe) };
	struct sbom_component from = { .name = str_of(name),
		.version = STR("1.0"),
		.supplier = STR("Philips N.V."),
		.purl = str_of(purl),
		.cpes = cpes,
		.cpe_count = cpe ? 1 : 0,
		.end_of_support = DATE_NONE };
	struct component c;

	component_from_sbom(&from, arena, &c);
	return c;
}

/* Which names a component is looked for by, and in which kinds of records. */
static void a_hint_needs_a_side_that_has_words_alone(void **state)
{
	static const struct {
		const char *name, *purl, *cpe;
		const char *keys; /* joined */
		bool in_words, by_cpe;
	} cases[] = {
		{ "Vue PACS", NULL, NULL, "vuepacs ", true, true },
		{ "acme/Pump", NULL, NULL, "pump ", true, true },
		{ "com.acme:Pump", NULL, NULL, "pump ", true, true },
		{ "Pump", NULL, "cpe:2.3:a:acme:*:1.0:*:*:*:*:*:*:*", "pump ", true, true },
		{ "Pump", NULL, "cpe:2.3:a:acme:pump_control:1.0:*:*:*:*:*:*:*", "pump pumpcontrol ", true,
		    false },
		{ "Pump", "pkg:generic/pump@1.0", NULL, "pump ", true, false },
		{ "lodash", "pkg:npm/lodash@1.0", NULL, "", false, false },
		{ "zlib", "pkg:deb/debian/zlib@1.0", "cpe:2.3:a:zlib:zlib:1.0:*:*:*:*:*:*:*", "", false,
		    false },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		SCOPED_BUF joined = buf_new(256);
		struct component c = component_of(cases[i].name, cases[i].purl, cases[i].cpe, &arena);
		struct str *keys;
		size_t count = hint_names(&c, &arena, &keys);

		CASE(cases[i].name);
		for (size_t k = 0; k < count; k++)
			buf_printf(&joined, STR_FMT " ", STR_ARG(keys[k]));
		assert_string_equal(arena_text(&arena, buf_str(&joined)), cases[i].keys);
		if (count == 0)
			continue;
		assert_int_equal(hint_fits(&c, PACKAGE_NAME), cases[i].in_words);
		assert_int_equal(hint_fits(&c, PACKAGE_CPE), cases[i].by_cpe);
		assert_false(hint_fits(&c, PACKAGE_PURL));
	}
	(void)state;
}

static void the_reason_says_whether_the_maker_agrees(void **state)
{
	SCOPED_ARENA arena = { 0 };
	struct component c = component_of("Vue PACS", NULL, NULL, &arena);
	struct reach same = hint_reach(&c, PACKAGE_NAME, STR("philips:vue_pacs"), &arena);
	struct reach other = hint_reach(&c, PACKAGE_NAME, STR("acme:vue_pacs"), &arena);

	assert_string_equal(arena_text(&arena, same.through),
	    "only the name is alike: component \"Vue PACS\" of \"Philips N.V.\", as the record's");
	assert_string_equal(arena_text(&arena, other.through),
	    "only the name is alike: component \"Vue PACS\" of \"Philips N.V.\"");
	c.supplier = STR("");
	other = hint_reach(&c, PACKAGE_NAME, STR("acme:vue_pacs"), &arena);
	assert_string_equal(arena_text(&arena, other.through),
	    "only the name is alike: component \"Vue PACS\" of no stated maker");
	assert_string_equal(arena_text(&arena, same.identity.version), "1.0");
	(void)state;
}

TESTS(cmocka_unit_test(names_are_compared_by_letters_and_digits),
    cmocka_unit_test(a_package_is_compared_by_its_product),
    cmocka_unit_test(a_hint_needs_a_side_that_has_words_alone),
    cmocka_unit_test(the_reason_says_whether_the_maker_agrees))
