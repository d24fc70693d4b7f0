/*
 * coverage_run - who could see what on a day, in the small form that is recorded, and what has changed since.
 *
 * Layout: a byte 1; varint number of sources, each: text name, varint records, varint newest instant (its
 * bits), byte stale; varint number of components by ascending id, each: varint step from the id before, byte
 * state, varint number of sources that see it, varint index of each.
 */
#pragma once
#include "reports/coverage_report.h"

void coverage_run_write(const struct coverage *c, struct buf *out);
/* Sets since and changes, in the arena: sources in their order, then components in theirs. A component that
 * is gone is no change of coverage; a new one is, where no source sees it. ERR_STORE where before is damaged.
 */
MUST_CHECK bool coverage_compare(
    struct coverage *c, struct str before, struct instant before_at, struct arena *arena, struct err *e);
