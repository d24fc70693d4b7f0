#include "formats/json_window.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "limits.h"

/* Behind the end: the NUL, and what scanning may read beyond it (json_stream copies keys 64 bytes at once).
 */
#define SLACK 80

void json_window_open(struct json_window *w, struct input *in)
{
	*w = (struct json_window){ .in = in, .hold = JSON_WINDOW_NONE, .record = JSON_WINDOW_NONE };
	w->room = JSON_WINDOW_BYTES;
	w->buf = memory_resize(NULL, w->room + SLACK, 1);
	memset(w->buf, 0, SLACK);
}

void json_window_close(struct json_window *w)
{
	free(w->buf);
}

/* Drops the first from bytes. */
static void slide(struct json_window *w, size_t from)
{
	w->lines_before += scan_count(w->buf, from, '\n');
	w->before += from;
	memmove(w->buf, w->buf + from, w->end - from);
	w->pos -= from;
	w->end -= from;
	if (w->hold != JSON_WINDOW_NONE)
		w->hold -= from;
	if (w->record != JSON_WINDOW_NONE)
		w->record -= from;
}

bool json_window_more(struct json_window *w)
{
	size_t from = w->hold < w->record ? w->hold : w->record, n;

	if (w->ended)
		return false;
	if (w->record != JSON_WINDOW_NONE && w->pos - w->record > LIMIT_RECORD_BYTES) {
		w->record = JSON_WINDOW_NONE;
		from = w->hold;
	}
	if (w->pos < from)
		from = w->pos;
	if (from > 0)
		slide(w, from);
	if (w->end > w->room / 2) {
		w->room *= 2;
		w->buf = memory_resize(w->buf, w->room + SLACK, 1);
	}
	n = input_read(w->in, w->buf + w->end, w->room - w->end);
	w->ended = n == 0;
	w->end += n;
	memset(w->buf + w->end, 0, SLACK);
	return n > 0;
}

uint64_t json_window_line(const struct json_window *w)
{
	return w->lines_before + scan_count(w->buf, w->pos, '\n') + 1;
}

static bool fault(struct json_token *t, const char *what)
{
	t->fault = what;
	return false;
}

/* The first complaint stands. */
static void complain(struct json_token *t, bool over_limit, const char *what)
{
	if (!t->complaint) {
		t->complaint = what;
		t->over_limit = over_limit;
	}
}

/* The token that began at hold (and from, counted over the document) ends at pos. */
static void end_token(
    struct json_window *w, struct json_token *t, uint64_t from, size_t limit, const char *what)
{
	if (json_window_offset(w) - from > limit)
		complain(t, true, what);
	if (t->keep && !t->complaint)
		t->bytes = (struct str){ w->buf + w->hold, w->pos - w->hold };
	w->hold = JSON_WINDOW_NONE;
}

/* More bytes for a token; what is over its limit is read but no longer kept. */
static bool token_more(struct json_window *w, size_t limit)
{
	if (w->hold != JSON_WINDOW_NONE && w->pos - w->hold > limit)
		w->hold = JSON_WINDOW_NONE;
	return json_window_more(w);
}

/* Tries to have at least count bytes of a token from pos on. */
static void need(struct json_window *w, size_t count)
{
	while (w->end - w->pos < count && token_more(w, LIMIT_JSON_TEXT_BYTES))
		;
}

/* Four hexadecimal digits at p; how many of them were good. */
static int hex4(const char *p, uint32_t *out)
{
	uint32_t n = 0;

	for (int i = 0; i < 4; i++) {
		int digit = char_hex(p[i]);

		if (digit < 0)
			return i;
		n = n << 4 | (uint32_t)digit;
	}
	*out = n;
	return 4;
}

static bool is_high_surrogate(uint32_t n)
{
	return n >= 0xd800 && n <= 0xdbff;
}

static bool is_low_surrogate(uint32_t n)
{
	return n >= 0xdc00 && n <= 0xdfff;
}

/* At \u; RFC 8259 section 7. The twelve bytes of a pair are there, or the input ends before. */
static bool scan_unicode_escape(struct json_window *w, struct json_token *t)
{
	const char *p = w->buf + w->pos;
	uint32_t first = 0, second = 0;
	int good = hex4(p + 2, &first);

	if (good < 4)
		return fault(t, w->pos + 2 + (size_t)good == w->end
				    ? JSON_CUT_TEXT
				    : "expected four hexadecimal digits after \\u in a text");
	w->pos += 6;
	if (is_high_surrogate(first) && p[6] == '\\' && p[7] == 'u' && hex4(p + 8, &second) == 4 &&
	    is_low_surrogate(second))
		w->pos += 6;
	else if (is_high_surrogate(first) || is_low_surrogate(first))
		complain(t, false, "half a surrogate pair in a text");
	else if (first == 0)
		complain(t, false, "\\u0000 in a text");
	return true;
}

