#include "check.h"

#include "base/buf.h"
#include "formats/xml_read.h"
#include "limits.h"

/* A document as lines: "<space|name attribute=value" opens, ">text" closes. */
struct dump {
	struct buf lines;
	size_t stop_at; /* refuses the element with this number, from 1; 0: none */
	size_t opened;
};

static bool dump_open(void *ctx, struct xml *x, const struct xml_element *element, struct err *e)
{
	struct dump *d = ctx;

	if (++d->opened == d->stop_at) {
		err_fail(e, ERR_INPUT, "not wanted");
		return xml_within(x, e);
	}
	buf_printf(
	    &d->lines, "<" STR_FMT "|" STR_FMT, STR_ARG(element->name.space), STR_ARG(element->name.local));
	for (size_t i = 0; i < element->attribute_count; i++)
		buf_printf(&d->lines, " " STR_FMT "=" STR_FMT, STR_ARG(element->attributes[i].name.local),
		    STR_ARG(element->attributes[i].value));
	buf_byte(&d->lines, '\n');
	return true;
}

static bool dump_close(void *ctx, struct xml *x, struct str text, struct err *e)
{
	struct dump *d = ctx;

	(void)x;
	(void)e;
	buf_printf(&d->lines, ">" STR_FMT "\n", STR_ARG(text));
	return true;
}

static bool read_text(struct str text, struct dump *d, struct err *e)
{
	struct xml_sink sink = { d, dump_open, dump_close };
	SCOPED_INPUT *in = input_open_memory(STR("x.xml"), text);
	bool done;

	d->lines = buf_new(64 * 1024 * 1024);
	done = xml_read(in, sink, e);
	buf_byte(&d->lines, '\0');
	return done;
}

/* clang-format off */
static const struct {
	const char *says, *xml, *lines;
} good[] = {
	{ "elements, attributes, text", "<a x='1'><b y=\"2\">t</b></a>", "<|a x=1\n<|b y=2\n>t\n>\n" },
	{ "namespaces by default and by prefix", "<a xmlns='n' xmlns:p='m'><p:b/></a>", "<n|a\n<m|b\n>\n>\n" },
	{ "the five entities and numbers", "<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x42;</a>", "<|a\n><>&\"'AB\n" },
	{ "CDATA", "<a>1<![CDATA[<x>&]]>2</a>", "<|a\n>1<x>&2\n" },
	{ "comments and instructions are nothing", "<?xml version='1.0'?><!-- c --><a>1<!-- c -->2<?p i?>3</a>", "<|a\n>123\n" },
	{ "the text of an outer element is what stands behind the last inner one", "<a>1<b>2</b>3</a>", "<|a\n<|b\n>2\n>3\n" },
	{ "ISO 8859-1", "<?xml version='1.0' encoding='ISO-8859-1'?><a>\xe9</a>", "<|a\n>\xc3\xa9\n" },
	{ "a byte order mark", "\xef\xbb\xbf<a/>", "<|a\n>\n" },
};

static const struct {
	const char *says, *xml, *why;
} bad[] = {
	{ "nothing", "", "x.xml:1: no element found" },
	{ "no XML", "hello", "x.xml:1: syntax error" },
	{ "a wrong end", "<a>\n<b>\n</a>", "x.xml:3: a/b: mismatched tag" },
	{ "cut short", "<a>\n<b>", "x.xml:2: a/b: no element found" },
	{ "neighbours are counted", "<a>\n<b/><b/><c/><b/><b>&</b></a>", "x.xml:2: a/b[2]: not well-formed (invalid token)" },
	{ "inner ones do not disturb the count", "<a><b><c/></b>\n<b><c/><c>\x01</c></b></a>", "x.xml:2: a/b[2]/c[2]: not well-formed (invalid token)" },
	{ "bytes that are not UTF-8", "<a>\xff</a>", "x.xml:1: a: not well-formed (invalid token)" },
	{ "surrogates", "<a>\xed\xa0\x80</a>", "x.xml:1: a: not well-formed (invalid token)" },
	{ "an entity of its own", "<a>&b;</a>", "x.xml:1: a: undefined entity" },
	{ "an attribute twice", "<a b='' b=''/>", "x.xml:1: duplicate attribute" },
	{ "a prefix that is not bound", "<p:a/>", "x.xml:1: unbound prefix" },
	{ "an encoding that is not known", "<?xml version='1.0' encoding='x'?><a/>", "x.xml:1: unknown encoding" },
	{ "more behind the end", "<a/><b/>", "x.xml:1: junk after document element" },
	{ "a document type", "<!DOCTYPE a><a/>", "x.xml:1: a document type declaration, which is not read" },
	{ "a billion laughs",
	  "<?xml version='1.0'?>\n<!DOCTYPE lolz [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>\n<lolz>&b;</lolz>",
	  "x.xml:2: a document type declaration, which is not read" },
	{ "a file from elsewhere", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
	  "x.xml:1: a document type declaration, which is not read" },
	{ "parameter entities", "<!DOCTYPE a [<!ENTITY % x SYSTEM 'http://127.0.0.1/x'>%x;]><a/>",
	  "x.xml:1: a document type declaration, which is not read" },
};
/* clang-format on */

