/*
 * trail_file - the audit trail handed over: entries as JSON, one a line.
 */
#pragma once
#include <stdio.h>

#include "formats/input.h"
#include "records/trail_json.h"
#include "store/trails.h"

/* Writes each entry from number on, and how many there were; on failure what was written is no whole trail.
 */
MUST_CHECK bool trail_file_write(struct db *db, int64_t from, FILE *to, int64_t *count, struct err *e);
struct trail_file_sink {
	void *ctx;
	/* Texts live for the call. */
	bool (*line)(void *ctx, const struct trail_line *line, struct err *e);
};
/* Each line; the message of a failure names input and line. */
MUST_CHECK bool trail_file_read(struct input *in, struct trail_file_sink out, struct err *e);
