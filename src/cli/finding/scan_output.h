/*
 * scan_output - where findings go and as what, as the options say: --format, --output, and for documents of
 * statements --author, --namespace and --at.
 */
#pragma once
#include "cli/command.h"
#include "cli/finding/scan_formats.h"
#include "cli/options.h"

/* For the option tables of commands. */
#define SCAN_OUTPUT_OPTIONS                                                                                  \
	{ "format", OPTION_VALUE, SCAN_FORMATS }, { "output", OPTION_VALUE, NULL },                          \
	    { "author", OPTION_VALUE, NULL }, { "namespace", OPTION_VALUE, NULL },                           \
	{                                                                                                    \
		"at", OPTION_INSTANT, NULL                                                                   \
	}

/* To app->out, or to a file that is there whole or not at all. hints: next NULL where none are asked for.
 * made: of the SBOM; INSTANT_NONE where it does not say. */
MUST_CHECK bool scan_output(struct app *app, const struct options *o, const struct scan *s,
    struct scan_rows rows, struct scan_rows hints, struct instant made, struct scan_counts *counts,
    struct err *e);
