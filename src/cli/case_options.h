/*
 * case_options - the options of commands that add a record to a casefile, as tables.
 *
 * A field is an option and the key of the facts document that it fills; more: one that only people are shown.
 */
#pragma once
#include "base/buf.h"
#include "cli/command.h"
#include "cli/options.h"
#include "store/db.h"

#define CASE_OPTIONS_MOST 32

enum case_value {
	CASE_TEXT,   /* as it is */
	CASE_DATE,   /* likewise: a date */
	CASE_WHEN,   /* likewise: a date, or an instant with its offset */
	CASE_ANSWER, /* yes or no, in JSON true or false */
	CASE_JUDGED, /* yes, no or unknown: true, false, "unknown" */
	CASE_NUMBER,
	CASE_FLAG, /* given: true */
	CASE_TEXTS /* may be given several times: a list */
};

struct case_field {
	const char *option, *key;
	enum case_value value;
	bool more;
	const char *choices; /* NULL: any */
};

struct case_form {
	const char *kind;		 /* of the record */
	const struct case_field *fields; /* ended by one without an option */
	/* Puts into the record what the store says besides; NULL: nothing. */
	bool (*complete)(
	    struct db *db, const struct options *o, struct buf *facts, struct buf *more, struct err *e);
};

/* The option table: the fields, the store, who and why, and a number by the name of amends (NULL: none). */
void case_option_specs(
    const struct case_field *fields, const char *amends, struct option_spec specs[CASE_OPTIONS_MOST]);
/* What is given of the fields (of those for people, where more), as a JSON object. */
MUST_CHECK bool case_write_options(
    const struct case_field *fields, const struct options *o, bool more, struct buf *out, struct err *e);

/* The casefile's number, the only plain word. */
MUST_CHECK bool case_id_of(const struct options *o, int64_t *id, struct err *e);
/* Runs a command that adds a record. */
int case_run_form(struct app *app, const struct case_form *form, int argc, char **argv);
