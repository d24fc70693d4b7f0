/*
 * register_device - a device into the store, and what is stated of it anew. Each is one change with its trail
 * entry.
 */
#pragma once
#include "inventory/device.h"
#include "records/trail.h"
#include "store/db.h"

/* Fields and lists are as device_field_set() and device_list_add() made them. ERR_CONFLICT where the name or
 * a UDI-DI is another device's. */
MUST_CHECK bool register_device(
    struct db *db, const struct device_profile *p, struct change_by by, int64_t *id, struct err *e);

/* What is to be altered in what is stated: called with the device as it stands, within the change. */
struct device_change {
	void *ctx;
	bool (*alter)(void *ctx, struct device_profile *p, struct arena *arena, struct err *e);
};
/* By name or UDI-DI. *altered: in how many keys it differs now; none is no change, and leaves no entry. */
MUST_CHECK bool restate_device(struct db *db, struct str name, struct device_change change,
    struct change_by by, size_t *altered, struct err *e);

/* The two above within a change that is open. */
struct change;
MUST_CHECK bool register_device_within(struct db *db, struct change *change, const struct device_profile *p,
    struct arena *arena, int64_t *id, struct err *e);
MUST_CHECK bool restate_device_within(struct db *db, struct change *change, const struct device_profile *old,
    const struct device_profile *new, struct arena *arena, size_t *altered, struct err *e);

/* All that is stated of a device, as the trail is told it. In the arena. */
struct str device_record_json(const struct device_profile *p, struct arena *arena);
