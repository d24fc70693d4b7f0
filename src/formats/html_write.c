#include "formats/html_write.h"

#include <stdarg.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "formats/text_out.h"

#define PRINTED_BYTES 4096 /* the most that one html_printf writes */

struct html {
	struct text_out out;
};

static struct html *open_html(FILE *file, struct buf *buf)
{
	struct html *h = memory_alloc(1, sizeof(*h));

	h->out = text_out_open(file, buf);
	return h;
}

struct html *html_file(FILE *to)
{
	return open_html(to, NULL);
}

struct html *html_buf(struct buf *to)
{
	return open_html(NULL, to);
}

bool html_close(struct html *h)
{
	bool good = text_out_close(&h->out);

	free(h);
	return good;
}

void html_raw_str(struct html *h, struct str markup)
{
	text_out_put(&h->out, markup);
}

/* The bytes at the front of s that need no escape, up to the first that is not ASCII. */
static size_t plain_length(struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.ptr[i];

		if (c < 0x20 || c >= 0x7f || c == '&' || c == '<' || c == '>' || c == '"' || c == '\'')
			return i;
	}
	return s.len;
}

static struct str escape_of(char c)
{
	switch (c) {
	case '&':
		return STR("&amp;");
	case '<':
		return STR("&lt;");
	case '>':
		return STR("&gt;");
	case '"':
		return STR("&quot;");
	case '\'':
		return STR("&#39;");
	case '\t':
		return STR("\t");
	case '\n':
		return STR("\n");
	case '\r':
		return STR("\r");
	default: /* controls */
		return STR(UTF8_REPLACEMENT);
	}
}

void html_text(struct html *h, struct str s)
{
	while (s.len) {
		size_t n = plain_length(s);

		html_raw_str(h, str_first(s, n));
		s = str_from(s, n);
		if (s.len == 0)
			return;
		n = utf8_sequence(s);
		if (n > 1)
			html_raw_str(h, str_first(s, n));
		else
			html_raw_str(h, n ? escape_of(s.ptr[0]) : STR(UTF8_REPLACEMENT));
		s = str_from(s, n ? n : 1);
	}
}

void html_printf(struct html *h, const char *fmt, ...)
{
	char text[PRINTED_BYTES];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	html_text(h, str_of(text));
}

void html_attribute(struct html *h, const char *name, struct str value)
{
	html_raw(h, " ");
	html_raw_str(h, str_of(name));
	html_raw(h, "=\"");
	html_text(h, value);
	html_raw(h, "\"");
}

static bool is_safe_address(struct str s)
{
	return str_starts_nocase(s, STR("https://")) || str_starts_nocase(s, STR("http://")) ||
	       str_starts_nocase(s, STR("mailto:")) || str_starts(s, STR("#")) ||
	       (str_starts(s, STR("/")) && !str_starts(s, STR("//")) && !str_starts(s, STR("/\\")));
}

void html_link(struct html *h, const char *name, struct str address)
{
	if (is_safe_address(address))
		html_attribute(h, name, address);
}
