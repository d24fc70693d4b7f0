/*
 * json_write - writes JSON, streaming, in one form: UTF-8, two spaces of indent or none, keys in the order
 * given, integers and decimal fractions from integers, never from floating point.
 *
 * Wrong nesting is a broken invariant and asserts. Controls are escaped; what is not UTF-8
 * is written as U+FFFD. At most LIMIT_JSON_DEPTH levels.
 */
#pragma once
#include <stdint.h>
#include <stdio.h>

#include "base/buf.h"
#include "base/str.h"
#include "base/time.h"

struct json_out;

/* To a stream or into a buf (one of the two). pretty: one item a line. */
struct json_out *json_out_file(FILE *to, bool pretty);
struct json_out *json_out_buf(struct buf *to, bool pretty);
/* Ends the document (with a line end where pretty) and frees. False if writing to the stream failed or the
 * buf is full. Nothing is sure to have arrived before. */
bool json_out_close(struct json_out *w);
/* Frees a document that is given up half-way; what of it has arrived is no whole document. */
void json_out_drop(struct json_out *w);

void json_open_object(struct json_out *w);
void json_close_object(struct json_out *w);
void json_open_array(struct json_out *w);
void json_close_array(struct json_out *w);
void json_key(struct json_out *w, const char *key);
void json_key_str(struct json_out *w, struct str key);
void json_put_text(struct json_out *w, struct str s);
void json_put_int(struct json_out *w, int64_t n);
/* n x 10^-places: 98, 1 gives 9.8; 1230, 4 gives 0.123; 90, 1 gives 9.0 (at least one digit behind the
 * point). */
void json_put_decimal(struct json_out *w, int64_t n, int places);
/* A value that is JSON already: a number as it was read, a document that was written before. */
void json_put_written(struct json_out *w, struct str json);
void json_put_bool(struct json_out *w, bool b);
void json_put_null(struct json_out *w);

/* key and value at once; the _or_null forms write null for an empty text (a NULL pointer). */
void json_field_text(struct json_out *w, const char *key, struct str s);
void json_field_text_or_null(struct json_out *w, const char *key, struct str s);
void json_field_int(struct json_out *w, const char *key, int64_t n);
void json_field_bool(struct json_out *w, const char *key, bool b);
void json_field_null(struct json_out *w, const char *key);

/* The same for what may not be stated: null where the text is empty, the day or instant is not known, n is
 * below least. */
void json_field_optional(struct json_out *w, const char *key, struct str s);
void json_field_date(struct json_out *w, const char *key, struct date d);
void json_field_instant(struct json_out *w, const char *key, struct instant t);
void json_field_int_or_null(struct json_out *w, const char *key, int64_t n, int64_t least);
