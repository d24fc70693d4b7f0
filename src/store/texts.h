/*
 * texts - the cold side of advisories: their cards and raw records, compressed.
 *
 * Records of a source are compressed against a dictionary made of the first ones of it that came in number; a
 * few records alone are stored without one. Records wait in memory until there are enough, 1 MiB at most.
 */
#pragma once
#include "base/buf.h"
#include "store/db.h"

struct texts;

struct texts *texts_new(struct db *db);
void texts_free(struct texts *t);

/* Takes copies. raw may be empty. */
MUST_CHECK bool texts_put(
    struct texts *t, int64_t source_id, int64_t advisory_id, struct str card, struct str raw, struct err *e);
/* Writes what still waits. */
MUST_CHECK bool texts_flush(struct texts *t, struct err *e);
/* The raw record of an advisory into out, which it replaces; empty where another advisory carries it. */
MUST_CHECK bool texts_raw(struct texts *t, int64_t advisory_id, struct buf *out, struct err *e);

static inline void texts_scoped_free(struct texts **t)
{
	texts_free(*t);
}
#define SCOPED_TEXTS __attribute__((cleanup(texts_scoped_free))) struct texts
