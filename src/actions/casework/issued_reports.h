/*
 * issued_reports - the reports to FDA that were issued, of all casefiles, and the number of the next one.
 */
#pragma once
#include "actions/casework/case_view.h"
#include "reports/fda/fda_case.h"

/* In the order they were issued; in the arena. */
MUST_CHECK bool issued_reports(
    struct db *db, struct arena *arena, struct fda_issued **out, size_t *count, struct err *e);

/* The last report of one of the kinds, "806|806-amendment", that stands in the casefile and was made by that
 * day, or whenever (DATE_NONE); record 0: there is none. In the arena. */
MUST_CHECK bool issued_last(const struct case_view *view, const char *kinds, struct date by,
    struct arena *arena, struct fda_issued *out, struct err *e);

/* May the supplement have been submitted as this report: a follow-up of its event, or of any where it names
 * none, that was made since what it tells of was received? */
MUST_CHECK bool issued_for_supplement(const struct case_view *view, const struct case_record *supplement,
    const struct fda_issued *issued, struct arena *arena, bool *out, struct err *e);

/* The number in the determination of *view, where a report is owed or made: that of the report issued of it;
 * else the next one behind those issued, where the rules know of those alone that the facts state. */
MUST_CHECK bool issued_reports_number(
    struct db *db, struct case_view *view, struct arena *arena, struct err *e);
