#include "actions/users/identities.h"

#include "actions/users/let_in.h"
#include "formats/json_write.h"
#include "store/change.h"
#include "store/users.h"

#define JSON_BYTES_MOST 8192
#define TEXT_BYTES_MOST 255

struct str identity_json(const struct person_identity *i, struct arena *arena)
{
	SCOPED_BUF out = buf_new(JSON_BYTES_MOST);
	struct json_out *w = json_out_buf(&out, false);

	json_open_object(w);
	json_field_text(w, "issuer", i->issuer);
	json_field_text(w, "subject", i->subject);
	json_field_text(w, "email", i->email);
	json_close_object(w);
	json_out_close(w);
	return arena_copy(arena, buf_str(&out));
}

static struct str subject_of(struct str user, struct arena *arena)
{
	return arena_printf(arena, IDENTITY_SUBJECT STR_FMT, STR_ARG(user));
}

static struct str lower(struct str s, struct arena *arena)
{
	char *text = arena_alloc(arena, s.len + 1, 1);

	for (size_t i = 0; i < s.len; i++)
		text[i] = char_lower(s.ptr[i]);
	return (struct str){ text, s.len };
}

static bool check(const struct person_identity *i, struct err *e)
{
	if (!i->issuer.len || i->issuer.len > TEXT_BYTES_MOST || i->subject.len > TEXT_BYTES_MOST ||
	    i->email.len > TEXT_BYTES_MOST)
		return err_fail(
		    e, ERR_INPUT, "issuer, subject and e-mail address have up to %d bytes", TEXT_BYTES_MOST);
	if (!i->subject.len == !i->email.len)
		return err_fail(e, ERR_INPUT, "a user is known by subject or by e-mail address, one of them");
	return !i->email.len || str_has(i->email, STR("@")) ||
	       err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is no e-mail address", STR_ARG(i->email));
}

static bool find_user(struct db *db, struct str name, struct arena *arena, struct user *u, struct err *e)
{
	bool found;

	return user_find(db, name, arena, u, &found, e) &&
	       (found || err_fail(e, ERR_ABSENT, "there is no user \"" STR_FMT "\"", STR_ARG(name)));
}

/* Puts it, with the entry that tells of it. */
static bool keep(struct db *db, struct change *change, const struct user *u, const struct person_identity *i,
    struct arena *arena, struct err *e)
{
	struct person_identity old;
	bool found;

	return identity_of(db, u->id, arena, &old, &found, e) && identity_put(db, u->id, i, e) &&
	       change_note(change, "user.identity", subject_of(u->name, arena),
		   found ? identity_json(&old, arena) : STR_NONE, identity_json(i, arena), e);
}

bool identity_link(
    struct db *db, struct str name, const struct person_identity *i, struct change_by by, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct person_identity kept = *i;
	struct str other;
	struct user u;

	kept.email = lower(i->email, &arena);
	if (!check(&kept, e) || !change_open(db, &by, &change, e) || !find_user(db, name, &arena, &u, e) ||
	    !identity_find(db, &kept, &arena, &other, e))
		return false;
	if (other.ptr && !str_eq(other, name))
		return err_fail(e, ERR_CONFLICT, "that is \"" STR_FMT "\" already", STR_ARG(other));
	return keep(db, change, &u, &kept, &arena, e) && change_close(&change, e);
}

bool identity_unlink(struct db *db, struct str name, struct change_by by, struct err *e)
{
	struct person_identity none = { STR(""), STR(""), STR("") }, old;
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct user u;
	bool found;

	if (!change_open(db, &by, &change, e) || !find_user(db, name, &arena, &u, e) ||
	    !identity_of(db, u.id, &arena, &old, &found, e))
		return false;
	if (!found)
		return err_fail(e, ERR_CONFLICT, "\"" STR_FMT "\" is known at no provider", STR_ARG(name));
	return identity_remove(db, u.id, e) &&
	       change_note(change, "user.identity-remove", subject_of(u.name, &arena),
		   identity_json(&old, &arena), identity_json(&none, &arena), e) &&
	       change_close(&change, e);
}

/* The refusal stays recorded: the change is closed, and the error made afterwards. */
static bool refuse(struct change **change, struct str object, const char *why,
    const struct person_identity *i, struct arena *arena, struct err *e)
{
	SCOPED_BUF out = buf_new(JSON_BYTES_MOST);
	struct json_out *w = json_out_buf(&out, false);

	json_open_object(w);
	json_field_text(w, "refused", str_of(why));
	json_field_text(w, "issuer", i->issuer);
	json_field_text(w, "subject", i->subject);
	json_close_object(w);
	json_out_close(w);
	if (!change_note(
		*change, "user.sign-in-refused", object, STR_NONE, arena_copy(arena, buf_str(&out)), e) ||
	    !change_close(change, e))
		return false;
	return err_fail(e, ERR_DENIED, "%s", why);
}

static const char *why_not(const struct user *u, struct instant now)
{
	if (u->state != USER_ACTIVE)
		return "the user is disabled";
	return instant_is_known(u->locked_until) && now.us < u->locked_until.us ? "the user is locked" : NULL;
}

bool identity_sign_in(struct db *db, const struct oidc_claims *claims, struct sign_in *s, struct change_by by,
    char token[SECRET_WORD_SIZE], struct arena *arena, struct err *e)
{
	struct person_identity i = { claims->issuer, claims->subject, lower(claims->email, arena) }, known;
	struct entry in = { .s = s, .provider = claims->issuer };
	SCOPED_CHANGE *change = NULL;
	const char *why;
	struct user u;
	bool found;

	by.who = STR("provider");
	if (!identity_find(db, &i, arena, &s->name, e))
		return false;
	if (s->name.ptr)
		by.who = s->name;
	if (!change_open_unproved(db, &by, &change, e))
		return false;
	if (!s->name.ptr)
		return refuse(
		    &change, STR("user"), "nobody here is known by what the provider says", &i, arena, e);
	if (!find_user(db, s->name, arena, &u, e) || !identity_of(db, u.id, arena, &known, &found, e))
		return false;
	why = why_not(&u, by.at);
	if (why)
		return refuse(
		    &change, arena_printf(arena, "user " STR_FMT, STR_ARG(u.name)), why, &i, arena, e);
	i.email = known.email;
	if (!known.subject.len && !keep(db, change, &u, &i, arena, e))
		return false;
	return let_in_accept(&u, s, e) && let_in(db, change, &u, &in, by, token, arena, e) &&
	       change_close(&change, e);
}
