/*
 * vex_index - statements that stand in no store, found by the vulnerabilities they are about and by the
 * packages that they say are affected.
 */
#pragma once
#include "assessment/vex.h"

struct vex_index;

/* The records are borrowed. */
struct vex_index *vex_index_new(const struct vex_record *records, size_t count);
void vex_index_free(struct vex_index *x);

/* Those about a vulnerability of any of these names, none twice, in the order of the records; in the arena.
 */
size_t vex_index_about(const struct vex_index *x, const struct str *names, size_t count, struct arena *arena,
    const struct vex_record ***out);
/* Those that say the package is affected, or by VEX_BY_SBOM, what they point at in that SBOM; in the arena.
 */
size_t vex_index_claims(const struct vex_index *x, enum package_kind kind, struct str package,
    struct arena *arena, const struct vex_record ***out);
