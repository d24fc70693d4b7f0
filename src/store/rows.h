/*
 * rows - all rows of a statement at once; digests as columns.
 */
#pragma once
#include "base/crypto.h"
#include "store/db.h"

/* The whole numbers, or texts, of the first column. In the arena. */
MUST_CHECK bool rows_ids(
    struct statement *s, struct arena *arena, int64_t **ids, size_t *count, struct err *e);
MUST_CHECK bool rows_texts(
    struct statement *s, struct arena *arena, struct str **texts, size_t *count, struct err *e);
/* The one number of a statement that gives one; 0 where there is none. */
MUST_CHECK bool rows_number(struct statement *s, int64_t *number, struct err *e);
/* Does the statement, a count, give more than 0? */
MUST_CHECK bool rows_any(struct statement *s, bool *any, struct err *e);
/* One of another length counts as one of zero bytes: it then seals nothing, and verification says so. */
struct sha256 rows_digest(struct statement *s, int column);
