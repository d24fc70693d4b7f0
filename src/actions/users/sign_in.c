#include "actions/users/sign_in.h"

#include "actions/prove.h"
#include "actions/users/let_in.h"
#include "base/utf8.h"
#include "store/users.h"

static struct str object_of(struct str name, struct arena *arena)
{
	return arena_printf(arena, "user " STR_FMT, STR_ARG(utf8_first(name, 64)));
}

/* What takes long, done before the change is opened. */
struct prepared {
	struct claim claim;
	char hash[SECRET_HASH_SIZE]; /* of the new secret */
	struct err unfit;	     /* why that cannot be taken; who is not let in does not hear of it */
};

static bool check_new(const struct sign_in *s, struct err *e)
{
	if (str_eq(s->new_secret, s->secret))
		return err_fail(e, ERR_INPUT, "the new secret is the old one");
	return user_secret_check(s->name, s->new_secret, e);
}

static bool prepare(
    struct db *db, const struct sign_in *s, struct prepared *p, struct arena *arena, struct err *e)
{
	p->claim = (struct claim){ .name = s->name,
		.secret = s->secret,
		.refused = "user.sign-in-refused",
		.asks_code = true,
		.code = s->code };
	if (!claim_check(db, &p->claim, arena, e))
		return false;
	if (p->claim.matches && s->new_secret.ptr && check_new(s, &p->unfit))
		return secret_hash(s->new_secret, p->hash, e);
	return true;
}

static bool replace_secret(
    struct user *u, const struct sign_in *s, const struct prepared *p, struct instant now, struct err *e)
{
	if (!s->new_secret.ptr)
		return !u->one_time || err_fail(e, ERR_CONFLICT,
					   "the secret was given for one sign-in: choose one of your own");
	if (p->unfit.code) {
		*e = p->unfit;
		return false;
	}
	u->secret = str_of(p->hash);
	u->secret_at = now;
	u->one_time = false;
	return true;
}

bool sign_in(
    struct db *db, struct sign_in *s, struct change_by by, char token[SECRET_WORD_SIZE], struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct entry in = { .s = s };
	struct prepared p = { 0 };
	struct user u;

	by.who = s->name;
	if (!prepare(db, s, &p, &arena, e) || !change_open_unproved(db, &by, &change, e))
		return false;
	if (!prove(db, &change, &p.claim, by.at, &arena, &u, e)) {
		s->wants_code = p.claim.wants_code;
		return false;
	}
	in.used_recovery = p.claim.used_recovery;
	return let_in_accept(&u, s, e) && replace_secret(&u, s, &p, by.at, e) &&
	       let_in(db, change, &u, &in, by, token, &arena, e) && change_close(&change, e);
}

bool sign_out(struct db *db, struct change_by by, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct sha256 token;

	if (!by.token.ptr)
		return err_fail(e, ERR_CONFLICT, "nobody has signed in");
	token = sha256_of(by.token);
	return change_open_own(db, &by, &change, e) && session_end(db, &token, e) &&
	       change_note(change, "user.sign-out", object_of(by.who, &arena), STR_NONE, STR_NONE, e) &&
	       change_close(&change, e);
}
