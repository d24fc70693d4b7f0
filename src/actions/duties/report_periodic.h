/*
 * report_periodic - the cybersecurity section of the periodic report of a device, gathered from its
 * casefiles, those of other devices on the same vulnerabilities, and the measures of the period.
 */
#pragma once
#include "reports/fda/periodic_report.h"
#include "store/db.h"

/* In the arena. ERR_INPUT where the period ends before it begins, or the device has no casefile; ERR_ABSENT
 * or ERR_INPUT where there is no such device. */
MUST_CHECK bool report_periodic(struct db *db, struct str device, struct window period, struct instant now,
    struct arena *arena, struct document **out, struct err *e);
