#include "store/change.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "limits.h"
#include "records/authority.h"
#include "store/request_keys.h"
#include "store/row_seals.h"
#include "store/users.h"

/* For the store, and a moment between looking at the clock and asking for it. */
#define WAIT_US ((int64_t)DB_WAIT_MS * 1000 + 1000000)

struct change {
	struct db *db;
	struct change_by by;
	struct sha256 last; /* digest of the newest entry */
	int64_t number;	    /* of the newest entry */
	struct instant last_at;
	bool noted;
	bool guarded;	    /* the store has users */
	unsigned roles;	    /* of who changes */
	bool by_token;	    /* an access token's word, no session's */
	bool lacks_factor;  /* which one of these roles asks for */
	struct err refused; /* why what it wanted is not permitted; no code: nothing was refused */
	char object[128];   /* of what was refused */
};

/* Who had to wait for another process changes after it, though the change was asked for before. A longer step
 * back is a clock that was set back, and stays to be seen. */
static void wait_for(struct change *c, struct instant last)
{
	if (c->by.at.us < last.us && last.us - c->by.at.us <= WAIT_US)
		c->by.at = last;
}

static bool read_last(struct change *c, struct err *e)
{
	struct statement *s = db_use(c->db, SQL_TRAIL_LAST);
	bool found;

	if (!db_row(s, &found, e))
		return false;
	if (!found)
		return true;
	c->number = db_int(s, 0);
	if (db_blob(s, 1).len != SHA256_BYTES) {
		db_done(s);
		return err_fail(
		    e, ERR_STORE, "entry %lld of the audit trail has no whole digest", (long long)c->number);
	}
	memcpy(c->last.bytes, db_blob(s, 1).ptr, SHA256_BYTES);
	c->last_at = (struct instant){ db_int(s, 2) };
	wait_for(c, c->last_at);
	db_done(s);
	return true;
}

/* Who has signed in with the token, if that may be the one who changes. */
static bool check_session(struct change *c, const struct session_row *session, bool found, struct err *e)
{
	if (!found || session_is_over(session, c->by.at))
		return err_fail(e, ERR_DENIED, "the session of \"" STR_FMT "\" has ended: sign in again",
		    STR_ARG(c->by.who));
	if (session->state != USER_ACTIVE)
		return err_fail(e, ERR_DENIED, "user \"" STR_FMT "\" is disabled", STR_ARG(session->name));
	return str_eq(session->name, c->by.who) ||
	       err_fail(e, ERR_DENIED, "\"" STR_FMT "\" has signed in, not \"" STR_FMT "\"",
		   STR_ARG(session->name), STR_ARG(c->by.who));
}

/* Finds out who changes, where the store has users. */
static bool identify(struct change *c, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct session_row session;
	struct sha256 token;
	bool found;

	if (!user_any(c->db, &c->guarded, e))
		return false;
	if (!c->guarded)
		return true;
	if (!c->by.token.ptr)
		return err_fail(e, ERR_DENIED, "nobody has signed in: this store has users") ||
		       err_remedy(e, REMEDY_SIGN_IN);
	token = sha256_of(c->by.token);
	if (!session_find(c->db, &token, &arena, &session, &found, e) ||
	    !check_session(c, &session, found, e))
		return false;
	c->roles = session.roles;
	c->by_token = instant_is_known(session.expires_at);
	c->lacks_factor = session.lacks_second_factor;
	return session_use(c->db, &token, c->by.at, e);
}

/* The seal covers bytes, and what is handed over is JSON: a text that is no UTF-8 could not be told as it is.
 */
static bool check_text(const char *what, struct str text, struct err *e)
{
	size_t good = utf8_valid_prefix(text);

	return good == text.len || err_fail(e, ERR_INPUT, "%s: byte %zu, 0x%02X, is no UTF-8", what, good + 1,
				       (unsigned char)text.ptr[good]);
}

static bool begin(struct db *db, struct change_by *by, struct change **out, struct err *e)
{
	struct change *c;

	if (!check_text("the name of who changes it", by->who, e) || !check_text("the reason", by->why, e))
		return false;
	if (!db_begin(db, e))
		return false;
	row_touches_drop(db);
	c = memory_alloc(1, sizeof(*c));
	c->db = db;
	c->by = *by;
	if (!read_last(c, e)) {
		change_drop(c);
		return false;
	}
	by->at = c->by.at;
	*out = c;
	return true;
}

