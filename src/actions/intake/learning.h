/*
 * learning - from the signals of a casefile to the day on which its vulnerability was learned of (A1).
 *
 * An earlier signal moves the day, by an amendment of the vulnerability's record that says why. Nothing moves
 * it later but a person with a reason.
 */
#pragma once
#include "decision/learning_day.h"
#include "records/trail.h"
#include "store/db.h"

struct change;

/* What signals do to the day of learning of one casefile. */
struct learning_move {
	enum {
		LEARNING_MOVED,	 /* to an earlier day */
		LEARNING_CLOSED, /* they say an earlier one; the casefile takes no amendment */
		LEARNING_LATER	 /* they say a later one, which takes a person */
	} kind;
	int64_t casefile_id;
	struct date before, after; /* as it stood, and as they say */
	struct str reason;
};

struct learning_moves {
	struct learning_move *items;
	size_t count, room;
};

/* The day by these signals and their duplicates, by the policy that stands. In the arena. */
MUST_CHECK bool learning_by_signals(struct db *db, const int64_t *signals, size_t count, struct arena *arena,
    struct learning_day *out, struct err *e);

/* After something about signals has changed: moves the day of each casefile that one of them, or what it is a
 * duplicate of, is in, where they make it earlier. Adds what was moved, or was not, to *moves. */
MUST_CHECK bool learning_review(struct db *db, struct change *change, const int64_t *changed, size_t count,
    struct change_by by, struct arena *arena, struct learning_moves *moves, struct err *e);
