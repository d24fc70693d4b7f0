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

/* K4: what is owed at the end of the period, by the days that are left. */
#define PROGRAMME_LEFT_CLASSES 5
void programme_days_left(const struct metrics *m, int64_t counts[PROGRAMME_LEFT_CLASSES]);
const char *programme_left_name(size_t at); /* "due within 7 days" */

/* By id. In the arena. */
struct measure *programme_measures(const struct metrics *m, struct arena *arena, size_t *count);
