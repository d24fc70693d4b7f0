/*
 * case_options - the options of commands that add a record to a casefile, as tables.
 *
 * The tables are those of assessment/case_fields.h.
 */
#pragma once
#include "assessment/case_fields.h"
#include "base/buf.h"
#include "cli/command.h"
#include "cli/options.h"
#include "store/db.h"

#define CASE_OPTIONS_MOST 32

/* The option table: the fields, the store, who and why, and a number by the name of amends (NULL: none). */
void case_option_specs(
    const struct case_field *fields, const char *amends, struct option_spec specs[CASE_OPTIONS_MOST]);
/* The same in the arena. */
const struct option_spec *case_options_of(
    const struct case_field *fields, const char *amends, struct arena *arena);
/* What is given of the fields (of those for people, where more), as a JSON object. */
MUST_CHECK bool case_write_options(
    const struct case_field *fields, const struct options *o, bool more, struct buf *out, struct err *e);

/* The casefile's number, the only plain word. */
MUST_CHECK bool case_id_of(const struct options *o, int64_t *id, struct err *e);
/* The options of a command that adds a record of a kind; it is run by the function below. */
const struct option_spec *case_options_made(const char *kind, struct arena *arena);
/* Runs a command that adds a record of a kind. */
int case_run_form(struct app *app, const char *kind, int argc, char **argv);
