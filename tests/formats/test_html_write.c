#include "check.h"

#include "formats/html_write.h"

static void html_text_and_attributes_are_escaped(void **state)
{
	static const struct {
		const char *text, *html;
	} cases[] = {
		{ "", "" },
		{ "plain", "plain" },
		{ "<script>alert('1' & \"2\")</script>",
		    "&lt;script&gt;alert(&#39;1&#39; &amp; &quot;2&quot;)&lt;/script&gt;" },
		{ "&amp;", "&amp;amp;" },
		{ "a\tb\r\nc", "a\tb\r\nc" },
		{ "bell\x07 delete\x7f", "bell\xef\xbf\xbd delete\xef\xbf\xbd" },
		{ "\xe2\x82\xac \xf0\x9f\x98\x80", "\xe2\x82\xac \xf0\x9f\x98\x80" },
		{ "\xff\xc3<", "\xef\xbf\xbd\xef\xbf\xbd&lt;" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_BUF to = buf_new(4096), wanted = buf_new(4096);
		struct html *h = html_buf(&to);

		CASE(cases[i].text);
		html_raw(h, "<p");
		html_attribute(h, "title", str_of(cases[i].text));
		html_raw(h, ">");
		html_text(h, str_of(cases[i].text));
		html_printf(h, "%d%s", 7, cases[i].text);
		assert_true(html_close(h));
		buf_printf(&wanted, "<p title=\"%s\">%s7%s", cases[i].html, cases[i].html, cases[i].html);
		assert_true(str_eq(buf_str(&to), buf_str(&wanted)));
	}
	(void)state;
}

static void html_link_lets_no_script_in(void **state)
{
	static const struct {
		const char *address;
		bool kept;
	} cases[] = {
		{ "https://example.org/?a=1", true },
		{ "HTTP://example.org/", true },
		{ "mailto:psirt@example.org", true },
		{ "/findings/7", true },
		{ "#part", true },
		{ "//example.org/", false },
		{ "/\\example.org/", false },
		{ "javascript:alert(1)", false },
		{ " https://example.org/", false },
		{ "data:text/html,x", false },
		{ "\tjavascript:alert(1)", false },
		{ "", false },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_BUF to = buf_new(4096);
		struct html *h = html_buf(&to);

		CASE(cases[i].address);
		html_link(h, "href", str_of(cases[i].address));
		assert_true(html_close(h));
		assert_int_equal(to.len > 0, cases[i].kept);
	}
	(void)state;
}

static void html_writes_long_documents_whole(void **state)
{
	static char text[100000];
	SCOPED_BUF to = buf_new(10 * sizeof(text)), small = buf_new(1000);
	struct html *h = html_buf(&to);

	memset(text, 'x', sizeof(text));
	for (size_t len = 1; len < sizeof(text); len *= 2) {
		html_text(h, (struct str){ text, len });
		html_raw(h, "<br>");
	}
	html_raw_str(h, (struct str){ text, sizeof(text) });
	assert_true(html_close(h));
	assert_int_equal(to.len, 131071 + 17 * 4 + sizeof(text));
	h = html_buf(&small);
	html_text(h, (struct str){ text, 1001 });
	assert_false(html_close(h));
	(void)state;
}

TESTS(cmocka_unit_test(html_text_and_attributes_are_escaped), cmocka_unit_test(html_link_lets_no_script_in),
    cmocka_unit_test(html_writes_long_documents_whole))
