/*
 * session - what commands on a store share: which store, who acts, why.
 */
#pragma once
#include "base/arena.h"
#include "cli/options.h"
#include "records/trail.h"
#include "store/db.h"

/* For the option tables of commands. */
#define SESSION_STORE_OPTION                                                                                 \
	{                                                                                                    \
		"store", OPTION_VALUE, NULL                                                                  \
	}
#define SESSION_CHANGE_OPTIONS                                                                               \
	{ "store", OPTION_VALUE, NULL }, { "by", OPTION_VALUE, NULL },                                       \
	{                                                                                                    \
		"why", OPTION_VALUE, NULL                                                                    \
	}

/* Opens --store, else $AFTERCARE_STORE, else aftercare.db in the user's data directory. */
MUST_CHECK bool session_open(const struct options *o, enum db_mode mode, struct db **out, struct err *e);

/* The same, as db_open takes it; in the arena. Folders that lead to the default place are made. */
MUST_CHECK bool session_url(const struct options *o, struct arena *arena, const char **out, struct err *e);

/* --format json is given. */
bool session_wants_json(const struct options *o);

/* --stale-after, else $AFTERCARE_STALE_AFTER, else 7: days since the newest record of a source until it is
 * called old; 0 for "never". */
MUST_CHECK bool session_stale_after(const struct options *o, int64_t *days, struct err *e);

/* Who changes (--by, else $AFTERCARE_USER, else who has signed in to the store, else the system's user name),
 * now, and why (--why); with the proof that "sign-in" has left for this store, if any, or the token that the
 * file of $AFTERCARE_TOKEN_FILE holds. */
struct change_by session_by(const struct options *o);

/* The system's name for who runs this process. */
struct str session_system_user(void);

/* Keeps that proof in the user's state directory, readable by the owner alone; forgets it. */
MUST_CHECK bool session_keep_proof(const struct options *o, struct str who, struct str token, struct err *e);
void session_forget_proof(const struct options *o);
