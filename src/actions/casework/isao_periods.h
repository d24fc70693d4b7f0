/*
 * isao_periods - when the firm was an active member of an ISAO, by what the programme has stated of it:
 * whether the ISAO condition holds is asked of the day of each communication (PMG VII.B (4)), so a membership
 * that begins or ends later changes nothing of it.
 */
#pragma once
#include "assessment/casefile.h"
#include "base/arena.h"
#include "base/err.h"
#include "reports/casefile_record.h"
#include "store/db.h"

struct case_view;

#define ISAO_CRITERIA 4 /* PMG IX */

/* What is stated of one of the four criteria. */
struct isao_criterion {
	bool has_evidence;
	struct date on;		/* the day of the evidence */
	struct date held_since; /* as it is stated; unknown: nobody has said */
	/* From which day on it counts: the first day that is stated, else the earliest day of evidence of the
	 * membership, never one before. */
	struct date counts_from;
};

struct isao_period {
	struct date since; /* first day; unknown: not stated, so that of the criteria alone counts */
	struct date until; /* last day; unknown: it lasts, or nobody has said */
	struct isao_criterion criteria[ISAO_CRITERIA];
};

struct isao_periods {
	struct isao_period *items;
	size_t count;
};

/* What one statement of the programme says; an end before the beginning is that of a membership before. */
struct isao_period isao_period_of(const struct report_fields *statement, struct arena *arena);
/* By day. None where neither a first day nor evidence has ever been stated. In the arena. */
MUST_CHECK bool isao_periods(struct db *db, struct arena *arena, struct isao_periods *out, struct err *e);
/* Adds a warning "isao_criterion_day" of the first communication that stands and went out within the
 * membership, but before the evidence of a criterion of which nobody has said since when it held: then it
 * counts as sent by none. */
MUST_CHECK bool isao_periods_warn(
    const struct isao_periods *p, struct case_view *view, struct arena *arena, struct err *e);
/* Puts isao_member into the facts of each communication that stands, where the periods tell: not before and
 * between them, not while a criterion that there is evidence of did not hold yet, and within one that has
 * ended, if it is proven. Within one that lasts, the firm's own statement counts. records: copies, whose
 * facts may be changed. */
MUST_CHECK bool isao_periods_apply(const struct isao_periods *p, struct case_record *records, size_t count,
    struct arena *arena, struct err *e);
