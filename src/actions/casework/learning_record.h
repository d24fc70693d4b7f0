/*
 * learning_record - what the record of a vulnerability says of the day on which it was learned of (A1).
 */
#pragma once
#include "base/arena.h"
#include "base/time.h"
#include "records/trail.h"

/* What the record of a vulnerability says of the day, its facts and what is for people: why it is that day,
 * and a person's reason for another one. */
struct str learning_facts(struct date on, struct arena *arena);
struct str learning_basis(struct str basis, struct str reason, struct arena *arena);

/* Where a person states the day in an addition to the record of a vulnerability, though signals said which it
 * is: *more, which is to stand, says so. */
struct case_addition;
MUST_CHECK bool learning_restate(
    const struct case_addition *a, struct change_by by, struct arena *arena, struct str *more, struct err *e);
