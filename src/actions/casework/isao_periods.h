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

#define ISAO_CRITERIA 4 /* PMG IX */

struct isao_period {
	struct date since, until; /* first and last day; until unknown: it lasts, or nobody has said */
	bool has_evidence[ISAO_CRITERIA];
};

struct isao_periods {
	struct isao_period *items;
	size_t count;
};

/* What one statement of the programme says; an end before the beginning is that of a membership before. */
struct isao_period isao_period_of(const struct report_fields *statement, struct arena *arena);
/* By day. None where no first day has ever been stated. In the arena. */
MUST_CHECK bool isao_periods(struct db *db, struct arena *arena, struct isao_periods *out, struct err *e);
/* Puts isao_member into the facts of each communication that stands, where the periods tell: not before and
 * between them, and within one that has ended, if it is proven. Within one that lasts, the firm's own
 * statement counts. records: copies, whose facts may be changed. */
MUST_CHECK bool isao_periods_apply(const struct isao_periods *p, struct case_record *records, size_t count,
    struct arena *arena, struct err *e);
