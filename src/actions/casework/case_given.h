/*
 * case_given - FDA is given a report on the day it was issued and signed, or later, and of the kind that the
 * action is of.
 */
#pragma once
#include "actions/casework/case_view.h"

/* Of a correction's reported_on and an extension's amended_on, where a report of that kind was issued here.
 * A correction does not become a removal, or the other way round, once FDA has the report, nor is FDA given
 * one of the other kind. why: a report that was made elsewhere says so, and may have been given earlier.
 * view: the casefile before the record. ERR_CONFLICT, with the field. */
MUST_CHECK bool case_given_check(
    const struct case_view *view, const struct case_record *r, struct str why, struct err *e);
