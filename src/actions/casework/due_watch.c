#include "actions/casework/due_watch.h"

#include "store/casefiles.h"

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
		if (date_is_known(list[i].closed_on) && !view.determination.reopened)
			continue;
		kept->casefile = list[i];
		kept->facts.vulnerability.learned_on = view.facts.vulnerability.learned_on;
		kept->obligations = arena_alloc(arena, view.obligation_count + 1, sizeof(*kept->obligations));
		kept->obligation_count = view.obligation_count;
		if (view.obligation_count)
			memcpy(kept->obligations, view.obligations,
			    view.obligation_count * sizeof(*kept->obligations));
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
			change, &w->views[i], &after, (struct due_reason){ by.why, false }, &one, e))
			return err_within(e, "casefile %lld", (long long)id);
	}
	return true;
}
