#include "actions/casework/due_watch.h"

#include "store/casefiles.h"

/* What outlasts a closing: what is still to be done, and what is kept. */
static bool outlasts_closing(const struct obligation *o)
{
	return o->state == OBLIGATION_OPEN || o->state == OBLIGATION_OVERDUE || obligation_is_kept(o->kind);
}

/* Of a closed file that alone is watched. */
static void keep(const struct case_view *view, struct arena *arena, struct case_view *kept)
{
	bool closed = date_is_known(view->casefile.closed_on) && !view->determination.reopened;

	kept->facts.vulnerability.learned_on = closed ? DATE_NONE : view->facts.vulnerability.learned_on;
	kept->determination.scope = closed ? SCOPE_OUT : view->determination.scope;
	kept->obligations = arena_alloc(arena, view->obligation_count + 1, sizeof(*kept->obligations));
	kept->obligation_count = 0;
	for (size_t i = 0; i < view->obligation_count; i++)
		if (!closed || outlasts_closing(&view->obligations[i]))
			kept->obligations[kept->obligation_count++] = view->obligations[i];
}

bool due_watch_begin(struct db *db, int64_t device_id, struct instant now, struct arena *arena,
    struct due_watch *out, struct err *e)
{
	struct due_watch w = { .device_id = device_id };
	SCOPED_ARENA one = { 0 }; /* of the casefile at hand */
	SCOPED_CASE_SHARED shared = { 0 };
	struct casefile *list;
	size_t count;

	if (!casefile_list(db, arena, &list, &count, e) ||
	    !case_shared_open(db, DATE_NONE, now, arena, &shared, e))
		return false;
	w.views = arena_alloc(arena, count + 1, sizeof(*w.views));
	for (size_t i = 0; i < count; i++) {
		struct case_view view, *kept = &w.views[w.count];

		if (device_id && list[i].device_id != device_id)
			continue;
		arena_reset(&one);
		if (!case_view_shared(&shared, list[i].id, &one, &view, e))
			return err_within(e, "casefile %lld", (long long)list[i].id);
		kept->casefile = list[i];
		keep(&view, arena, kept);
		w.count++;
	}
	*out = w;
	return true;
}

bool due_watch_note(
    struct db *db, struct change *change, const struct due_watch *w, struct change_by by, struct err *e)
{
	SCOPED_ARENA one = { 0 }, common = { 0 };
	SCOPED_CASE_SHARED shared = { 0 };

	if (!case_shared_open(db, DATE_NONE, by.at, &common, &shared, e))
		return false;
	for (size_t i = 0; i < w->count; i++) {
		int64_t id = w->views[i].casefile.id;
		struct case_view after;

		arena_reset(&one);
		if (!case_view_shared(&shared, id, &one, &after, e) ||
		    !due_moves_note(
			change, &w->views[i], &after, (struct due_reason){ .why = by.why }, &one, e))
			return err_within(e, "casefile %lld", (long long)id);
	}
	return true;
}
