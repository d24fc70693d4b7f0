/*
 * security_events - what of the trail touches security, and how many of it a user has not been told of.
 */
#pragma once
#include "store/trails.h"

/* From an instant on, in the order of the trail. */
MUST_CHECK bool security_events_read(
    struct db *db, struct instant since, struct trail_sink to, struct err *e);

/* Some of them, the newest first. */
struct security_event_page {
	struct instant since;
	int64_t before; /* numbers below; INT64_MAX: all */
	int64_t most;	/* entries */
};
MUST_CHECK bool security_events_page(
    struct db *db, const struct security_event_page *page, struct trail_sink to, struct err *e);

/* Since the sign-in before the last one of that user; 0 where there was none before. */
MUST_CHECK bool security_events_since(struct db *db, struct str name, int64_t *count, struct err *e);
