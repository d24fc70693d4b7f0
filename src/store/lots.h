/*
 * lots - the lots and serial numbers of releases. Writing is for actions/, within a change.
 */
#pragma once
#include "base/arena.h"
#include "inventory/lot.h"
#include "store/db.h"

MUST_CHECK bool lot_add(struct db *db, const struct lot *l, int64_t *id, struct err *e);
/* Its release, model number, dates and quantity. */
MUST_CHECK bool lot_set(struct db *db, const struct lot *l, struct err *e);
/* By lot and serial number; in the arena. */
MUST_CHECK bool lots_of_release(
    struct db *db, int64_t release_id, struct arena *arena, struct lot **out, size_t *count, struct err *e);
MUST_CHECK bool lots_of_device(
    struct db *db, int64_t device_id, struct arena *arena, struct lot **out, size_t *count, struct err *e);
