#include "actions/matching/match_events.h"

#include <stdlib.h>

#include "actions/matching/kept_findings.h"
#include "matching/change.h"
#include "store/aliases.h"
#include "store/components.h"
#include "store/devices.h"
#include "store/vulnerabilities.h"

struct reading {
	struct db *db;
	struct match_event_sink to;
	struct kept_findings *kept;
	struct source_row *sources;
	size_t source_count;
	struct arena arena;  /* of the run under way */
	struct arena change; /* of one change */
	struct match_event_row row;
	int64_t component_id;
};

const char *match_cause_name(enum match_cause cause)
{
	switch (cause) {
	case MATCH_FEED:
		return "feed import";
	case MATCH_SBOM:
		return "SBOM";
	case MATCH_FULL:
		return "full match";
	case MATCH_ALIAS:
		return "alias";
	case MATCH_SOURCE:
		return "source";
	case MATCH_NAME:
		return "name";
	}
	return "unknown";
}

static bool name_cause(struct reading *r, int64_t advisory_id, struct err *e)
{
	struct advisory_row advisory;

	r->row.cause = STR("");
	if (!advisory_id)
		return true;
	if (!advisory_row_get(r->db, advisory_id, &r->change, &advisory, e))
		return false;
	for (size_t i = 0; i < r->source_count; i++)
		if (r->sources[i].id == advisory.source_id)
			r->row.cause = arena_printf(&r->change, STR_FMT " " STR_FMT,
			    STR_ARG(r->sources[i].name), STR_ARG(advisory.name));
	return true;
}

/* Those that have appeared where the platform lets them: which, is asked of what stands. */
static bool standing_lists(
    struct reading *r, const struct finding_change *change, struct id_set *lists, struct err *e)
{
	struct kept_finding *found;
	size_t count;

	if (!kept_findings_about(r->kept, r->component_id, r->row.component, change->vulnerability_id, 0,
		&r->change, &found, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < found[i].list_count; k++)
			id_set_add(lists, found[i].lists[k]);
	return true;
}

static bool find_lists(
    struct reading *r, const struct finding_change *change, struct id_set *lists, struct err *e)
{
	if (change->lists.len)
		return id_set_read(change->lists, lists) ||
		       err_fail(
			   e, ERR_STORE, "an event of component %lld is damaged", (long long)r->component_id);
	if (change->by_platform && !change->before)
		return standing_lists(r, change, lists, e);
	return component_lists(r->db, r->component_id, lists, e);
}

static bool tell_release(struct reading *r, const struct release *release, struct err *e)
{
	struct device device;

	if (!device_by_id(r->db, release->device_id, &r->change, &device, e))
		return false;
	r->row.device = &device;
	r->row.release = release;
	if (!r->to.take(r->to.ctx, &r->row, e))
		return false;
	r->row.device = NULL;
	r->row.release = NULL;
	return true;
}

struct releases {
	struct release *items;
	size_t count, room;
};

static bool find_releases(struct reading *r, const struct id_set *lists, struct releases *all, struct err *e)
{
	for (size_t i = 0; i < lists->count; i++) {
		struct release *found;
		size_t count;

		if (!release_of_list(r->db, lists->ids[i], &r->change, &found, &count, e))
			return false;
		for (size_t k = 0; k < count; k++) {
			all->items =
			    arena_room(&r->change, all->items, all->count, &all->room, sizeof(*all->items));
			all->items[all->count++] = found[k];
		}
	}
	return true;
}

static int by_id(const void *a, const void *b)
{
	int64_t one = ((const struct release *)a)->id, other = ((const struct release *)b)->id;

	return (one > other) - (one < other);
}

/* By release, so that one that is registered meanwhile comes behind those that were told. */
static bool tell_lists(struct reading *r, const struct id_set *lists, bool *told, struct err *e)
{
	struct releases all = { 0 };

	if (!find_releases(r, lists, &all, e))
		return false;
	if (all.count > 1)
		qsort(all.items, all.count, sizeof(*all.items), by_id);
	for (size_t i = 0; i < all.count; i++)
		if (!tell_release(r, &all.items[i], e))
			return false;
	*told = all.count > 0;
	return true;
}

static bool tell_change(struct reading *r, const struct finding_change *change, struct err *e)
{
	SCOPED_ID_SET lists = { 0 };
	struct release release;
	bool told = false;

	arena_reset(&r->change);
	r->row.change++;
	r->row.before = change->before;
	r->row.after = change->after;
	if (!aliases_name(r->db, change->vulnerability_id, &r->change, &r->row.vulnerability, e) ||
	    !name_cause(r, change->advisory_id, e))
		return false;
	if (r->row.run->release_id)
		return release_by_id(r->db, r->row.run->release_id, &r->change, &release, e) &&
		       (release.id ? tell_release(r, &release, e) : r->to.take(r->to.ctx, &r->row, e));
	return find_lists(r, change, &lists, e) && tell_lists(r, &lists, &told, e) &&
	       (told || r->to.take(r->to.ctx, &r->row, e));
}

static bool tell_run(struct reading *r, const struct match_run *run, struct err *e)
{
	struct match_event *events;
	size_t count;

	arena_reset(&r->arena);
	r->row.run = run;
	r->row.change = 0;
	if (!match_events_of(r->db, run->id, &r->arena, &events, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct str rest = events[i].changes;
		struct finding_change change;
		struct component c;

		if (!component_by_id(r->db, events[i].component_id, &r->arena, &c, e))
			return false;
		r->component_id = events[i].component_id;
		r->row.component = &c;
		while (rest.len) {
			if (!finding_change_take(&rest, &change))
				return err_fail(e, ERR_STORE, "an event of component %lld is damaged",
				    (long long)r->component_id);
			if (!tell_change(r, &change, e))
				return false;
		}
	}
	return true;
}

static bool read_all(struct reading *r, int64_t behind, struct arena *arena, struct err *e)
{
	struct match_run *runs;
	size_t count;

	if (!match_runs_since(r->db, behind, arena, &runs, &count, e))
		return false;
	if (count == 0)
		return true;
	if (!sources_list(r->db, arena, &r->sources, &r->source_count, e) ||
	    !kept_findings_open(r->db, &r->kept, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!tell_run(r, &runs[i], e))
			return false;
	return true;
}

bool match_events_read(struct db *db, int64_t behind, struct match_event_sink to, struct err *e)
{
	struct reading r = { .db = db, .to = to };
	SCOPED_ARENA arena = { 0 };
	bool done;

	if (!db_read_begin(db, e))
		return false;
	done = read_all(&r, behind, &arena, e);
	db_read_end(db);
	kept_findings_close(r.kept);
	arena_free(&r.arena);
	arena_free(&r.change);
	return done;
}
