#include "store/refused_names.h"

#include "store/row_seals.h"

bool refused_names_read(struct db *db, struct arena *arena, struct refused_names *out, struct err *e)
{
	struct statement *s = db_use(db, SQL_REFUSED_NAME_LIST);
	struct refused_names found = { 0 };
	size_t room = 0;
	bool more;

	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			break;
		found.list = arena_room(arena, found.list, found.count, &room, sizeof(*found.list));
		found.list[found.count++] = (struct refused_name){ .id = db_int(s, 0),
			.source = db_text_copy(s, 1, arena),
			.record = db_text_copy(s, 2, arena),
			.name = db_text_copy(s, 3, arena),
			.at = { db_int(s, 4) },
			.by = db_text_copy(s, 5, arena),
			.why = db_text_copy(s, 6, arena) };
	}
	*out = found;
	return true;
}

const struct refused_name *refused_names_find(
    const struct refused_names *r, struct str source, struct str record, struct str name)
{
	for (size_t i = 0; i < r->count; i++)
		if (str_eq(r->list[i].name, name) && str_eq(r->list[i].record, record) &&
		    str_eq(r->list[i].source, source))
			return &r->list[i];
	return NULL;
}

bool refused_name_add(struct db *db, const struct refused_name *r, int64_t *id, struct err *e)
{
	struct statement *s = db_use(db, SQL_REFUSED_NAME_ADD);
	bool has_row;

	db_bind_text(s, 1, r->source);
	db_bind_text(s, 2, r->record);
	db_bind_text(s, 3, r->name);
	db_bind_int(s, 4, r->at.us);
	db_bind_text(s, 5, r->by);
	db_bind_text(s, 6, r->why);
	if (!db_row(s, &has_row, e))
		return false;
	*id = db_int(s, 0);
	db_done(s);
	row_touch(db, ROWS_REFUSED_NAME, *id);
	return true;
}

bool refused_name_delete(struct db *db, int64_t id, struct err *e)
{
	struct statement *s = db_use(db, SQL_REFUSED_NAME_DELETE);

	db_bind_int(s, 1, id);
	row_touch(db, ROWS_REFUSED_NAME, id);
	return db_run(s, e);
}
