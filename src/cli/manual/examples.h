/*
 * examples - commands that the pages of docs/man type, each held to its output by the tests.
 */
#pragma once
#include "base/arena.h"
#include "cli/command.h"

#define EXAMPLES_OF_COMMAND 3

struct example {
	const struct command *command;
	struct str line; /* "aftercare case open ..." */
};

struct examples {
	struct arena arena;
	struct example *rows;
	size_t count, room;
};

/* Those of a page; adds to *all. */
MUST_CHECK bool examples_read(const char *path, struct examples *all, struct err *e);
void examples_clear(struct examples *all);
