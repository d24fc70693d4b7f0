/*
 * turn_source - a person turns a source off, and on again.
 *
 * Each is one change with its entry in the trail (source.off, source.on). Records stay, and imports go on;
 * what a source says that is off is not matched, scored or counted. Kept matches follow at the cost of the
 * components that its records speak of, and the findings that come or go are events.
 */
#pragma once
#include "records/trail.h"
#include "store/db.h"
#include "store/match_runs.h"

/* by.why must say why. run: what it did to findings. ERR_ABSENT where the store has no such source,
 * ERR_CONFLICT where it is off, or on, already. */
MUST_CHECK bool turn_source_off(
    struct db *db, struct str source, struct change_by by, struct match_run *run, struct err *e);
MUST_CHECK bool turn_source_on(
    struct db *db, struct str source, struct change_by by, struct match_run *run, struct err *e);
