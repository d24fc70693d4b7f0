/* match_after_feed(): the components of the packages that changed advisories speak of, or spoke of. */
#include <stdlib.h>

#include "actions/matching/match_configs.h"
#include "actions/matching/matching_run.h"
#include "base/memory.h"
#include "base/vec.h"
#include "limits.h"
#include "matching/packed.h"
#include "store/components.h"
#include "store/package_aliases.h"
#include "store/packages.h"

/* A touched package that components name. */
struct active {
	int64_t package_id;
	const struct touched_pair *pairs; /* its touched advisories */
	size_t pair_count;
	struct str packed; /* the ranges of those alone */
};

/* A component that names it. */
struct hit {
	int64_t component_id;
	uint32_t active;
};

struct feed_run {
	struct matching_run *m;
	struct arena arena;
	struct active *active;
	size_t active_count, active_room;
	struct hit *hits;
	size_t hit_count, hit_room;
	struct id_set advisories; /* touched, with an active package */
};

static int compare(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int by_component(const void *left, const void *right)
{
	const struct hit *a = left, *b = right;
	int sign = compare(a->component_id, b->component_id);

	return sign ? sign : compare(a->active, b->active);
}

static bool has_advisory(const struct active *a, int64_t advisory_id)
{
	size_t low = 0, high = a->pair_count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (a->pairs[middle].advisory_id < advisory_id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < a->pair_count && a->pairs[low].advisory_id == advisory_id;
}

/* The ranges of the touched advisories, packed again by themselves. */
static bool filter_ranges(struct feed_run *f, struct active *a, struct err *e)
{
	SCOPED_BUF out = buf_new(LIMIT_PACKED_BYTES);
	SCOPED_ARENA arena = { 0 };
	struct packed_out w = packed_begin(&out);
	struct packed_block block;
	struct str packed, rest;
	struct range r;
	bool damaged;

	if (!packages_ranges_copy(f->m->db, a->package_id, &arena, &packed, e) ||
	    !heard_ranges(match_heads_heard(f->m->heads), &arena, &packed, e)) {
		packed_end(&w);
		return false;
	}
	damaged = !packed_open(packed, &rest);
	while (!damaged && packed_next_block(&rest, &block, &damaged))
		while (packed_next(&block, &r, &damaged))
			if (has_advisory(a, r.advisory_id))
				packed_put(&w, &r);
	packed_end(&w);
	a->packed = arena_copy(&f->arena, buf_str(&out));
	return !damaged ||
	       err_fail(e, ERR_STORE, "the ranges of package %lld are damaged", (long long)a->package_id);
}

static bool add_package(struct feed_run *f, const struct touched_pair *pairs, size_t count, struct err *e)
{
	struct active a = { .package_id = pairs[0].package_id, .pairs = pairs, .pair_count = count };
	SCOPED_ID_SET components = { 0 };

	if (!components_reaching(f->m->db, &f->m->own, a.package_id, &components, e))
		return false;
	if (components.count == 0)
		return true;
	if (!filter_ranges(f, &a, e))
		return false;
	f->active = vec_room(f->active, &f->active_room, f->active_count + 1, sizeof(a));
	f->active[f->active_count] = a;
	for (size_t i = 0; i < components.count; i++) {
		f->hits = vec_room(f->hits, &f->hit_room, f->hit_count + 1, sizeof(*f->hits));
		f->hits[f->hit_count++] = (struct hit){ components.ids[i], (uint32_t)f->active_count };
	}
	f->active_count++;
	for (size_t i = 0; i < count; i++)
		id_set_add(&f->advisories, pairs[i].advisory_id);
	return true;
}

static bool find_active(struct feed_run *f, const struct touched *t, struct err *e)
{
	for (size_t i = 0, end; i < t->count; i = end) {
		for (end = i; end < t->count && t->pairs[end].package_id == t->pairs[i].package_id; end++)
			;
		if (!add_package(f, t->pairs + i, end - i, e))
			return false;
	}
	vec_sort(f->hits, f->hit_count, sizeof(*f->hits), by_component);
	return true;
}

static bool judge_configs(struct feed_run *f, struct err *e)
{
	struct config_judge *judge = config_judge_new(f->m->db, &f->m->own);
	SCOPED_ARENA arena = { 0 };
	bool done = true;

	for (size_t i = 0; i < f->advisories.count && done; i++) {
		int64_t id = f->advisories.ids[i];
		struct str configs;

		arena_reset(&arena);
		done = advisory_configs_get(f->m->db, id, &arena, &configs, e) &&
		       matching_run_judge(f->m, judge, id, configs, e);
	}
	config_judge_free(judge);
	return done;
}

/* The component in hand. */
struct touching {
	struct match_item item;
	struct id_set advisories; /* touched, in packages that it names */
	struct id_set vulnerabilities;
	struct match_section *changes;
	struct section_pair *pairs;
	size_t change_count, pair_count, pair_room;
};

/* The ranges of touched advisories alone, of those packages that were touched. */
static bool load(struct feed_run *f, const struct hit *hits, size_t count, struct touching *t, struct err *e)
{
	struct match_item *item = &t->item;
	struct str content;

	if (!component_content(f->m->db, hits[0].component_id, &f->m->work, &content, e) ||
	    !matching_run_reach(f->m, hits[0].component_id, content, &f->m->work, item, e))
		return false;
	for (size_t i = 0; i < item->reach_count; i++) {
		const struct identity *identity = &item->reaches[i].identity;
		int64_t package_id;

		if (!packages_find(f->m->db, identity->kind, identity->package, &package_id, e))
			return false;
		for (size_t k = 0; k < count; k++)
			if (f->active[hits[k].active].package_id == package_id)
				item->packed[i] = f->active[hits[k].active].packed;
	}
	for (size_t i = 0; i < count; i++) {
		const struct active *a = &f->active[hits[i].active];

		for (size_t k = 0; k < a->pair_count; k++)
			id_set_add(&t->advisories, a->pairs[k].advisory_id);
	}
	return true;
}

/* What a package's own records leave out hangs on whether anybody else says anything. */
static bool hangs_on_others(const struct match_item *item)
{
	size_t own = 0;

	for (size_t i = 0; i < item->reach_count; i++)
		own += reach_has_own_records(&item->reaches[i]);
	return own > 0 && own < item->reach_count;
}

static void want(struct touching *t, const struct kept *k)
{
	for (size_t i = 0; i < k->about; i++)
		id_set_add(&t->vulnerabilities, k->vulnerabilities[i]);
}

static bool want_all(
    struct feed_run *f, struct touching *t, int64_t advisory_id, struct str body, struct err *e)
{
	struct kept k;

	if (body.len == 0)
		return true;
	if (!kept_read(body, advisory_id, &t->item.component, &f->m->work, &k, e))
		return false;
	want(t, &k);
	return true;
}

static void add_pair(struct feed_run *f, struct touching *t, struct section_pair pair)
{
	t->pairs = arena_room(&f->m->work, t->pairs, t->pair_count, &t->pair_room, sizeof(pair));
	t->pairs[t->pair_count++] = pair;
}

/* The touched sections as they were and are; those that differ become changes. */
static bool compare_sections(struct feed_run *f, struct touching *t, struct err *e)
{
	struct match_section *made;
	size_t count, next = 0;

	if (!match_sections_make(
		f->m->heads, &t->item.component, &t->item.matches, &f->m->work, &made, &count, e))
		return false;
	t->changes = arena_alloc(&f->m->work, t->advisories.count, sizeof(*t->changes));
	for (size_t i = 0; i < t->advisories.count; i++) {
		struct section_pair pair = { t->advisories.ids[i], STR(""), STR("") };

		if (next < count && made[next].advisory_id == pair.advisory_id)
			pair.after = made[next++].body;
		if (!match_section(
			f->m->db, t->item.component_id, pair.advisory_id, &f->m->work, &pair.before, e))
			return false;
		if (!str_eq(pair.before, pair.after))
			t->changes[t->change_count++] =
			    (struct match_section){ pair.advisory_id, pair.after };
		else if (!pair.before.len || !config_view_has_changed(&f->m->configs, pair.advisory_id))
			continue;
		if (!want_all(f, t, pair.advisory_id, pair.before, e) ||
		    !want_all(f, t, pair.advisory_id, pair.after, e))
			return false;
		add_pair(f, t, pair);
	}
	return true;
}

static bool has_pair(const struct touching *t, size_t count, int64_t advisory_id)
{
	for (size_t i = 0; i < count; i++)
		if (t->pairs[i].advisory_id == advisory_id)
			return true;
	return false;
}

/* What other advisories say of the same vulnerabilities. */
static bool add_others(struct feed_run *f, struct touching *t, struct err *e)
{
	for (size_t i = 0; i < t->vulnerabilities.count; i++) {
		const int64_t *ids;
		size_t count;

		if (!match_heads_about(f->m->heads, t->vulnerabilities.ids[i], &ids, &count, e))
			return false;
		for (size_t k = 0; k < count; k++) {
			struct section_pair pair = { .advisory_id = ids[k] };

			if (has_pair(t, t->pair_count, ids[k]))
				continue;
			if (!match_section(
				f->m->db, t->item.component_id, ids[k], &f->m->work, &pair.before, e))
				return false;
			pair.after = pair.before;
			if (pair.before.len)
				add_pair(f, t, pair);
		}
	}
	return true;
}

static bool record(struct feed_run *f, struct touching *t, struct err *e)
{
	SCOPED_ID_SET lists = { 0 };
	struct recording what = { .component_id = t->item.component_id, .component = &t->item.component };

	if (!add_others(f, t, e) || !component_lists(f->m->db, t->item.component_id, &lists, e))
		return false;
	what.sections = t->pairs;
	what.section_count = t->pair_count;
	what.before_lists = what.after_lists = lists.ids;
	what.list_count = lists.count;
	what.wanted = t->vulnerabilities.ids;
	what.wanted_count = t->vulnerabilities.count;
	return recorder_take(&f->m->recorder, &what, e);
}

static bool take(struct feed_run *f, const struct hit *hits, size_t count, struct touching *t, struct err *e)
{
	if (!load(f, hits, count, t, e))
		return false;
	if (hangs_on_others(&t->item))
		return matching_run_components(f->m, &hits[0].component_id, 1, true, e);
	if (!match_items(&t->item, 1, f->m->arenas, e) || !compare_sections(f, t, e))
		return false;
	if (t->pair_count == 0)
		return true;
	return record(f, t, e) &&
	       matches_change(f->m->db, t->item.component_id, t->changes, t->change_count, e);
}

static bool take_component(struct feed_run *f, const struct hit *hits, size_t count, struct err *e)
{
	struct touching t = { 0 };
	bool done;

	arena_reset(&f->m->work);
	done = take(f, hits, count, &t, e);
	match_list_free(&t.item.matches);
	id_set_clear(&t.advisories);
	id_set_clear(&t.vulnerabilities);
	arena_reset(&f->m->arenas[0]);
	match_heads_rest(f->m->heads);
	return done;
}

static bool take_components(struct feed_run *f, struct err *e)
{
	for (size_t i = 0, end; i < f->hit_count; i = end) {
		for (end = i; end < f->hit_count && f->hits[end].component_id == f->hits[i].component_id;
		     end++)
			;
		if (!take_component(f, f->hits + i, end - i, e))
			return false;
	}
	return recorder_finish(&f->m->recorder, e);
}

static bool match_touched(
    struct db *db, const struct touched *touched, struct match_by by, struct match_run *out, struct err *e)
{
	SCOPED_MATCHING_RUN *m = NULL;
	struct match_run run = { .at = by.at, .cause = by.cause, .trail = by.trail };
	struct feed_run f = { 0 };
	bool done;

	if (!matching_run_open(db, run, true, &m, e))
		return false;
	f.m = m;
	done = find_active(&f, touched, e) && judge_configs(&f, e) && take_components(&f, e);
	arena_free(&f.arena);
	free(f.active);
	free(f.hits);
	id_set_clear(&f.advisories);
	if (done)
		*out = m->recorder.run;
	return done;
}

bool match_is_needed(struct db *db, bool *needed, struct err *e)
{
	struct statement *s = db_use(db, SQL_COMPONENT_ANY);

	if (!db_row(s, needed, e))
		return false;
	db_done(s);
	return true;
}

bool match_after_feed(
    struct db *db, struct touched *touched, struct match_by by, struct match_run *out, struct err *e)
{
	bool needed, current;

	*out = (struct match_run){ 0 };
	if (!match_is_needed(db, &needed, e) || !matches_are_current(db, &current, e))
		return false;
	if (!needed)
		return current || matches_set_current(db, e);
	if (!current || touched->everything)
		return match_everything(db, by, out, e);
	touched_sort(touched);
	return touched->count == 0 || match_touched(db, touched, by, out, e);
}
