/* match_before_sbom(), match_after_sbom(): new components, a new list, and what the release has from them. */
#include <stdlib.h>

#include "actions/matching/match_configs.h"
#include "actions/matching/matching_run.h"
#include "actions/matching/weigh.h"
#include "base/vec.h"
#include "limits.h"
#include "store/components.h"
#include "store/devices.h"
#include "store/rows.h"

static bool list_of(struct db *db, int64_t release_id, int64_t *list_id, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct release release;

	if (!release_by_id(db, release_id, &arena, &release, e))
		return false;
	*list_id = release.list_id;
	return true;
}

bool match_before_sbom(struct db *db, int64_t release_id, struct match_before *out, struct err *e)
{
	return rows_number(db_use(db, SQL_COMPONENT_NEWEST), &out->newest_component, e) &&
	       rows_number(db_use(db, SQL_COMPONENT_LIST_NEWEST), &out->newest_list, e) &&
	       list_of(db, release_id, &out->list_id, e);
}

/* A leg of the new list to be judged. */
struct wanted {
	int64_t advisory_id;
	int config;
};

struct sbom_run {
	struct matching_run *m;
	struct id_set before, after; /* components of the release */
	struct arena arena;	     /* as long as the run */
	struct wanted *wanted;
	size_t wanted_count, wanted_room;
};

/* The components that were not there before; ids ascend. */
static bool match_new(struct sbom_run *r, int64_t newest_before, struct err *e)
{
	size_t first = r->after.count;

	while (first > 0 && r->after.ids[first - 1] > newest_before)
		first--;
	return matching_run_components(r->m, r->after.ids + first, r->after.count - first, false, e);
}

static int by_config(const void *left, const void *right)
{
	const struct wanted *a = left, *b = right;
	int sign = (a->advisory_id > b->advisory_id) - (a->advisory_id < b->advisory_id);

	return sign ? sign : a->config - b->config;
}

static void want(struct sbom_run *r, const struct kept *k)
{
	for (size_t i = 0; i < k->count; i++) {
		struct wanted w = { k->advisory_id, k->matches[i].range.config };

		if (w.config < 0 || (r->wanted_count && by_config(&r->wanted[r->wanted_count - 1], &w) == 0))
			continue;
		r->wanted = vec_room(r->wanted, &r->wanted_room, r->wanted_count + 1, sizeof(w));
		r->wanted[r->wanted_count++] = w;
	}
}

/* The sections of a component as pairs of which nothing has changed. */
static bool sections_of(
    struct sbom_run *r, int64_t component_id, struct section_pair **out, size_t *count, struct err *e)
{
	struct match_section *sections;
	struct match_row *rows;
	size_t row_count;

	if (!match_rows(r->m->db, component_id, &r->m->work, &rows, &row_count, e) ||
	    !match_rows_sections(rows, row_count, component_id, &r->m->work, &sections, count, e))
		return false;
	*out = arena_alloc(&r->m->work, *count, sizeof(**out));
	for (size_t i = 0; i < *count; i++)
		(*out)[i] =
		    (struct section_pair){ sections[i].advisory_id, sections[i].body, sections[i].body };
	return true;
}

