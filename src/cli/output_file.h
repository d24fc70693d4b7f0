/*
 * output_file - a result that goes to a file, which is there whole or not at all.
 *
 * What is written goes to a file beside it, which takes its name in the end; a file that was there before
 * stays as it was until then, and for good where something fails.
 */
#pragma once
#include <stdio.h>

#include "base/err.h"

struct output_file;

/* ERR_IO where path cannot be written, or is there and is no plain file. */
MUST_CHECK bool output_file_open(const char *path, struct output_file **out, struct err *e);
/* The same, readable by its owner alone, whatever the umask: for what holds what the store does. */
MUST_CHECK bool output_file_open_private(const char *path, struct output_file **out, struct err *e);
FILE *output_file_stream(struct output_file *o);
/* Ends and frees it; on failure nothing has changed. */
MUST_CHECK bool output_file_keep(struct output_file *o, struct err *e);
/* Frees it, what was written is lost. NULL is fine. */
void output_file_drop(struct output_file *o);

static inline void output_file_scoped_drop(struct output_file **o)
{
	output_file_drop(*o);
}
#define SCOPED_OUTPUT_FILE __attribute__((cleanup(output_file_scoped_drop))) struct output_file
