/*
 * due_moves - days that move when the facts of a casefile change: earlier or later, the trail keeps both.
 * Nothing becomes due later without a reason, nothing is kept shorter without one, and what is owed to
 * customers, users, an ISAO, FDA or another applicant and is not done is owed no more without one. What was
 * done too late is not said to have been done in time without one either.
 */
#pragma once
#include "actions/casework/case_view.h"

struct change;

struct due_reason {
	struct str why;
	bool gone_is_answered; /* what was recorded is itself why something is owed no more: a deed, a reason
				*/
	bool deed_is_new;      /* it is not another day of a deed that was on record: a later one is another
				  clock's */
};

/* Within a change that has made after of before: notes the days of obligations that moved as
 * "obligations.moved". ERR_CONFLICT where one that is not met moves to a later day or is gone, one that was
 * met too late is in time, what is kept ends sooner or on no known day, or the vulnerability was learned of
 * later than it stood, and why says nothing.
 */
MUST_CHECK bool due_moves_note(struct change *change, const struct case_view *before,
    const struct case_view *after, struct due_reason reason, struct arena *arena, struct err *e);

/* The same of what is owed of another thing, called as the trail calls it, which has no day of learning. */
struct due_list {
	const struct obligation *items;
	size_t count;
};
MUST_CHECK bool due_moves_note_of(struct change *change, struct str object, struct due_list before,
    struct due_list after, struct due_reason reason, struct arena *arena, struct err *e);
