/*
 * touched - which advisories an import has changed, by the packages they speak of, before and after.
 *
 * What must be matched again follows from it. Memory is bounded: beyond some hundred thousand changes, more
 * than any day brings, everything is matched again, and single changes are forgotten.
 */
#pragma once
#include <stdint.h>

#include "base/str.h"

struct touched_pair {
	int64_t package_id, advisory_id;
};

struct touched {
	struct touched_pair *pairs; /* in order after touched_sort() */
	size_t count, room;
	int64_t *advisories; /* the same by themselves, ascending, after touched_sort() */
	size_t advisory_count, advisory_room;
	bool everything;
};

void touched_clear(struct touched *t);
/* packages: the list of an advisory's packages as the store has it. False where it is damaged. */
bool touched_add(struct touched *t, int64_t advisory_id, struct str packages);
/* Orders, and drops what is there twice. */
void touched_sort(struct touched *t);
/* After touched_sort(): was the advisory touched? */
bool touched_has(const struct touched *t, int64_t advisory_id);

#define SCOPED_TOUCHED __attribute__((cleanup(touched_clear))) struct touched
