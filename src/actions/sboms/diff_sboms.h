/*
 * diff_sboms - what two releases, or documents, consist of, side by side (inventory/sbom_diff.h).
 */
#pragma once
#include "actions/sboms/load_sbom.h"
#include "inventory/sbom_diff.h"
#include "store/db.h"

/* The components of one side, and what it is called. Borrowed. */
struct sbom_side {
	struct str name;
	const struct component *components;
	size_t count;
};

/* "Pump 2.1": in the arena. ERR_ABSENT where there is no such device, ERR_INPUT where it has no such release
 * or that has no SBOM. */
MUST_CHECK bool sbom_side_of_release(struct db *db, struct str device, struct str version,
    struct arena *arena, struct sbom_side *out, struct err *e);
struct sbom_side sbom_side_of_document(const struct loaded_sbom *s);

/* In the arena; rows point into the sides. */
void diff_sboms(
    const struct sbom_side *from, const struct sbom_side *to, struct arena *arena, struct sbom_diff *out);
