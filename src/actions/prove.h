/*
 * prove - is it the user? Name and secret, failures counted and recorded (21 CFR 11.200(a), 11.300(d)).
 *
 * After five failures in a row, at whatever asked for the secret, the user is locked for a quarter of an
 * hour; a wrong code is one. Who asks is not told what was wrong: name, secret or code.
 */
#pragma once
#include "records/user.h"
#include "store/change.h"

struct claim {
	struct str name, secret;
	const char *refused; /* what the trail calls it when it does not hold: "user.sign-in-refused" */
	bool asks_code;	     /* of who has a second factor, beside the secret */
	struct str code;     /* or a recovery code; no pointer: none was given */
	/* of prove() */
	bool wants_code;    /* why it is ERR_CONFLICT */
	bool used_recovery; /* the code was a recovery code */
	/* of claim_check() */
	struct str compared; /* the hash that the secret was compared with, in the arena */
	bool matches;
};

/* Compares, which takes a tenth of a second: before the change is opened, which holds up all other changes.
 */
MUST_CHECK bool claim_check(struct db *db, struct claim *claim, struct arena *arena, struct err *e);

/* Where a code is asked for and none given, ERR_CONFLICT, and nothing is counted. A code holds once.
 * ERR_DENIED where the claim does not hold: then the change is closed with the entry that tells of it, and
 * NULL. Texts of *out in the arena. */
MUST_CHECK bool prove(struct db *db, struct change **change, struct claim *claim, struct instant now,
    struct arena *arena, struct user *out, struct err *e);
