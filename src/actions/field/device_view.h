/*
 * device_view - what the register knows: a device with its releases and how far it went; the releases of a
 * device with their units; its lots.
 */
#pragma once
#include "store/consignees.h"
#include "store/devices.h"
#include "store/lots.h"

struct device_view {
	struct device_profile profile;
	struct release *releases;
	size_t release_count;
	struct shipment_counts shipped;
};

/* By name or UDI-DI; ERR_INPUT where there is none. In the arena. */
MUST_CHECK bool device_view(
    struct db *db, struct str name, struct arena *arena, struct device_view *out, struct err *e);

/* The releases of a device, and how many units are known to run each. */
struct release_listing {
	struct release *releases;
	struct release_units *units;
	size_t count;
};
MUST_CHECK bool release_listing(
    struct db *db, struct str device, struct arena *arena, struct release_listing *out, struct err *e);

struct lot_row {
	struct lot lot;
	struct str release; /* its version */
};
/* The lots of a device, or of one of its releases (empty: all), by lot and serial number. ERR_INPUT where a
 * name is not known. In the arena. */
MUST_CHECK bool lot_listing(struct db *db, struct str device, struct str release, struct arena *arena,
    struct lot_row **out, size_t *count, struct err *e);

/* The release of a device, both by name; ERR_INPUT where there is none. In the arena. */
MUST_CHECK bool release_named(struct db *db, struct str device, struct str version, struct arena *arena,
    struct release *out, struct err *e);
