/*
 * case_standing - whether a casefile is open, and which there are on one vulnerability in one device.
 */
#pragma once
#include "assessment/casefile.h"
#include "base/arena.h"
#include "store/db.h"

/* Closed, and open again by the rules: an event became known since, or the closing missed it (A16). The
 * arena's contents are not needed afterwards. */
MUST_CHECK bool case_is_reopened(struct db *db, const struct casefile *c, struct instant now,
    struct arena *arena, bool *out, struct err *e);

/* On the same vulnerability in the same device as c, but for c itself. */
struct case_alike {
	int64_t closed; /* the last that is closed; 0: none */
	struct date closed_on;
};

/* One file for one vulnerability in one device, since two would have two clocks: ERR_CONFLICT where another
 * is open. c->id may be 0. */
MUST_CHECK bool case_alike_closed(struct db *db, const struct casefile *c, struct instant now,
    struct arena *arena, struct case_alike *out, struct err *e);
