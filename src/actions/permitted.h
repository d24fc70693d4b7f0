/*
 * permitted - may somebody do something, asked before it is begun: for work that is done later, or takes
 * long.
 *
 * It is asked again when it is done, by the change itself (store/change.h).
 */
#pragma once
#include "records/trail.h"
#include "store/db.h"

/* what: as the audit trail calls it, "feed.import". ERR_DENIED where not, which leaves an entry of the
 * refusal. Nothing else is changed. */
MUST_CHECK bool permitted(
    struct db *db, const char *what, struct str object, struct change_by by, struct err *e);
