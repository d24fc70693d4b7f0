/*
 * users - who may act in the store: enrolled, changed, never taken out. Each is one change with its entry in
 * the trail. Once there is a user, these are an administrator's (records/authority.h).
 */
#pragma once
#include "records/trail.h"
#include "records/user.h"
#include "store/db.h"

struct enrolment {
	struct str name, full_name;
	unsigned roles;
	struct date verified_on; /* the day on which who enrols verified the identity, 11.100(b) */
};

/* What the trail is told of a user; secrets stay out of it. */
struct str user_json(const struct user *u, struct arena *arena);

/* A new user with a secret for one sign-in, which goes to secret (SECRET_WORD_SIZE bytes) and is kept
 * nowhere. The first one must be an administrator; nobody is there to attest the identity. Everyone else's is
 * attested by who enrols. */
MUST_CHECK bool user_enrol(
    struct db *db, const struct enrolment *enrolment, struct change_by by, char *secret, struct err *e);

/* The last active administrator is neither disabled nor loses the role. Sessions end at once. */
MUST_CHECK bool user_set_state(
    struct db *db, struct str name, enum user_state state, struct change_by by, struct err *e);
MUST_CHECK bool user_set_roles(
    struct db *db, struct str name, unsigned roles, struct change_by by, struct err *e);
/* The identity was verified on that day by who changes, who is somebody else. */
MUST_CHECK bool user_attest(
    struct db *db, struct str name, struct date verified_on, struct change_by by, struct err *e);
MUST_CHECK bool user_train(struct db *db, struct str name, struct str reference, struct date until,
    struct change_by by, struct err *e);
/* A secret for one sign-in in place of a lost one takes two administrators (11.200(a)(3)): the first asks
 * (*is_given false), a second one asks again. All sessions end. */
MUST_CHECK bool user_reset(
    struct db *db, struct str name, struct change_by by, char *secret, bool *is_given, struct err *e);
