#include "actions/users/sessions.h"

#include "formats/json_write.h"
#include "store/change.h"

#define JSON_BYTES_MOST 4096

static struct instant earlier(struct instant a, struct instant b)
{
	return a.us < b.us ? a : b;
}

static struct open_session open_of(const struct session_listed *s, struct str proof)
{
	struct open_session o = { .user = s->user,
		.terminal = s->terminal,
		.began_at = s->created_at,
		.used_at = s->used_at,
		.ends_at = earlier((struct instant){ s->created_at.us + SESSION_MOST_US },
		    (struct instant){ s->used_at.us + SESSION_IDLE_US }) };
	struct sha256 asking;
	char hex[SHA256_HEX_SIZE];

	memcpy(o.name, sha256_hex(&s->token, hex), SESSION_NAME_SIZE - 1);
	if (proof.ptr) {
		asking = sha256_of(proof);
		o.is_asking = memcmp(asking.bytes, s->token.bytes, SHA256_BYTES) == 0;
	}
	return o;
}

static bool is_over(const struct session_listed *s, struct instant now)
{
	struct session_row row = {
		.created_at = s->created_at, .used_at = s->used_at, .expires_at = INSTANT_NONE
	};

	return session_is_over(&row, now);
}

bool sessions_open(struct db *db, struct str user, struct str proof, struct instant now, struct arena *arena,
    struct open_session **out, size_t *count, struct err *e)
{
	struct session_listed *all;
	size_t n;

	if (!session_list(db, arena, &all, &n, e))
		return false;
	*out = arena_alloc(arena, n + 1, sizeof(**out));
	*count = 0;
	for (size_t i = 0; i < n; i++)
		if (!is_over(&all[i], now) && (!user.ptr || str_eq(all[i].user, user)))
			(*out)[(*count)++] = open_of(&all[i], proof);
	return true;
}

static bool find(struct db *db, struct str name, struct instant now, struct arena *arena,
    struct session_listed *out, struct err *e)
{
	struct session_listed *all;
	size_t count;

	if (!session_list(db, arena, &all, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!is_over(&all[i], now) && str_eq(str_of(open_of(&all[i], STR_NONE).name), name)) {
			*out = all[i];
			return true;
		}
	return err_fail(
	    e, ERR_ABSENT, "no session \"" STR_FMT "\" is open", STR_ARG(str_first(name, SESSION_NAME_SIZE)));
}

static struct str session_json(const struct session_listed *s, struct arena *arena)
{
	SCOPED_BUF json = buf_new(JSON_BYTES_MOST);
	struct json_out *w = json_out_buf(&json, false);
	char at[INSTANT_TEXT_SIZE];

	json_open_object(w);
	json_field_text(w, "session", str_of(open_of(s, STR_NONE).name));
	json_field_text(w, "terminal", s->terminal);
	json_field_text(w, "began_at", str_of(instant_write(s->created_at, at)));
	json_close_object(w);
	json_out_close(w);
	return arena_copy(arena, buf_str(&json));
}

bool sessions_end(struct db *db, struct str name, struct change_by by, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct session_listed s;
	struct str subject;

	if (!change_open(db, &by, &change, e) || !find(db, name, by.at, &arena, &s, e))
		return false;
	subject = arena_printf(&arena, "user " STR_FMT, STR_ARG(s.user));
	if (!str_eq(s.user, by.who) && !(change_roles(change) & ROLE_ADMINISTRATOR)) {
		err_fail(e, ERR_DENIED, "a session is ended by its user or an administrator");
		return change_refuse(change, subject, e);
	}
	return session_end(db, &s.token, e) &&
	       change_note(change, "user.session-end", subject, session_json(&s, &arena), STR_NONE, e) &&
	       change_close(&change, e);
}
