/*
 * visits - requests to a provider whose browser has not come back yet: each of use once, for ten minutes.
 *
 * Belongs to the thread of secrets. Where too many wait, the oldest one goes.
 */
#pragma once
#include "actions/users/oidc.h"
#include "base/crypto.h"

struct visit_away {
	struct oidc_request request;
	struct sha256 browser; /* of the cookie that it got: the one that comes back is the one that went */
	struct instant at;
	bool accepts; /* the statement of accountability */
};

struct visits;
struct visits *visits_new(void);
void visits_free(struct visits *v);
void visits_add(struct visits *v, const struct visit_away *visit);
/* Takes it out. False: there is none of that state, or it is too old, or of another browser. */
bool visits_take(struct visits *v, struct str state, const struct sha256 *browser, struct instant now,
    struct visit_away *out);
