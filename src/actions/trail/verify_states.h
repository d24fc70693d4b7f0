/*
 * verify_states - what of the store the audit trail tells every state of, so that the newest entry says what
 * must stand: settings, heads of casefiles, users.
 */
#pragma once
#include "base/arena.h"
#include "records/trail.h"
#include "store/db.h"

struct verify_state {
	const char *what;   /* of the entries that tell of it */
	const char *object; /* how their object begins: "user " */
	/* What stands, as the JSON of such an entry; no pointer: it is not there. name: the rest of the
	 * object. In the arena. */
	bool (*now)(struct db *db, struct str name, struct arena *arena, struct str *json, struct err *e);
};

/* NULL: the entry tells of no such thing. */
const struct verify_state *verify_state_of(const struct trail_entry *entry);
