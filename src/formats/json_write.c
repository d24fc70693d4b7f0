#include "formats/json_write.h"

#include <assert.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/number.h"
#include "base/scan.h"
#include "base/utf8.h"
#include "formats/text_out.h"
#include "limits.h"

#define INDENT 2
#define LINE "\n                                                                "

enum place { AFTER_OPENING, AFTER_ITEM, AFTER_KEY };

struct json_out {
	struct text_out out;
	bool pretty;
	enum place place;
	size_t depth;
	bool is_object[LIMIT_JSON_DEPTH];
};

static struct json_out *open_out(FILE *file, struct buf *buf, bool pretty)
{
	struct json_out *w = memory_alloc(1, sizeof(*w));

	w->out = text_out_open(file, buf);
	w->pretty = pretty;
	return w;
}

struct json_out *json_out_file(FILE *to, bool pretty)
{
	return open_out(to, NULL, pretty);
}

struct json_out *json_out_buf(struct buf *to, bool pretty)
{
	return open_out(NULL, to, pretty);
}

static void new_line(struct json_out *w)
{
	size_t indent = w->depth * INDENT;

	if (!w->pretty)
		return;
	text_out_put(&w->out, str_first(STR(LINE), 1 + indent));
	for (; indent > sizeof(LINE) - 2; indent--) /* deeper than any document of ours */
		text_out_byte(&w->out, ' ');
}

/* Before a key, or before an item of an array. */
static void next_place(struct json_out *w)
{
	assert(w->place != AFTER_KEY);
	if (w->place == AFTER_ITEM)
		text_out_byte(&w->out, ',');
	new_line(w);
}

/* Before any value. */
static void begin_value(struct json_out *w)
{
	if (w->depth == 0) {
		assert(w->place == AFTER_OPENING); /* a document is one value */
	} else if (w->is_object[w->depth - 1]) {
		assert(w->place == AFTER_KEY);
	} else {
		next_place(w);
	}
	w->place = AFTER_ITEM;
}

/* RFC 8259 section 7, the short forms where there are any. */
static void put_escape(struct json_out *w, unsigned char c)
{
	static const char from[] = "\"\\\b\f\n\r\t", to[] = "\"\\bfnrt", hex[] = "0123456789abcdef";
	const char *simple = memchr(from, c, sizeof(from) - 1);

	text_out_byte(&w->out, '\\');
	if (simple) {
		text_out_byte(&w->out, to[simple - from]);
		return;
	}
	text_out_put(&w->out, STR("u00"));
	text_out_byte(&w->out, hex[c >> 4]);
	text_out_byte(&w->out, hex[c & 15]);
}

static void put_quoted(struct json_out *w, struct str s)
{
	text_out_byte(&w->out, '"');
	while (s.len) {
		size_t n = scan_plain_length(s.ptr, s.len);

		text_out_put(&w->out, str_first(s, n));
		s = str_from(s, n);
		if (s.len == 0)
			break;
		n = utf8_sequence(s);
		if (n > 1)
			text_out_put(&w->out, str_first(s, n));
		else if (n == 1)
			put_escape(w, (unsigned char)s.ptr[0]);
		else
			text_out_put(&w->out, STR(UTF8_REPLACEMENT));
		s = str_from(s, n ? n : 1);
	}
	text_out_byte(&w->out, '"');
}

static void open_level(struct json_out *w, bool is_object)
{
	begin_value(w);
	assert(w->depth < LIMIT_JSON_DEPTH);
	w->is_object[w->depth++] = is_object;
	text_out_byte(&w->out, is_object ? '{' : '[');
	w->place = AFTER_OPENING;
}

static void close_level(struct json_out *w, bool is_object)
{
	assert(w->depth > 0 && w->is_object[w->depth - 1] == is_object && w->place != AFTER_KEY);
	w->depth--;
	if (w->place == AFTER_ITEM)
		new_line(w);
	text_out_byte(&w->out, is_object ? '}' : ']');
	w->place = AFTER_ITEM;
}

void json_out_drop(struct json_out *w)
{
	if (!w)
		return;
	text_out_drop(&w->out);
	free(w);
}

bool json_out_close(struct json_out *w)
{
	bool good;

	assert(w->depth == 0 && w->place == AFTER_ITEM);
	if (w->pretty)
		text_out_byte(&w->out, '\n');
	good = text_out_close(&w->out);
	free(w);
	return good;
}

void json_open_object(struct json_out *w)
{
	open_level(w, true);
}

void json_close_object(struct json_out *w)
{
	close_level(w, true);
}

void json_open_array(struct json_out *w)
{
	open_level(w, false);
}

void json_close_array(struct json_out *w)
{
	close_level(w, false);
}

void json_key_str(struct json_out *w, struct str key)
{
	assert(w->depth > 0 && w->is_object[w->depth - 1]);
	next_place(w);
	put_quoted(w, key);
	text_out_put(&w->out, w->pretty ? STR(": ") : STR(":"));
	w->place = AFTER_KEY;
}

void json_key(struct json_out *w, const char *key)
{
	json_key_str(w, str_of(key));
}

void json_put_text(struct json_out *w, struct str s)
{
	begin_value(w);
	put_quoted(w, s);
}

void json_put_int(struct json_out *w, int64_t n)
{
	char text[NUMBER_TEXT_SIZE];

	begin_value(w);
	text_out_put(&w->out, number_write(n, text));
}

void json_put_decimal(struct json_out *w, int64_t n, int places)
{
	char text[NUMBER_TEXT_SIZE];

	begin_value(w);
	text_out_put(&w->out, number_write_decimal(n, places, text));
}

void json_put_written(struct json_out *w, struct str json)
{
	begin_value(w);
	text_out_put(&w->out, json);
}

void json_put_bool(struct json_out *w, bool b)
{
	begin_value(w);
	text_out_put(&w->out, b ? STR("true") : STR("false"));
}

void json_put_null(struct json_out *w)
{
	begin_value(w);
	text_out_put(&w->out, STR("null"));
}

void json_field_text(struct json_out *w, const char *key, struct str s)
{
	json_key(w, key);
	json_put_text(w, s);
}

void json_field_text_or_null(struct json_out *w, const char *key, struct str s)
{
	json_key(w, key);
	if (s.ptr)
		json_put_text(w, s);
	else
		json_put_null(w);
}

void json_field_int(struct json_out *w, const char *key, int64_t n)
{
	json_key(w, key);
	json_put_int(w, n);
}

void json_field_bool(struct json_out *w, const char *key, bool b)
{
	json_key(w, key);
	json_put_bool(w, b);
}

void json_field_null(struct json_out *w, const char *key)
{
	json_key(w, key);
	json_put_null(w);
}

void json_field_optional(struct json_out *w, const char *key, struct str s)
{
	json_field_text_or_null(w, key, s.len ? s : STR_NONE);
}

void json_field_date(struct json_out *w, const char *key, struct date d)
{
	char text[DATE_TEXT_SIZE];

	json_field_text_or_null(w, key, date_is_known(d) ? str_of(date_write(d, text)) : STR_NONE);
}

void json_field_instant(struct json_out *w, const char *key, struct instant t)
{
	char text[INSTANT_TEXT_SIZE];

	json_field_text_or_null(w, key, instant_is_known(t) ? str_of(instant_write(t, text)) : STR_NONE);
}

void json_field_int_or_null(struct json_out *w, const char *key, int64_t n, int64_t least)
{
	if (n < least)
		json_field_null(w, key);
	else
		json_field_int(w, key, n);
}
