/*
 * sorted_runs - more records than memory should hold, given back in the order of their keys.
 *
 * A record is two numbers, its key, and bytes. Records with equal keys come back in the order in which they
 * were added. They are gathered in memory; whenever that is full they go, sorted, behind those before into a
 *file without a name (base/spill.h), and in the end the runs are merged. What fits into memory touches no
 *file.
 *
 *	while (...)
 *		sorted_runs_add(r, record, e);
 *	while (sorted_runs_next(r, &record, &there, e) && there)
 *		...
 *
 * Behind the last record it is empty, and records can be added again.
 */
#pragma once
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

struct sorted_record {
	int64_t major, minor; /* the key; not negative */
	struct str bytes;
};

struct sorted_runs;

/* memory_bytes: of records held; sorting takes about as much once more. */
struct sorted_runs *sorted_runs_new(size_t memory_bytes);
void sorted_runs_free(struct sorted_runs *r);

/* Takes a copy. Not while records are being taken back. Fails (ERR_IO) where the disk is full. */
MUST_CHECK bool sorted_runs_add(struct sorted_runs *r, struct sorted_record record, struct err *e);
/* bytes are valid until the next call. */
MUST_CHECK bool sorted_runs_next(
    struct sorted_runs *r, struct sorted_record *out, bool *there, struct err *e);
