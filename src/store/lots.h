/*
 * lots - the lots and serial numbers of releases. Writing is for actions/, within a change.
 */
#pragma once
#include "base/arena.h"
#include "inventory/device.h"
#include "inventory/lot.h"
#include "store/db.h"

MUST_CHECK bool lot_add(struct db *db, const struct lot *l, int64_t *id, struct err *e);
/* Its release, model number, dates and quantity. */
MUST_CHECK bool lot_set(struct db *db, const struct lot *l, struct err *e);
/* ERR_INPUT where there is none. Texts in the arena. */
MUST_CHECK bool lot_get(struct db *db, int64_t id, struct arena *arena, struct lot *out, struct err *e);
/* The same units of the same release; id 0 where there are none. */
MUST_CHECK bool lot_find(
    struct db *db, const struct lot *same, struct arena *arena, struct lot *out, struct err *e);
/* The same serial numbers of the same lot of whichever release of the device; likewise. */
MUST_CHECK bool lot_find_units(struct db *db, int64_t device_id, const struct lot *same, struct arena *arena,
    struct lot *out, struct err *e);
/* By lot and serial number; in the arena. */
MUST_CHECK bool lots_of_release(
    struct db *db, int64_t release_id, struct arena *arena, struct lot **out, size_t *count, struct err *e);
MUST_CHECK bool lots_of_device(
    struct db *db, int64_t device_id, struct arena *arena, struct lot **out, size_t *count, struct err *e);

/* What is known of how many units run a release, besides what is stated. */
struct release_units {
	int64_t in_lots; /* -1: no lot has a quantity */
	/* Sent and not returned, by shipments that name the release, or a lot that no other has; -1: there is
	 * none. */
	int64_t held;
};
/* In the order of the releases, all of one device; in the arena. */
MUST_CHECK bool release_units(struct db *db, const struct release *releases, size_t count,
    struct arena *arena, struct release_units **out, struct err *e);
