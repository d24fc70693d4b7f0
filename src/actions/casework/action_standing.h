/*
 * action_standing - whether the 806 report that was issued still tells what is so: the action may be of the
 * other kind by now (21 CFR 806.10(c)(1)), and concern versions, lots and shipments that it does not know
 * (806.10(d)). Where FDA has the report, that is owed an amendment, or a reason why the action is not
 * extended.
 */
#pragma once
#include "actions/casework/case_view.h"

/* Adds the warnings report_806_kind and report_806_extent to the determination of *view, and where FDA has
 * the report an amendment to what is owed, of no day, as nobody has said when the action was extended. In the
 * arena. */
MUST_CHECK bool action_standing_add(
    struct db *db, struct case_view *view, struct arena *arena, struct err *e);

/* An item that says why the action is not extended keeps how far the register reached then: what comes in
 * later is asked about again. Others stay as they are. */
MUST_CHECK bool action_standing_note(
    struct db *db, const struct case_view *view, struct case_record *r, struct arena *arena, struct err *e);
