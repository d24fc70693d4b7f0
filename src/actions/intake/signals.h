/*
 * signals - everything that can happen to a signal. Each is one change with its entries in the audit trail.
 *
 * An entry is tried before it is kept: the signal with it in place must be one that can be read. What is
 * personal, the contact, is in the trail as a digest alone: the trail can never be erased.
 */
#pragma once
#include "actions/intake/case_rename.h"
#include "actions/intake/learning.h"
#include "assessment/signal.h"
#include "records/trail.h"
#include "store/db.h"

struct change;

/* What came in; JSON objects (docs/man/signal.md). received names its devices by name, as texts. */
struct signal_receipt {
	struct str received;
	struct str contact;	   /* "{}": nobody is named */
	struct str credit;	   /* how who found it wishes to be named; no pointer: nothing is said */
	const struct str *origins; /* what the program made it of: no other signal may be made of them */
	size_t origin_count;
};
MUST_CHECK bool signal_add(
    struct db *db, const struct signal_receipt *receipt, struct change_by by, int64_t *id, struct err *e);
/* The same within a change. */
MUST_CHECK bool signal_add_within(struct db *db, struct change *change, const struct signal_receipt *receipt,
    struct change_by by, int64_t *id, struct err *e);

/* What an entry does to casefiles. */
struct signal_effects {
	struct learning_moves moves; /* of what was received */
	struct case_renames renames; /* of a CVE id that is assigned */
};
/* Adds an entry of any kind but triage and link. What it does to casefiles is handed out, in the arena. */
MUST_CHECK bool signal_enter(struct db *db, int64_t id, const char *kind, struct str content,
    struct change_by by, struct arena *arena, struct signal_effects *effects, struct err *e);

struct signal_triage {
	const int64_t *signals;
	size_t count;
	enum signal_state state; /* SIGNAL_NEW: what was decided is taken back, while no casefile has it */
	int64_t of;		 /* of SIGNAL_DUPLICATE */
	struct date applicable_on;
	struct str reason; /* may be empty where it is accepted */
};
MUST_CHECK bool signal_triage(struct db *db, const struct signal_triage *triage, struct change_by by,
    struct arena *arena, struct learning_moves *moves, struct err *e);

/* Puts a signal into a casefile; one that nobody has looked at is accepted by that. A casefile under a name
 * of the house is filed under the CVE id that the signal was given. */
MUST_CHECK bool signal_link(struct db *db, int64_t id, int64_t casefile_id, struct change_by by,
    struct arena *arena, struct signal_effects *effects, struct err *e);
/* The same within a change, without a look at what it moves. */
MUST_CHECK bool signal_link_within(struct db *db, struct change *change, int64_t id, int64_t casefile_id,
    struct change_by by, struct arena *arena, struct err *e);

/* What the trail is told of an entry's content: all of it, or of a contact its digest. In the arena. */
struct str signal_in_trail(struct str kind, struct str content, struct arena *arena);
