/*
 * document_output - writes a report in the form that --format asks for, to --output or the terminal.
 */
#pragma once
#include "cli/command.h"
#include "cli/options.h"
#include "formats/json_write.h"
#include "reports/document/document_form.h"

/* The options of a command that does; html is the default. */
#define DOCUMENT_OPTIONS                                                                                     \
	{ "format", OPTION_VALUE, "html|pdf|json|csv" }, { "paper", OPTION_VALUE, "a4|letter" },             \
	{                                                                                                    \
		"output", OPTION_VALUE, NULL                                                                 \
	}

#define DOCUMENT_SYNOPSIS "[--format html|pdf|json|csv] [--paper a4|letter] [--output FILE]"

#define DOCUMENT_HELP                                                                                        \
	"The page needs nothing from outside and prints well; the PDF is tagged, and its text can be "       \
	"searched. csv\n"                                                                                    \
	"holds the tables, of a report without one its fields. --output writes the file whole or not at "    \
	"all; \"-\" is the terminal.\n"

/* What the options ask for. */
struct document_shape document_output_shape(const struct options *o);

/* To --output or the terminal: what was made in memory, and recorded with its digest before anybody gets it.
 */
MUST_CHECK bool document_output_put(
    struct app *app, const struct options *o, struct str bytes, struct err *e);

MUST_CHECK bool document_output(struct app *app, const struct options *o, const struct document *d,
    const struct document_object *object, struct err *e);
