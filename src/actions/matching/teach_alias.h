/*
 * teach_alias - rules of the manufacturer's own: two packages are one product. Each is one change with its
 * entry in the trail, which says who taught it and why; it holds from then on for every component and record.
 */
#pragma once
#include "matching/alias.h"
#include "records/trail.h"
#include "store/db.h"

/* by.why must say why. ERR_CONFLICT where the two are joined already, by a rule of either kind. */
MUST_CHECK bool teach_alias(struct db *db, struct alias_name a, struct alias_name b, struct change_by by,
    int64_t *number, struct err *e);
/* Takes back an own rule; ERR_INPUT where there is none of that number. */
MUST_CHECK bool forget_alias(struct db *db, int64_t number, struct change_by by, struct err *e);
