/*
 * program_files - the source files that a CVE record says the flaw is in.
 *
 * CVE record format 5.1, "affected[].programFiles" of the CNA's container; the kernel's CNA gives them in all
 * its records. They are read from the record as it came, when somebody asks.
 */
#pragma once
#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

struct program_files {
	struct str *at; /* none twice, in the order of the record */
	size_t count;
	bool is_partial; /* some product is affected of which the record names no files */
};

/* Texts are in the arena. More than LIMIT_PROGRAM_FILES are refused. */
MUST_CHECK bool program_files_read(
    struct str record, struct arena *arena, struct program_files *out, struct err *e);
