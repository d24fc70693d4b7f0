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
};

/* ERR_DENIED where it does not hold: then the change is closed with the entry that tells of it, and NULL.
 * Texts of *out in the arena. */
MUST_CHECK bool prove(struct db *db, struct change **change, const struct claim *claim, struct instant now,
    struct arena *arena, struct user *out, struct err *e);
