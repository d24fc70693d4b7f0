/*
 * case_items - items of a report under part 806 that are stated as not immediately available: when each will
 * be submitted (21 CFR 806.10(c)(13)).
 */
#pragma once
#include "assessment/casefile.h"
#include "obligations/obligation.h"

/* *list, the soonest due first, with an obligation more for each item whose last record says when it will be
 * submitted and does not state it. In the arena. */
MUST_CHECK bool case_items_add(const struct case_record *records, size_t record_count, struct date today,
    struct arena *arena, struct obligation **list, size_t *count, struct err *e);
