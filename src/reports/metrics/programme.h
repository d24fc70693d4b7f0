/*
 * programme - measures of the programme besides those the agency names (K1 to K14).
 *
 * What the store has no data of is told as such, with what would be needed: never as 0.
 */
#pragma once
#include "reports/metrics/metric_case.h"

struct measure {
	const char *id, *name;
	struct str value;
	struct str basis; /* the counts it rests on, or what is needed to know it */
};

/* Ended by a row without an id. */
extern const struct definition programme_definitions[];

/* By id. In the arena. */
struct measure *programme_measures(const struct metrics *m, struct arena *arena, size_t *count);
