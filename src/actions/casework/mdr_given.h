/*
 * mdr_given - the numbers that medical device reports were given, read from the records of all casefiles, and
 * what is stated of them now (21 CFR 803.3(m), 803.56(b)).
 */
#pragma once
#include "actions/casework/case_view.h"
#include "reports/fda/mdr_numbers.h"

MUST_CHECK bool mdr_given(struct db *db, struct arena *arena, struct mdr_numbers *out, struct err *e);

/* A supplement that names an event, and no number, gets the number of the report of the event, where it has
 * one. *r is a record about to be kept; what is new of it lies in the arena. */
MUST_CHECK bool mdr_given_cite(
    struct db *db, const struct case_view *view, struct case_record *r, struct arena *arena, struct err *e);

/* ERR_INPUT for a number of another form, and for one of a supplement that is not that of the report it
 * supplements; ERR_CONFLICT for one that the report of another event has, and without a reason for one that
 * the report of the event does not have. */
MUST_CHECK bool mdr_given_check(
    struct db *db, const struct case_view *view, const struct case_record *r, struct str why, struct err *e);
