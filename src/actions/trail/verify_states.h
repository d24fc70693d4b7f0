/*
 * verify_states - what of the store the audit trail tells every state of: where a thing has one state, the
 * newest entry says what must stand; where it is only added to, each entry says one of its rows.
 */
#pragma once
#include "base/arena.h"
#include "records/trail.h"
#include "store/db.h"

/* What is asked for: the rest of the entry's object, and of rows which one, from 0 on. */
struct verify_asked {
	struct str name;
	size_t row;
};

/* What stands. No pointer as json: it is not there. In the arena. */
struct verify_standing {
	struct str json; /* as an entry tells it */
	struct str what; /* of a row: the entry's words for it, its instant and its author */
	struct instant at;
	struct str who;
};

struct verify_state {
	const char *what;   /* of the entries that tell of it */
	const char *object; /* how their object begins: "user " */
	bool rows;	    /* each entry tells of a row of its own */
	const char *from;   /* what the entry says counts from this on, a key; NULL: all of it */
	const char
	    *earlier; /* what an entry has that an earlier version wrote in another form; NULL: none has */
	bool (*now)(struct db *db, struct verify_asked asked, struct arena *arena,
	    struct verify_standing *out, struct err *e);
	const char
	    *table; /* in which a row stands for each thing, or each entry, and no other; NULL: none does */
};

/* NULL: the entry tells of no such thing. */
const struct verify_state *verify_state_of(const struct trail_entry *entry);

/* Is it told in a form that today's cannot be compared with? Then it is held to being there. */
bool verify_state_is_earlier(const struct verify_state *s, struct str json);

/* The part that counts of what an entry says; no pointer: it says nothing of it. */
struct str verify_state_part(const struct verify_state *s, struct str json);

/* Every table that is told of, each once; ended by NULL. */
extern const char *const verify_tables[];
