/*
 * consisting - the releases that consist of a component list, and their devices: many components share their
 * lists, and each list and device is asked for once.
 */
#pragma once
#include "base/recall.h"
#include "inventory/device.h"
#include "store/db.h"

struct consistings {
	struct db *db;
	struct arena *arena; /* that all texts go to */
	struct recall devices, lists;
};

struct consisting {
	struct release *releases;
	size_t count;
};

struct consistings consistings_of(struct db *db, struct arena *arena);
void consistings_free(struct consistings *c);

/* Valid as long as c is; texts as long as the arena. */
MUST_CHECK bool consisting_device(
    struct consistings *c, int64_t device_id, const struct device **out, struct err *e);
MUST_CHECK bool consisting_of_list(
    struct consistings *c, int64_t list_id, const struct consisting **out, struct err *e);
