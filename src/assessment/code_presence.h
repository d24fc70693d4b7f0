/*
 * code_presence - whether the vulnerable code can be in a build, judged by the source files it compiled.
 *
 * "Not present" needs all of it: the record names files for all that is affected, none of them is compiled,
 * and the list would show each if it were. Everything else proposes nothing, and says why.
 */
#pragma once
#include "sources/evidence/compiled_files.h"
#include "sources/evidence/program_files.h"

enum code_presence {
	CODE_NOT_PRESENT, /* none of the files is compiled */
	CODE_COMPILED,	  /* some is, or could be */
	CODE_UNTOLD	  /* the record or the list does not say enough */
};

struct code_judgement {
	enum code_presence presence;
	struct str why; /* one sentence for people, which names the files; in the arena */
};

/* Is it the whole list of a build of this software? The kernel's has files that every kernel compiles. why
 * says what is missing. */
bool code_presence_is_whole(const struct compiled_files *list, bool is_kernel, struct str *why);

struct code_judgement code_presence_judge(
    const struct program_files *files, const struct compiled_files *list, struct arena *arena);
