/*
 * second_factors - what is asked of users beside the secret, and the words that stand in for it when it is
 * lost. Writing is for actions/, within a change.
 */
#pragma once
#include "base/crypto.h"
#include "base/totp.h"
#include "records/user.h"
#include "store/db.h"

struct second_factor {
	unsigned char secret[TOTP_SECRET_BYTES];
	struct instant confirmed_at; /* INSTANT_NONE: it was offered, and is not asked for yet */
	int64_t last_step;	     /* of the last code that was used; 0: none */
};

MUST_CHECK bool second_factor_find(
    struct db *db, int64_t user_id, struct second_factor *out, bool *found, struct err *e);
/* In place of the one there is. */
MUST_CHECK bool second_factor_put(
    struct db *db, int64_t user_id, const unsigned char secret[TOTP_SECRET_BYTES], struct err *e);
MUST_CHECK bool second_factor_confirm(struct db *db, int64_t user_id, struct instant at, struct err *e);
MUST_CHECK bool second_factor_use(struct db *db, int64_t user_id, int64_t step, struct err *e);
/* With the recovery codes. */
MUST_CHECK bool second_factor_remove(struct db *db, int64_t user_id, struct err *e);

/* Kept as its digest alone. */
MUST_CHECK bool recovery_code_add(struct db *db, int64_t user_id, const struct sha256 *digest, struct err *e);
/* Takes it out; *found: it was there. */
MUST_CHECK bool recovery_code_use(
    struct db *db, int64_t user_id, const struct sha256 *digest, bool *found, struct err *e);
MUST_CHECK bool recovery_code_count(struct db *db, int64_t user_id, int64_t *count, struct err *e);

/* The roles whose users must have a second factor: the setting second_factor, "administrator, security". */
#define SECOND_FACTOR_SETTING "second_factor"
MUST_CHECK bool second_factor_roles(struct db *db, unsigned *roles, struct err *e);
