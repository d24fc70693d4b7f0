/*
 * plan_revision - a plan that is revised was made all the same: condition 2 asks whether there was one by day
 * 30 (PMG VII.B (2)(iii)), and a revision is no fact that contradicts that.
 *
 * A plan stated on a later day than the one that stands revises it, unless it says that it amends that one:
 * then the day was mistaken. One that amends what was revised since corrects the day of the first.
 */
#pragma once
#include "assessment/casefile.h"
#include "base/arena.h"
#include "base/err.h"

/* r: the new plan as it will stand in the place of another among the records, where r->replaces says so;
 * amends: the record it says that it amends, 0: none. What of it is a revision, or the first one's day, goes
 * into r->more. */
MUST_CHECK bool plan_revision_note(const struct case_record *records, size_t count, int64_t amends,
    struct case_record *r, struct arena *arena, struct err *e);

/* The day of the first plan with a reason for its timeline, among a casefile's records; DATE_NONE: none has
 * both. */
struct date plan_first_on(const struct case_record *records, size_t count);
