/*
 * report_fda - what reports to FDA are made from, read from the store in one state; and the reports that were
 * issued.
 */
#pragma once
#include "records/trail.h"
#include "reports/fda/fda_case.h"
#include "reports/fda/report_806.h"
#include "store/db.h"

/* Points into the arena. today: DATE_NONE for the date in the firm's zone at now. */
MUST_CHECK bool report_fda(struct db *db, int64_t casefile_id, struct date today, struct instant now,
    struct arena *arena, struct fda_case *out, struct err *e);

/* Keeps that a report was issued: its number, its day, the digest of its items, and the file. ERR_CONFLICT
 * where another has taken the number since it was made. */
struct report_file {
	struct str name, bytes;
};
MUST_CHECK bool report_fda_issue(struct db *db, const struct fda_case *c,
    const struct correction_report *report, const struct report_file *file, struct change_by by,
    int64_t *record, struct err *e);
