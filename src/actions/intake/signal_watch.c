#include "actions/intake/signal_watch.h"

/* Rows on their way to what is watched. */
struct watching {
	struct case_shared *shared;
	struct arena *arena;
	struct signal_watch *w;
};

static bool watch(void *ctx, const struct signal_row *row, struct err *e)
{
	struct watching *to = ctx;
	struct signal_watched one = { .signal = row->signal.id };

	if (!signal_duties_of(to->shared, row, to->arena, &one.duties, e))
		return false;
	if (one.duties.count == 0)
		return true;
	to->w->items = arena_room(to->arena, to->w->items, to->w->count, &to->w->room, sizeof(*to->w->items));
	to->w->items[to->w->count++] = one;
	return true;
}

static bool row_of(struct db *db, int64_t signal, struct instant now, struct arena *arena,
    struct signal_row *out, struct err *e)
{
	struct signal_query query = { .today = DATE_NONE, .now = now };
	struct signal_file file;

	return signal_read(db, signal, arena, &file, e) && signal_row_of(db, &file.signal, &query, out, e);
}

bool signal_watch_begin(struct db *db, int64_t signal, struct instant now, struct arena *arena,
    struct signal_watch *out, struct err *e)
{
	struct signal_query query = { .state = SIGNAL_STATE_COUNT,
		.since = DATE_NONE,
		.with_duties = true,
		.today = DATE_NONE,
		.now = now };
	SCOPED_CASE_SHARED shared = { 0 };
	struct signal_watch w = { 0 };
	struct watching watching = { &shared, arena, &w };
	struct signal_row row;

	if (!case_shared_open(db, DATE_NONE, now, arena, &shared, e))
		return false;
	if (signal ? !row_of(db, signal, now, arena, &row, e) || !watch(&watching, &row, e)
		   : !signal_rows(db, &query, 0, (struct signal_row_sink){ &watching, watch, NULL }, e))
		return false;
	*out = w;
	return true;
}

bool signal_watch_note(
    struct db *db, struct change *change, const struct signal_watch *w, struct change_by by, struct err *e)
{
	SCOPED_ARENA one = { 0 }, common = { 0 };
	SCOPED_CASE_SHARED shared = { 0 };

	if (!case_shared_open(db, DATE_NONE, by.at, &common, &shared, e))
		return false;
	for (size_t i = 0; i < w->count; i++) {
		const struct signal_watched *before = &w->items[i];
		struct signal_duties after;
		struct signal_row row;

		arena_reset(&one);
		if (!row_of(db, before->signal, by.at, &one, &row, e) ||
		    !signal_duties_of(&shared, &row, &one, &after, e) ||
		    !due_moves_note_of(change, signal_subject(before->signal, &one),
			(struct due_list){ before->duties.items, before->duties.count },
			(struct due_list){ after.items, after.count }, (struct due_reason){ .why = by.why },
			&one, e))
			return err_within(e, "signal %lld", (long long)before->signal);
	}
	return true;
}
