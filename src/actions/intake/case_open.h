/*
 * case_open - a casefile is opened on one vulnerability in one device, by hand or from signals.
 */
#pragma once
#include "assessment/casefile.h"
#include "base/arena.h"
#include "records/trail.h"
#include "store/db.h"

/* What is needed to open one. */
struct case_opening {
	struct str title, device, vulnerability;
	struct str
	    release;	  /* scanned for the vulnerability, what is found goes into the file; may be empty */
	struct str facts; /* the vulnerability's part of the facts document, JSON */
	const int64_t *signals; /* it is opened from; the day of learning is theirs where none is stated */
	size_t signal_count;
	struct str reason; /* why another day of learning than theirs is stated */
};

/* What was opened. Texts in the arena. */
struct case_opened {
	int64_t id;
	struct str vulnerability; /* as the store calls it */
	struct str device;	  /* its name */
	bool known;		  /* some record or list is about it */
	int64_t before;		  /* a casefile on the same, closed on closed_on; 0: none */
	struct date closed_on;
	struct str learned; /* the day of learning, and why it is that, where signals say so */
	struct str later;   /* open casefiles that say a later day, in words; empty: none */
};

/* ERR_CONFLICT where a casefile on the same vulnerability in the device is open, or without a reason (why):
 * where another one says that it was learned of earlier, and in a store with users where the day of
 * learning lies further back than records are entered without one. ERR_INPUT for a name that can be none, or
 * a day of learning that cannot be one. */
MUST_CHECK bool case_open(struct db *db, const struct case_opening *opening, struct change_by by,
    struct arena *arena, struct case_opened *out, struct err *e);
