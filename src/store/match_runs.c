#include "store/match_runs.h"

#include "store/rows.h"

bool match_run_add(struct db *db, const struct match_run *run, int64_t *id, struct err *e)
{
	struct statement *s = db_use(db, SQL_MATCH_RUN_ADD);
	bool has_row;

	db_bind_int(s, 1, run->at.us);
	db_bind_int(s, 2, (int64_t)run->cause);
	db_bind_int(s, 3, run->trail);
	if (run->release_id)
		db_bind_int(s, 4, run->release_id);
	if (run->previous_list_id)
		db_bind_int(s, 5, run->previous_list_id);
	if (run->list_id)
		db_bind_int(s, 6, run->list_id);
	if (!db_row(s, &has_row, e))
		return false;
	*id = db_int(s, 0);
	db_done(s);
	return true;
}

bool match_run_count(struct db *db, const struct match_run *run, struct err *e)
{
	struct statement *s = db_use(db, SQL_MATCH_RUN_COUNT);

	db_bind_int(s, 1, run->appeared);
	db_bind_int(s, 2, run->vanished);
	db_bind_int(s, 3, run->changed);
	db_bind_int(s, 4, run->id);
	return db_run(s, e);
}

bool match_run_newest(struct db *db, int64_t *id, struct err *e)
{
	return rows_number(db_use(db, SQL_MATCH_RUN_NEWEST), id, e);
}

bool match_event_put(struct db *db, int64_t run_id, int64_t component_id, struct str changes, struct err *e)
{
	struct statement *s = db_use(db, SQL_MATCH_EVENT_PUT);

	db_bind_int(s, 1, run_id);
	db_bind_int(s, 2, component_id);
	db_bind_blob(s, 3, changes);
	return db_run(s, e);
}

bool match_runs_since(
    struct db *db, int64_t behind, struct arena *arena, struct match_run **out, size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_MATCH_RUN_LIST);
	struct match_run *runs = NULL;
	size_t room = 0, found = 0;
	bool more;

	db_bind_int(s, 1, behind);
	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			break;
		runs = arena_room(arena, runs, found, &room, sizeof(*runs));
		runs[found++] = (struct match_run){ .id = db_int(s, 0),
			.at = { db_int(s, 1) },
			.cause = (enum match_cause)db_int(s, 2),
			.trail = db_int(s, 3),
			.release_id = db_int(s, 4),
			.previous_list_id = db_int(s, 5),
			.list_id = db_int(s, 6),
			.appeared = db_int(s, 7),
			.vanished = db_int(s, 8),
			.changed = db_int(s, 9) };
	}
	*out = runs;
	*count = found;
	return true;
}

bool match_events_of(struct db *db, int64_t run_id, struct arena *arena, struct match_event **out,
    size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_MATCH_EVENT_LIST);
	struct match_event *events = NULL;
	size_t room = 0, found = 0;
	bool more;

	db_bind_int(s, 1, run_id);
	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			break;
		events = arena_room(arena, events, found, &room, sizeof(*events));
		events[found++] = (struct match_event){ db_int(s, 0), arena_copy(arena, db_blob(s, 1)) };
	}
	*out = events;
	*count = found;
	return true;
}
