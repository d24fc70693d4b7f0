/*
 * rematch - kept matches brought up to date because somebody asks for it; one change with its trail entry.
 */
#pragma once
#include "actions/matching/match_update.h"
#include "records/trail.h"

/* everything: also where they are current. *done: something was matched. */
MUST_CHECK bool rematch(
    struct db *db, bool everything, struct change_by by, bool *done, struct match_run *out, struct err *e);
