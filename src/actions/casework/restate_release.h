/*
 * restate_release - how many units of a release there are, counted anew; what moves in casefiles is told.
 */
#pragma once
#include "records/trail.h"
#include "store/db.h"

struct release_count {
	struct str device, version; /* by name */
	int64_t units;
	struct date counted_on;
};

/* With a reason. One change with its entry, "release.set", which keeps the day. ERR_INPUT for a day to come,
 * ERR_CONFLICT where it changes nothing, or moves something that is owed without a reason. */
MUST_CHECK bool restate_release(
    struct db *db, const struct release_count *count, struct change_by by, struct err *e);
