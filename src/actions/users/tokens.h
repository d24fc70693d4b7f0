/*
 * tokens - words with which programs act for a user: some of the user's roles, until an instant.
 */
#pragma once
#include "base/secret.h"
#include "records/trail.h"
#include "store/users.h"

#define TOKEN_DAYS_MOST 366

struct token_wish {
	struct str label; /* what it is for */
	unsigned roles;	  /* 0: all that who asks has */
	int64_t days;	  /* that it holds, 1 to TOKEN_DAYS_MOST */
};

/* The word goes to word (SECRET_WORD_SIZE bytes) and is kept nowhere. ERR_DENIED for roles that the user
 * does not have, but for "reader", and where this is asked for with a token: what a token made would outlive
 * its end. */
MUST_CHECK bool token_make(struct db *db, const struct token_wish *wish, struct change_by by, char *word,
    int64_t *id, struct err *e);
/* One's own, or, for an administrator, anybody's. */
MUST_CHECK bool token_end(struct db *db, int64_t id, struct change_by by, struct err *e);
