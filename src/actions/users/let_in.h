/*
 * let_in - a session for who has been proved to be a user: by a secret, or by a provider.
 */
#pragma once
#include "actions/users/sign_in.h"
#include "store/change.h"

struct entry {
	const struct sign_in *s;
	bool used_recovery;  /* a recovery code stood in for the second factor */
	struct str provider; /* that says who it is; no pointer: a secret did */
};

/* The statement of accountability is accepted, now or before. */
MUST_CHECK bool let_in_accept(struct user *u, const struct sign_in *s, struct err *e);
/* Keeps the user as it is in u, begins the session, and leaves the entry. */
MUST_CHECK bool let_in(struct db *db, struct change *change, struct user *u, const struct entry *in,
    struct change_by by, char token[SECRET_WORD_SIZE], struct arena *arena, struct err *e);
