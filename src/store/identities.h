/*
 * identities - who of the users is who at a provider. Writing is for actions/, within a change.
 */
#pragma once
#include "base/arena.h"
#include "store/db.h"

struct person_identity {
	struct str issuer;
	struct str subject; /* empty: not known yet, the e-mail address says who it is */
	struct str email;   /* in lower case; empty: none */
};

MUST_CHECK bool identity_of(struct db *db, int64_t user_id, struct arena *arena, struct person_identity *out,
    bool *found, struct err *e);
/* Who it is by the subject, or else, where that is nobody's, by the e-mail address. *name without pointer:
 * nobody. */
MUST_CHECK bool identity_find(
    struct db *db, const struct person_identity *i, struct arena *arena, struct str *name, struct err *e);
/* In place of the one there is. */
MUST_CHECK bool identity_put(struct db *db, int64_t user_id, const struct person_identity *i, struct err *e);
MUST_CHECK bool identity_remove(struct db *db, int64_t user_id, struct err *e);
