/*
 * option_text - what is said of an option beside its name: what its value is called, as the synopsis of the
 * command calls it.
 */
#pragma once
#include "base/arena.h"
#include "cli/command.h"
#include "cli/options.h"

/* The options of the command; NULL where it has none. Those that are made are in the arena. */
const struct option_spec *option_table(const struct command *c, struct arena *arena);
/* "FILE", "DATE"; for a flag no pointer. In the arena. */
struct str option_value_name(const struct command *c, const struct option_spec *o, struct arena *arena);
/* Does the value name a file or a folder? */
bool option_is_path(struct str value_name);
/* May it be given several times? */
static inline bool option_repeats(const struct option_spec *o)
{
	return o->kind == OPTION_MANY || o->kind == OPTION_LIST;
}
/* The row of a table, NULL at its end: for (o = option_table(c, &arena); (o = option_next(o)); o++). */
static inline const struct option_spec *option_next(const struct option_spec *o)
{
	return o && o->name ? o : NULL;
}
