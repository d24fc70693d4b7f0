/*
 * prove - is it the user? Name and secret, failures counted and recorded (21 CFR 11.200(a), 11.300(d)).
 *
 * After five failures in a row, at whatever asked for the secret, the user is locked for a quarter of an
 * hour. Who asks is not told whether the name or the secret was wrong.
 */
#pragma once
#include "records/user.h"
#include "store/change.h"

struct claim {
	struct str name, secret;
	const char *refused; /* what the trail calls it when it does not hold: "user.sign-in-refused" */
	/* of claim_check() */
	struct str compared; /* the hash that the secret was compared with, in the arena */
	bool matches;
};

/* Compares, which takes a tenth of a second: before the change is opened, which holds up all other changes.
 */
MUST_CHECK bool claim_check(struct db *db, struct claim *claim, struct arena *arena, struct err *e);

/* ERR_DENIED where it does not hold: then the change is closed with the entry that tells of it, and NULL.
 * Texts of *out in the arena. */
MUST_CHECK bool prove(struct db *db, struct change **change, const struct claim *claim, struct instant now,
    struct arena *arena, struct user *out, struct err *e);
