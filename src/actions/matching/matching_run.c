#include "actions/matching/matching_run.h"

#include <stdlib.h>

#include "base/memory.h"
#include "limits.h"
#include "store/components.h"
#include "store/package_aliases.h"
#include "store/packages.h"

#define CONFIG_PAGE 256			/* advisories with configurations, as the statement gives them */
#define SHARE 512			/* components side by side */
#define RANGES_BYTES ((size_t)32 << 20) /* all ranges of NVD are 30 MB */

bool matching_run_open(
    struct db *db, struct match_run run, bool name_cause, struct matching_run **out, struct err *e)
{
	SCOPED_MATCHING_RUN *m = memory_alloc(1, sizeof(*m));

	m->db = db;
	m->configs = config_view_new(db);
	m->ranges = recall_new(RANGES_BYTES);
	m->judged = buf_new(LIMIT_PACKED_BYTES);
	if (!match_heads_open(db, &m->heads, e) || !package_alias_book(db, &m->lasting, &m->own, e))
		return false;
	m->recorder = recorder_new(db, m->heads, &m->configs, run);
	m->recorder.name_cause = name_cause;
	*out = m;
	m = NULL;
	return true;
}

void matching_run_close(struct matching_run *m)
{
	if (!m)
		return;
	match_heads_close(m->heads);
	config_view_free(&m->configs);
	recorder_free(&m->recorder);
	recall_free(&m->ranges);
	for (size_t i = 0; i < MATCH_THREADS; i++)
		arena_free(&m->arenas[i]);
	arena_free(&m->work);
	arena_free(&m->lasting);
	buf_free(&m->judged);
	free(m);
}

/* The ranges of a package; empty where nothing is known of it. */
static bool ranges_of(
    struct matching_run *m, const struct identity *identity, struct str *packed, struct err *e)
{
	int64_t package_id;
	struct str *known;

	*packed = STR("");
	if (!packages_find(m->db, identity->kind, identity->package, &package_id, e))
		return false;
	if (!package_id)
		return true;
	known = recall_find(&m->ranges, package_id);
	if (!known) {
		known = arena_alloc(&m->ranges.arena, 1, sizeof(*known));
		if (!packages_ranges_copy(m->db, package_id, &m->ranges.arena, known, e) ||
		    !heard_ranges(match_heads_heard(m->heads), &m->ranges.arena, known, e))
			return false;
		recall_keep(&m->ranges, package_id, known);
	}
	*packed = *known;
	return true;
}

bool matching_run_reach(struct matching_run *m, int64_t component_id, struct str content, struct arena *arena,
    struct match_item *item, struct err *e)
{
	*item = (struct match_item){ .component_id = component_id };
	if (!component_read(content, arena, &item->component, e))
		return err_within(e, "component %lld", (long long)component_id);
	item->reach_count = reach_of(&item->component, &m->own, arena, &item->reaches);
	item->packed = arena_alloc(arena, item->reach_count, sizeof(*item->packed));
	return true;
}

bool matching_run_load(struct matching_run *m, int64_t component_id, struct str content, struct arena *arena,
    struct match_item *item, struct err *e)
{
	if (!matching_run_reach(m, component_id, content, arena, item, e))
		return false;
	for (size_t i = 0; i < item->reach_count; i++)
		if (!ranges_of(m, &item->reaches[i].identity, &item->packed[i], e))
			return false;
	return true;
}

bool matching_run_judge(struct matching_run *m, struct config_judge *judge, int64_t advisory_id,
    struct str configs, struct err *e)
{
	struct str standing;
	struct kept about;

	arena_reset(&m->work);
	buf_clear(&m->judged);
	if (!config_lists_get(m->db, advisory_id, &m->work, &standing, e))
		return false;
	if (configs.len && !match_heads_find(m->heads, advisory_id, &about, e))
		return false;
	/* one that a supplement stands in for is not asked */
	if (configs.len && about.about && !config_judge_all(judge, advisory_id, configs, &m->judged, e))
		return false;
	if (str_eq(standing, buf_str(&m->judged)))
		return true;
	config_view_was(&m->configs, advisory_id, standing);
	return config_lists_put(m->db, advisory_id, buf_str(&m->judged), e);
}

struct config_row {
	int64_t advisory_id;
	struct str configs;
};

static bool read_configs(struct db *db, int64_t behind, struct arena *arena, struct config_row rows[],
    size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_CONFIG_PAGE);
	bool more;

	*count = 0;
	db_bind_int(s, 1, behind);
	while (*count < CONFIG_PAGE) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		rows[(*count)++] = (struct config_row){ db_int(s, 0), arena_copy(arena, db_blob(s, 1)) };
	}
	db_done(s);
	return true;
}

static bool is_leg_of(const struct config *config, const struct alias *legs, size_t count)
{
	for (size_t i = 0; i < config->count; i++) {
		const struct config_node *n = &config->nodes[i];

		for (size_t k = 0; k < count && n->op == CONFIG_LEAF; k++)
			if (n->leaf.kind == legs[k].name.kind &&
			    str_eq(n->leaf.package, legs[k].name.package))
				return true;
	}
	return false;
}

