#include "actions/users/let_in.h"

#include "formats/json_write.h"
#include "store/users.h"

#define JSON_BYTES_MOST 4096

bool let_in_accept(struct user *u, const struct sign_in *s, struct err *e)
{
	if (str_eq(u->accepted, STR(USER_STATEMENT_EDITION)))
		return true;
	u->accepted = STR(USER_STATEMENT_EDITION);
	return s->accepts ||
	       err_fail(e, ERR_CONFLICT, "the statement of accountability has not been accepted");
}

static struct str entry_json(const struct entry *in, const struct user *u, struct arena *arena)
{
	SCOPED_BUF out = buf_new(JSON_BYTES_MOST);
	struct json_out *w = json_out_buf(&out, false);

	json_open_object(w);
	json_field_bool(w, "new_secret", in->s->new_secret.ptr != NULL);
	json_field_text(w, "accepted_statement", u->accepted);
	if (in->used_recovery)
		json_field_bool(w, "recovery_code", true);
	if (in->provider.ptr)
		json_field_text(w, "provider", in->provider);
	json_close_object(w);
	json_out_close(w);
	return arena_copy(arena, buf_str(&out));
}

bool let_in(struct db *db, struct change *change, struct user *u, const struct entry *in, struct change_by by,
    char token[SECRET_WORD_SIZE], struct arena *arena, struct err *e)
{
	struct instant too_old = { by.at.us - SESSION_MOST_US }, idle = { by.at.us - SESSION_IDLE_US };
	struct sha256 digest = sha256_of(str_of(secret_word(token)));

	return user_update(db, u, e) && (!in->s->new_secret.ptr || session_end_all(db, u->id, e)) &&
	       session_end_old(db, too_old, idle, e) &&
	       session_add(db, &digest, u->id, in->s->terminal, by.at, e) &&
	       change_note(change, "user.sign-in", arena_printf(arena, "user " STR_FMT, STR_ARG(u->name)),
		   STR_NONE, entry_json(in, u, arena), e);
}
