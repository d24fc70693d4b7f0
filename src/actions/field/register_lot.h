/*
 * register_lot - lots and serial numbers of releases into the store. Each is one change with its trail entry.
 */
#pragma once
#include "inventory/device.h"
#include "inventory/lot.h"
#include "records/trail.h"
#include "store/db.h"

struct change;

/* Units that went out with the release l->release_id, which must be there. A quantity that is not stated is
 * counted from the serial numbers. ERR_INPUT without a lot or serial numbers, or with what cannot be;
 * ERR_CONFLICT where the release has these units already. */
MUST_CHECK bool register_lot(
    struct db *db, const struct lot *l, struct change_by by, int64_t *id, struct err *e);

/* The same within a change, of a lot that lot_check() found good. */
MUST_CHECK bool register_lot_within(struct db *db, struct change *change, const struct lot *lot,
    const struct release *release, struct arena *arena, int64_t *id, struct err *e);

/* What is stated anew of a lot; the others stay. */
struct lot_change {
	int64_t id;
	struct str release; /* the units run another one of the same device now; empty: as before */
	struct str model_number;
	struct date manufactured_on, expires_on;
	int64_t quantity; /* -1: as before */
};
/* ERR_INPUT where there is no such lot or release. */
MUST_CHECK bool restate_lot(
    struct db *db, const struct lot_change *change, struct change_by by, struct err *e);

/* A lot, and the release that it is of. */
struct lot_states {
	const struct lot *lot;
	const struct release *release;
};
/* Within a change: *is in the place of *was. */
MUST_CHECK bool restate_lot_within(struct db *db, struct change *change, const struct lot_states *was,
    const struct lot_states *is, struct arena *arena, struct err *e);

/* All that the trail is told of a lot of the release. In the arena. */
struct str lot_record_json(const struct lot *l, const struct release *release, struct arena *arena);
