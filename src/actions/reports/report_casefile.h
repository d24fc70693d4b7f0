/*
 * report_casefile - everything the report of a casefile is made from, read from the store in one state.
 */
#pragma once
#include "base/arena.h"
#include "reports/casefile_report.h"
#include "store/db.h"

/* Points into the arena. today: DATE_NONE for the date in the firm's zone at now. The whole trail is
 * verified; a fault in it is part of the report, not a failure. */
MUST_CHECK bool report_casefile(struct db *db, int64_t casefile_id, struct date today, struct instant now,
    struct arena *arena, struct casefile_report *out, struct err *e);

/* The same without verifying the trail: its cost follows the casefile and not all that ever happened. */
MUST_CHECK bool report_casefile_unverified(struct db *db, int64_t casefile_id, struct date today,
    struct instant now, struct arena *arena, struct casefile_report *out, struct err *e);
