/*
 * mdr_check - what may be stated of events, of their reports, and of why none is owed (21 CFR 803).
 */
#pragma once
#include "actions/casework/case_view.h"

/* May the record be added, for the reason why? Others than events, supplements and reasons always.
 * ERR_INPUT where the signal it names is not in the casefile; where a reason leaves out what it must say, of
 * a medical judgment who made it, and what qualifies them (803.20(c)(2)); where a report is given before its
 * event was known, or a supplement before what it tells of was received, or before the report. ERR_CONFLICT
 * where a complaint's event is reportable and a reason says it is none; and where why says nothing of one in
 * another casefile, of an event that is known later than its complaint was received (803.3(b)(1)), or of a
 * report that was given before the one that was issued here was signed. */
MUST_CHECK bool mdr_check(
    struct db *db, const struct case_view *view, const struct case_record *r, struct str why, struct err *e);

/* Adds to the determination of *view a warning of each event that is known later than the complaint that it
 * names was received. */
MUST_CHECK bool mdr_warn_known_late(
    struct db *db, struct case_view *view, struct arena *arena, struct err *e);
