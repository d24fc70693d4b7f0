#include "cli/manual/examples.h"

#include <stdlib.h>

#include "base/vec.h"
#include "formats/lines.h"

#define LINE_BYTES 65536
#define SHOWN_MOST 160 /* bytes: longer ones explain nothing */

/* The longest command that the line begins with. */
static const struct command *command_of(struct str line)
{
	const struct command *best = NULL;

	if (!str_starts(line, STR("aftercare ")))
		return NULL;
	line = str_from(line, sizeof("aftercare ") - 1);
	for (size_t i = 0; commands[i]; i++) {
		struct str name = str_of(commands[i]->name);

		if (str_starts(line, name) && (line.len == name.len || line.ptr[name.len] == ' ') &&
		    (!best || strlen(best->name) < name.len))
			best = commands[i];
	}
	return best;
}

static void add(struct examples *all, const struct command *c, struct str line)
{
	size_t there = 0;

	for (size_t i = 0; i < all->count; i++) {
		if (str_eq(all->rows[i].line, line))
			return;
		there += all->rows[i].command == c;
	}
	if (there == EXAMPLES_OF_COMMAND)
		return;
	all->rows = vec_room(all->rows, &all->room, all->count + 1, sizeof(*all->rows));
	all->rows[all->count++] = (struct example){ c, arena_copy(&all->arena, line) };
}

/* What a test needs beside the command would only be in the way: the output thrown away, a pipe. */
static struct str shown(struct str line)
{
	static const char *const ends[] = { " >", " |", " 2>", " <", ";", " &&" };

	for (size_t i = 0; i < COUNT(ends); i++) {
		size_t at = str_find(line, str_of(ends[i]));

		if (at < line.len)
			line = str_first(line, at);
	}
	return str_trim(line);
}

bool examples_read(const char *path, struct examples *all, struct err *e)
{
	SCOPED_INPUT *in = NULL;
	SCOPED_LINES *lines = NULL;
	struct str line;

	if (!input_open_file(path, &in, e))
		return false;
	lines = lines_open(in, LINE_BYTES);
	while (lines_next(lines, &line)) {
		const struct command *c;

		if (!str_starts(line, STR("  $ ")))
			continue;
		line = shown(str_from(line, 4));
		c = command_of(line);
		if (c && line.len <= SHOWN_MOST && line.len > sizeof("aftercare ") + strlen(c->name))
			add(all, c, line);
	}
	return lines_finish(lines, e);
}

void examples_clear(struct examples *all)
{
	free(all->rows);
	arena_free(&all->arena);
	*all = (struct examples){ 0 };
}
