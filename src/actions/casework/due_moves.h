/*
 * due_moves - days that move when the facts of a casefile change: earlier or later, the trail keeps both.
 * Nothing becomes due later without a reason, and nothing is kept shorter without one.
 */
#pragma once
#include "actions/casework/case_view.h"

struct change;

/* Within a change that has made after of before: notes the days of obligations that moved as
 * "obligations.moved". ERR_CONFLICT where one that is not met moves to a later day, what is kept ends
 * sooner or on no known day, or the vulnerability was learned of later than it stood, and why says nothing.
 */
MUST_CHECK bool due_moves_note(struct change *change, const struct case_view *before,
    const struct case_view *after, struct str why, struct arena *arena, struct err *e);
