#include "store/casefiles.h"

#include <assert.h>

#include "store/row_seals.h"

bool casefile_add(struct db *db, const struct casefile *c, int64_t *id, struct err *e)
{
	struct statement *s = db_use(db, SQL_CASEFILE_ADD);
	bool has_row;

	db_bind_text(s, 1, c->title);
	db_bind_int(s, 2, c->device_id);
	db_bind_text(s, 3, c->vulnerability);
	db_bind_int(s, 4, c->opened_at.us);
	if (!db_row(s, &has_row, e))
		return false;
	*id = db_int(s, 0);
	db_done(s);
	row_touch(db, ROWS_CASEFILE, *id);
	return true;
}

static bool read_casefile(struct statement *s, struct arena *arena, struct casefile *out, struct err *e)
{
	struct casefile c = { .id = db_int(s, 0),
		.title = db_text_copy(s, 1, arena),
		.device_id = db_int(s, 2),
		.vulnerability = db_text_copy(s, 3, arena),
		.opened_at = { db_int(s, 4) },
		.closed_on = DATE_NONE };

	if (!db_is_null(s, 5) && !date_parse(db_text(s, 5), &c.closed_on, e))
		return err_within(e, "casefile %lld", (long long)c.id);
	*out = c;
	return true;
}

bool casefile_get(struct db *db, int64_t id, struct arena *arena, struct casefile *out, struct err *e)
{
	struct statement *s = db_use(db, SQL_CASEFILE_GET);
	bool found, done;

	db_bind_int(s, 1, id);
	if (!db_row(s, &found, e))
		return false;
	if (!found)
		return err_fail(e, ERR_ABSENT, "there is no casefile %lld", (long long)id) ||
		       err_remedy(e, REMEDY_CASEFILES);
	done = read_casefile(s, arena, out, e);
	db_done(s);
	return done;
}

bool casefiles_holding(struct db *db, struct str letters, int64_t number, struct arena *arena,
    struct casefile_hit **out, size_t *count, struct err *e)
{
	struct casefile_hit *hits = arena_alloc(arena, CASEFILE_HITS_MOST, sizeof(*hits));
	struct statement *s = db_use(db, SQL_CASEFILE_HOLDING);
	size_t found = 0;
	bool more;

	db_bind_text(s, 1, letters);
	db_bind_int(s, 2, number);
	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			break;
		assert(found < CASEFILE_HITS_MOST);
		hits[found++] = (struct casefile_hit){ db_int(s, 0), db_text_copy(s, 1, arena),
			db_text_copy(s, 2, arena), db_text_copy(s, 3, arena) };
	}
	*out = hits;
	*count = found;
	return true;
}

bool casefile_list(struct db *db, struct arena *arena, struct casefile **out, size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_CASEFILE_LIST);
	size_t room = 0;
	bool more;

	*out = NULL;
	*count = 0;
	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		*out = arena_room(arena, *out, *count, &room, sizeof(**out));
		if (!read_casefile(s, arena, &(*out)[(*count)++], e)) {
			db_done(s);
			return false;
		}
	}
}

bool casefile_set_vulnerability(struct db *db, int64_t id, struct str name, struct err *e)
{
	struct statement *s = db_use(db, SQL_CASEFILE_RENAME);

	db_bind_text(s, 1, name);
	db_bind_int(s, 2, id);
	row_touch(db, ROWS_CASEFILE, id);
	return db_run(s, e);
}

bool casefile_set_closed(struct db *db, int64_t id, struct date on, struct err *e)
{
	struct statement *s = db_use(db, SQL_CASEFILE_CLOSE);
	char date[DATE_TEXT_SIZE];

	if (date_is_known(on))
		db_bind_text(s, 1, str_of(date_write(on, date)));
	else
		db_bind_null(s, 1);
	db_bind_int(s, 2, id);
	row_touch(db, ROWS_CASEFILE, id);
	return db_run(s, e);
}

bool casefile_add_record(
    struct db *db, int64_t casefile_id, const struct case_record *r, int64_t *id, struct err *e)
{
	struct statement *s = db_use(db, SQL_CASEFILE_RECORD_ADD);
	bool has_row;

	db_bind_int(s, 1, casefile_id);
	db_bind_text(s, 2, r->kind);
	if (r->replaces)
		db_bind_int(s, 3, r->replaces);
	db_bind_text(s, 4, r->facts);
	db_bind_text(s, 5, r->more);
	db_bind_int(s, 6, r->at.us);
	db_bind_text(s, 7, r->who);
	if (!db_row(s, &has_row, e))
		return false;
	*id = db_int(s, 0);
	db_done(s);
	return true;
}

static struct case_record record_of(struct statement *s, struct arena *arena)
{
	return (struct case_record){ .id = db_int(s, 0),
		.kind = db_text_copy(s, 1, arena),
		.replaces = db_int(s, 2),
		.facts = db_text_copy(s, 3, arena),
		.more = db_text_copy(s, 4, arena),
		.at = { db_int(s, 5) },
		.who = db_text_copy(s, 6, arena) };
}

bool casefile_records(struct db *db, int64_t casefile_id, struct arena *arena, struct case_record **out,
    size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_CASEFILE_RECORD_LIST);
	size_t room = 0;
	bool more;

	*out = NULL;
	*count = 0;
	db_bind_int(s, 1, casefile_id);
	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		*out = arena_room(arena, *out, *count, &room, sizeof(**out));
		(*out)[(*count)++] = record_of(s, arena);
	}
}

bool casefile_records_of_kind(struct db *db, const char *kind, struct arena *arena, struct case_record **out,
    int64_t **casefile, size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_CASEFILE_RECORD_OF_KIND);
	size_t room = 0, casefile_room = 0;
	bool more;

	*out = NULL;
	*casefile = NULL;
	*count = 0;
	db_bind_text(s, 1, str_of(kind));
	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		*out = arena_room(arena, *out, *count, &room, sizeof(**out));
		*casefile = arena_room(arena, *casefile, *count, &casefile_room, sizeof(**casefile));
		(*casefile)[*count] = db_int(s, 7);
		(*out)[(*count)++] = record_of(s, arena);
	}
}

bool casefile_records_all(struct db *db, struct case_record_sink out, struct err *e)
{
	struct statement *s = db_use(db, SQL_CASEFILE_RECORD_ALL);
	bool more;

	for (;;) {
		struct case_record r;

		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		r = (struct case_record){ .id = db_int(s, 0),
			.kind = db_text(s, 1),
			.replaces = db_int(s, 2),
			.facts = db_text(s, 3),
			.more = db_text(s, 4),
			.at = { db_int(s, 5) },
			.who = db_text(s, 6) };
		if (!out.record(out.ctx, db_int(s, 7), &r, e)) {
			db_done(s);
			return false;
		}
	}
}

bool setting_get(struct db *db, const char *name, struct arena *arena, struct str *content, struct err *e)
{
	struct statement *s = db_use(db, SQL_SETTING_GET);
	bool found;

	db_bind_text(s, 1, str_of(name));
	if (!db_row(s, &found, e))
		return false;
	*content = found ? db_text_copy(s, 0, arena) : STR_NONE;
	db_done(s);
	return true;
}

bool setting_put(struct db *db, const char *name, struct str content, struct err *e)
{
	struct statement *s = db_use(db, SQL_SETTING_PUT);

	db_bind_text(s, 1, str_of(name));
	db_bind_text(s, 2, content);
	return db_run(s, e);
}
