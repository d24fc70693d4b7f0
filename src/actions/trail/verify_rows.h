/*
 * verify_rows - are the rows that hold decisions and credentials what the audit trail tells of them? The
 * newest entry that tells of a row says its seal (store/row_seals.h), or that it was taken out.
 *
 * Entries of earlier versions tell no seals. There each entry of the words that tell of a kind today accounts
 * for one row, and no more: it is verified to be there, not what it is.
 */
#pragma once
#include "base/arena.h"
#include "records/trail.h"
#include "store/row_seals.h"

struct told_rows;
struct told_rows *told_rows_new(void);
void told_rows_free(struct told_rows *t);

/* Keeps what the entry tells of rows, and takes it off what the entry says; what is left is in the arena.
 * Entries in any order. */
void told_rows_take(struct told_rows *t, struct trail_entry *entry, struct arena *arena);

/* Tells each that is not as it was told, and of components each that is not what its digest says. *earlier:
 * grows by those that an earlier version told of. */
MUST_CHECK bool verify_rows(
    struct told_rows *t, struct db *db, struct row_fault_sink out, int64_t *earlier, struct err *e);
