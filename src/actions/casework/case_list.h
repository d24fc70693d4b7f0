/*
 * case_list - all casefiles, each with the name of its device.
 */
#pragma once
#include "assessment/casefile.h"
#include "base/arena.h"
#include "store/db.h"

struct case_row {
	struct casefile casefile;
	struct str device;
	bool reopened; /* closed, and open again by the rules: an event became known since (A16) */
};

/* By number, as of now; in the arena. */
MUST_CHECK bool case_list(struct db *db, struct instant now, struct arena *arena, struct case_row **out,
    size_t *count, struct err *e);
