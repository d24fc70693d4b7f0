/*
 * scan - matches a list of components, seen as one release, against the advisories of a store.
 */
#pragma once
#include "base/arena.h"
#include "reports/scan_report.h"
#include "store/db.h"

/* Reads the store in one read transaction. *out: components are borrowed, everything else is in the arena.
 * The caller fills in file, format and digest. */
MUST_CHECK bool scan_components(struct db *db, const struct component *components, size_t count,
    struct arena *arena, struct scan *out, struct err *e);

/* The same inside a transaction that is open already. */
MUST_CHECK bool scan_list(struct db *db, const struct component *components, size_t count,
    struct arena *arena, struct scan *out, struct err *e);
