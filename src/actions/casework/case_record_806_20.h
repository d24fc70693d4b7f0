/*
 * case_record_806_20 - the record that stands in place of a report (21 CFR 806.20): owed from the initiation
 * of an action, and met by the record that was issued. Facts do not tell of it, so it is asked of the
 * casefile.
 */
#pragma once
#include "actions/casework/case_view.h"

/* Marks the obligation as met on the day of the last record that was issued, where the store has users only
 * once a designated person has signed it, 806.20(b)(4). Once something that it rests on was added or put in
 * the place of another it is owed anew, and a warning says so. */
MUST_CHECK bool case_record_806_20(struct db *db, struct case_view *view, struct arena *arena, struct err *e);
