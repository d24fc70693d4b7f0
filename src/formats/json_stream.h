/*
 * json_stream - reads one JSON document from front to back, in constant memory.
 *
 * Strict RFC 8259 and UTF-8; limits on depth, text and number length are in limits.h. A value that is not
 * taken is skipped by the next json_next_key or json_next_item. null is "absent": json_text and its like give
 * false for it without an error.
 *
 * Errors stick, so loops end by themselves. A syntax error sticks to the document: json_finish() reports
 * where and why. Between json_record_begin() and json_record_end() a wrong type or an over-long value sticks
 * to the record: json_record_end() reports it, skips to the record's end and goes on. Outside a record it
 * sticks to the document. A key that appears twice in one object is an error of the record (the first 64 keys
 * of an object are compared).
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
bool json_next_key(
    struct json *j, struct str *key); /* enters an object; false at its end. key valid until the next call */
bool json_next_item(struct json *j);  /* enters an array; false at its end */
bool json_text(struct json *j, struct str *out); /* valid until the next call on j */
bool json_bool(struct json *j, bool *out);
bool json_int(struct json *j, int64_t least, int64_t most, int64_t *out);
/* A number as a whole number of 10^-places: 9.8 with 1 gives 98. */
bool json_decimal(struct json *j, int places, int64_t *out);
void json_skip(struct json *j);

/* Makes the value that comes next a record, whose bytes are kept for json_record_raw() if keep_raw. */
void json_record_begin(struct json *j, bool keep_raw);
/* The bytes of the record just ended by json_record_end(), as they stood in the file; valid until the next
 * call. */
struct str json_record_raw(struct json *j);
/* Ends the record, skipping what was not taken. False: this record was bad, *e says where and why; the reader
 * stands after it. */
MUST_CHECK bool json_record_end(struct json *j, struct err *e);
/* A complaint of the caller's own about the value just taken; sticks like a wrong type, place added. */
void json_refuse(struct json *j, const char *fmt, ...) PRINTF(2, 3);
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
