/*
 * coverage - fills the matchability ledger from one state of the store, and records it.
 *
 * A run is recorded when that is asked for, of all devices: what is compared are runs, and who makes them
 * knows when a day's imports are done.
 */
#pragma once
#include "records/trail.h"
#include "reports/coverage_report.h"
#include "store/db.h"

struct coverage_query {
	struct str device, release; /* by name; empty: all */
	struct instant at;	    /* the present */
	int64_t stale_days;	    /* a source is stale whose newest record is as old; 0: none is */
};

/* With what has changed since the run recorded last. Everything is in the arena. ERR_INPUT where a name is
 * not known. */
MUST_CHECK bool coverage_make(struct db *db, const struct coverage_query *query, struct arena *arena,
    struct coverage *out, struct err *e);
/* Keeps it as the run that later ones are compared with; it must be of all devices. */
MUST_CHECK bool coverage_record(struct db *db, const struct coverage *c, struct change_by by, struct err *e);
