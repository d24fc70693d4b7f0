/*
 * json_stream - reads one JSON document from front to back, in constant memory.
 *
 * Strict RFC 8259; limits on depth, text and number length are in limits.h and hold for skipped values too. A
 * byte order mark at the start is passed over. null is "absent": json_text, json_next_key and their like take
 * it and give false without an error.
 *
 * Every key and item is followed by exactly one taking call; json_skip() is for what is not wanted:
 *
 *	while (json_next_key(j, &key)) {
 *		if (str_eq(key, STR("id")) && json_text(j, &text))
 *			id = arena_copy(record, text);
 *		else
 *			json_skip(j);   (nothing left to skip where json_text took a null)
 *	}
 *
 * A value that stands next is entered by json_next_key or json_next_item, or refused where it is of another
 * kind: it is never passed over silently. Leaving an object's or array's loop early is fine where the next
 * call is json_next_item or json_next_key for the array or object around it: what was left is skipped.
 *
 * Errors stick, so loops end by themselves. A syntax error and too much depth stick to the document:
 * json_finish() reports where and why. Between json_record_begin() and json_record_end() what is wrong with a
 * value (its type, its length, UTF-8 that is none, half a surrogate pair, \u0000) sticks to the record:
 * json_record_end() reports it, skips to the record's end and goes on. Outside a record it sticks to the
 * document. So does a key that appears twice in one object (the first 64 keys of an object are compared) and
 * a record of more than LIMIT_RECORD_BYTES.
 */
#pragma once
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "formats/input.h"

struct json;

enum json_kind { JSON_NOTHING, JSON_NULL, JSON_BOOL, JSON_NUMBER, JSON_TEXT, JSON_ARRAY, JSON_OBJECT };

struct json *json_open(struct input *in);
void json_close(struct json *j);

/* What the next value is, without taking it; JSON_NOTHING after an error or where no value stands. */
enum json_kind json_peek(struct json *j);
/* Enters an object or goes on in it; false at its end. key is valid until the next key of the same object
 * (one of more than 64 bytes: until the next key). */
bool json_next_key(struct json *j, struct str *key);
bool json_next_item(struct json *j);		 /* enters an array or goes on in it; false at its end */
bool json_text(struct json *j, struct str *out); /* valid until the next call on j */
bool json_bool(struct json *j, bool *out);
bool json_int(struct json *j, int64_t least, int64_t most, int64_t *out);
bool json_number(struct json *j, struct str *out); /* as written; valid until the next call on j */
/* A number as a whole number of 10^-places: 9.8 with 1 gives 98. */
bool json_decimal(struct json *j, int places, int64_t *out);
void json_skip(struct json *j);

/* Makes the value that comes next a record, whose bytes are kept for json_record_raw() if keep_raw. */
void json_record_begin(struct json *j, bool keep_raw);
/* The bytes of the record just ended by json_record_end(), as they stood in the file; empty where it was too
 * large or the document is broken. Valid until the next call. */
struct str json_record_raw(struct json *j);
/* Ends the record, skipping what was not taken. False: this record was bad, *e says where and why; the reader
 * stands after it. */
MUST_CHECK bool json_record_end(struct json *j, struct err *e);
/* A complaint of the caller's own about the value just taken; sticks like a wrong type, place added. */
void json_refuse(struct json *j, const char *fmt, ...) PRINTF(2, 3);
/* Puts the place of the value just taken before a complaint that does not stick: "feed.json:12: a.b: what".
 * Returns false. */
bool json_within(const struct json *j, struct err *e);
/* True once the record (or document) has an error that sticks. */
bool json_failed(const struct json *j);

/* Reads to the end; fails if the document did, or if anything but white space follows it:
 * "feed.json:99812: vulnerabilities[4511].cve.id: expected text, found a number". */
MUST_CHECK bool json_finish(struct json *j, struct err *e);

static inline void json_scoped_close(struct json **j)
{
	json_close(*j);
}
#define SCOPED_JSON __attribute__((cleanup(json_scoped_close))) struct json