/* Damaged ones, too: who judges them says so. */
static bool any_leg_of(struct str configs, const struct alias *legs, size_t count, struct arena *scratch)
{
	struct str rest;
	size_t left;

	arena_reset(scratch);
	if (!platform_open(configs, &rest, &left))
		return true;
	for (; left > 0; left--) {
		struct config config;

		if (!platform_next(&rest, scratch, &config) || is_leg_of(&config, legs, count))
			return true;
	}
	return false;
}

static bool judge_all(struct matching_run *m, struct config_judge *judge, const struct alias *legs,
    size_t leg_count, struct err *e)
{
	SCOPED_ARENA page = { 0 }, scratch = { 0 };
	struct config_row rows[CONFIG_PAGE];
	int64_t last = 0;
	size_t count;

	do {
		arena_reset(&page);
		if (!read_configs(m->db, last, &page, rows, &count, e))
			return false;
		for (size_t i = 0; i < count; i++) {
			last = rows[i].advisory_id;
			if (legs && !any_leg_of(rows[i].configs, legs, leg_count, &scratch))
				continue;
			if (!matching_run_judge(m, judge, last, rows[i].configs, e))
				return false;
		}
	} while (count > 0);
	return true;
}

bool matching_run_judge_all(struct matching_run *m, const struct alias *legs, size_t leg_count, struct err *e)
{
	struct config_judge *judge = config_judge_new(m->db, &m->own);
	bool done = judge_all(m, judge, legs, leg_count, e);

	config_judge_free(judge);
	return done;
}

/* Two sorted runs side by side. *same: nothing of it differs, nor what it hangs on. */
static struct section_pair *pair_up(struct matching_run *m, const struct match_section *before,
    size_t before_count, const struct match_section *after, size_t after_count, size_t *count, bool *same)
{
	struct section_pair *pairs = arena_alloc(&m->work, before_count + after_count, sizeof(*pairs));
	size_t i = 0, k = 0, made = 0;

	*same = true;
	while (i < before_count || k < after_count) {
		struct section_pair *pair = &pairs[made++];
		bool old =
		    i < before_count && (k == after_count || before[i].advisory_id <= after[k].advisory_id);
		bool new =
		    k < after_count && (i == before_count || after[k].advisory_id <= before[i].advisory_id);

		*pair = (struct section_pair){ old ? before[i].advisory_id : after[k].advisory_id,
			old ? before[i].body : STR(""), new ? after[k].body : STR("") };
		*same &= str_eq(pair->before, pair->after) &&
			 !config_view_has_changed(&m->configs, pair->advisory_id);
		i += old;
		k += new;
	}
	*count = made;
	return pairs;
}

static bool keep_item(
    struct matching_run *m, const struct match_item *item, const struct id_set *lists, struct err *e)
{
	struct match_section *before, *after;
	size_t before_count, after_count, row_count;
	struct match_row *rows;
	struct recording what = { .component_id = item->component_id, .component = &item->component };
	bool same;

	arena_reset(&m->work);
	if (!match_rows(m->db, item->component_id, &m->work, &rows, &row_count, e) ||
	    !match_rows_sections(rows, row_count, item->component_id, &m->work, &before, &before_count, e) ||
	    !match_sections_make(
		m->heads, &item->component, &item->matches, &m->work, &after, &after_count, e))
		return false;
	what.sections = pair_up(m, before, before_count, after, after_count, &what.section_count, &same);
	if (!matches_put(m->db, item->component_id, after, after_count, rows, row_count, e))
		return false;
	if (same || !lists)
		return true;
	what.before_lists = what.after_lists = lists->ids;
	what.list_count = lists->count;
	return recorder_take(&m->recorder, &what, e);
}

bool matching_run_whole(
    struct matching_run *m, struct match_item *items, const struct id_set *lists, size_t count, struct err *e)
{
	bool done = match_items(items, count, m->arenas, e);

	for (size_t i = 0; i < count && done; i++)
		done = keep_item(m, &items[i], lists ? &lists[i] : NULL, e);
	for (size_t i = 0; i < count; i++)
		match_list_free(&items[i].matches);
	for (size_t i = 0; i < MATCH_THREADS; i++)
		arena_reset(&m->arenas[i]);
	recall_trim(&m->ranges);
	match_heads_rest(m->heads);
	return done;
}

static bool take_share(
    struct matching_run *m, const int64_t *ids, struct id_set *lists, size_t count, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct match_item *items = arena_alloc(&arena, count, sizeof(*items));

	for (size_t i = 0; i < count; i++) {
		struct str content;

		if (!component_content(m->db, ids[i], &arena, &content, e) ||
		    !matching_run_load(m, ids[i], content, &arena, &items[i], e) ||
		    (lists && !component_lists(m->db, ids[i], &lists[i], e)))
			return false;
	}
	return matching_run_whole(m, items, lists, count, e);
}

bool matching_run_components(
    struct matching_run *m, const int64_t *ids, size_t count, bool compare, struct err *e)
{
	bool done = true;

	for (size_t i = 0; i < count && done; i += SHARE) {
		struct id_set lists[SHARE] = { 0 };
		size_t share = count - i < SHARE ? count - i : SHARE;

		done = take_share(m, ids + i, compare ? lists : NULL, share, e);
		for (size_t k = 0; k < share; k++)
			id_set_clear(&lists[k]);
	}
	return done;
}
