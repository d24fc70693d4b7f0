/*
 * rollout - how a fix gets to the field: validated, distributed release by release, installed on units; read
 * from the records of a casefile, and what may be recorded of it.
 */
#pragma once
#include "actions/casework/case_view.h"
#include "reports/metrics/metric_case.h"

/* The releases that the casefile's fixes were distributed in, as of a day, in the order they were; a release
 * once. Without the device's name. In the arena. */
MUST_CHECK bool rollouts_of(const struct case_view *view, struct date as_of, struct arena *arena,
    struct metric_rollout **out, size_t *count, struct err *e);

/* The same of the fixes whose last validation passed, or that have none on record: of these M3 is made. */
MUST_CHECK bool rollouts_validated(const struct case_view *view, struct date as_of, struct arena *arena,
    struct metric_rollout **out, size_t *count, struct err *e);

/* What the validations and effectiveness checks of a period come to. */
struct rollout_checks {
	int64_t failed_validations;
	struct share effective;
};
/* What consignees answered by a day, the last of each. */
struct rollout_answers {
	int64_t confirmed, bounced, silent;
};
MUST_CHECK bool rollout_answers(
    const struct case_view *view, struct date as_of, struct rollout_answers *out, struct err *e);
MUST_CHECK bool rollout_checks(
    const struct case_view *view, struct window w, struct rollout_checks *out, struct err *e);

/* May the record be added? Others than validation, distribution and installation always. ERR_INPUT where it
 * names what is not there; ERR_CONFLICT where the order is wrong: distributed only once validated, installed
 * only once distributed, on no more units than are to get it, of each release and at each consignee that is
 * named. */
MUST_CHECK bool rollout_check(
    struct db *db, const struct case_view *view, const struct case_record *r, struct err *e);

/* Sets in *more of a distribution how many units were known to run its release when it was recorded; others
 * stay as they are. In the arena. */
MUST_CHECK bool rollout_note(
    struct db *db, const struct case_view *view, struct case_record *r, struct arena *arena, struct err *e);

/* Whoever answers, or is checked on, was sent something by then. Others than responses and effectiveness
 * checks always; ERR_CONFLICT. */
MUST_CHECK bool rollout_check_told(const struct case_view *view, const struct case_record *r, struct err *e);
