/*
 * field_units - how many units of a casefile's device the register knows in the field.
 */
#pragma once
#include "actions/casework/case_view.h"

struct field_units {
	/* Of releases the findings in the file name, or of which the release is not known; without findings
	 * of any. Shipped: whether they came back or not; held: not returned. -1: no shipment is known. */
	int64_t shipped, held;
	/* More than so many cannot get a fix: all that were shipped, else what is stated of all releases; -1:
	 * that is not known. */
	int64_t most;
};

/* By shipments up to today; of the view the casefile and its records alone are asked. */
MUST_CHECK bool field_units(
    struct db *db, const struct case_view *view, struct date today, struct field_units *out, struct err *e);
