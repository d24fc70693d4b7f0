/*
 * man_page - manual pages in the form of man(7), written from the table of commands.
 */
#pragma once
#include <stdio.h>

#include "cli/manual/examples.h"

struct man_source {
	const char *date; /* of the release */
	const struct examples *examples;
};

/* aftercare(1): all commands, what they share. */
void man_page_overview(FILE *to, const struct man_source *source);
/* aftercare-case-open(1). */
void man_page_command(FILE *to, const struct command *c, const struct man_source *source);
/* "aftercare-case-open"; in the arena. */
struct str man_page_name(const struct command *c, struct arena *arena);
