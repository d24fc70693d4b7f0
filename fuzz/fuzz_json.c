/*
 * The JSON reader: a pass that skips all, one that takes every value and writes it anew, one of records. The
 * first two must agree whether the document is good, and what was written must be read again.
 */
#include "fuzz.h"

#include "formats/json_stream.h"
#include "formats/json_write.h"
#include "limits.h"

static bool skip_all(struct str text)
{
	SCOPED_INPUT *in = input_open_memory(STR("fuzz"), text);
	SCOPED_JSON *j = json_open(in);
	struct err e = { 0 };
	bool good = json_finish(j, &e);

	if (!good && e.text[0] == '\0')
		__builtin_trap(); /* a failure that says nothing */
	return good;
}

static void copy_scalar(struct json *j, enum json_kind kind, struct json_out *to)
{
	struct str text;
	bool yes;

	if (kind == JSON_TEXT && json_text(j, &text)) {
		json_put_text(to, text);
	} else if (kind == JSON_BOOL && json_bool(j, &yes)) {
		json_put_bool(to, yes);
	} else {
		json_put_null(to);
		json_skip(j);
	}
}

/* Moves to the next value of the innermost level. */
static bool copy_next(struct json *j, bool in_object, struct json_out *to)
{
	struct str key;

	if (!in_object)
		return json_next_item(j);
	if (!json_next_key(j, &key))
		return false;
	json_key_str(to, key);
	return true;
}

static void copy_document(struct json *j, struct json_out *to)
{
	bool is_object[LIMIT_JSON_DEPTH];
	size_t depth = 0;

	do {
		enum json_kind kind = json_peek(j);

		if (depth < LIMIT_JSON_DEPTH && (kind == JSON_OBJECT || kind == JSON_ARRAY)) {
			is_object[depth++] = kind == JSON_OBJECT;
			if (kind == JSON_OBJECT)
				json_open_object(to);
			else
				json_open_array(to);
		} else {
			copy_scalar(j, kind, to);
		}
		while (depth && !copy_next(j, is_object[depth - 1], to)) {
			if (is_object[--depth])
				json_close_object(to);
			else
				json_close_array(to);
		}
	} while (depth);
}

static bool take_all(struct str text)
{
	SCOPED_INPUT *in = input_open_memory(STR("fuzz"), text);
	SCOPED_JSON *j = json_open(in);
	SCOPED_BUF copy = buf_new(8 * text.len + 4096);
	struct json_out *to = json_out_buf(&copy, false);
	struct err e = { 0 };

	copy_document(j, to);
	if (!json_finish(j, &e)) {
		json_out_drop(to);
		return false;
	}
	if (!json_out_close(to) || !skip_all(buf_str(&copy)))
		__builtin_trap();
	return true;
}

static void take_one(struct json *j)
{
	struct str text;
	int64_t number;

	switch (json_peek(j)) {
	case JSON_TEXT:
		json_text(j, &text);
		return;
	case JSON_NUMBER:
		json_decimal(j, 6, &number);
		return;
	case JSON_OBJECT:
		while (json_next_key(j, &text))
			if (!json_text(j, &text))
				json_skip(j);
		return;
	case JSON_ARRAY: /* left early */
		json_next_item(j);
		return;
	case JSON_BOOL:
	case JSON_NOTHING:
	case JSON_NULL:
		json_skip(j);
	}
}

static void take_records(struct str text)
{
	SCOPED_INPUT *in = input_open_memory(STR("fuzz"), text);
	SCOPED_JSON *j = json_open(in);
	struct err e = { 0 };

	while (json_next_item(j)) {
		json_record_begin(j, true);
		take_one(j);
		if (json_record_end(j, &e) && !skip_all(json_record_raw(j)))
			__builtin_trap();
	}
	if (!json_finish(j, &e) && e.text[0] == '\0')
		__builtin_trap();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct str text = { (const char *)bytes, len };

	if (skip_all(text) != take_all(text))
		__builtin_trap();
	take_records(text);
	return 0;
}
