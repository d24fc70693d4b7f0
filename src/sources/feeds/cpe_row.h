/*
 * cpe_row - what a CPE name in a feed says, as a row of an advisory.
 */
#pragma once
#include "base/arena.h"
#include "sources/advisory.h"

/* Sets kind, package, qualifier and the versions of *row; the rest stays. Version ANY gives no bounds, NA
 * not_applicable, a value that one version, and "4.19.*" its branch. name must live as long as the arena;
 * mistakes that can be understood in one way only are taken. */
MUST_CHECK bool cpe_row(struct str name, struct arena *record, struct affected *row, struct err *e);

/* The Enterprise Linux release a platform's CPE name speaks of, as distro_normalise() writes it: the version
 * of redhat:enterprise_linux, or the "el8" that another product is built for. Empty if there is none. */
struct str cpe_row_release(struct str name, struct arena *record);
/* The same for an entry about packages of a product: Enterprise Linux by its release, any other by name and
 * version
 * ("rhel_eus-9.2", "openshift-4.13"), since its packages are built and mended apart. Empty if name is no CPE.
 */
struct str cpe_row_product(struct str name, struct arena *record);
