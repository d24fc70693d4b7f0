/*
 * version_words - the words and signs that sentences about versions are made of.
 */
#pragma once
#include "base/str.h"

#define VERSION_WORDS_MOST 256 /* tokens of one text; longer texts are no sentences about versions */

enum token_kind {
	TOKEN_END,
	TOKEN_WORD,
	TOKEN_LESS,
	TOKEN_MOST,
	TOKEN_MORE,
	TOKEN_LEAST,
	TOKEN_EQUAL,
	TOKEN_NOT,
	TOKEN_COMMA
};

struct token {
	enum token_kind kind;
	struct str text;
};

enum phrase_kind {
	PHRASE_BEFORE,	/* a version comes next and is not in */
	PHRASE_UP_TO,	/* a version comes next and is in */
	PHRASE_FROM,	/* a version comes next and begins the span */
	PHRASE_EARLIER, /* a version stood before, and all below it is in */
	PHRASE_LATER,
	PHRASE_JOIN,  /* "and" between two spans */
	PHRASE_NOISE, /* says nothing */
	PHRASE_ALL
};

/* Ends with TOKEN_END. False if there are too many. */
bool version_words_split(struct str text, struct token out[VERSION_WORDS_MOST]);
/* The phrase that begins at t; *words is how many tokens it takes. False if there is none. */
bool version_words_phrase(const struct token *t, enum phrase_kind *kind, size_t *words);
/* Does text continue the version before it, as "SP6" and "build 1234" do? *bare: its number may be the next
 * word. */
bool version_words_suffix(struct str text, bool *bare);
