/*
 * kept_policies - the versions of the manufacturer's policy, each in force from the instant it was kept until
 * the next. None is ever edited.
 */
#pragma once
#include "base/arena.h"
#include "base/time_zone.h"
#include "store/db.h"

struct kept_policy {
	int64_t number;	 /* 0: the defaults, in force before the first */
	struct str json; /* no pointer: the defaults */
	struct instant since;
};

struct kept_policies {
	struct kept_policy *items; /* by number, from the defaults on */
	size_t count;
};

/* In the arena. */
MUST_CHECK bool kept_policies(struct db *db, struct arena *arena, struct kept_policies *out, struct err *e);

/* The one in force now. */
const struct kept_policy *kept_policy_last(const struct kept_policies *p);
/* The one in force at an instant. */
const struct kept_policy *kept_policy_at(const struct kept_policies *p, struct instant at);
/* The one in force at the end of a day of the firm. */
const struct kept_policy *kept_policy_on(
    const struct kept_policies *p, struct date day, const struct time_zone *zone);
MUST_CHECK bool kept_policy_numbered(
    const struct kept_policies *p, int64_t number, const struct kept_policy **out, struct err *e);
