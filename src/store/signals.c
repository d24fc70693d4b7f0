#include "store/signals.h"

#include "store/row_seals.h"

bool signal_row_add(struct db *db, struct instant at, int64_t *id, struct err *e)
{
	struct statement *s = db_use(db, SQL_SIGNAL_ADD);
	bool has_row;

	db_bind_int(s, 1, at.us);
	if (!db_row(s, &has_row, e))
		return false;
	*id = db_int(s, 0);
	db_done(s);
	row_touch(db, ROWS_SIGNAL, *id);
	return true;
}

bool signal_entry_add(
    struct db *db, int64_t signal_id, const struct signal_entry *entry, int64_t *id, struct err *e)
{
	struct statement *s = db_use(db, SQL_SIGNAL_ENTRY_ADD);
	bool has_row;

	db_bind_int(s, 1, signal_id);
	db_bind_text(s, 2, entry->kind);
	db_bind_text(s, 3, entry->content);
	db_bind_int(s, 4, entry->at.us);
	db_bind_text(s, 5, entry->who);
	if (!db_row(s, &has_row, e))
		return false;
	*id = db_int(s, 0);
	db_done(s);
	return true;
}

static struct signal_entry entry_at(struct statement *s)
{
	return (struct signal_entry){ .id = db_int(s, 0),
		.signal_id = db_int(s, 1),
		.kind = db_text(s, 2),
		.content = db_text(s, 3),
		.at = { db_int(s, 4) },
		.who = db_text(s, 5) };
}

bool signal_entry_find(
    struct db *db, int64_t id, struct arena *arena, struct signal_entry *out, bool *found, struct err *e)
{
	struct statement *s = db_use(db, SQL_SIGNAL_ENTRY_FIND);

	db_bind_int(s, 1, id);
	if (!db_row(s, found, e) || !*found)
		return !*found;
	*out = entry_at(s);
	signal_entry_keep(out, arena);
	db_done(s);
	return true;
}

bool signal_entries(struct db *db, int64_t signal_id, struct arena *arena, struct signal_entry **out,
    size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_SIGNAL_GET);
	size_t room = 0;
	bool found;

	db_bind_int(s, 1, signal_id);
	if (!db_row(s, &found, e))
		return false;
	db_done(s);
	if (!found)
		return err_fail(e, ERR_ABSENT, "there is no signal %lld", (long long)signal_id) ||
		       err_remedy(e, REMEDY_SIGNALS);
	s = db_use(db, SQL_SIGNAL_ENTRY_LIST);
	db_bind_int(s, 1, signal_id);
	*out = NULL;
	*count = 0;
	for (;;) {
		if (!db_row(s, &found, e))
			return false;
		if (!found)
			return true;
		*out = arena_room(arena, *out, *count, &room, sizeof(**out));
		(*out)[*count] = entry_at(s);
		signal_entry_keep(&(*out)[(*count)++], arena);
	}
}

/* What s gives, until there is enough. */
static bool give_entries(struct statement *s, struct signal_entry_sink sink, struct err *e)
{
	bool more;

	while (!*sink.enough) {
		struct signal_entry entry;

		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		entry = entry_at(s);
		if (!sink.entry(sink.ctx, &entry, e)) {
			db_done(s);
			return false;
		}
	}
	db_done(s);
	return true;
}

bool signal_entries_each(struct db *db, int64_t after, struct signal_entry_sink sink, struct err *e)
{
	struct statement *s = db_use(db, SQL_SIGNAL_ENTRY_EACH);

	db_bind_int(s, 1, after);
	return give_entries(s, sink, e);
}

bool signal_entries_each_backwards(
    struct db *db, int64_t before, struct signal_entry_sink sink, struct err *e)
{
	struct statement *s = db_use(db, SQL_SIGNAL_ENTRY_EACH_BACKWARDS);

	db_bind_int(s, 1, before ? before : INT64_MAX);
	return give_entries(s, sink, e);
}

bool signal_count(struct db *db, int64_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_SIGNAL_COUNT);
	bool found;

	if (!db_row(s, &found, e))
		return false;
	*count = db_int(s, 0);
	db_done(s);
	return true;
}

bool signal_origin_find(struct db *db, struct str origin, int64_t *signal_id, struct err *e)
{
	struct statement *s = db_use(db, SQL_SIGNAL_ORIGIN_FIND);
	bool found;

	db_bind_text(s, 1, origin);
	if (!db_row(s, &found, e))
		return false;
	*signal_id = found ? db_int(s, 0) : 0;
	db_done(s);
	return true;
}

bool signal_origin_add(struct db *db, struct str origin, int64_t signal_id, struct err *e)
{
	struct statement *s = db_use(db, SQL_SIGNAL_ORIGIN_ADD);

	db_bind_text(s, 1, origin);
	db_bind_int(s, 2, signal_id);
	return db_run(s, e);
}
