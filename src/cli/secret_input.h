/*
 * secret_input - a secret from who sits there, or from a file: never from the command line, where others can
 * read it.
 */
#pragma once
#include "base/arena.h"
#include "cli/options.h"

/* The first line of the file that the option names ("-": standard input); where it is not given, asked for on
 * the terminal without being shown. No pointer: it is not given, and there is no terminal. In the arena. */
MUST_CHECK bool secret_input(const struct options *o, const char *option, const char *prompt,
    struct arena *arena, struct str *out, struct err *e);
