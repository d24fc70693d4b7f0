/*
 * case_learned - work on a vulnerability is not older than the day on which the firm learned of it.
 *
 * Whoever assessed it, planned, looked for controls, told of it or corrected the device knew of it, and the
 * earliest day that anybody did is the one that counts (A1): a later one would put day 30 and day 60 too
 * late.
 */
#pragma once
#include "actions/casework/case_fit.h"

/* ERR_CONFLICT, with the field: a day stated of an assessment, a plan, a control, a communication or the
 * correction lies before the learning day of after, or a learning day stated lies behind one of them that
 * stands. */
MUST_CHECK bool case_learned_check(
    const struct case_view *after, const struct case_stated *stated, struct err *e);