bool change_refuse(struct change *c, struct str object, const struct err *why)
{
	struct str first = utf8_first(object, sizeof(c->object) - 1);

	c->refused = *why;
	memcpy(c->object, first.ptr, first.len);
	c->object[first.len] = '\0';
	return false;
}

bool change_is_guarded(const struct change *c)
{
	return c->guarded;
}

bool change_is_by_token(const struct change *c)
{
	return c->by_token;
}

unsigned change_roles(const struct change *c)
{
	return c->roles;
}

/* A clock that was set back makes what is late look timely. */
static bool check_clock(struct change *c, struct err *e)
{
	char now[INSTANT_TEXT_SIZE], last[INSTANT_TEXT_SIZE];

	if (c->by.at.us >= c->last_at.us || text_says(c->by.why))
		return true;
	return err_fail(e, ERR_CONFLICT,
		   "the clock says %s, which is before the newest entry of the trail, %s: set it right, or "
		   "say why",
		   instant_write(c->by.at, now), instant_write(c->last_at, last)) ||
	       err_field(e, "why");
}

bool change_open_unproved(struct db *db, struct change_by *by, struct change **out, struct err *e)
{
	return begin(db, by, out, e);
}

static bool check_factor(const struct change *c, struct err *e)
{
	return !c->lacks_factor ||
	       err_fail(e, ERR_DENIED, "the roles of \"" STR_FMT "\" ask for a second factor: set one up",
		   STR_ARG(c->by.who)) ||
	       err_remedy(e, REMEDY_SECOND_FACTOR);
}

static bool open_signed_in(struct db *db, struct change_by *by, bool own, struct change **out, struct err *e)
{
	SCOPED_CHANGE *c = NULL;

	if (!begin(db, by, &c, e))
		return false;
	if (!check_clock(c, e))
		return change_refuse(c, STR("store"), e);
	if (!identify(c, e) || (!own && !check_factor(c, e)))
		return e->code == ERR_DENIED ? change_refuse(c, STR("store"), e) : false;
	*out = c;
	c = NULL;
	return true;
}

bool change_open_own(struct db *db, struct change_by *by, struct change **out, struct err *e)
{
	return open_signed_in(db, by, true, out, e);
}

static struct str program_name(unsigned role)
{
	switch (role) {
	case ROLE_PUBLIC_FORM:
		return STR(PUBLIC_FORM);
	case ROLE_ALERTS:
		return STR(SECURITY_ALERTS);
	case ROLE_FEED_SYNC:
		return STR(FEED_SYNC);
	default:
		return STR_NONE;
	}
}

/* The program itself changes, and may do what the role allows. */
static bool open_program(struct db *db, struct change_by *by, struct change **out, struct err *e)
{
	SCOPED_CHANGE *c = NULL;

	by->who = program_name(by->program);
	by->token = STR_NONE;
	by->key = NULL;
	if (!begin(db, by, &c, e))
		return false;
	if (!check_clock(c, e))
		return change_refuse(c, STR("store"), e);
	c->guarded = true;
	c->roles = by->program;
	*out = c;
	c = NULL;
	return true;
}

bool change_open(struct db *db, struct change_by *by, struct change **out, struct err *e)
{
	return by->program ? open_program(db, by, out, e) : open_signed_in(db, by, false, out, e);
}

static void bind_optional(struct statement *s, int index, struct str text)
{
	if (text.ptr)
		db_bind_text(s, index, text);
	else
		db_bind_null(s, index);
}

static bool check_texts(struct str object, struct str old, struct str new, struct err *e)
{
	return check_text("what is changed", object, e) && check_text("what was there", old, e) &&
	       check_text("what is stated", new, e);
}

static bool add_entry(
    struct change *c, const char *what, struct str object, struct str old, struct str new, struct err *e)
{
	struct statement *s;
	struct trail_entry entry = {
		.number = c->number + 1,
		.at = c->by.at,
		.who = c->by.who,
		.what = str_of(what),
		.object = object,
		.old = old,
		.new = new,
		.why = c->by.why.ptr ? c->by.why : STR(""),
		.previous = c->last,
	};

