/*
 * json_reader - the inside of json_stream: where in the document we are, and what is wrong there. For
 * json_stream.c only.
 */
#pragma once
#include "formats/json_stream.h"
#include "formats/json_window.h"

#define JSON_KEY_SLOT 64      /* a key up to this long lives in its level, a longer one in long_key */
#define JSON_KEYS_COMPARED 64 /* of one object, for duplicates */

/* An open object or array. */
struct json_level {
	char key[JSON_KEY_SLOT + 8]; /* the key last read, its first bytes; 8 more for reading by words */
	size_t key_len;		     /* of what key holds */
	uint64_t count;		     /* keys or items begun */
	uint64_t seen;		     /* one bit for each hash that was seen, to pass most comparisons by */
	uint64_t hashes[JSON_KEYS_COMPARED];
	bool is_object;
};

enum json_state { JSON_FINE, JSON_RECORD_BAD, JSON_DOCUMENT_BAD };

struct json {
	struct json_window window;
	struct json_level *levels; /* LIMIT_JSON_DEPTH of them */
	size_t depth;		   /* open levels */
	bool pending;		   /* a value stands next */
	enum json_state state;
	struct err err; /* why state is not JSON_FINE */

	bool in_record, recovering; /* recovering: in a bad record that is being skipped */
	size_t record_depth;	    /* levels open around the record */
	uint64_t record_from;	    /* its offset in the document */
	struct str raw;

	struct buf text, long_key; /* what had to be put together */
};

/* The grammar is broken, or a limit of the reader passed: sticks to the document. Returns false. */
bool json_break(struct json *j, enum err_code code, const char *what);
/* The value is not what it should be: sticks to the record, if there is one. Returns false. */
bool json_complain(struct json *j, enum err_code code, const char *what);
/* Something else than wanted stands at pos: json_break. */
bool json_unexpected(struct json *j, const char *wanted);
/* The verdict on a token just scanned: true if it may be used. */
bool json_accept(struct json *j, const struct json_token *t, bool grammatical);

/* pos is at the bracket. */
bool json_open_level(struct json *j, bool is_object);
/* The next key of the innermost level, an object; the next item of an array. A value is pending then. False
 * at its end, which closes it, and after an error. */
bool json_member(struct json *j, struct str *key);
bool json_item(struct json *j);
