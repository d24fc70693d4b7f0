/*
 * slices - M1 and M2 over units of count, all together and by what they are sliced by.
 */
#pragma once
#include "reports/metrics/metric_case.h"

struct metric_part {
	struct str name; /* "high"; of the whole "all" */
	struct patching patching;
};

/* The whole first, then its parts by name. In the arena. */
struct metric_part *slices_of(const struct metrics *m, struct arena *arena, size_t *count);
/* Units of count that were left out, for they do not affect the device. */
int64_t slices_left_out(const struct metrics *m);
