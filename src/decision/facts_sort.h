/*
 * facts_sort - the lists of facts by date, so that nothing hangs on the order in which they were written
 * down.
 */
#pragma once
#include "base/arena.h"
#include "decision/facts.h"

/* A copy whose lists are in the order of their dates, of one day in the order of their places, undated ones
 * last. The lists live in the arena; everything else is shared with facts. */
struct facts facts_sorted(const struct facts *facts, struct arena *a);
