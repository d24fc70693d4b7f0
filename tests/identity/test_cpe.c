#include "check.h"

#include "identity/cpe.h"
#include "limits.h"

static const char *text_of(struct buf *b)
{
	buf_byte(b, '\0');
	return b->ptr;
}

static void cpe_of_any_form_is_written_canonically(void **state)
{
	static const struct {
		const char *text, *written;
	} cases[] = {
		{ "cpe:2.3:o:amazon:freertos:10.0.1:*:*:*:*:*:*:*",
		    "cpe:2.3:o:amazon:freertos:10.0.1:*:*:*:*:*:*:*" },
		{ "CPE:2.3:A:Foo:BAR_baz:1.0:RC1:*:*:*:*:*:-", "cpe:2.3:a:foo:bar_baz:1.0:rc1:*:*:*:*:*:-" },
		{ "cpe:2.3:a:a\\:b\\\\:c\\+\\!:1:*:*:*:*:*:*:*",
		    "cpe:2.3:a:a\\:b\\\\:c\\+\\!:1:*:*:*:*:*:*:*" },
		{ "cpe:2.3:a:a\\.b\\-c\\_d:\\-:1:*:*:*:*:*:*:*", "cpe:2.3:a:a.b-c_d:\\-:1:*:*:*:*:*:*:*" },
		{ "cpe:2.3:a:*foo*:??bar?:1.*:*:*:*:*:*:*:*", "cpe:2.3:a:*foo*:??bar?:1.*:*:*:*:*:*:*:*" },
		{ "cpe:2.3:a:a\\*:\\?b:?\\??:*:*:*:*:*:*:*", "cpe:2.3:a:a\\*:\\?b:?\\??:*:*:*:*:*:*:*" },
		{ "cpe:2.3:*:*:*:*:*:*:zh-CN:*:*:*:*", "cpe:2.3:*:*:*:*:*:*:zh-cn:*:*:*:*" },
		{ "cpe:2.3:-:-:-:-:-:-:-:-:-:-:-", "cpe:2.3:-:-:-:-:-:-:-:-:-:-:-" },
		{ "cpe:/", "cpe:2.3:*:*:*:*:*:*:*:*:*:*:*" },
		{ "cpe:/o:redhat:rhel_aus:7.6::server", "cpe:2.3:o:redhat:rhel_aus:7.6:*:server:*:*:*:*:*" },
		{ "CPE:/A:Microsoft:IE:8.0.6001:Beta", "cpe:2.3:a:microsoft:ie:8.0.6001:beta:*:*:*:*:*:*" },
		{ "cpe:/a:microsoft:ie:8.%02:sp%01", "cpe:2.3:a:microsoft:ie:8.*:sp?:*:*:*:*:*:*" },
		{ "cpe:/a:hp:insight:7.4.0.1570:-:~~online~win2003~x64~",
		    "cpe:2.3:a:hp:insight:7.4.0.1570:-:*:*:online:win2003:x64:*" },
		{ "cpe:/a:hp:openview:7.51::~~~linux~~:en-US",
		    "cpe:2.3:a:hp:openview:7.51:*:*:en-us:*:linux:*:*" },
		{ "cpe:/a:f%5cb%2b%2a%3F:%2d:%2e%5F%2D.",
		    "cpe:2.3:a:f\\\\b\\+\\*\\?:\\-:._-.:*:*:*:*:*:*:*" },
		{ "cpe:/a:foo~bar:big%24money_2007%3A:::sp~1",
		    "cpe:2.3:a:foo\\~bar:big\\$money_2007\\::*:*:sp\\~1:*:*:*:*:*" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		SCOPED_BUF out = buf_new(4096), again = buf_new(4096);
		struct cpe c;
		struct err e = { 0 };
		bool mended = true;

		CASE(cases[i].text);
		if (!cpe_parse(str_of(cases[i].text), &arena, &c, &e))
			fail_msg("%s", e.text);
		cpe_write(&c, &out);
		assert_string_equal(text_of(&out), cases[i].written);
		assert_true(cpe_parse_lenient(str_of(cases[i].text), &arena, &c, &mended, &e));
		assert_false(mended);
		cpe_write(&c, &again);
		assert_string_equal(text_of(&again), cases[i].written);
	}
	(void)state;
}

static void cpe_parse_says_what_is_wrong(void **state)
{
	static const struct {
		const char *text, *why;
	} cases[] = {
		{ "", "cpe \"\" starts with neither cpe:2.3: nor cpe:/" },
		{ "xcpe:2.3:a:b:c:*:*:*:*:*:*:*:*",
		    "cpe \"xcpe:2.3:a:b:c:*:*:*:*:*:*:*:*\" starts with neither cpe:2.3: nor cpe:/" },
		{ "cpe:2.3:", "cpe \"cpe:2.3:\": found 1 part behind cpe:2.3:, expected 11" },
		{ "cpe:2.3:a:b:c:1:*:*:*:*:*:*",
		    "cpe \"cpe:2.3:a:b:c:1:*:*:*:*:*:*\": found 10 parts behind cpe:2.3:, expected 11" },
		{ "cpe:2.3:a:b:c:1:*:*:*:*:*:*:*:*",
		    "cpe \"cpe:2.3:a:b:c:1:*:*:*:*:*:*:*:*\": found 12 parts behind cpe:2.3:, expected 11" },
		{ "cpe:2.3:x:b:c:1:*:*:*:*:*:*:*",
		    "cpe \"cpe:2.3:x:b:c:1:*:*:*:*:*:*:*\": part \"x\" is none of a, h and o" },
		{ "cpe:2.3:a::c:1:*:*:*:*:*:*:*", "cpe \"cpe:2.3:a::c:1:*:*:*:*:*:*:*\": vendor is empty" },
		{ "cpe:2.3:a:b:c+:1:*:*:*:*:*:*:*", "cpe \"cpe:2.3:a:b:c+:1:*:*:*:*:*:*:*\": product \"c+\" "
						    "holds a special character that is not escaped" },
		{ "cpe:2.3:a:b:c d:1:*:*:*:*:*:*:*",
		    "cpe \"cpe:2.3:a:b:c d:1:*:*:*:*:*:*:*\": product \"c d\" holds a blank" },
		{ "cpe:2.3:a:b:c\\d:1:*:*:*:*:*:*:*", "cpe \"cpe:2.3:a:b:c\\d:1:*:*:*:*:*:*:*\": product "
						      "\"c\\d\" has a backslash before a letter or digit" },
		{ "cpe:2.3:a:b:c\\ d:1:*:*:*:*:*:*:*",
		    "cpe \"cpe:2.3:a:b:c\\ d:1:*:*:*:*:*:*:*\": product \"c\\ d\" has a backslash before a "
		    "character that cannot be escaped" },
		{ "cpe:2.3:a:b:c:1:*:*:*:*:*:*:x\\",
		    "cpe \"cpe:2.3:a:b:c:1:*:*:*:*:*:*:x\\\": other \"x\\\" ends in a backslash" },
		{ "cpe:2.3:a:b:c\x01:1:*:*:*:*:*:*:*",
		    "cpe \"cpe:2.3:a:b:c?:1:*:*:*:*:*:*:*\": product \"c?\" holds a character that is not "
		    "printable ASCII" },
		{ "cpe:2.3:a:b:c\xff:1:*:*:*:*:*:*:*",
		    "cpe \"cpe:2.3:a:b:c\xff:1:*:*:*:*:*:*:*\": product \"c\xff\" holds a character that is "
		    "not printable ASCII" },
		{ "cpe:2.3:a:b:c*d:1:*:*:*:*:*:*:*",
		    "cpe \"cpe:2.3:a:b:c*d:1:*:*:*:*:*:*:*\": product \"c*d\" has a wildcard inside; only "
		    "its ends may have one" },
		{ "cpe:2.3:a:???:c:1:*:*:*:*:*:*:*",
		    "cpe \"cpe:2.3:a:???:c:1:*:*:*:*:*:*:*\": vendor \"???\" is nothing but wildcards" },
		{ "cpe:2.3:a:?*b:c:1:*:*:*:*:*:*:*",
		    "cpe \"cpe:2.3:a:?*b:c:1:*:*:*:*:*:*:*\": vendor \"?*b\" has wildcards that are neither "
		    "one \"*\" nor all \"?\"" },
		{ "cpe:2.3:a:b**:c:1:*:*:*:*:*:*:*",
		    "cpe \"cpe:2.3:a:b**:c:1:*:*:*:*:*:*:*\": vendor \"b**\" has wildcards that are neither "
		    "one \"*\" nor all \"?\"" },
		{ "cpe:2.3:a:b:c:1:*:*:klingon:*:*:*:*",
		    "cpe \"cpe:2.3:a:b:c:1:*:*:klingon:*:*:*:*\": language \"klingon\" is no language" },
		{ "cpe:/a:b:c:1:2:3:en:x",
		    "cpe \"cpe:/a:b:c:1:2:3:en:x\": found 8 parts behind cpe:/, expected at most 7" },
		{ "cpe:/a:b:c+",
		    "cpe \"cpe:/a:b:c+\": product \"c+\" holds a character that a URI must percent-encode" },
		{ "cpe:/a:b:c%2", "cpe \"cpe:/a:b:c%2\": product \"c%2\" has a \"%\" that escapes nothing" },
		{ "cpe:/a:b:c%zz",
		    "cpe \"cpe:/a:b:c%zz\": product \"c%zz\" has a \"%\" that escapes nothing" },
		{ "cpe:/a:b:c%41",
		    "cpe \"cpe:/a:b:c%41\": product \"c%41\" has a percent escape that no CPE has" },
		{ "cpe:/a:b:c%00",
		    "cpe \"cpe:/a:b:c%00\": product \"c%00\" has a percent escape that no CPE has" },
		{ "cpe:/a:b:c%ff",
		    "cpe \"cpe:/a:b:c%ff\": product \"c%ff\" has a percent escape that no CPE has" },
		{ "cpe:/a:b:c%02d", "cpe \"cpe:/a:b:c%02d\": product \"c*d\" has a wildcard inside; only its "
				    "ends may have one" },
		{ "cpe:/a:b:c:1::~x~y",
		    "cpe \"cpe:/a:b:c:1::~x~y\": edition \"~x~y\" packs 2 parts, expected 5" },
		{ "cpe:/a:b:c:1::~1~2~3~4~5~6", "cpe \"cpe:/a:b:c:1::~1~2~3~4~5~6\": edition "
						"\"~1~2~3~4~5~6\" packs 6 parts, expected 5" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct cpe c = { .attribute = { STR("untouched") } };
		struct err e = { 0 };

		CASE(cases[i].text);
		assert_false(cpe_parse(str_of(cases[i].text), &arena, &c, &e));
		assert_string_equal(e.text, cases[i].why);
		assert_int_equal(e.code, ERR_INPUT);
		assert_true(str_eq(c.attribute[0], STR("untouched")));
	}
	(void)state;
}

static void cpe_parse_lenient_mends_what_has_one_meaning(void **state)
{
	static const struct {
		const char *text, *written; /* NULL: refused all the same */
	} cases[] = {
		{ "cpe:2.3:a:gnu:libstdc++:4.8:*:*:*:*:*:*:*",
		    "cpe:2.3:a:gnu:libstdc\\+\\+:4.8:*:*:*:*:*:*:*" },
		{ "cpe:2.3:a:gnu:ncurses::*:*:*:*:*:*:*", "cpe:2.3:a:gnu:ncurses:*:*:*:*:*:*:*:*" },
		{ "cpe:2.3:a:gnu:ncurses:6.0", "cpe:2.3:a:gnu:ncurses:6.0:*:*:*:*:*:*:*" },
		{ "cpe:2.3:a:gnu:ncurses", "cpe:2.3:a:gnu:ncurses:*:*:*:*:*:*:*:*" },
		{ "cpe:2.3:a:the vendor:c\\d:1*2:*:*:klingon:*:*:*:*",
		    "cpe:2.3:a:the_vendor:cd:1\\*2:*:*:klingon:*:*:*:*" },
		{ "cpe:/a:b:c+:%41:*", "cpe:2.3:a:b:c\\+:a:*:*:*:*:*:*:*" },
		{ "cpe:/a:b:c:1::~~pro", "cpe:2.3:a:b:c:1:*:*:*:pro:*:*:*" },
		{ "cpe:2.3:a:gnu", NULL },
		{ "cpe:2.3:a:ibm:connect:direct:6.2:*:*:*:*:unix:*:*", NULL },
		{ "cpe:2.3:a:b:c\x01:1:*:*:*:*:*:*:*", NULL },
		{ "cpe:2.3:a:b:c\xc3\xa9:1:*:*:*:*:*:*:*", NULL },
		{ "cpe:2.3:q:b:c:1:*:*:*:*:*:*:*", NULL },
		{ "cpe:2.3:a:b:**:1:*:*:*:*:*:*:*", NULL },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		SCOPED_BUF out = buf_new(4096);
		struct cpe c;
		struct err e = { 0 };
		bool mended = false, done;

		CASE(cases[i].text);
		done = cpe_parse_lenient(str_of(cases[i].text), &arena, &c, &mended, &e);
		assert_int_equal(done, cases[i].written != NULL);
		assert_int_equal(mended, done);
		if (done) {
			cpe_write(&c, &out);
			assert_string_equal(text_of(&out), cases[i].written);
			assert_false(cpe_parse(str_of(cases[i].text), &arena, &c, &e));
		}
	}
	(void)state;
}

static void cpe_attributes_borrow_where_the_text_is_canonical(void **state)
{
	SCOPED_ARENA arena = { 0 };
	struct str text = STR("cpe:2.3:a:a\\:b:c:1.0_2-3:*:-:en:*:*:*:*");
	struct cpe c;
	struct err e = { 0 };

	assert_true(cpe_parse(text, &arena, &c, &e));
	assert_ptr_equal(c.attribute[CPE_VENDOR].ptr, text.ptr + 10);
	assert_true(str_eq(c.attribute[CPE_VENDOR], STR("a\\:b")));
	assert_int_equal(arena.used, 0);
	(void)state;
}

static void cpe_length_is_limited(void **state)
{
	static char text[LIMIT_CPE_BYTES + 2];
	static const char tail[] = ":c:1:*:*:*:*:*:*:*";
	SCOPED_ARENA arena = { 0 };

	for (size_t len = LIMIT_CPE_BYTES - 1; len <= LIMIT_CPE_BYTES + 1; len++) {
		struct cpe c;
		struct err e = { 0 };

		memset(text, 'A', len);
		memcpy(text, "cpe:2.3:a:", 10);
		memcpy(text + len - (sizeof(tail) - 1), tail, sizeof(tail) - 1);
		assert_int_equal(
		    cpe_parse((struct str){ text, len }, &arena, &c, &e), len <= LIMIT_CPE_BYTES);
		if (len > LIMIT_CPE_BYTES)
			assert_string_equal(e.text, "cpe has 2049 bytes, the limit is 2048");
	}
	(void)state;
}

static void cpe_unescape_takes_the_backslashes_out(void **state)
{
	static const struct {
		const char *value, *text;
	} cases[] = {
		{ "a", "a" },
		{ "*", "*" },
		{ "-", "-" },
		{ "\\-", "-" },
		{ "a\\:b\\\\c", "a:b\\c" },
		{ "\\*", "*" },
		{ "foo*", "foo*" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct str value = str_of(cases[i].value);

		CASE(cases[i].value);
		assert_true(str_eq(cpe_unescape(value, &arena), str_of(cases[i].text)));
	}
	(void)state;
}

static void cpe_escape_gives_the_value_whose_text_it_is(void **state)
{
	static const struct {
		const char *text, *value;
	} cases[] = {
		{ "Acme", "acme" }, { "c++", "c\\+\\+" }, { "a-b_c.d", "a-b_c.d" }, { "*", "\\*" },
		{ "--", "--" }, { "-", "\\-" }, /* "-" would be: not applicable */
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct str value = cpe_escape(str_of(cases[i].text), &arena);

		CASE(cases[i].text);
		assert_string_equal(arena_text(&arena, value), cases[i].value);
	}
	(void)state;
}

static void cpe_package_is_part_vendor_and_product(void **state)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_BUF out = buf_new(100);
	struct cpe c;
	struct err e = { 0 };

	assert_true(cpe_parse(STR("cpe:/o:Amazon:FreeRTOS:10.0.1"), &arena, &c, &e));
	cpe_write_package(&c, &out);
	assert_string_equal(text_of(&out), "o:amazon:freertos");
	assert_string_equal(cpe_attribute_name(CPE_SW_EDITION), "sw_edition");
	(void)state;
}

static void cpe_compare_follows_table_6_2(void **state)
{
	static const struct {
		const char *row, *source, *target;
		enum cpe_relation relation;
	} cases[] = {
		{ "1", "*", "*", CPE_EQUAL },
		{ "2", "*", "-", CPE_SUPERSET },
		{ "3", "*", "i", CPE_SUPERSET },
		{ "4", "*", "m*", CPE_UNDEFINED },
		{ "5", "-", "*", CPE_SUBSET },
		{ "6", "-", "-", CPE_EQUAL },
		{ "7", "-", "i", CPE_DISJOINT },
		{ "8", "-", "m?", CPE_UNDEFINED },
		{ "9", "i", "i", CPE_EQUAL },
		{ "10", "i", "k", CPE_DISJOINT },
		{ "11", "i", "*i", CPE_UNDEFINED },
		{ "12", "i", "-", CPE_DISJOINT },
		{ "13", "i", "*", CPE_SUBSET },
		{ "14, yes", "m*", "match", CPE_SUPERSET },
		{ "14, no", "m*", "no", CPE_DISJOINT },
		{ "15", "m*", "*", CPE_SUBSET },
		{ "16", "m*", "-", CPE_DISJOINT },
		{ "17", "m*", "m*", CPE_UNDEFINED },
		{ "escaped star is a character", "a\\*", "abc", CPE_DISJOINT },
		{ "escaped star equals itself", "a\\*", "a\\*", CPE_EQUAL },
		{ "escaped hyphen is not NA", "\\-", "-", CPE_DISJOINT },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		CASE(cases[i].row);
		assert_int_equal(
		    cpe_compare(str_of(cases[i].source), str_of(cases[i].target)), cases[i].relation);
	}
	(void)state;
}

static void cpe_wildcards_match_at_both_ends(void **state)
{
	static const struct {
		const char *source, *target;
		bool matches;
	} cases[] = {
		{ "8.*", "8.0", true },
		{ "8.*", "8.", true },
		{ "8.*", "8", false },
		{ "8.*", "18.0", false },
		{ "*8", "18", true },
		{ "*8", "8", true },
		{ "*8", "81", false },
		{ "*.8.*", "1.8.2", true },
		{ "*a*", "bab", true },
		{ "*ab*", "aab", true },
		{ "*ab*", "ba", false },
		{ "sp?", "sp1", true },
		{ "sp?", "sp", true },
		{ "sp?", "sp12", false },
		{ "sp??", "sp12", true },
		{ "?x", "x", true },
		{ "?x", "ax", true },
		{ "?x", "aax", false },
		{ "??x?", "aaxb", true },
		{ "?aa", "aaa", true },
		{ "a?", "a\\:", true }, /* an escaped character is one */
		{ "?a", "\\\\a", true },
		{ "?a", "\\:\\:a", false },
		{ "*\\:", "a\\:", true },
		{ "a\\**", "a\\*b", true },
		{ "a\\\\*", "a\\\\b", true },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		char row[64];

		snprintf(row, sizeof(row), "%s %s", cases[i].source, cases[i].target);
		CASE(row);
		assert_int_equal(cpe_compare(str_of(cases[i].source), str_of(cases[i].target)),
		    cases[i].matches ? CPE_SUPERSET : CPE_DISJOINT);
	}
	(void)state;
}

/* A canonical value, put together by a small generator of fixed seed. */
static struct str random_value(uint32_t *seed, struct arena *arena)
{
	static const char *const pieces[] = { "a", "z", "0", "9", ".", "-", "_", "\\:", "\\\\", "\\*", "\\?",
		"\\+", "\\~", "\\%", "\\\"" };
	static const char *const ends[] = { "", "", "", "", "*", "?", "??" };
	struct str s;

	*seed = *seed * 1664525 + 1013904223;
	if ((*seed >> 16) % 4 == 0)
		return (*seed >> 20) % 2 ? STR("*") : STR("-");
	s = arena_printf(arena, "%sx", ends[(*seed >> 18) % COUNT(ends)]);
	for (size_t i = (*seed >> 24) % 6; i > 0; i--) {
		*seed = *seed * 1664525 + 1013904223;
		s = arena_printf(arena, "%.*s%s", (int)s.len, s.ptr, pieces[(*seed >> 16) % COUNT(pieces)]);
	}
	return arena_printf(arena, "%.*s%s", (int)s.len, s.ptr, ends[(*seed >> 8) % COUNT(ends)]);
}

/* value as a component of a 2.2 URI. */
static void write_component(struct str value, struct buf *out)
{
	if (cpe_is_any(value))
		return;
	for (size_t i = 0; i < value.len; i++) {
		if (value.ptr[i] == '\\')
			buf_printf(out, "%%%02x", (unsigned)value.ptr[++i]);
		else if (value.ptr[i] == '*' || value.ptr[i] == '?')
			buf_add(out, value.ptr[i] == '*' ? STR("%02") : STR("%01"));
		else
			buf_byte(out, value.ptr[i]);
	}
}

static void write_uri(const struct cpe *c, struct buf *out)
{
	buf_printf(out, "cpe:/%.*s", (int)c->attribute[CPE_PART].len, c->attribute[CPE_PART].ptr);
	for (int i = CPE_VENDOR; i <= CPE_LANGUAGE; i++) {
		buf_byte(out, ':');
		if (i == CPE_EDITION)
			buf_byte(out, '~');
		write_component(c->attribute[i], out);
		for (int packed = CPE_SW_EDITION; i == CPE_EDITION && packed <= CPE_OTHER; packed++) {
			buf_byte(out, '~');
			write_component(c->attribute[packed], out);
		}
	}
}

static void cpe_of_random_values_is_read_back_from_both_forms(void **state)
{
	uint32_t seed = 20240229;

	for (int round = 0; round < 20000; round++) {
		SCOPED_ARENA arena = { 0 };
		SCOPED_BUF formatted = buf_new(4096), uri = buf_new(4096);
		struct cpe c, from_formatted, from_uri;
		struct err e = { 0 };

		for (int i = 0; i < CPE_ATTRIBUTE_COUNT; i++)
			c.attribute[i] = random_value(&seed, &arena);
		c.attribute[CPE_PART] = STR("h");
		c.attribute[CPE_LANGUAGE] = STR("de-419");
		cpe_write(&c, &formatted);
		write_uri(&c, &uri);
		if (!cpe_parse(buf_str(&formatted), &arena, &from_formatted, &e) ||
		    !cpe_parse(buf_str(&uri), &arena, &from_uri, &e))
			fail_msg("%s", e.text);
		for (int i = 0; i < CPE_ATTRIBUTE_COUNT; i++) {
			assert_true(str_eq(c.attribute[i], from_formatted.attribute[i]));
			assert_true(str_eq(c.attribute[i], from_uri.attribute[i]));
		}
	}
	(void)state;
}

TESTS(cmocka_unit_test(cpe_of_any_form_is_written_canonically),
    cmocka_unit_test(cpe_parse_says_what_is_wrong),
    cmocka_unit_test(cpe_parse_lenient_mends_what_has_one_meaning),
    cmocka_unit_test(cpe_attributes_borrow_where_the_text_is_canonical),
    cmocka_unit_test(cpe_length_is_limited), cmocka_unit_test(cpe_unescape_takes_the_backslashes_out),
    cmocka_unit_test(cpe_escape_gives_the_value_whose_text_it_is),
    cmocka_unit_test(cpe_package_is_part_vendor_and_product), cmocka_unit_test(cpe_compare_follows_table_6_2),
    cmocka_unit_test(cpe_wildcards_match_at_both_ends),
    cmocka_unit_test(cpe_of_random_values_is_read_back_from_both_forms))
