/*
 * fields - the facts and the policy document as tables: which keys there are, what each may hold, where it
 * goes.
 *
 * One row a key. facts_json.c walks the tables; whatever a table does not list is an error.
 */
#pragma once
#include <stddef.h>
#include <stdint.h>

enum field_kind {
	FIELD_BLOCK,	 /* an object: its own rows, inside the same struct; sets the flag at given */
	FIELD_LIST,	 /* objects in an array: pointer at offset, number at count, flag at given */
	FIELD_DATES,	 /* dates in an array: pointer at offset, number at count */
	FIELD_NAMES,	 /* texts in a struct names at offset */
	FIELD_SET,	 /* words in an array: a set of bits at offset, flag at given */
	FIELD_WORD,	 /* one of words: its value at offset */
	FIELD_ANSWER,	 /* true or false: an enum answer */
	FIELD_JUDGEMENT, /* true, false or "unknown": an enum answer */
	FIELD_BOOL,	 /* true or false: a bool */
	FIELD_DATE,	 /* a date, or an instant that is turned into one: a struct date */
	FIELD_TEXT,	 /* a struct str */
	FIELD_DIGITS,	 /* a text of 7 digits (10 too where the policy says so, A13): a struct str */
	FIELD_WHOLE	 /* a whole number from least to most: an int64_t */
};

#define FIELD_NOWHERE SIZE_MAX

struct word {
	const char *text; /* NULL ends the list */
	int value;
};

struct field {
	const char *key; /* NULL ends the table */
	enum field_kind kind;
	size_t offset, given, count; /* FIELD_NOWHERE where there is none */
	const struct word *words;
	const struct field *fields; /* of a block or of each element */
	size_t size;		    /* of an element; of a block that is emptied before it is read, else 0 */
	int64_t least, most;
};

/* The rows of struct facts but for "policy", and those of struct policy. */
extern const struct field facts_fields[];
extern const struct field policy_fields[];
