#include "check.h"

#include "identity/purl.h"
#include "identity/purl_types.h"
#include "limits.h"

static void purl_parse_says_what_is_wrong(void **state)
{
	static const struct {
		const char *text, *why;
	} cases[] = {
		{ "pkg:deb/debian/curl", "" },
		{ "deb/curl", "purl \"deb/curl\" does not start with pkg:" },
		{ "", "purl \"\" does not start with pkg:" },
		{ "pkg:", "purl \"pkg:\": neither type nor name, expected pkg:TYPE/NAME" },
		{ "pkg:deb", "purl \"pkg:deb\": neither type nor name, expected pkg:TYPE/NAME" },
		{ "pkg:deb/", "purl \"pkg:deb/\": name is missing" },
		{ "pkg:npm/@1.0", "purl \"pkg:npm/@1.0\": name is missing" },
		{ "pkg:swift/host/owner/@1", "purl \"pkg:swift/host/owner/@1\": name is missing" },
		{ "pkg:7z/a", "purl \"pkg:7z/a\": type \"7z\" does not begin with a letter" },
		{ "pkg:n_m/a", "purl \"pkg:n_m/a\": type \"n_m\" holds other characters than letters, "
			       "digits, \".\" and \"-\"" },
		{ "pkg:deb/curl", "purl \"pkg:deb/curl\": type deb needs a namespace" },
		{ "pkg:pypi/a/b", "purl \"pkg:pypi/a/b\": type pypi has no namespace, found \"a\"" },
		{ "pkg:julia/Dates", "purl \"pkg:julia/Dates\": type julia needs the qualifier uuid" },
		{ "pkg:npm/a%zz", "purl \"pkg:npm/a%zz\": name: \"%zz\" is no percent escape" },
		{ "pkg:npm/a@1%4", "purl \"pkg:npm/a@1%4\": version: \"%4\" is no percent escape" },
		{ "pkg:npm/a?b=%", "purl \"pkg:npm/a?b=%\": a qualifier: \"%\" is no percent escape" },
		{ "pkg:npm/%ff", "purl \"pkg:npm/%ff\": name is not UTF-8" },
		{ "pkg:npm/a@\xc3(", "purl \"pkg:npm/a@\xc3(\": version is not UTF-8" },
		{ "pkg:npm/a%0Ab", "purl \"pkg:npm/a%0Ab\": name holds a control character" },
		{ "pkg:npm/a%00", "purl \"pkg:npm/a%00\": name holds a control character" },
		{ "pkg:npm/a\x1b[1m", "purl \"pkg:npm/a?[1m\": name holds a control character" },
		{ "pkg:npm/a?in%20b=c", "purl \"pkg:npm/a?in%20b=c\": \"in%20b\" is no qualifier key" },
		{ "pkg:npm/a?b=c&B=d", "purl \"pkg:npm/a?b=c&B=d\": qualifier \"b\" is given twice" },
		{ "pkg:npm/a#b%2Fc", "purl \"pkg:npm/a#b%2Fc\": subpath holds an escaped \"/\"" },
		{ "pkg:cpan/A::B", "purl \"pkg:cpan/A::B\": name \"A::B\" is that of a module (it holds "
				   "\"::\"), not of a distribution" },
		{ "pkg:chrome-extension/dogs", "purl \"pkg:chrome-extension/dogs\": name \"dogs\" of type "
					       "chrome-extension is not 32 letters from a to p" },
		{ "pkg:chrome-extension/abcdefghijklmnopabcdefghijklmnop@1.2.3.4.5",
		    "purl \"pkg:chrome-extension/abcdefghijklmnopabcdefghijklmnop@1.2.3.4.5\": version "
		    "\"1.2.3.4.5\" of type chrome-extension is not one to four numbers" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct purl p = { .name = STR("untouched") };
		struct err e = { 0 };

		CASE(cases[i].text);
		assert_int_equal(purl_parse(str_of(cases[i].text), &arena, &p, &e), !*cases[i].why);
		assert_string_equal(e.text, cases[i].why);
		assert_int_equal(str_eq(p.name, STR("untouched")), *cases[i].why != '\0');
	}
	(void)state;
}

static void purl_of_any_form_is_written_canonically(void **state)
{
	static const struct {
		const char *text, *written, *package;
	} cases[] = {
		{ "PKG:NPM/%40Scope/Name@1.0.0", "pkg:npm/%40Scope/Name@1.0.0", "npm/@Scope/Name" },
		{ "pkg:npm/%40scope%2Fname@1", "pkg:npm/%40scope/name@1", "npm/@scope/name" },
		{ "pkg:npm/@scope/name@1", "pkg:npm/%40scope/name@1", "npm/@scope/name" },
		{ "pkg:npm/@scope/name", "pkg:npm/%40scope/name", "npm/@scope/name" },
		{ "pkg:golang/github.com%2Fa%2Fb@v1.2.3%2Bincompatible",
		    "pkg:golang/github.com/a/b@v1.2.3%2Bincompatible", "golang/github.com/a/b" },
		{ "pkg:golang/example.com/a@feature/b", "pkg:golang/example.com/a@feature%2Fb",
		    "golang/example.com/a" },
		{ "pkg:deb/debian//openssl@1:1.1.1~rc1-2+deb10u1?distro=buster&arch=amd64&empty=&flag",
		    "pkg:deb/debian/openssl@1:1.1.1~rc1-2%2Bdeb10u1?arch=amd64&distro=buster",
		    "deb/debian/openssl" },
		{ "pkg:npm/a%2F%2Fb", "pkg:npm/a/b", "npm/a/b" },
		{ "pkg:git/h/a%2F%2Fb", "pkg:git/h/a/b", "git/h/a/b" },
		{ "pkg:generic/a%2Fb", "pkg:generic/a%2Fb", "generic/a/b" },
		{ "pkg:generic/x?url=https://h/p?q=1&b=2", "pkg:generic/x?b=2&url=https:%2F%2Fh%2Fp%3Fq%3D1",
		    "generic/x" },
		{ "pkg:generic/x#/a/./b//../c/", "pkg:generic/x#a/b/c", "generic/x" },
		{ "pkg:generic/y//x/", "pkg:generic/y/x", "generic/y/x" },
		{ "pkg:generic/x@#", "pkg:generic/x", "generic/x" },
		{ "pkg:generic/\xc3\xa9", "pkg:generic/%C3%A9", "generic/\xc3\xa9" },
		{ "pkg:pypi/Zope_Interface@1.0RC1", "pkg:pypi/zope-interface@1.0rc1", "pypi/zope-interface" },
		{ "pkg:pub/My-Lib", "pkg:pub/my_lib", "pub/my_lib" },
		{ "pkg:cpan/drolsky/DateTime", "pkg:cpan/DROLSKY/DateTime", "cpan/DROLSKY/DateTime" },
		{ "pkg:git/GitHub.com/Own/Er/Repo@1", "pkg:git/github.com/own/er/repo@1",
		    "git/github.com/own/er/repo" },
		{ "pkg:git/example.org/Own/Repo", "pkg:git/example.org/Own/Repo",
		    "git/example.org/Own/Repo" },
		{ "pkg:mlflow/Model?repository_url=https://adb-1.azuredatabricks.net",
		    "pkg:mlflow/model?repository_url=https:%2F%2Fadb-1.azuredatabricks.net", "mlflow/model" },
		{ "pkg:nuget/Newtonsoft.Json@9.0.1", "pkg:nuget/Newtonsoft.Json@9.0.1",
		    "nuget/newtonsoft.json" },
		{ "pkg:golang/github.com/BurntSushi/toml@v1.0.0",
		    "pkg:golang/github.com/BurntSushi/toml@v1.0.0", "golang/github.com/burntsushi/toml" },
		{ "pkg:maven/Org/Thing@1", "pkg:maven/Org/Thing@1", "maven/Org/Thing" },
		{ "pkg:unheard-of/A/B@C", "pkg:unheard-of/A/B@C", "unheard-of/A/B" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		SCOPED_BUF out = buf_new(4096), package = buf_new(4096), again = buf_new(4096);
		struct purl p, q;
		struct err e = { 0 };

		CASE(cases[i].text);
		if (!purl_parse(str_of(cases[i].text), &arena, &p, &e))
			fail_msg("%s", e.text);
		purl_write(&p, &out);
		buf_byte(&out, '\0');
		assert_string_equal(out.ptr, cases[i].written);
		purl_write_package(&p, &package);
		buf_byte(&package, '\0');
		assert_string_equal(package.ptr, cases[i].package);
		assert_true(purl_parse(str_of(out.ptr), &arena, &q, &e));
		purl_write(&q, &again);
		buf_byte(&again, '\0');
		assert_string_equal(again.ptr, out.ptr);
	}
	(void)state;
}

static void purl_parse_lenient_mends_what_can_be_understood(void **state)
{
	static const struct {
		const char *text, *written;
		bool mended;
	} cases[] = {
		{ "pkg:golang/stdlib@1.20", "pkg:golang/stdlib@1.20", true },
		{ "pkg:golang/example.com/a@1.20", "pkg:golang/example.com/a@1.20", false },
		{ "pkg:deb/curl@7.1", "pkg:deb/curl@7.1", true },
		{ "pkg:nuget/a/b@1", "pkg:nuget/a/b@1", true },
		{ "pkg:npm/a@100%", "pkg:npm/a@100%25", true },
		{ "pkg:npm/a?in%20b=c&d=e&d=e", "pkg:npm/a?d=e", true },
		{ "pkg:swid/a", "pkg:swid/a", true },
		{ "pkg:npm/a?d=e&d=f", NULL, false },
		{ "pkg:npm/", NULL, false },
		{ "npm/a", NULL, false },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		SCOPED_BUF out = buf_new(4096);
		struct purl p;
		struct err e = { 0 };
		bool mended = false, done;

		CASE(cases[i].text);
		done = purl_parse_lenient(str_of(cases[i].text), &arena, &p, &mended, &e);
		assert_int_equal(done, cases[i].written != NULL);
		assert_int_equal(mended, cases[i].mended);
		if (!done)
			continue;
		purl_write(&p, &out);
		buf_byte(&out, '\0');
		assert_string_equal(out.ptr, cases[i].written);
	}
	(void)state;
}

static void purl_length_is_limited(void **state)
{
	static char text[LIMIT_PURL_BYTES + 2];
	SCOPED_ARENA arena = { 0 };
	struct purl p;
	struct err e = { 0 };

	memset(text, 'a', sizeof(text));
	memcpy(text, "pkg:npm/", 8);
	assert_true(purl_parse((struct str){ text, LIMIT_PURL_BYTES - 1 }, &arena, &p, &e));
	assert_true(purl_parse((struct str){ text, LIMIT_PURL_BYTES }, &arena, &p, &e));
	assert_false(purl_parse((struct str){ text, LIMIT_PURL_BYTES + 1 }, &arena, &p, &e));
	assert_int_equal(e.code, ERR_LIMIT);
	assert_string_equal(e.text, "purl has 4097 bytes, the limit is 4096");
	(void)state;
}

static void purl_qualifier_finds_the_value_or_nothing(void **state)
{
	SCOPED_ARENA arena = { 0 };
	struct purl p;
	struct err e = { 0 };

	assert_true(purl_parse(STR("pkg:rpm/a/b?epoch=1&arch=x86_64"), &arena, &p, &e));
	assert_true(str_eq(purl_qualifier(&p, STR("arch")), STR("x86_64")));
	assert_true(str_eq(purl_qualifier(&p, STR("epoch")), STR("1")));
	assert_int_equal(purl_qualifier(&p, STR("distro")).len, 0);
	(void)state;
}

/* Texts that need every kind of escape, put together by a small generator of fixed seed. */
static struct str random_text(uint32_t *seed, struct arena *arena)
{
	static const char *const pieces[] = { "a", "Z", "9", ".", "-", "_", "~", ":", "@", "/", "?", "#", "%",
		"+", " ", "&", "=", ",", "\"", "\xc3\xa9", "\xe2\x82\xac", "%41", ".." };
	struct str s = STR("x");
	size_t length;

	*seed = *seed * 1664525 + 1013904223;
	length = (*seed >> 16) % 8;
	for (size_t i = 0; i < length; i++) {
		*seed = *seed * 1664525 + 1013904223;
		s = arena_printf(arena, "%.*s%s", (int)s.len, s.ptr, pieces[(*seed >> 16) % COUNT(pieces)]);
	}
	return s;
}

static void purl_of_random_parts_is_read_back_as_written(void **state)
{
	uint32_t seed = 20240229;

	for (int round = 0; round < 20000; round++) {
		SCOPED_ARENA arena = { 0 };
		SCOPED_BUF out = buf_new(65536);
		struct purl_qualifier qualifiers[] = { { STR("b"), random_text(&seed, &arena) },
			{ STR("a.1"), random_text(&seed, &arena) } };
		struct purl p = { .type = STR("generic"),
			.namespace = random_text(&seed, &arena),
			.name = random_text(&seed, &arena),
			.version = random_text(&seed, &arena),
			.qualifiers = qualifiers,
			.qualifier_count = 2,
			.subpath = random_text(&seed, &arena) };
		struct purl q;
		struct err e = { 0 };

		assert_true(purl_normalise(&p, &arena, &e));
		purl_write(&p, &out);
		if (!purl_parse(buf_str(&out), &arena, &q, &e))
			fail_msg("%s", e.text);
		assert_true(str_eq(p.namespace, q.namespace));
		assert_true(str_eq(p.name, q.name));
		assert_true(str_eq(p.version, q.version));
		assert_true(str_eq(p.subpath, q.subpath));
		for (size_t i = 0; i < 2; i++)
			assert_true(str_eq(p.qualifiers[i].value, q.qualifiers[i].value));
	}
	(void)state;
}

static void purl_types_are_found_by_name(void **state)
{
	static const char *const names[] = { "alpm", "apk", "bazel", "cargo", "deb", "golang", "maven", "npm",
		"pypi", "rpm", "swid", "vscode-extension", "yocto" };

	for (size_t i = 0; i < COUNT(names); i++) {
		CASE(names[i]);
		assert_non_null(purl_type_find(str_of(names[i])));
		assert_string_equal(purl_type_find(str_of(names[i]))->type, names[i]);
	}
	assert_null(purl_type_find(STR("aaa")));
	assert_null(purl_type_find(STR("zzz")));
	assert_null(purl_type_find(STR("")));
	(void)state;
}

TESTS(cmocka_unit_test(purl_parse_says_what_is_wrong),
    cmocka_unit_test(purl_of_any_form_is_written_canonically),
    cmocka_unit_test(purl_parse_lenient_mends_what_can_be_understood),
    cmocka_unit_test(purl_length_is_limited), cmocka_unit_test(purl_qualifier_finds_the_value_or_nothing),
    cmocka_unit_test(purl_of_random_parts_is_read_back_as_written),
    cmocka_unit_test(purl_types_are_found_by_name))