static bool scan_escape(struct json_window *w, struct json_token *t)
{
	need(w, 12);
	t->escaped = true;
	switch (w->buf[w->pos + 1]) {
	case '"':
	case '\\':
	case '/':
	case 'b':
	case 'f':
	case 'n':
	case 'r':
	case 't':
		w->pos += 2;
		return true;
	case 'u':
		return scan_unicode_escape(w, t);
	default:
		return fault(t, w->pos + 1 == w->end ? JSON_CUT_TEXT : "unknown escape in a text");
	}
}

static void scan_not_ascii(struct json_window *w, struct json_token *t)
{
	while ((unsigned char)w->buf[w->pos] >= 0x80) {
		size_t n;

		need(w, 4);
		n = utf8_sequence((struct str){ w->buf + w->pos, w->end - w->pos });
		if (n == 0)
			complain(t, false, "bytes that are not UTF-8 in a text");
		w->pos += n ? n : 1;
	}
}

bool json_scan_text(struct json_window *w, struct json_token *t)
{
	uint64_t from = json_window_offset(w) + 1;
	const char *p = w->buf + ++w->pos;

	if (t->keep)
		w->hold = w->pos;
	while (*(p = scan_plain(p)) != '"') {
		w->pos = (size_t)(p - w->buf);
		if (*p == '\\') {
			if (!scan_escape(w, t))
				return false;
		} else if ((unsigned char)*p >= 0x80) {
			scan_not_ascii(w, t);
		} else if (w->pos < w->end) {
			return fault(t, "a control character in a text");
		} else if (!token_more(w, LIMIT_JSON_TEXT_BYTES)) {
			return fault(t, JSON_CUT_TEXT);
		}
		p = w->buf + w->pos;
	}
	w->pos = (size_t)(p - w->buf);
	end_token(w, t, from, LIMIT_JSON_TEXT_BYTES, "a text is too long");
	w->pos++;
	return true;
}

static char number_byte(struct json_window *w)
{
	if (w->pos == w->end)
		token_more(w, LIMIT_JSON_NUMBER_BYTES);
	return w->buf[w->pos];
}

static bool scan_digits(struct json_window *w, struct json_token *t)
{
	if (!char_is_digit(number_byte(w)))
		return fault(t, json_window_at_end(w) ? "ends in the middle of a number"
						      : "expected a digit in a number");
	while (char_is_digit(number_byte(w)))
		w->pos++;
	return true;
}

bool json_scan_number(struct json_window *w, struct json_token *t)
{
	uint64_t from = json_window_offset(w);

	if (t->keep)
		w->hold = w->pos;
	if (w->buf[w->pos] == '-')
		w->pos++;
	if (number_byte(w) == '0')
		w->pos++;
	else if (!scan_digits(w, t))
		return false;
	if (number_byte(w) == '.') {
		w->pos++;
		if (!scan_digits(w, t))
			return false;
	}
	if (number_byte(w) == 'e' || number_byte(w) == 'E') {
		w->pos++;
		if (number_byte(w) == '+' || number_byte(w) == '-')
			w->pos++;
		if (!scan_digits(w, t))
			return false;
	}
	end_token(w, t, from, LIMIT_JSON_NUMBER_BYTES, "a number is too long");
	return true;
}

bool json_scan_word(struct json_window *w, struct str word, struct json_token *t)
{
	struct str there;

	need(w, word.len);
	there = str_first((struct str){ w->buf + w->pos, w->end - w->pos }, word.len);
	if (str_eq(there, word)) {
		w->pos += word.len;
		return true;
	}
	if (there.len < word.len && str_starts(word, there))
		return fault(t, "ends in the middle of a word");
	return fault(t, "expected true, false or null");
}

static const char *unescape_one(const char *p, struct buf *out)
{
	static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";
	const char *simple = memchr(from, p[1], sizeof(from) - 1);
	uint32_t first = 0, second = 0;
	char utf8[4];

	if (p[1] != 'u') {
		buf_byte(out, simple ? to[simple - from] : p[1]);
		return p + 2;
	}
	hex4(p + 2, &first);
	p += 6;
	if (is_high_surrogate(first)) {
		hex4(p + 2, &second);
		p += 6;
		first = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
	}
	buf_add(out, (struct str){ utf8, utf8_encode(first, utf8) });
	return p;
}

void json_unescape(struct str bytes, struct buf *out)
{
	const char *p = bytes.ptr, *end = bytes.ptr + bytes.len;

	buf_clear(out);
	while (p < end) {
		const char *slash = memchr(p, '\\', (size_t)(end - p));

		if (!slash)
			slash = end;
		buf_add(out, (struct str){ p, (size_t)(slash - p) });
		p = slash == end ? end : unescape_one(slash, out);
	}
}
