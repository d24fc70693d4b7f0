#include "formats/json_stream.h"

#include <assert.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/number.h"
#include "formats/json_reader.h"
#include "limits.h"

static const char *const kind_names[] = {
	[JSON_NOTHING] = "nothing",
	[JSON_NULL] = "null",
	[JSON_BOOL] = "true or false",
	[JSON_NUMBER] = "a number",
	[JSON_TEXT] = "text",
	[JSON_ARRAY] = "an array",
	[JSON_OBJECT] = "an object",
};

static const unsigned char byte_order_mark[] = { 0xef, 0xbb, 0xbf };

struct json *json_open(struct input *in)
{
	struct json *j = memory_alloc(1, sizeof(*j));
	struct json_window *w = &j->window;

	json_window_open(w, in);
	j->levels = memory_resize(NULL, LIMIT_JSON_DEPTH, sizeof(*j->levels));
	j->text = buf_new(LIMIT_JSON_TEXT_BYTES);
	j->long_key = buf_new(LIMIT_JSON_TEXT_BYTES);
	j->pending = true;
	while (w->end < sizeof(byte_order_mark) && json_window_more(w))
		;
	if (w->end >= sizeof(byte_order_mark) && !memcmp(w->buf, byte_order_mark, sizeof(byte_order_mark)))
		w->pos = sizeof(byte_order_mark);
	return j;
}

void json_close(struct json *j)
{
	if (!j)
		return;
	json_window_close(&j->window);
	free(j->levels);
	buf_free(&j->text);
	buf_free(&j->long_key);
	free(j);
}

static enum json_kind kind_of(char first)
{
	switch (first) {
	case '"':
		return JSON_TEXT;
	case '{':
		return JSON_OBJECT;
	case '[':
		return JSON_ARRAY;
	case 't':
	case 'f':
		return JSON_BOOL;
	case 'n':
		return JSON_NULL;
	default:
		return first == '-' || char_is_digit(first) ? JSON_NUMBER : JSON_NOTHING;
	}
}

enum json_kind json_peek(struct json *j)
{
	enum json_kind kind;

	if (j->state != JSON_FINE || !j->pending)
		return JSON_NOTHING;
	kind = kind_of(json_window_next(&j->window));
	if (kind == JSON_NOTHING)
		json_unexpected(j, "a value");
	return kind;
}

/* Passes a scalar that is not wanted, or enters what is not one. */
static void step_over(struct json *j)
{
	struct json_window *w = &j->window;
	struct json_token t = { 0 };
	char first = json_window_next(w);

	switch (kind_of(first)) {
	case JSON_TEXT:
		json_accept(j, &t, json_scan_text(w, &t));
		break;
	case JSON_NUMBER:
		json_accept(j, &t, json_scan_number(w, &t));
		break;
	case JSON_BOOL:
		json_accept(j, &t, json_scan_word(w, first == 't' ? STR("true") : STR("false"), &t));
		break;
	case JSON_NULL:
		json_accept(j, &t, json_scan_word(w, STR("null"), &t));
		break;
	case JSON_OBJECT:
	case JSON_ARRAY:
		json_open_level(j, first == '{');
		break;
	case JSON_NOTHING:
		json_unexpected(j, "a value");
		break;
	}
	j->pending = false;
}

/* Passes the pending value and all that is left of the levels above floor. */
static void skip_down_to(struct json *j, size_t floor)
{
	struct str key;

	while (j->state != JSON_DOCUMENT_BAD) {
		if (j->pending)
			step_over(j);
		else if (j->depth <= floor)
			return;
		else if (j->levels[j->depth - 1].is_object)
			json_member(j, &key);
		else
			json_item(j);
	}
}

void json_skip(struct json *j)
{
	if (j->state == JSON_FINE && j->pending)
		skip_down_to(j, j->depth);
}

/* Is the value that stands next of this kind? A null is taken and is no error. */
static bool next_is(struct json *j, enum json_kind wanted)
{
	enum json_kind kind = json_peek(j);
	char what[96];

	if (kind == wanted || kind == JSON_NOTHING)
		return kind == wanted;
	if (kind == JSON_NULL) {
		step_over(j);
		return false;
	}
	snprintf(what, sizeof(what), "expected %s, found %s", kind_names[wanted], kind_names[kind]);
	return json_complain(j, ERR_INPUT, what);
}

/* Makes the innermost level one of this kind that may be read on, leaving those of the other kind; false
 * where there is none in the record or document. */
static bool back_in(struct json *j, bool object)
{
	size_t floor = j->in_record ? j->record_depth : 0;

	while (j->depth > floor && j->levels[j->depth - 1].is_object != object && j->state == JSON_FINE)
		skip_down_to(j, j->depth - 1);
	return j->depth > floor && j->state == JSON_FINE;
}

/* False once the record is too large: noticed early, so that callers do not collect it. */
static bool record_fits(struct json *j)
{
	char what[64];

	if (!j->in_record || json_window_offset(&j->window) - j->record_from <= LIMIT_RECORD_BYTES)
		return true;
	snprintf(what, sizeof(what), "a record of more than %d bytes", LIMIT_RECORD_BYTES);
	return json_complain(j, ERR_LIMIT, what);
}

