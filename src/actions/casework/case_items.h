/*
 * case_items - items of an 806 report that FDA is to get later: each is owed on its stated day, 21 CFR
 * 806.10(c)(13). Before FDA has the report stating the item is enough; an item that the report promised is
 * owed until it is said when it was submitted.
 */
#pragma once
#include "actions/casework/case_view.h"

/* Adds what is owed to the obligations of *view, in their places. In the arena. ERR_STORE where a record is
 * damaged. */
MUST_CHECK bool case_items_add(struct case_view *view, struct arena *arena, struct err *e);

/* May the record stand as it does in after? Others than items always. ERR_CONFLICT where an item is said to
 * be submitted that is not stated, or before FDA was given the report. */
MUST_CHECK bool case_item_fit(const struct case_view *after, const struct case_record *r, struct err *e);
