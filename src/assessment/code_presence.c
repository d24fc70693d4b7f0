#include "assessment/code_presence.h"

#include "base/buf.h"

#define SHOWN 8 /* files of a record in a sentence; the record names them all */

/* Compiled whatever the configuration is, by every kernel since 2.6. */
static const char *const of_every_kernel[] = { "init/main.c", "kernel/fork.c", "kernel/signal.c" };

bool code_presence_is_whole(const struct compiled_files *list, bool is_kernel, struct str *why)
{
	for (size_t i = 0; is_kernel && i < COUNT(of_every_kernel); i++) {
		if (compiled_files_has(list, str_of(of_every_kernel[i])))
			continue;
		*why = str_of(of_every_kernel[i]);
		return false;
	}
	return true;
}

/* "a.c", "a.c, b.c", "a.c, b.c and 3 more". */
static struct str name_files(const struct program_files *files, struct arena *arena)
{
	SCOPED_BUF text = buf_new(SHOWN * 4096 + 64);

	for (size_t i = 0; i < files->count && i < SHOWN; i++)
		buf_printf(&text, "%s" STR_FMT, i > 0 ? ", " : "", STR_ARG(files->at[i]));
	if (files->count > SHOWN)
		buf_printf(&text, " and %zu more", files->count - SHOWN);
	return arena_copy(arena, buf_str(&text));
}

struct code_judgement code_presence_judge(
    const struct program_files *files, const struct compiled_files *list, struct arena *arena)
{
	struct str untold = STR_NONE, named;

	if (files->count == 0)
		return (struct code_judgement){ CODE_UNTOLD, STR("the CVE record names no files") };
	for (size_t i = 0; i < files->count; i++) {
		if (compiled_files_has(list, files->at[i]))
			return (struct code_judgement){ CODE_COMPILED,
				arena_printf(arena, STR_FMT " is compiled", STR_ARG(files->at[i])) };
		if (untold.len == 0 && !compiled_files_knows(list, files->at[i]))
			untold = files->at[i];
	}
	if (files->is_partial)
		return (struct code_judgement){ CODE_UNTOLD,
			STR("the CVE record names no files for a part of what is affected") };
	if (untold.len > 0)
		return (struct code_judgement){ CODE_UNTOLD,
			arena_printf(
			    arena, "the list names no files of the kind of " STR_FMT, STR_ARG(untold)) };
	named = name_files(files, arena);
	return (struct code_judgement){ CODE_NOT_PRESENT,
		arena_printf(arena, "%.*s: %s among the %zu compiled files", (int)named.len, named.ptr,
		    files->count == 1 ? "not" : "none of them", list->count) };
}
