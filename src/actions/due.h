/*
 * due - what is owed over all open casefiles, soonest first.
 */
#pragma once
#include "actions/casework.h"
#include "obligations/obligation.h"

struct due_row {
	struct obligation obligation;
	struct casefile casefile;
	struct str device;
};

/* Obligations that are open or overdue and have a day not after until (DATE_NONE: any day). today as
 * case_view has it. In the arena. */
MUST_CHECK bool due_list(struct db *db, struct date today, struct instant now, struct date until,
    struct arena *arena, struct due_row **out, size_t *count, struct err *e);
