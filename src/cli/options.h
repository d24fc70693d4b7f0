/*
 * options - the words behind a command: --name VALUE, --name=VALUE, --flag, and the rest.
 *
 * "--" ends the options. An unknown option, a missing or an unexpected value is a usage error that names it.
 */
#pragma once
#include "base/err.h"
#include "base/str.h"

enum option_kind {
	OPTION_FLAG,  /* no value */
	OPTION_VALUE, /* one value; given twice is an error */
	OPTION_MANY,  /* one value each time, any number of times */
	OPTION_LIST   /* all words up to the next option: --feeds A B C */
};

struct option_spec {
	const char *name; /* without the dashes; NULL ends the table */
	enum option_kind kind;
	const char *choices; /* "table|json", or NULL for any value */
};

struct options {
	const char **values; /* words in order, of every option; NULL for a flag */
	int *which;	     /* index of its spec; -1 for a plain word */
	int count;
	const struct option_spec *specs;
};

MUST_CHECK bool options_parse(
    int argc, char **argv, const struct option_spec *specs, struct options *out, struct err *e);
void options_clear(struct options *o);

/* A name that the command has no option of is one that is not given. */
bool options_has(const struct options *o, const char *name);
/* The value given, or NULL. */
const char *options_value(const struct options *o, const char *name);
/* Puts the values of a name (NULL: the plain words) into to, at most room; the number there are. */
int options_values(const struct options *o, const char *name, const char **to, int room);
/* Exactly least to most plain words, or a usage error that names what is expected. */
MUST_CHECK bool options_words(
    const struct options *o, int least, int most, const char *expected, struct err *e);

#define SCOPED_OPTIONS __attribute__((cleanup(options_clear))) struct options
