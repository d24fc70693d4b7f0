/*
 * sessions - who is signed in where, and that a session is ended by its user or an administrator (21 CFR
 * 11.200(a)(2), 11.300(c)).
 */
#pragma once
#include "records/trail.h"
#include "store/users.h"

#define SESSION_NAME_SIZE 17

struct open_session {
	char name[SESSION_NAME_SIZE]; /* the beginning of its digest, of no use to sign in with */
	struct str user, terminal;
	struct instant began_at, used_at;
	struct instant ends_at; /* if it is not used again */
	bool is_asking;		/* it is the one by which this is asked */
};

/* Those that are not over, by user and beginning; in the arena. user: of that one alone; no pointer: all.
 * proof: of who asks; no pointer: nobody's. */
MUST_CHECK bool sessions_open(struct db *db, struct str user, struct str proof, struct instant now,
    struct arena *arena, struct open_session **out, size_t *count, struct err *e);
/* One's own, or, for an administrator, anybody's. ERR_ABSENT where there is none of that name. */
MUST_CHECK bool sessions_end(struct db *db, struct str name, struct change_by by, struct err *e);
