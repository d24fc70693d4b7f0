/*
 * metrics_findings - what the measures tell of findings and own statements, as they stand when the report is
 * made: those of them that lists have as known exploited, and those that are justified.
 */
#pragma once
#include "base/arena.h"
#include "reports/metrics/metric_case.h"
#include "store/db.h"

/* Of m->device_id alone, or of all. today: the day of the report. Reads in the transaction that is open. */
MUST_CHECK bool metrics_findings(
    struct db *db, struct date today, struct arena *arena, struct metrics *m, struct err *e);
