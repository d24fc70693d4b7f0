/*
 * register_device - a device into the store: one change with its trail entry.
 */
#pragma once
#include "inventory/device.h"
#include "records/trail.h"
#include "store/db.h"

/* Fields and lists are as device_field_set() and device_list_add() made them. ERR_CONFLICT where the name or
 * a UDI-DI is another device's. */
MUST_CHECK bool register_device(
    struct db *db, const struct device_profile *p, struct change_by by, int64_t *id, struct err *e);

/* The same within a change that is open; and what is stated of a device anew, which casework/restate_device.h
 * is for. *altered: in how many keys it differs now; none leaves no entry. */
struct change;
MUST_CHECK bool register_device_within(struct db *db, struct change *change, const struct device_profile *p,
    struct arena *arena, int64_t *id, struct err *e);
MUST_CHECK bool restate_device_within(struct db *db, struct change *change, const struct device_profile *old,
    const struct device_profile *new, struct arena *arena, size_t *altered, struct err *e);

/* All that is stated of a device, as the trail is told it. In the arena. */
struct str device_record_json(const struct device_profile *p, struct arena *arena);
