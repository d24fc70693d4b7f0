/*
 * rebuild - distributions that are built from another's sources: Rocky Linux, AlmaLinux, CentOS Linux and
 * Oracle Linux from Red Hat Enterprise Linux, under the same names, versions and release numbers.
 *
 * Where such a distribution says nothing of a vulnerability itself, what Red Hat says is affected is likely
 * so there too: tier D. That a fix is in Red Hat's package proves nothing of the other one.
 */
#pragma once
#include "inventory/component.h"

/* The package that it is a rebuild of, of the release that its distribution or else its version names; and
 * words for the trace, "rocky-9 is built from rhel-9". False where it is none, or the release cannot be told.
 * In the arena. */
bool rebuild_of(
    const struct identity *package, struct arena *arena, struct identity *original, struct str *words);

/* "rpm/redhat/" for "rpm/rocky/": what the names of all packages begin with that those are rebuilds of. Empty
 * where there are none. */
struct str rebuild_family(struct str family);

/* The other way: the packages that are rebuilds of this one; in the arena. */
size_t rebuild_names(struct str package, struct arena *arena, struct str **out);
