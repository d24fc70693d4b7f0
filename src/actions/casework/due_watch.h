/*
 * due_watch - the days that are due in all casefiles, around a change of what they are judged with: the
 * programme, or their device. What moves is told as a change of a casefile's own facts tells it; of a closed
 * one what outlasts its closing, the periodic report and what is kept among it.
 */
#pragma once
#include "actions/casework/due_moves.h"
#include "records/trail.h"

struct due_watch {
	int64_t device_id; /* 0: casefiles of all devices */
	struct case_view
	    *views; /* their head, scope, day of learning and what is due: no more of them is kept */
	size_t count;
};

/* Before the change, within its transaction. In the arena. */
MUST_CHECK bool due_watch_begin(struct db *db, int64_t device_id, struct instant now, struct arena *arena,
    struct due_watch *out, struct err *e);
/* After it. ERR_CONFLICT as due_moves_note(), with the casefile named. */
MUST_CHECK bool due_watch_note(
    struct db *db, struct change *change, const struct due_watch *w, struct change_by by, struct err *e);
