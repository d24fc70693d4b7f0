/*
 * security_events - how many there are that a user has not been told of.
 */
#pragma once
#include "store/db.h"

/* Since the sign-in before the last one of that user; 0 where there was none before. */
MUST_CHECK bool security_events_since(struct db *db, struct str name, int64_t *count, struct err *e);
