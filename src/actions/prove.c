#include "actions/prove.h"

#include "actions/recovery_code.h"
#include "base/secret.h"
#include "base/utf8.h"
#include "store/second_factors.h"
#include "store/users.h"

static bool is_locked(const struct user *u, struct instant now)
{
	return instant_is_known(u->locked_until) && now.us < u->locked_until.us;
}

/* Why it is not let in, for the trail; no pointer: it is. */
static struct str refusal(const struct user *u, bool found, bool matches, struct instant now)
{
	if (!found)
		return STR("there is no such user");
	if (u->state != USER_ACTIVE)
		return STR("the user is disabled");
	if (is_locked(u, now))
		return STR("the user is locked");
	return matches ? STR_NONE : STR("the secret is wrong");
}

/* Counts the failure; the last one that is allowed locks. */
static bool count_failure(struct db *db, struct user *u, struct instant now, bool *locks, struct err *e)
{
	u->failures++;
	*locks = u->failures >= USER_FAILURES_MOST;
	if (*locks) {
		u->failures = 0;
		u->locked_until = (struct instant){ now.us + USER_LOCK_US };
	}
	return user_update_failures(db, u, e);
}

/* What was refused stays recorded, so the change is closed and the error made afterwards. */
static bool refuse(struct db *db, struct change **change, struct user *u, bool found, struct str why,
    const struct claim *claim, struct instant now, struct arena *arena, struct err *e)
{
	bool locks = false;
	struct str object = arena_printf(arena, "user " STR_FMT, STR_ARG(utf8_first(claim->name, 64))),
		   record;

	if (found && u->state == USER_ACTIVE && !is_locked(u, now) && !count_failure(db, u, now, &locks, e))
		return false;
	record = arena_printf(
	    arena, "{\"refused\":\"" STR_FMT "\",\"locked\":%s}", STR_ARG(why), locks ? "true" : "false");
	if (!change_note(*change, claim->refused, object, STR_NONE, record, e) || !change_close(change, e))
		return false;
	return err_fail(e, ERR_DENIED,
	    "%s is wrong, or the user is disabled or locked (after %d failures, for 15 minutes)",
	    claim->asks_code ? "name, secret or code" : "name or secret", USER_FAILURES_MOST);
}

bool claim_check(struct db *db, struct claim *claim, struct arena *arena, struct err *e)
{
	struct user u;
	bool found;

	if (!user_find(db, claim->name, arena, &u, &found, e))
		return false;
	claim->compared = found ? u.secret : STR("");
	claim->matches = secret_matches(claim->compared, claim->secret);
	return true;
}

/* What was compared before the change holds where the secret is the same still. */
static bool matches(const struct claim *claim, struct str hash)
{
	return claim->compared.ptr && str_eq(claim->compared, hash) ? claim->matches
								    : secret_matches(hash, claim->secret);
}

/* Whether the code holds, and if not why, for the trail. What holds is used up. */
static bool use_code(struct db *db, const struct user *u, struct claim *claim, struct instant now,
    struct str *why, struct err *e)
{
	struct second_factor factor;
	struct sha256 digest;
	bool found;
	int64_t step;

	*why = STR_NONE;
	if (!second_factor_find(db, u->id, &factor, &found, e))
		return false;
	if (totp_matches(factor.secret, claim->code, now, &step)) {
		if (step > factor.last_step)
			return second_factor_use(db, u->id, step, e);
		*why = STR("the code was used before");
		return true;
	}
	if (recovery_code_digest(claim->code, &digest)) {
		if (!recovery_code_use(db, u->id, &digest, &claim->used_recovery, e))
			return false;
		if (claim->used_recovery)
			return true;
	}
	*why = STR("the code is wrong");
	return true;
}

static bool check_code(struct db *db, const struct user *u, struct claim *claim, struct instant now,
    struct str *why, struct err *e)
{
	*why = STR_NONE;
	if (!claim->asks_code || !u->has_second_factor)
		return true;
	claim->wants_code = !claim->code.len;
	if (claim->wants_code)
		return err_fail(e, ERR_CONFLICT, "the code of the second factor is missing");
	return use_code(db, u, claim, now, why, e);
}

bool prove(struct db *db, struct change **change, struct claim *claim, struct instant now,
    struct arena *arena, struct user *out, struct err *e)
{
	struct user u;
	struct str why;
	bool found;

	if (!user_find(db, claim->name, arena, &u, &found, e))
		return false;
	why = refusal(&u, found, matches(claim, found ? u.secret : STR("")), now);
	if (!why.ptr && !check_code(db, &u, claim, now, &why, e))
		return false;
	if (why.ptr)
		return refuse(db, change, &u, found, why, claim, now, arena, e);
	if (u.failures || instant_is_known(u.locked_until)) {
		u.failures = 0;
		u.locked_until = INSTANT_NONE;
		if (!user_update_failures(db, &u, e))
			return false;
	}
	*out = u;
	return true;
}
