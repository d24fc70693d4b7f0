/*
 * mdr_behind - what changed of an event behind the medical device report that FDA has of it (21 CFR 803.56).
 */
#pragma once
#include "actions/casework/case_view.h"

/* Adds to the determination of *view the warning "mdr_report_behind", and to what it owes a supplement, of
 * each event of which the file says something else than when the report was made that was submitted: the
 * event was stated anew, an item of the form was, or what its complaint tells. A follow-up report that is
 * issued, and a supplement of the event that is entered or says why none is due, tell of what was there by
 * then. In the arena. */
MUST_CHECK bool mdr_warn_behind(struct db *db, struct case_view *view, struct arena *arena, struct err *e);
