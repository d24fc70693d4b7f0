/*
 * finding_reach - which casefiles a statement that was just kept meets: those of a device in which it decides
 * a finding. Their clocks run on what the statement settles, so whoever made it is told.
 */
#pragma once
#include "assessment/vex.h"
#include "base/arena.h"
#include "store/db.h"

/* A sentence for each, in the arena; a casefile counts by whatever name of the vulnerability it was opened.
 */
MUST_CHECK bool finding_reach(struct db *db, const struct vex_record *r, struct date today,
    struct arena *arena, struct str **lines, size_t *count, struct err *e);
