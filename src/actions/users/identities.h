/*
 * identities - which user is who at a provider: an administrator says so, and nobody else.
 */
#pragma once
#include "actions/users/oidc_claims.h"
#include "actions/users/sign_in.h"
#include "store/identities.h"

/* How the trail names it, before the name of the user. */
#define IDENTITY_SUBJECT "identity of "
/* What the trail is told of it. */
struct str identity_json(const struct person_identity *i, struct arena *arena);

/* Subject or e-mail address; ERR_CONFLICT where that is another user already. */
MUST_CHECK bool identity_link(
    struct db *db, struct str name, const struct person_identity *i, struct change_by by, struct err *e);
MUST_CHECK bool identity_unlink(struct db *db, struct str name, struct change_by by, struct err *e);

/* Who it is signs in, without a secret: the provider has said so. Who was found by an e-mail address is known
 * by the subject from then on. *name in the arena. ERR_DENIED where it is nobody, or a user who may not sign
 * in. */
MUST_CHECK bool identity_sign_in(struct db *db, const struct oidc_claims *claims, struct sign_in *s,
    struct change_by by, char token[SECRET_WORD_SIZE], struct arena *arena, struct err *e);
