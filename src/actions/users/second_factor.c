#include "actions/users/second_factor.h"

#include "base/secret.h"
#include "base/text.h"
#include "store/casefiles.h"
#include "store/change.h"
#include "store/second_factors.h"
#include "store/users.h"

struct str second_factor_json(bool is_on)
{
	return is_on ? STR("{\"second_factor\":true}") : STR("{\"second_factor\":false}");
}

static struct str subject(struct str user, struct arena *arena)
{
	return arena_printf(arena, SECOND_FACTOR_SUBJECT STR_FMT, STR_ARG(user));
}

static bool find_self(struct db *db, struct change_by by, struct arena *arena, struct user *u,
    struct second_factor *factor, bool *offered, struct err *e)
{
	bool found;

	if (!user_find(db, by.who, arena, u, &found, e))
		return false;
	if (!found)
		return err_fail(e, ERR_CONFLICT, "the store has no users, who could have a second factor");
	if (!second_factor_find(db, u->id, factor, offered, e))
		return false;
	return !u->has_second_factor ||
	       err_fail(e, ERR_CONFLICT, "there is a second factor already; an administrator takes it off");
}

bool second_factor_offer(struct db *db, struct change_by by, struct second_factor_offer *out, struct err *e)
{
	unsigned char secret[TOTP_SECRET_BYTES];
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct second_factor before;
	struct user u;
	bool offered, done;

	secret_random(secret, sizeof(secret));
	done = change_open_own(db, &by, &change, e) && find_self(db, by, &arena, &u, &before, &offered, e) &&
	       second_factor_put(db, u.id, secret, e) &&
	       change_note(change, "user.factor-offer", subject(u.name, &arena), STR_NONE, STR_NONE, e) &&
	       change_close(&change, e);
	if (done) {
		totp_base32(secret, out->secret);
		snprintf(out->address, sizeof(out->address),
		    "otpauth://totp/aftercare:" STR_FMT "?secret=%s&issuer=aftercare", STR_ARG(u.name),
		    out->secret);
	}
	secret_wipe(secret, sizeof(secret));
	return done;
}

static bool add_codes(struct db *db, int64_t user_id, struct recovery_codes *out, struct err *e)
{
	for (size_t i = 0; i < RECOVERY_CODES; i++) {
		struct sha256 digest;

		if (!recovery_code_digest(str_of(recovery_code_make(out->codes[i])), &digest) ||
		    !recovery_code_add(db, user_id, &digest, e))
			return false;
	}
	return true;
}

bool second_factor_begin(
    struct db *db, struct str code, struct change_by by, struct recovery_codes *out, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct second_factor factor;
	struct sha256 token;
	struct user u;
	bool offered;
	int64_t step;

	if (!change_open_own(db, &by, &change, e) || !find_self(db, by, &arena, &u, &factor, &offered, e))
		return false;
	if (!offered)
		return err_fail(e, ERR_CONFLICT, "no second factor was offered that the code could be of");
	if (!totp_matches(factor.secret, code, by.at, &step))
		return err_fail(e, ERR_INPUT,
		    "the code does not fit: it is the newest of the telephone, whose clock must be right");
	token = sha256_of(by.token);
	return second_factor_confirm(db, u.id, by.at, e) && session_end_others(db, u.id, &token, e) &&
	       second_factor_use(db, u.id, step, e) && add_codes(db, u.id, out, e) &&
	       change_note(
		   change, "user.factor", subject(u.name, &arena), STR_NONE, second_factor_json(true), e) &&
	       change_close(&change, e);
}

bool second_factor_take_off(struct db *db, struct str name, struct change_by by, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct user u;
	bool found;

	if (!text_says(by.why))
		return err_fail(e, ERR_INPUT, "a second factor is taken off with a reason (why)");
	if (!change_open(db, &by, &change, e) || !user_find(db, name, &arena, &u, &found, e))
		return false;
	if (!found)
		return err_fail(e, ERR_ABSENT, "there is no user \"" STR_FMT "\"", STR_ARG(name));
	if (!u.has_second_factor)
		return err_fail(e, ERR_CONFLICT, "\"" STR_FMT "\" has no second factor", STR_ARG(name));
	if (str_eq(u.name, by.who))
		return err_fail(e, ERR_CONFLICT, "nobody takes off the own: another administrator does");
	return second_factor_remove(db, u.id, e) && session_end_all(db, u.id, e) &&
	       change_note(change, "user.factor-remove", subject(u.name, &arena), second_factor_json(true),
		   second_factor_json(false), e) &&
	       change_close(&change, e);
}

bool second_factor_demand(struct db *db, unsigned roles, struct change_by by, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	SCOPED_BUF words = buf_new(256);
	struct str old, content;

	roles_write(roles, &words);
	content = arena_printf(&arena, "\"" STR_FMT "\"", STR_ARG(buf_str(&words)));
	return change_open(db, &by, &change, e) && setting_get(db, SECOND_FACTOR_SETTING, &arena, &old, e) &&
	       setting_put(db, SECOND_FACTOR_SETTING, content, e) &&
	       change_note(
		   change, "user.factor-roles", STR("setting " SECOND_FACTOR_SETTING), old, content, e) &&
	       change_close(&change, e);
}
