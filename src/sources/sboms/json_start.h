/*
 * json_start - the outermost keys of a JSON document of which only the beginning is at hand.
 *
 * For telling what kind of document it is, nothing else: syntax is not checked, escapes are not decoded.
 */
#pragma once
#include "base/str.h"

struct json_start {
	struct str rest;
};

struct json_member {
	struct str key;	  /* as written, without its quotes */
	char kind;	  /* the first byte of the value: '"', '{', '[', a digit, ... */
	struct str value; /* of a text what stands between its quotes, else everything from the value on */
};

/* False if no object begins here; a byte order mark and white space before it are passed over. */
bool json_start_open(struct str text, struct json_start *s);
/* The next member; false at the end of the object or of what is at hand. */
bool json_start_next(struct json_start *s, struct json_member *m);
