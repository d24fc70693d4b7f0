#include "store/users.h"

#include "store/moments.h"
#include "store/row_seals.h"
#include "store/second_factors.h"

static struct date date_at(struct statement *s, int column)
{
	struct date d = DATE_NONE;
	struct err unread;

	if (!db_is_null(s, column) && !date_parse(db_text(s, column), &d, &unread))
		d = DATE_NONE;
	return d;
}

bool user_any(struct db *db, bool *any, struct err *e)
{
	struct statement *s = db_use(db, SQL_USER_ANY);

	if (!db_row(s, any, e))
		return false;
	db_done(s);
	return true;
}

bool user_add(struct db *db, const struct user *u, int64_t *id, struct err *e)
{
	struct statement *s = db_use(db, SQL_USER_ADD);
	char day[DATE_TEXT_SIZE];

	db_bind_text(s, 1, u->name);
	db_bind_text(s, 2, u->full_name);
	db_bind_int(s, 3, u->roles);
	db_bind_text(s, 4, u->secret);
	moments_bind_instant(s, 5, u->secret_at);
	db_bind_int(s, 6, u->one_time);
	moments_bind_instant(s, 7, u->created_at);
	db_bind_text(s, 8, u->attested_by);
	moments_bind_date(s, 9, u->attested_on, day);
	if (!db_add(s, id, e))
		return false;
	row_touch(db, ROWS_PERSON, *id);
	return true;
}

static struct user read_user(struct statement *s, struct arena *arena)
{
	return (struct user){ .id = db_int(s, 0),
		.name = db_text_copy(s, 1, arena),
		.full_name = db_text_copy(s, 2, arena),
		.roles = (unsigned)db_int(s, 3),
		.state = (enum user_state)db_int(s, 4),
		.secret = db_text_copy(s, 5, arena),
		.secret_at = moments_instant(s, 6),
		.one_time = db_int(s, 7),
		.failures = db_int(s, 8),
		.locked_until = moments_instant(s, 9),
		.created_at = moments_instant(s, 10),
		.attested_by = db_text_copy(s, 11, arena),
		.attested_on = date_at(s, 12),
		.accepted = db_text_copy(s, 13, arena),
		.training = db_text_copy(s, 14, arena),
		.training_until = date_at(s, 15),
		.reset_by = db_text_copy(s, 16, arena),
		.has_second_factor = db_int(s, 17),
		.signed_in_at = moments_instant(s, 18) };
}

bool user_find(
    struct db *db, struct str name, struct arena *arena, struct user *out, bool *found, struct err *e)
{
	struct statement *s = db_use(db, SQL_USER_FIND);

	db_bind_text(s, 1, name);
	if (!db_row(s, found, e))
		return false;
	*out = *found ? read_user(s, arena) : (struct user){ 0 };
	db_done(s);
	return true;
}

bool user_list(struct db *db, struct arena *arena, struct user **out, size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_USER_LIST);
	struct user *users = NULL;
	size_t room = 0, n = 0;
	bool more;

	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			break;
		users = arena_room(arena, users, n, &room, sizeof(*users));
		users[n++] = read_user(s, arena);
	}
	*out = users;
	*count = n;
	return true;
}

bool user_update(struct db *db, const struct user *u, struct err *e)
{
	struct statement *s = db_use(db, SQL_USER_UPDATE);
	char attested[DATE_TEXT_SIZE], training[DATE_TEXT_SIZE];

	db_bind_text(s, 1, u->full_name);
	db_bind_int(s, 2, u->roles);
	db_bind_int(s, 3, (int64_t)u->state);
	db_bind_text(s, 4, u->secret);
	moments_bind_instant(s, 5, u->secret_at);
	db_bind_int(s, 6, u->one_time);
	db_bind_int(s, 7, u->failures);
	moments_bind_instant(s, 8, u->locked_until);
	db_bind_text(s, 9, u->attested_by);
	moments_bind_date(s, 10, u->attested_on, attested);
	db_bind_text(s, 11, u->accepted);
	db_bind_text(s, 12, u->training);
	moments_bind_date(s, 13, u->training_until, training);
	db_bind_text(s, 14, u->reset_by);
	db_bind_int(s, 15, u->id);
	row_touch(db, ROWS_PERSON, u->id);
	return db_run(s, e);
}

bool user_update_failures(struct db *db, const struct user *u, struct err *e)
{
	struct statement *s = db_use(db, SQL_USER_UPDATE_FAILURES);

	db_bind_int(s, 1, u->failures);
	moments_bind_instant(s, 2, u->locked_until);
	db_bind_int(s, 3, u->id);
	return db_run(s, e);
}

bool session_is_over(const struct session_row *session, struct instant now)
{
	if (instant_is_known(session->expires_at))
		return now.us >= session->expires_at.us;
	return now.us - session->created_at.us > SESSION_MOST_US ||
	       now.us - session->used_at.us > SESSION_IDLE_US;
}

bool session_add(struct db *db, const struct sha256 *token, int64_t user_id, struct str terminal,
    struct instant at, struct err *e)
{
	struct statement *s = db_use(db, SQL_SESSION_ADD);
	char hex[SHA256_HEX_SIZE];

