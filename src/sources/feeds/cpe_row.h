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
