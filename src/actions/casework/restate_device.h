/*
 * restate_device - what is stated of a device anew: one change with its trail entry, and the days that move
 * in the casefiles of the device (due_watch.h).
 */
#pragma once
#include "inventory/device.h"
#include "records/trail.h"
#include "store/db.h"

/* What is to be altered in what is stated: called with the device as it stands, within the change. */
struct device_change {
	void *ctx;
	bool (*alter)(void *ctx, struct device_profile *p, struct arena *arena, struct err *e);
};
/* By name or UDI-DI. *altered: in how many keys it differs now; none is no change, and leaves no entry. */
MUST_CHECK bool restate_device(struct db *db, struct str name, struct device_change change,
    struct change_by by, size_t *altered, struct err *e);
