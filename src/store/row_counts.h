/*
 * row_counts - how many rows stand in a table.
 */
#pragma once
#include "store/db.h"

/* table: one of those that store/sql/row_counts.sql counts. */
MUST_CHECK bool row_count(struct db *db, const char *table, int64_t *out, struct err *e);
