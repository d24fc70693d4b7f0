#include "store/saved_views.h"

bool saved_view_put(
    struct db *db, struct str who, struct str list, const struct saved_view *view, struct err *e)
{
	struct statement *s = db_use(db, SQL_SAVED_VIEW_PUT);

	db_bind_text(s, 1, who);
	db_bind_text(s, 2, list);
	db_bind_text(s, 3, view->name);
	db_bind_text(s, 4, view->query);
	db_bind_int(s, 5, view->at.us);
	return db_run(s, e);
}

bool saved_view_list(struct db *db, struct str who, struct str list, struct arena *arena,
    struct saved_view **out, size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_SAVED_VIEW_LIST);
	struct saved_view *rows = NULL;
	size_t room = 0, found = 0;
	bool more;

	db_bind_text(s, 1, who);
	db_bind_text(s, 2, list);
	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			break;
		rows = arena_room(arena, rows, found, &room, sizeof(*rows));
		rows[found++] = (struct saved_view){ db_text_copy(s, 0, arena), db_text_copy(s, 1, arena),
			{ db_int(s, 2) } };
	}
	*out = rows;
	*count = found;
	return true;
}

bool saved_view_drop(struct db *db, struct str who, struct str list, struct str name, struct err *e)
{
	struct statement *s = db_use(db, SQL_SAVED_VIEW_DROP);

	db_bind_text(s, 1, who);
	db_bind_text(s, 2, list);
	db_bind_text(s, 3, name);
	return db_run(s, e);
}
