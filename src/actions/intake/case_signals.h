/*
 * case_signals - opening a casefile from signals: what they say of the vulnerability, the device, and the day
 * on which it was learned of.
 */
#pragma once
#include "actions/intake/case_open.h"

struct change;

/* What an opening comes to with what its signals say filled in where it says nothing itself. */
struct case_from_signals {
	struct case_opening opening;
	struct str more;    /* of the vulnerability's record: why the day of learning is what it is */
	struct str learned; /* the same for people; empty: no signal says so */
};

/* ERR_INPUT where they do not agree, are about nothing of ours, or another day is stated without a reason. In
 * the arena. */
MUST_CHECK bool case_from_signals(struct db *db, const struct case_opening *o, struct arena *arena,
    struct case_from_signals *out, struct err *e);

/* Within the change that opens the casefile: puts them into it. */
MUST_CHECK bool case_link_signals(struct db *db, struct change *change, const struct case_opening *o,
    int64_t casefile_id, struct change_by by, struct arena *arena, struct err *e);
