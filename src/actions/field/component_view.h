/*
 * component_view - one component of the store, and the releases that have it.
 */
#pragma once
#include "inventory/component.h"
#include "inventory/device.h"
#include "store/db.h"

struct component_place {
	struct str device, release;
};

struct component_view {
	int64_t id;
	struct component component;
	struct component_place *places; /* by device name, then as the releases were added */
	size_t place_count;
};

/* ERR_ABSENT where there is none of that number. In the arena. */
MUST_CHECK bool component_view(
    struct db *db, int64_t id, struct arena *arena, struct component_view *out, struct err *e);

/* The components of the SBOM of a release, both by name, without what it is about; by number. */
struct component_row {
	int64_t id;
	struct component component;
};
MUST_CHECK bool component_listing(struct db *db, struct str device, struct str release, struct arena *arena,
    struct component_row **out, size_t *count, struct err *e);
