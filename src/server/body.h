/*
 * body - what the JSON body of a request says, key by key.
 *
 * Keys that nobody knows are refused, as a mistyped one would otherwise be silently without effect. Errors
 * name the place as a JSON pointer.
 */
#pragma once
#include "formats/json_tree.h"
#include "server/exchange.h"

struct body {
	const struct json_node *root;
	struct arena *arena;
};

/* The body is an object with some of these keys: "name|roles|why". */
MUST_CHECK bool body_read(struct exchange *x, const char *keys, struct body *out, struct err *e);
/* No pointer where the key is absent or null; ERR_INPUT where it is not a text. */
MUST_CHECK bool body_text(const struct body *b, const char *key, struct str *out, struct err *e);
/* The same, and it must be there. */
MUST_CHECK bool body_needs_text(const struct body *b, const char *key, struct str *out, struct err *e);
/* Absent: stays as it is. */
MUST_CHECK bool body_number(
    const struct body *b, const char *key, int64_t least, int64_t most, int64_t *out, struct err *e);
MUST_CHECK bool body_bool(const struct body *b, const char *key, bool *out, struct err *e);
/* DATE_NONE where it is absent. */
MUST_CHECK bool body_date(const struct body *b, const char *key, struct date *out, struct err *e);
/* An array of texts or numbers joined by commas, or a text as it is; no pointer where it is absent. */
MUST_CHECK bool body_words(const struct body *b, const char *key, struct str *out, struct err *e);
/* An array of at most most texts, or one text as it is; *count stays where it is absent. */
MUST_CHECK bool body_texts(
    const struct body *b, const char *key, struct str *out, size_t most, size_t *count, struct err *e);
/* An array of at most most numbers, 1 and up; *count stays where it is absent. */
MUST_CHECK bool body_numbers(
    const struct body *b, const char *key, int64_t *out, size_t most, size_t *count, struct err *e);
/* What stands there, an object or array, as JSON; no pointer where it is absent. */
MUST_CHECK bool body_json(const struct body *b, const char *key, struct str *out, struct err *e);
