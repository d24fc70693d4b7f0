/*
 * sbom_diff - what two lists of components have in common, and what not: two SBOMs, or two releases.
 *
 * Components are the same by what they are called for: their package (package URL before CPE name), else
 * their name. Of several in one place those of equal version are paired first, the others in the order of
 * their versions' texts. What an SBOM is about is no component of it, and is not compared.
 */
#pragma once
#include "inventory/component.h"

enum sbom_change {
	SBOM_VERSION_CHANGED = 1,
	SBOM_SUPPLIER_CHANGED = 2,
	SBOM_SUPPORT_CHANGED = 4,
	SBOM_END_OF_SUPPORT_CHANGED = 8
};

struct sbom_difference {
	const struct component *from, *to; /* NULL: it was added; it was removed */
	int changes;			   /* bits of enum sbom_change, where it is in both */
};

struct sbom_diff {
	const struct sbom_difference *rows; /* by identity, name and version */
	size_t count, added, removed, changed, unchanged;
};

/* The result lives in the arena and points to the components. Deterministic: the order of neither list
 * counts. */
void sbom_diff(const struct component *from, size_t from_count, const struct component *to, size_t to_count,
    struct arena *arena, struct sbom_diff *out);