static void xml_is_handed_out_element_by_element(void **state)
{
	for (size_t i = 0; i < COUNT(good); i++) {
		struct dump d = { 0 };
		struct err e = { 0 };

		CASE(good[i].says);
		assert_true(read_text(str_of(good[i].xml), &d, &e));
		assert_string_equal(d.lines.ptr, good[i].lines);
		buf_free(&d.lines);
	}
	(void)state;
}

static void what_is_wrong_is_told_with_its_place(void **state)
{
	for (size_t i = 0; i < COUNT(bad); i++) {
		struct dump d = { 0 };
		struct err e = { 0 };

		CASE(bad[i].says);
		assert_false(read_text(str_of(bad[i].xml), &d, &e));
		assert_string_equal(e.text, bad[i].why);
		buf_free(&d.lines);
	}
	(void)state;
}

static void a_sink_may_stop(void **state)
{
	struct dump d = { .stop_at = 2 };
	struct err e = { 0 };

	assert_false(read_text(STR("<a>\n<b/><c/></a>"), &d, &e));
	assert_string_equal(e.text, "x.xml:2: a/b: not wanted");
	assert_string_equal(d.lines.ptr, "<|a\n");
	buf_free(&d.lines);
	(void)state;
}

static void repeat(struct buf *to, const char *text, size_t times)
{
	for (size_t i = 0; i < times; i++)
		buf_add(to, str_of(text));
}

/* What is read of head, then times middle, then tail. */
static bool reads(const char *head, const char *middle, size_t times, const char *tail, struct err *e)
{
	SCOPED_BUF text = buf_new(64 * 1024 * 1024);
	struct dump d = { 0 };
	bool done;

	buf_add(&text, str_of(head));
	repeat(&text, middle, times);
	buf_add(&text, str_of(tail));
	*e = (struct err){ 0 };
	done = read_text(buf_str(&text), &d, e);
	buf_free(&d.lines);
	return done;
}

static bool nests(size_t depth, struct err *e)
{
	SCOPED_BUF text = buf_new(1024 * 1024);
	struct dump d = { 0 };
	bool done;

	repeat(&text, "<a>", depth);
	repeat(&text, "</a>", depth);
	*e = (struct err){ 0 };
	done = read_text(buf_str(&text), &d, e);
	buf_free(&d.lines);
	return done;
}

static void limits_hold_one_below_at_and_above(void **state)
{
	struct err e;

	assert_true(nests(LIMIT_XML_DEPTH - 1, &e));
	assert_true(nests(LIMIT_XML_DEPTH, &e));
	assert_false(nests(LIMIT_XML_DEPTH + 1, &e));
	assert_int_equal(e.code, ERR_LIMIT);
	assert_false(nests(100000, &e));

	assert_true(reads("<a>", "x", LIMIT_XML_TEXT_BYTES - 1, "</a>", &e));
	assert_true(reads("<a>", "x", LIMIT_XML_TEXT_BYTES, "</a>", &e));
	assert_false(reads("<a>", "x", LIMIT_XML_TEXT_BYTES + 1, "</a>", &e));
	assert_string_equal(e.text, "x.xml:1: a: a text that is too long");

	/* The length of a tag is looked at after each chunk of 64 KiB. */
	assert_true(reads("<a b='", "x", LIMIT_XML_TAG_BYTES - 65536, "'/>", &e));
	assert_false(reads("<a b='", "x", LIMIT_XML_TAG_BYTES + 2 * 65536, "'/>", &e));
	assert_string_equal(e.text, "x.xml:1: a tag or comment that is too long");
	assert_false(reads("<a><!--", "x", LIMIT_XML_TAG_BYTES + 2 * 65536, "--></a>", &e));
	assert_int_equal(e.code, ERR_LIMIT);
	(void)state;
}

static bool has_attributes(size_t count, struct err *e)
{
	SCOPED_BUF text = buf_new(1024 * 1024);
	struct dump d = { 0 };
	bool done;

	buf_add(&text, STR("<a"));
	for (size_t i = 0; i < count; i++)
		buf_printf(&text, " a%zu=''", i);
	buf_add(&text, STR("/>"));
	*e = (struct err){ 0 };
	done = read_text(buf_str(&text), &d, e);
	buf_free(&d.lines);
	return done;
}

static void attributes_are_limited(void **state)
{
	struct err e;

	assert_true(has_attributes(LIMIT_XML_ATTRIBUTES - 1, &e));
	assert_true(has_attributes(LIMIT_XML_ATTRIBUTES, &e));
	assert_false(has_attributes(LIMIT_XML_ATTRIBUTES + 1, &e));
	assert_string_equal(e.text, "x.xml:1: a: too many attributes");
	(void)state;
}

TESTS(cmocka_unit_test(xml_is_handed_out_element_by_element),
    cmocka_unit_test(what_is_wrong_is_told_with_its_place), cmocka_unit_test(a_sink_may_stop),
    cmocka_unit_test(limits_hold_one_below_at_and_above), cmocka_unit_test(attributes_are_limited))
