/*
 * device_facts - what the register knows of a device, as its part of a facts document (docs/man/decide.md).
 */
#pragma once
#include "base/arena.h"
#include "inventory/device.h"
#include "store/db.h"

/* On today: the last distribution is the later of what is stated and the newest shipment, and on the day
 * support ends, and after it, it has ended. JSON, in the arena. */
MUST_CHECK bool device_facts(struct db *db, const struct device *d, struct date today, struct arena *arena,
    struct str *json, struct err *e);
