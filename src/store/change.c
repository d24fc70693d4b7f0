#include "store/change.h"

#include <stdlib.h>

#include "base/memory.h"
#include "records/trail.h"

struct change {
	struct db *db;
	struct change_by by;
	struct sha256 last; /* digest of the newest entry */
	int64_t number;	    /* of the newest entry */
	bool noted;
};

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
	db_done(s);
	return true;
}

bool change_open(struct db *db, struct change_by by, struct change **out, struct err *e)
{
	SCOPED_CHANGE *c = NULL;

	if (!db_begin(db, e))
		return false;
	c = memory_alloc(1, sizeof(*c));
	c->db = db;
	c->by = by;
	if (!read_last(c, e))
		return false;
	*out = c;
	c = NULL;
	return true;
}

static void bind_optional(struct statement *s, int index, struct str text)
{
	if (text.ptr)
		db_bind_text(s, index, text);
	else
		db_bind_null(s, index);
}

bool change_note(
    struct change *c, const char *what, struct str object, struct str old, struct str new, struct err *e)
{
	struct statement *s = db_use(c->db, SQL_TRAIL_ADD);
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

	entry.digest = trail_seal(&entry);
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
	return write_head(c, e) && db_commit(c->db, e);
}

bool change_close(struct change *c, struct err *e)
{
	bool done = finish(c, e);

	if (!done)
		db_rollback(c->db);
	free(c);
	return done;
}

void change_drop(struct change *c)
{
	if (!c)
		return;
	db_rollback(c->db);
	free(c);
}
