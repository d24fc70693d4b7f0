/*
 * signal_watch - the days that are owed of signals, around a change of what they are counted by: the stated
 * time frame, the time zone, the receipt. What moves is told as the days of casefiles are (due_moves.h).
 */
#pragma once
#include "actions/casework/due_moves.h"
#include "actions/intake/signal_duties.h"
#include "records/trail.h"

struct signal_watched {
	int64_t signal;
	struct signal_duties duties; /* that are still to be done */
};

struct signal_watch {
	struct signal_watched *items;
	size_t count, room;
};

/* Before the change, within its transaction; of one signal, or of all (0). In the arena. */
MUST_CHECK bool signal_watch_begin(struct db *db, int64_t signal, struct instant now, struct arena *arena,
    struct signal_watch *out, struct err *e);
/* After it. ERR_CONFLICT as due_moves_note(), with the signal named. */
MUST_CHECK bool signal_watch_note(
    struct db *db, struct change *change, const struct signal_watch *w, struct change_by by, struct err *e);
