/*
 * fielded - what is in the field: the releases asked for, and the distinct components of them.
 */
#pragma once
#include "base/arena.h"
#include "inventory/component.h"
#include "inventory/device.h"
#include "store/db.h"

/* By name; empty: all. */
struct fielded_query {
	struct str device, release;
};

struct fielded_visit {
	void *ctx;
	bool (*release)(void *ctx, const struct device *d, const struct release *r, struct err *e);
	void (*unreleased)(void *ctx, const struct device *d); /* a device without any; may be NULL */
};

/* By device name, releases in the order they were added. ERR_INPUT where a name is not known. */
MUST_CHECK bool fielded_walk(
    struct db *db, struct fielded_query query, struct fielded_visit visit, struct err *e);

struct fielded_component {
	int64_t id;
	const struct component *component;
	int64_t releases; /* that have it, of those asked for */
};

struct fielded {
	struct fielded_component *components; /* by id; without what the SBOMs are about */
	size_t count;
	struct str *bare; /* "Pump 1.0": releases without an SBOM; "Pump": a device without a release */
	size_t bare_count;
};

/* Everything is in the arena. */
MUST_CHECK bool fielded_gather(
    struct db *db, struct fielded_query query, struct arena *arena, struct fielded *out, struct err *e);
