/*
 * case_recorded - what the records of the way to the field, and the register, say of a casefile's facts.
 *
 * Where a fix has validations on record, these say whether and since when it is validated, and no day that
 * was typed; its distributions say when it was first available and when it had gone to all. A residual risk
 * of which nothing is stated is one that nobody has judged, and what a communication does not say it told it
 * did not tell: what is not in the file has not happened. Units that the register knows as shipped are
 * released, whatever is claimed of a stock recovery. An event that was entered, or made another, after the
 * file had been closed says so.
 */
#pragma once
#include "actions/casework/case_view.h"
#include "actions/casework/field_units.h"

struct case_recorded {
	struct case_record *records; /* with that among the facts of fixes and of the correction */
	struct str releases; /* JSON: those of which units in the field are to get a fix; no pointer: nothing
				was distributed */
};
/* As of a day. Of the view the casefile and its records alone are asked. In the arena. */
MUST_CHECK bool case_recorded(struct db *db, const struct case_view *view, struct date today,
    const struct case_record *records, struct arena *arena, struct case_recorded *out, struct err *e);
/* The same by what is known of the field, without a store. */
MUST_CHECK bool case_recorded_by(const struct case_view *view, const struct field_units *field,
    struct date today, const struct case_record *records, struct arena *arena, struct case_recorded *out,
    struct err *e);
