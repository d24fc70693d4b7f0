/*
 * options - the words behind a command: --name VALUE, --name=VALUE, --flag, and the rest.
 *
 * "--" ends the options. Which words may stand there is usage: an unknown option, a missing value, one that
 * is not among the choices is a usage error (status 2) that names it. What a word says is input: a date, an
 * instant or a number that cannot be read is bad input (status 3), wherever it stands.
 */
#pragma once
#include "base/err.h"
#include "base/str.h"
#include "base/time.h"

enum option_kind {
	OPTION_FLAG,  /* no value */
	OPTION_VALUE, /* one value; given twice is an error */
	OPTION_DATE,  /* likewise, of this form */
	OPTION_INSTANT,
	OPTION_WHEN, /* a date, or an instant with its offset */
	OPTION_NUMBER,
	OPTION_MANY, /* one value each time, any number of times */
	OPTION_LIST  /* all words up to the next option: --feeds A B C */
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

/* Are all words and values UTF-8, as what is kept has to be? But the name of a file that is there is what it
 * is. */
MUST_CHECK bool options_are_text(const struct options *o, struct err *e);

/* A name that the command has no option of is one that is not given. */
bool options_has(const struct options *o, const char *name);
/* The value given, or NULL. */
const char *options_value(const struct options *o, const char *name);
/* The same, "" where it is not given. */
struct str options_text(const struct options *o, const char *name);
/* What is given of that form; DATE_NONE, or unset, where it is not. */
struct date options_date(const struct options *o, const char *name);
struct instant options_instant(const struct options *o, const char *name, struct instant unset);
/* *out is untouched where it is not given; ERR_INPUT outside the bounds. */
MUST_CHECK bool options_number(
    const struct options *o, const char *name, int64_t least, int64_t most, int64_t *out, struct err *e);
/* The first plain word is a number from 1 on, as what says: "casefile number". */
MUST_CHECK bool options_word_number(const struct options *o, const char *what, int64_t *out, struct err *e);
/* Each of the names, ended by NULL, is given (or ERR_USAGE) and says something (or ERR_INPUT). */
MUST_CHECK bool options_needed(const struct options *o, const char *const *names, struct err *e);
/* Puts the values of a name (NULL: the plain words) into to, at most room; the number there are. */
int options_values(const struct options *o, const char *name, const char **to, int room);
/* Exactly least to most plain words, or a usage error that names what is expected. */
MUST_CHECK bool options_words(
    const struct options *o, int least, int most, const char *expected, struct err *e);

#define SCOPED_OPTIONS __attribute__((cleanup(options_clear))) struct options
