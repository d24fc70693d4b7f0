#include "actions/users/tokens.h"

#include "base/text.h"
#include "formats/json_write.h"
#include "limits.h"
#include "store/change.h"

#define LABEL_BYTES_MOST 200
#define JSON_BYTES_MOST 4096

static struct str token_json(const struct access_token *t, struct arena *arena)
{
	SCOPED_BUF json = buf_new(JSON_BYTES_MOST), roles = buf_new(256);
	struct json_out *w = json_out_buf(&json, false);
	char at[INSTANT_TEXT_SIZE];

	roles_write(t->roles, &roles);
	json_open_object(w);
	json_field_int(w, "token", t->id);
	json_field_text(w, "label", t->label);
	json_field_text(w, "roles", buf_str(&roles));
	json_field_text(w, "expires_at", str_of(instant_write(t->expires_at, at)));
	json_close_object(w);
	json_out_close(w);
	return arena_copy(arena, buf_str(&json));
}

static struct str subject(struct str user, struct arena *arena)
{
	return arena_printf(arena, "user " STR_FMT, STR_ARG(user));
}

static bool check_wish(const struct token_wish *wish, struct err *e)
{
	if (!text_says(wish->label) || wish->label.len > LABEL_BYTES_MOST)
		return err_fail(
		    e, ERR_INPUT, "a token has a label of 1 to %d bytes: what it is for", LABEL_BYTES_MOST);
	return (wish->days >= 1 && wish->days <= TOKEN_DAYS_MOST) ||
	       err_fail(e, ERR_INPUT, "a token holds for 1 to %d days", TOKEN_DAYS_MOST);
}

static bool make(struct db *db, struct change *change, const struct token_wish *wish, struct change_by by,
    char *word, int64_t *id, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct access_token t = { .label = str_trim(wish->label),
		.roles = wish->roles,
		.created_at = by.at,
		.expires_at = { by.at.us + wish->days * DAY_US },
		.ended_at = INSTANT_NONE };
	struct sha256 digest;
	struct user u;
	bool found;

	if (!user_find(db, by.who, &arena, &u, &found, e))
		return false;
	if (!found)
		return err_fail(e, ERR_CONFLICT, "the store has no users, who could have tokens");
	t.user_id = u.id;
	if (change_is_by_token(change)) {
		err_fail(e, ERR_DENIED, "a token makes no tokens, which would outlive it: sign in");
		return change_refuse(change, subject(by.who, &arena), e);
	}
	if (!t.roles)
		t.roles = change_roles(change);
	if (t.roles & ~(change_roles(change) | ROLE_READER)) /* a reader reads what every role may read */
		return err_fail(e, ERR_DENIED, "a token can have no role that who makes it does not have");
	digest = sha256_of(str_of(secret_word(word)));
	if (!access_token_add(db, &t, &digest, &t.id, e))
		return false;
	*id = t.id;
	return change_note(
	    change, "user.token", subject(by.who, &arena), STR_NONE, token_json(&t, &arena), e);
}

bool token_make(
    struct db *db, const struct token_wish *wish, struct change_by by, char *word, int64_t *id, struct err *e)
{
	SCOPED_CHANGE *change = NULL;

	return check_wish(wish, e) && change_open(db, &by, &change, e) &&
	       make(db, change, wish, by, word, id, e) && change_close(&change, e);
}

static bool find(struct db *db, int64_t id, struct arena *arena, struct access_token *out, struct err *e)
{
	struct access_token *all;
	size_t count;

	if (!access_token_list(db, arena, &all, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (all[i].id == id) {
			*out = all[i];
			return true;
		}
	return err_fail(e, ERR_ABSENT, "there is no token %lld", (long long)id);
}

bool token_end(struct db *db, int64_t id, struct change_by by, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct access_token t;
	struct user u;
	bool found;

	if (!change_open(db, &by, &change, e) || !find(db, id, &arena, &t, e) ||
	    !user_find(db, by.who, &arena, &u, &found, e))
		return false;
	if (!found || (u.id != t.user_id && !(change_roles(change) & ROLE_ADMINISTRATOR))) {
		err_fail(e, ERR_DENIED, "a token is ended by its user or an administrator");
		return change_refuse(change, subject(t.user, &arena), e);
	}
	if (instant_is_known(t.ended_at))
		return err_fail(e, ERR_CONFLICT, "token %lld was ended already", (long long)id);
	return access_token_end(db, id, by.at, e) &&
	       change_note(
		   change, "user.token-end", subject(t.user, &arena), token_json(&t, &arena), STR_NONE, e) &&
	       change_close(&change, e);
}
