/*
 * report_standing - whether the 806 report that was issued still tells what is so: the action may be of the
 * other kind by now (21 CFR 806.10(c)(1)), and concern versions, lots and shipments that it does not know
 * (806.10(d)).
 */
#pragma once
#include "actions/casework/case_view.h"

/* Adds the warnings report_806_kind and report_806_extent to the determination, in the arena. Reads in the
 * transaction that is open, or in one of its own. */
MUST_CHECK bool report_standing_warn(
    struct db *db, struct case_view *view, struct instant now, struct arena *arena, struct err *e);