	db_bind_blob(s, 1, sha256_str(token));
	db_bind_int(s, 2, user_id);
	db_bind_text(s, 3, terminal);
	db_bind_int(s, 4, at.us);
	db_bind_int(s, 5, at.us);
	row_touch_text(db, ROWS_SESSION, str_of(sha256_hex(token, hex)));
	return db_run(s, e);
}

bool session_find(struct db *db, const struct sha256 *token, struct arena *arena, struct session_row *out,
    bool *found, struct err *e)
{
	struct statement *s = db_use(db, SQL_SESSION_FIND);
	bool has_factor = true;
	unsigned demanded;

	db_bind_blob(s, 1, sha256_str(token));
	if (!db_row(s, found, e))
		return false;
	*out = (struct session_row){ 0 };
	if (*found) {
		has_factor = db_int(s, 7);
		*out = (struct session_row){ .user_id = db_int(s, 0),
			.name = db_text_copy(s, 1, arena),
			.roles = (unsigned)db_int(s, 2),
			.state = (enum user_state)db_int(s, 3),
			.created_at = moments_instant(s, 4),
			.used_at = moments_instant(s, 5),
			.expires_at = moments_instant(s, 6) };
	}
	db_done(s);
	if (has_factor)
		return true;
	if (!second_factor_roles(db, &demanded, e))
		return false;
	out->lacks_second_factor = demanded & out->roles;
	return true;
}

bool session_list(
    struct db *db, struct arena *arena, struct session_listed **out, size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_SESSION_LIST);
	struct session_listed *all = NULL;
	size_t room = 0;
	bool more;

	*count = 0;
	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			break;
		all = arena_room(arena, all, *count, &room, sizeof(*all));
		all[*count] = (struct session_listed){ .user_id = db_int(s, 1),
			.user = db_text_copy(s, 2, arena),
			.terminal = db_text_copy(s, 3, arena),
			.created_at = moments_instant(s, 4),
			.used_at = moments_instant(s, 5) };
		if (db_blob(s, 0).len == SHA256_BYTES)
			memcpy(all[*count].token.bytes, db_blob(s, 0).ptr, SHA256_BYTES);
		++*count;
	}
	*out = all;
	return true;
}

bool session_use(struct db *db, const struct sha256 *token, struct instant at, struct err *e)
{
	struct statement *s = db_use(db, SQL_SESSION_USE);

	db_bind_int(s, 1, at.us);
	db_bind_blob(s, 2, sha256_str(token));
	return db_run(s, e);
}

bool session_end(struct db *db, const struct sha256 *token, struct err *e)
{
	struct statement *s = db_use(db, SQL_SESSION_END);

	db_bind_blob(s, 1, sha256_str(token));
	return db_run(s, e);
}

bool session_end_all(struct db *db, int64_t user_id, struct err *e)
{
	struct statement *s = db_use(db, SQL_SESSION_END_ALL);

	db_bind_int(s, 1, user_id);
	return db_run(s, e);
}

bool session_end_others(struct db *db, int64_t user_id, const struct sha256 *token, struct err *e)
{
	struct statement *s = db_use(db, SQL_SESSION_END_OTHERS);

	db_bind_int(s, 1, user_id);
	db_bind_blob(s, 2, sha256_str(token));
	return db_run(s, e);
}

bool session_end_old(struct db *db, struct instant created_before, struct instant used_before, struct err *e)
{
	struct statement *s = db_use(db, SQL_SESSION_END_OLD);

	db_bind_int(s, 1, created_before.us);
	db_bind_int(s, 2, used_before.us);
	return db_run(s, e);
}

bool access_token_add(
    struct db *db, const struct access_token *t, const struct sha256 *token, int64_t *id, struct err *e)
{
	struct statement *s = db_use(db, SQL_ACCESS_TOKEN_ADD);

	db_bind_blob(s, 1, sha256_str(token));
	db_bind_int(s, 2, t->user_id);
	db_bind_text(s, 3, t->label);
	db_bind_int(s, 4, t->roles);
	moments_bind_instant(s, 5, t->created_at);
	moments_bind_instant(s, 6, t->expires_at);
	if (!db_add(s, id, e))
		return false;
	row_touch(db, ROWS_ACCESS_TOKEN, *id);
	return true;
}

bool access_token_list(
    struct db *db, struct arena *arena, struct access_token **out, size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_ACCESS_TOKEN_LIST);
	struct access_token *tokens = NULL;
	size_t room = 0;
	bool more;

	*count = 0;
	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			break;
		tokens = arena_room(arena, tokens, *count, &room, sizeof(*tokens));
		tokens[(*count)++] = (struct access_token){ .id = db_int(s, 0),
			.user_id = db_int(s, 1),
			.user = db_text_copy(s, 2, arena),
			.label = db_text_copy(s, 3, arena),
			.roles = (unsigned)db_int(s, 4),
			.created_at = moments_instant(s, 5),
			.expires_at = moments_instant(s, 6),
			.ended_at = moments_instant(s, 7) };
	}
	*out = tokens;
	return true;
}

bool access_token_end(struct db *db, int64_t id, struct instant at, struct err *e)
{
	struct statement *s = db_use(db, SQL_ACCESS_TOKEN_END);

	moments_bind_instant(s, 1, at);
	db_bind_int(s, 2, id);
	row_touch(db, ROWS_ACCESS_TOKEN, id);
	return db_run(s, e);
}
