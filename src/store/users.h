/*
 * users - who may act, and who has signed in. Writing is for actions/, within a change.
 */
#pragma once
#include "base/crypto.h"
#include "records/user.h"
#include "store/db.h"

/* Is there any user? Without one, nobody has to sign in. */
MUST_CHECK bool user_any(struct db *db, bool *any, struct err *e);
MUST_CHECK bool user_add(struct db *db, const struct user *u, int64_t *id, struct err *e);
/* *found: whether there is one. Texts in the arena. */
MUST_CHECK bool user_find(
    struct db *db, struct str name, struct arena *arena, struct user *out, bool *found, struct err *e);
/* By name. */
MUST_CHECK bool user_list(
    struct db *db, struct arena *arena, struct user **out, size_t *count, struct err *e);
/* All of it but id, name and created_at. */
MUST_CHECK bool user_update(struct db *db, const struct user *u, struct err *e);
/* The failures and the lock alone, which the trail tells no seal of. */
MUST_CHECK bool user_update_failures(struct db *db, const struct user *u, struct err *e);

/* Whose session a token is the proof of. */
struct session_row {
	int64_t user_id;
	struct str name; /* in the arena */
	unsigned roles;
	enum user_state state;
	struct instant created_at, used_at;
	struct instant expires_at; /* of an access token; INSTANT_NONE: a session */
	bool lacks_second_factor;  /* which a role of the session asks for */
};

/* It was not used for too long, or is too old. */
bool session_is_over(const struct session_row *session, struct instant now);

/* A token is kept as its digest alone. */
MUST_CHECK bool session_add(struct db *db, const struct sha256 *token, int64_t user_id, struct str terminal,
    struct instant at, struct err *e);
MUST_CHECK bool session_find(struct db *db, const struct sha256 *token, struct arena *arena,
    struct session_row *out, bool *found, struct err *e);
/* All that are kept, those that are over among them; by user and beginning, in the arena. */
struct session_listed {
	struct sha256 token;
	int64_t user_id;
	struct str user, terminal;
	struct instant created_at, used_at;
};

MUST_CHECK bool session_list(
    struct db *db, struct arena *arena, struct session_listed **out, size_t *count, struct err *e);
MUST_CHECK bool session_use(struct db *db, const struct sha256 *token, struct instant at, struct err *e);
MUST_CHECK bool session_end(struct db *db, const struct sha256 *token, struct err *e);
/* All of a user's. */
MUST_CHECK bool session_end_all(struct db *db, int64_t user_id, struct err *e);
/* All of a user's but this one. */
MUST_CHECK bool session_end_others(struct db *db, int64_t user_id, const struct sha256 *token, struct err *e);
/* Those that began, or were used last, before. */
MUST_CHECK bool session_end_old(
    struct db *db, struct instant created_before, struct instant used_before, struct err *e);

/* A word with which a program acts for a user; kept as its digest alone. */
struct access_token {
	int64_t id, user_id;
	struct str user, label; /* whose; what for */
	unsigned roles;		/* that it has of the user's, at most */
	struct instant created_at, expires_at;
	struct instant ended_at; /* INSTANT_NONE: it has not been ended */
};

MUST_CHECK bool access_token_add(
    struct db *db, const struct access_token *t, const struct sha256 *token, int64_t *id, struct err *e);
/* All, by number; in the arena. */
MUST_CHECK bool access_token_list(
    struct db *db, struct arena *arena, struct access_token **out, size_t *count, struct err *e);
MUST_CHECK bool access_token_end(struct db *db, int64_t id, struct instant at, struct err *e);
