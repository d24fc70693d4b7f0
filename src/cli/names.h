/*
 * names - what the commands share that read names given as words: one row or one JSON object for each.
 *
 * A name that cannot be read is reported in its place, {"text", "error"} in JSON, a line on stderr beside a
 * table; the rest is shown, and the exit status is that of bad input.
 */
#pragma once
#include "cli/command.h"
#include "cli/options.h"
#include "cli/print.h"
#include "formats/json_write.h"

struct names {
	const char *word; /* what is missing where there is none: "TEXT" */
	const char *key;  /* of the text as given, beside its error in JSON: "text" */
	const struct print_column *columns;
	/* Reads text and adds its row to t or its object to w, whichever is not NULL. */
	bool (*show)(struct str text, struct print_table *t, struct json_out *w, struct err *e);
};

/* What names_run() takes. */
extern const struct option_spec names_options[];

/* The words are --format table|json and at least one name. The exit status. */
int names_run(struct app *app, int argc, char **argv, const struct names *n);
