/*
 * compiled_files - the source files that a build compiled: a list of paths, one a line.
 *
 * A build system writes it, or it is made of what the build left ("find . -name '*.o'"). Empty lines and
 * lines that begin with "#" are passed over. Paths are relative to the root of the sources, or below some
 * folder; an object stands for the source of the same name. Looking up errs on the side of "compiled": any
 * path that could be the file is it.
 */
#pragma once
#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

struct compiled_files {
	struct str *paths; /* in the order of their ends */
	size_t count;
};

/* text is borrowed. An empty list, a line that is no path, too many or too long ones are refused. */
MUST_CHECK bool compiled_files_read(
    struct str text, struct arena *arena, struct compiled_files *out, struct err *e);
/* Could the file, a path from the root of the sources, be one of the list? */
bool compiled_files_has(const struct compiled_files *l, struct str file);
/* Does the list name files of this kind (".c", ".h") at all? A list without headers says nothing of a header.
 */
bool compiled_files_knows(const struct compiled_files *l, struct str file);
