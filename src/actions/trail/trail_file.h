/*
 * trail_file - the audit trail handed over: entries as JSON, one a line.
 */
#pragma once
#include <stdio.h>

#include "store/trails.h"

/* Writes each entry from number on, and how many there were; on failure what was written is no whole trail.
 */
MUST_CHECK bool trail_file_write(struct db *db, int64_t from, FILE *to, int64_t *count, struct err *e);
struct trail_file_sink {
	void *ctx;
	/* Texts live for the call. whole: false where its content is withheld. */
	bool (*entry)(void *ctx, const struct trail_entry *entry, bool whole, struct err *e);
};
/* Each entry of a file; the message of a failure names file and line. */
MUST_CHECK bool trail_file_read(const char *path, struct trail_file_sink out, struct err *e);
