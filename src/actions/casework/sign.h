/*
 * sign - signing a record of a casefile, with name, secret and meaning every time (21
 * CFR 11.50, 11.70, 11.100, 11.200).
 */
#pragma once
#include "records/signature.h"
#include "records/user.h"
#include "store/change.h"

struct signing {
	int64_t casefile_id, record;
	enum meaning meaning;
	struct str name, secret; /* both components, whoever has signed in */
};

/* The signer has signed in under that name, with a role for the meaning (records/authority.h), an identity
 * that was attested and a training that has not run out. ERR_DENIED or ERR_CONFLICT otherwise, and the
 * refusal is recorded. Texts of *out in the arena. */
MUST_CHECK bool sign_record(struct db *db, const struct signing *s, struct change_by by, struct arena *arena,
    struct signature *out, struct err *e);

/* Within a change, for one who has been proved: signs the record of the casefile as it is read now. A refusal
 * is remembered in the change. */
MUST_CHECK bool sign_within(struct db *db, struct change *change, const struct signing *s,
    const struct user *signer, struct change_by by, struct arena *arena, struct signature *out,
    struct err *e);

/* A change in which *signer, who is proved by name and secret, signs something; by->who is that name from
 * then on. ERR_CONFLICT where the store has no users; where they do not fit, as prove() has it. Texts in the
 * arena. */
MUST_CHECK bool sign_begin(struct db *db, struct str name, struct str secret, struct change_by *by,
    struct arena *arena, struct change **change, struct user *signer, struct err *e);
/* May this person sign at all (21 CFR 11.100(b), 11.10(i)), and here: whoever has a second factor in a
 * session alone, not by a token? ERR_DENIED with the reason. */
MUST_CHECK bool sign_may(
    struct db *db, const struct change *change, const struct user *signer, struct instant now, struct err *e);
/* Within it keeps *s, of which all but the seal and the entry is known. */
MUST_CHECK bool sign_keep(
    struct db *db, struct change *change, struct signature *s, struct arena *arena, struct err *e);
