/*
 * access_rules - how long a secret holds, how often access is reviewed, when an account counts as unused (21
 * CFR 11.300(b)).
 */
#pragma once
#include "records/user.h"
#include "store/db.h"

#define ACCESS_DAYS_MOST 36500

/* In days; 0: no such limit. */
struct access_rules {
	int64_t secret_days; /* that a secret may be old when its owner signs */
	int64_t review_days; /* from one review of access to the next */
	int64_t stale_days;  /* without signing in, until an account is called unused */
};

#define ACCESS_SETTING "access"

MUST_CHECK bool access_rules_get(struct db *db, struct access_rules *out, struct err *e);
/* As setting and trail have it. */
struct str access_rules_json(const struct access_rules *rules, struct arena *arena);

/* Days beyond those that are allowed; 0: it is not too old, or was not set. */
int64_t access_secret_over(const struct access_rules *rules, const struct user *u, struct instant now);
/* An active user who has not signed in for so long; who never did, since being enrolled. */
bool access_is_stale(const struct access_rules *rules, const struct user *u, struct instant now);
