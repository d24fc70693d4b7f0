/*
 * vex_fit - does a statement mean this component of this release?
 *
 * Suppliers name products in many ways: a package URL without a version or without qualifiers, a CPE name, a
 * hash, a reference into an SBOM, a name and a version. A package or a hash that is equal is a fit; a name
 * alone is none, but worth a look.
 */
#pragma once
#include "assessment/vex.h"

enum vex_fit {
	VEX_FIT_NONE,
	VEX_FIT_NAME,	     /* a name alone; how says what a person has to judge, here and in the next */
	VEX_FIT_UNCONFIRMED, /* the package, but not certainly the version */
	VEX_FIT_SURE
};

struct vex_fitting {
	enum vex_fit fit;
	enum vex_scope scope;
	struct str how;
	bool proposed; /* an own decision on another release of the device, or what only a patch says */
};

struct vex_fitting vex_fit(const struct vex_record *r, const struct vex_place *place,
    const struct component *c, struct arena *arena);

/* Does the statement say of the components here anything else than of the same ones anywhere? Where it does
 * not, vex_fit() needs nothing of the place: an empty one gives the same. */
bool vex_fit_is_local(const struct vex_record *r, const struct vex_place *place, struct arena *arena);

/* A product by itself, wherever it is: subcomponents and what it is bound to do not count. */
struct vex_fitting vex_fit_product(
    const struct statement_product *p, const struct component *c, struct arena *arena);

/* Is the product a whole release: by device and version, by its SBOM, by what the SBOM is about? how is set.
 */
bool vex_fit_release(
    const struct statement_product *p, const struct vex_place *place, struct arena *arena, struct str *how);
