/*
 * sign_in - proving who one is, for a while (21 CFR 11.300).
 *
 * What does not hold is counted and recorded: prove.h.
 */
#pragma once
#include "base/secret.h"
#include "records/trail.h"
#include "records/user.h"
#include "store/db.h"

struct sign_in {
	struct str name, secret;
	struct str code;       /* of the second factor, where the user has one; no pointer: none was given */
	struct str new_secret; /* no pointer: the old one stays; one given for one sign-in must be replaced */
	bool accepts;	       /* the statement of accountability, where its edition is new to the user */
	struct str terminal;   /* from where, for the record */
	bool wants_code;       /* set: the secret is right, and the code is missing */
};

/* token is what proves the session in struct change_by; it is kept nowhere. ERR_DENIED, and ERR_CONFLICT
 * where a new secret, the statement or the code is missing. */
MUST_CHECK bool sign_in(
    struct db *db, struct sign_in *s, struct change_by by, char token[SECRET_WORD_SIZE], struct err *e);
MUST_CHECK bool sign_out(struct db *db, struct change_by by, struct err *e);