static bool want_of(struct sbom_run *r, int64_t component_id, const struct component *c, struct err *e)
{
	struct section_pair *sections;
	size_t count;

	arena_reset(&r->m->work);
	if (!sections_of(r, component_id, &sections, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct kept k;

		if (!kept_read(sections[i].after, sections[i].advisory_id, c, &r->m->work, &k, e))
			return false;
		want(r, &k);
	}
	return true;
}

/* Judges the configurations of one advisory, first to end, and adds what is certain to what stands. */
static bool judge_advisory(struct sbom_run *r, struct weigher *w, int64_t list_id,
    const struct wanted *wanted, size_t count, struct buf *out, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct str standing, now;

	if (!config_lists_get(r->m->db, wanted[0].advisory_id, &arena, &standing, e))
		return false;
	now = standing;
	for (size_t i = 0; i < count; i++) {
		enum platform_answer answer;

		if ((i > 0 && wanted[i].config == wanted[i - 1].config))
			continue;
		if (!weigh_config(w, wanted[i].advisory_id, wanted[i].config, &answer, e))
			return false;
		if (answer == PLATFORM_UNKNOWN)
			continue;
		if (!config_lists_add(now, wanted[i].config, list_id, answer, out))
			return err_fail(e, ERR_STORE, "the kept lists of advisory %lld are damaged",
			    (long long)wanted[0].advisory_id);
		now = arena_copy(&arena, buf_str(out));
	}
	return str_eq(standing, now) || config_lists_put(r->m->db, wanted[0].advisory_id, now, e);
}

static bool judge_wanted(struct sbom_run *r, struct weigher *w, int64_t list_id, struct err *e)
{
	SCOPED_BUF out = buf_new(LIMIT_PACKED_BYTES);

	vec_sort(r->wanted, r->wanted_count, sizeof(*r->wanted), by_config);
	for (size_t i = 0, end; i < r->wanted_count; i = end) {
		for (end = i; end < r->wanted_count && r->wanted[end].advisory_id == r->wanted[i].advisory_id;
		     end++)
			;
		if (!judge_advisory(r, w, list_id, r->wanted + i, end - i, &out, e))
			return false;
	}
	return true;
}

/* For a list that was not there before: its configurations, over what it holds. */
static bool judge_list(struct sbom_run *r, int64_t list_id, struct err *e)
{
	struct component *components;
	struct weigher *w;
	size_t count;
	bool done;

	if (!components_of_list(r->m->db, list_id, &r->arena, &components, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!want_of(r, r->after.ids[i], &components[i], e))
			return false;
	w = weigher_new((struct weighing){
	    .db = r->m->db, .components = components, .component_count = count, .own = &r->m->own });
	done = judge_wanted(r, w, list_id, e);
	weigher_free(w);
	return done;
}

/* The findings of the release from one component, by the list that was and the one that is. */
static bool compare_component(struct sbom_run *r, int64_t component_id, bool was, bool is,
    int64_t list_before, int64_t list_after, struct err *e)
{
	struct recording what = { .component_id = component_id,
		.before_lists = &list_before,
		.after_lists = &list_after,
		.list_count = 1 };
	struct section_pair *sections;
	struct component c;

	arena_reset(&r->m->work);
	if (!component_by_id(r->m->db, component_id, &r->m->work, &c, e) ||
	    !sections_of(r, component_id, &sections, &what.section_count, e))
		return false;
	for (size_t i = 0; i < what.section_count; i++) {
		sections[i].before = was ? sections[i].before : STR("");
		sections[i].after = is ? sections[i].after : STR("");
	}
	what.component = &c;
	what.sections = sections;
	return recorder_take(&r->m->recorder, &what, e);
}

static bool compare_lists(struct sbom_run *r, int64_t list_before, int64_t list_after, struct err *e)
{
	size_t i = 0, k = 0;

	while (i < r->before.count || k < r->after.count) {
		bool was =
		    i < r->before.count && (k == r->after.count || r->before.ids[i] <= r->after.ids[k]);
		bool is = k < r->after.count && (i == r->before.count || r->after.ids[k] <= r->before.ids[i]);

		if (!compare_component(
			r, was ? r->before.ids[i] : r->after.ids[k], was, is, list_before, list_after, e))
			return false;
		i += was;
		k += is;
	}
	return true;
}

static bool bring_up(struct sbom_run *r, const struct match_before *before, int64_t list_id, struct err *e)
{
	if (!component_ids_of_list(r->m->db, list_id, &r->after, e) ||
	    (before->list_id && !component_ids_of_list(r->m->db, before->list_id, &r->before, e)))
		return false;
	if (list_id > before->newest_list &&
	    (!match_new(r, before->newest_component, e) || !judge_list(r, list_id, e)))
		return false;
	return (list_id == before->list_id || compare_lists(r, before->list_id, list_id, e)) &&
	       recorder_finish(&r->m->recorder, e);
}

bool match_after_sbom(struct db *db, int64_t release_id, const struct match_before *before,
    struct match_by by, struct match_run *out, struct err *e)
{
	SCOPED_MATCHING_RUN *m = NULL;
	struct match_run run = {
		.at = by.at, .cause = by.cause, .trail = by.trail, .release_id = release_id
	};
	struct sbom_run r = { 0 };
	bool current, done;
	int64_t list_id;

	*out = (struct match_run){ 0 };
	if (!matches_are_current(db, &current, e))
		return false;
	if (!current)
		return match_everything(db, by, out, e);
	if (!list_of(db, release_id, &list_id, e))
		return false;
	run.previous_list_id = before->list_id;
	run.list_id = list_id;
	if (!matching_run_open(db, run, false, &m, e))
		return false;
	r.m = m;
	done = bring_up(&r, before, list_id, e);
	arena_free(&r.arena);
	free(r.wanted);
	id_set_clear(&r.before);
	id_set_clear(&r.after);
	if (done)
		*out = m->recorder.run;
	return done;
}
