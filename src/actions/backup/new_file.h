/*
 * new_file - a file that is made under a name of its own, beside where it belongs, and takes its name when it
 * is whole. What is there already stays as it is.
 */
#pragma once
#include "base/arena.h"
#include "base/err.h"

struct new_file {
	const char *path, *part; /* part: what is written until it is whole; NULL: nothing is open */
};

/* An empty one, for its owner alone; names in the arena. ERR_CONFLICT where there is a file already. */
MUST_CHECK bool new_file_open(const char *path, struct arena *arena, struct new_file *out, struct err *e);
/* Has what was written so far on the disk, and forgets what of it is in memory: who reads it, reads the disk.
 */
MUST_CHECK bool new_file_settle(const struct new_file *f, struct err *e);
/* It takes its name, for good. */
MUST_CHECK bool new_file_keep(struct new_file *f, struct err *e);
/* Takes it away, where it was not kept. */
void new_file_drop(struct new_file *f);

#define SCOPED_NEW_FILE __attribute__((cleanup(new_file_drop))) struct new_file
