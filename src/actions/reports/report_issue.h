/*
 * report_issue - the reports that are issued: of a correction or removal, its amendment, the record of one
 * that is not reported, and the facts for a medical device report. The same for the terminal and for the API.
 */
#pragma once
#include "actions/reports/report_fda.h"
#include "reports/document/document_form.h"

/* "806", "806-amendment", "806.20" or "mdr": those that can be issued. */
bool report_is_issued(struct str kind);

/* ERR_ABSENT for another kind, ERR_INPUT where there is no report to amend, or no such event. event: of an
 * MDR, the number of its record; 0: the only one. Points into the arena. */
MUST_CHECK bool report_issue_make(struct str kind, int64_t event, const struct fda_case *c,
    struct arena *arena, struct correction_report *out, struct err *e);
/* ERR_CONFLICT while an item of a report, or of an MDR, is neither there nor explained; for 806.20 where the
 * rules ask for a report. */
MUST_CHECK bool report_issue_check(
    const struct fda_case *c, const struct correction_report *report, struct err *e);

struct report_issued {
	int64_t record;
	struct report_file file; /* in the arena */
	struct sha256 digest;
	struct str waits; /* who signs it before it is released; empty: nobody has to */
};

/* Checks it, and keeps it in the shape in which it is handed over. */
MUST_CHECK bool report_issue(struct db *db, const struct fda_case *c, const struct correction_report *report,
    const struct document_shape *shape, struct change_by by, struct arena *arena, struct report_issued *out,
    struct err *e);
