/*
 * trails - reading the audit trail.
 */
#pragma once
#include "records/trail.h"
#include "store/db.h"

struct trail_sink {
	void *ctx;
	/* Texts live for the call. */
	bool (*entry)(void *ctx, const struct trail_entry *entry, struct err *e);
};

/* All entries, or those about one object ("casefile 7"; no pointer: all), by number. */
MUST_CHECK bool trail_read(struct db *db, struct str object, struct trail_sink out, struct err *e);
/* Those with a higher number, by number. */
MUST_CHECK bool trail_after(struct db *db, int64_t number, struct trail_sink out, struct err *e);
/* Which entries are asked for; what is not given is any. */
struct trail_filter {
	int64_t before; /* numbers below; INT64_MAX: all */
	struct str object, who;
	struct str what;	    /* or what it begins with: "casefile." */
	struct instant from, until; /* until itself is not among them; INSTANT_NONE: any */
	int64_t most;		    /* entries */
};

/* The newest first. */
MUST_CHECK bool trail_page(struct db *db, const struct trail_filter *f, struct trail_sink out, struct err *e);
/* What change_close last left; number 0 where there is nothing. */
MUST_CHECK bool trail_head(struct db *db, int64_t *number, struct sha256 *digest, struct err *e);