bool json_next_key(struct json *j, struct str *key)
{
	if (j->state != JSON_FINE || !record_fits(j))
		return false;
	if (j->pending ? !next_is(j, JSON_OBJECT) || !json_open_level(j, true) : !back_in(j, true))
		return false;
	return json_member(j, key);
}

bool json_next_item(struct json *j)
{
	if (j->state != JSON_FINE || !record_fits(j))
		return false;
	if (j->pending ? !next_is(j, JSON_ARRAY) || !json_open_level(j, false) : !back_in(j, false))
		return false;
	return json_item(j);
}

bool json_text(struct json *j, struct str *out)
{
	struct json_token t = { .keep = true };

	if (!next_is(j, JSON_TEXT))
		return false;
	j->pending = false;
	if (!json_accept(j, &t, json_scan_text(&j->window, &t)))
		return false;
	if (t.escaped) {
		json_unescape(t.bytes, &j->text);
		t.bytes = buf_str(&j->text);
	}
	*out = t.bytes;
	return true;
}

bool json_bool(struct json *j, bool *out)
{
	struct json_token t = { 0 };
	bool yes;

	if (!next_is(j, JSON_BOOL))
		return false;
	j->pending = false;
	yes = j->window.buf[j->window.pos] == 't';
	if (!json_accept(j, &t, json_scan_word(&j->window, yes ? STR("true") : STR("false"), &t)))
		return false;
	*out = yes;
	return true;
}

bool json_number(struct json *j, struct str *out)
{
	struct json_token t = { .keep = true };

	if (!next_is(j, JSON_NUMBER))
		return false;
	j->pending = false;
	if (!json_accept(j, &t, json_scan_number(&j->window, &t)))
		return false;
	*out = t.bytes;
	return true;
}

bool json_int(struct json *j, int64_t least, int64_t most, int64_t *out)
{
	struct str digits;
	struct err e = { 0 };

	if (!json_number(j, &digits))
		return false;
	if (!number_parse(digits, "number", least, most, out, &e))
		return json_complain(j, ERR_INPUT, e.text);
	return true;
}

bool json_decimal(struct json *j, int places, int64_t *out)
{
	struct str digits;

	if (!json_number(j, &digits))
		return false;
	if (!number_decimal(digits, places, out)) {
		json_refuse(j, "number " STR_FMT " is too large", STR_ARG(digits));
		return false;
	}
	return true;
}

void json_record_begin(struct json *j, bool keep_raw)
{
	if (j->state != JSON_FINE)
		return;
	assert(!j->in_record);
	json_window_next(&j->window);
	j->in_record = true;
	j->record_depth = j->depth;
	j->record_from = json_window_offset(&j->window);
	j->window.record = keep_raw ? j->window.pos : JSON_WINDOW_NONE;
	j->raw = STR("");
}

struct str json_record_raw(struct json *j)
{
	return j->raw;
}

bool json_record_end(struct json *j, struct err *e)
{
	struct json_window *w = &j->window;
	bool good;

	if (j->in_record) {
		if (j->state == JSON_FINE)
			skip_down_to(j, j->record_depth);
		if (j->state == JSON_FINE)
			record_fits(j);
	}
	good = j->state == JSON_FINE;
	if (!good)
		*e = j->err;
	if (j->state == JSON_RECORD_BAD) {
		j->recovering = true;
		skip_down_to(j, j->record_depth);
		j->recovering = false;
		if (j->state == JSON_RECORD_BAD)
			j->state = JSON_FINE;
	}
	if (w->record != JSON_WINDOW_NONE && j->state == JSON_FINE &&
	    w->pos - w->record <= LIMIT_RECORD_BYTES)
		j->raw = (struct str){ w->buf + w->record, w->pos - w->record };
	w->record = JSON_WINDOW_NONE;
	j->in_record = false;
	return good;
}

void json_refuse(struct json *j, const char *fmt, ...)
{
	char what[sizeof(j->err.text)];
	va_list args;

	va_start(args, fmt);
	vsnprintf(what, sizeof(what), fmt, args);
	va_end(args);
	json_complain(j, ERR_INPUT, what);
}

bool json_failed(const struct json *j)
{
	return j->state != JSON_FINE;
}

bool json_finish(struct json *j, struct err *e)
{
	struct json_window *w = &j->window;

	if (j->state == JSON_RECORD_BAD)
		j->state = JSON_DOCUMENT_BAD;
	j->in_record = false;
	w->record = JSON_WINDOW_NONE;
	skip_down_to(j, 0);
	if (j->state == JSON_FINE && (json_window_next(w) != '\0' || !json_window_at_end(w)))
		json_unexpected(j, "the end");
	if (!input_finish(w->in, e))
		return false;
	if (j->state == JSON_FINE)
		return true;
	*e = j->err;
	return false;
}