	if (!check_texts(object, old, new, e))
		return false;
	entry.digest = trail_seal(&entry);
	s = db_use(c->db, SQL_TRAIL_ADD);
	db_bind_int(s, 1, entry.number);
	db_bind_int(s, 2, entry.at.us);
	db_bind_text(s, 3, entry.who);
	db_bind_text(s, 4, entry.what);
	db_bind_text(s, 5, entry.object);
	bind_optional(s, 6, entry.old);
	bind_optional(s, 7, entry.new);
	db_bind_text(s, 8, entry.why);
	db_bind_blob(s, 9, sha256_str(&entry.previous));
	db_bind_blob(s, 10, sha256_str(&entry.digest));
	if (!db_run(s, e))
		return false;
	c->number = entry.number;
	c->last = entry.digest;
	c->noted = true;
	return true;
}

/* What the programme's settings say is a person's, and stands in the trail as it was stated. */
static bool tells_rows(const struct change *c, const char *what, struct str new)
{
	return row_touches_any(c->db) && !str_starts(str_of(what), STR("program.")) &&
	       (!new.ptr || str_ends(new, STR("}")));
}

/* With what the rows are now that were written, behind all else that it says. */
static bool add_with_rows(
    struct change *c, const char *what, struct str object, struct str old, struct str new, struct err *e)
{
	SCOPED_BUF all = buf_new(LIMIT_TRAIL_LINE_BYTES);

	if (!tells_rows(c, what, new))
		return add_entry(c, what, object, old, new, e);
	buf_add(&all, new.ptr ? str_first(new, new.len - 1) : STR("{"));
	if (all.len > 1)
		buf_byte(&all, ',');
	if (!row_touches_tell(c->db, &all, e))
		return false;
	buf_byte(&all, '}');
	if (buf_full(&all))
		return err_fail(
		    e, ERR_LIMIT, "the entry of the trail takes more than %d bytes", LIMIT_TRAIL_LINE_BYTES);
	return add_entry(c, what, object, old, buf_str(&all), e);
}

bool change_may(struct change *c, const char *what, struct str object, struct err *e)
{
	if (!c->guarded || authority_allows(str_of(what), c->roles))
		return true;
	err_fail(e, ERR_DENIED, "user \"" STR_FMT "\" has no role that allows %s", STR_ARG(c->by.who), what);
	return change_refuse(c, object, e);
}

bool change_note(
    struct change *c, const char *what, struct str object, struct str old, struct str new, struct err *e)
{
	return change_may(c, what, object, e) && add_with_rows(c, what, object, old, new, e);
}

int64_t change_number(const struct change *c)
{
	return c->number;
}

static bool write_head(struct change *c, struct err *e)
{
	struct statement *s = db_use(c->db, SQL_TRAIL_HEAD_PUT);

	db_bind_int(s, 1, c->number);
	db_bind_blob(s, 2, sha256_str(&c->last));
	return db_run(s, e);
}

static bool finish(struct change *c, struct err *e)
{
	if (!c->noted)
		return err_fail(e, ERR_STORE, "a change without an entry in the audit trail was refused");
	if (row_touches_any(c->db))
		return err_fail(
		    e, ERR_STORE, "a change of rows that no entry of the audit trail tells was refused");
	if (c->by.key && !request_key_add(c->db, c->by.who, c->by.key, c->number, c->by.at, e))
		return false;
	return write_head(c, e) && db_commit(c->db, e);
}

/* In a transaction of its own, since what was refused is undone. It is told anyway: where this fails too, the
 * store cannot be written. */
static void record_refusal(const struct change *refused)
{
	struct change_by by = refused->by;
	struct err lost;
	struct change *c;

	by.why = str_of(refused->refused.text);
	if (!begin(refused->db, &by, &c, &lost))
		return;
	if (c->by.at.us < c->last_at.us) /* or the next change would be measured by a clock set back */
		c->by.at = c->last_at;
	if (!add_entry(c, "refused", str_of(refused->object), STR_NONE, STR_NONE, &lost) ||
	    !write_head(c, &lost) || !db_commit(c->db, &lost))
		db_rollback(c->db);
	free(c);
}

bool change_close(struct change **c, struct err *e)
{
	bool done = finish(*c, e);

	if (done)
		free(*c);
	else
		change_drop(*c);
	*c = NULL;
	return done;
}

void change_drop(struct change *c)
{
	if (!c)
		return;
	db_rollback(c->db);
	if (c->refused.code != ERR_NONE)
		record_refusal(c);
	free(c);
}
