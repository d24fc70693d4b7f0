#include "actions/matching/kept_findings.h"

#include <stdlib.h>

#include "actions/matching/match_heads.h"
#include "actions/matching/match_states.h"
#include "base/memory.h"
#include "store/components.h"
#include "store/matches.h"

struct kept_findings {
	struct db *db;
	struct match_heads *heads;
	struct config_view configs;
};

bool kept_findings_open(struct db *db, struct kept_findings **out, struct err *e)
{
	SCOPED_KEPT_FINDINGS *k = memory_alloc(1, sizeof(*k));
	bool current;

	k->db = db;
	k->configs = config_view_new(db);
	if (!matches_are_current(db, &current, e))
		return false;
	if (!current)
		return err_fail(e, ERR_CONFLICT, "the matches of this store are of an earlier version") ||
		       err_remedy(e, REMEDY_MATCH);
	if (!match_heads_open(db, &k->heads, e))
		return false;
	*out = k;
	k = NULL;
	return true;
}

void kept_findings_close(struct kept_findings *k)
{
	if (!k)
		return;
	match_heads_close(k->heads);
	config_view_free(&k->configs);
	free(k);
}

struct candidates {
	struct candidate *list;
	size_t count, room;
};

static bool is_about(const struct kept *k, int64_t vulnerability_id)
{
	for (size_t i = 0; i < k->about; i++)
		if (k->vulnerabilities[i] == vulnerability_id)
			return true;
	return false;
}

static bool add_section(struct kept_findings *k, int64_t advisory_id, struct str body,
    const struct component *c, int64_t vulnerability_id, struct arena *arena, struct candidates *out,
    struct err *e)
{
	struct advisory_head *head;
	struct advisory_row row;
	struct kept kept;

	if (!kept_read(body, advisory_id, c, arena, &kept, e))
		return false;
	if (!is_about(&kept, vulnerability_id))
		return true;
	if (!advisory_row_get(k->db, advisory_id, arena, &row, e))
		return false;
	head = arena_alloc(arena, 1, sizeof(*head));
	*head = (struct advisory_head){ advisory_id, match_heads_source(k->heads, kept.source_id), row.name,
		kept.state };
	for (size_t i = 0; i < kept.count; i++) {
		out->list = arena_room(arena, out->list, out->count, &out->room, sizeof(*out->list));
		out->list[out->count++] = (struct candidate){ .vulnerability_id = vulnerability_id,
			.match = &kept.matches[i],
			.advisory = head,
			.platform = PLATFORM_YES };
	}
	return true;
}

static bool gather(struct kept_findings *k, int64_t component_id, const struct component *c,
    int64_t vulnerability_id, struct arena *arena, struct candidates *out, struct err *e)
{
	const int64_t *ids;
	size_t count;

	match_heads_rest(k->heads);
	if (!match_heads_about(k->heads, vulnerability_id, &ids, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct str body;

		if (!match_section(k->db, component_id, ids[i], arena, &body, e))
			return false;
		if (body.len && !add_section(k, ids[i], body, c, vulnerability_id, arena, out, e))
			return false;
	}
	return true;
}

/* Findings under way: of each distinct set of answers one, if there is one. */
struct making {
	struct kept_finding *found;
	size_t count, room;
	size_t *place; /* by list: its finding, or SIZE_MAX */
};

static void make_one(
    struct making *m, struct candidates *c, size_t list_count, size_t list, struct arena *arena)
{
	struct finding *finding;
	size_t made;

	findings_make(c->list, c->count, arena, &finding, &made);
	m->place[list] = SIZE_MAX;
	if (made) {
		m->found = arena_room(arena, m->found, m->count, &m->room, sizeof(*m->found));
		m->found[m->count] =
		    (struct kept_finding){ *finding, arena_alloc(arena, list_count, sizeof(int64_t)), 0 };
		m->place[list] = m->count++;
	}
	free(finding);
}

static bool lists_to_tell(
    struct kept_findings *k, int64_t component_id, int64_t only_list, struct id_set *lists, struct err *e)
{
	if (!only_list)
		return component_lists(k->db, component_id, lists, e);
	id_set_add(lists, only_list);
	return true;
}

bool kept_findings_about(struct kept_findings *k, int64_t component_id, const struct component *c,
    int64_t vulnerability_id, int64_t only_list, struct arena *arena, struct kept_finding **out,
    size_t *count, struct err *e)
{
	SCOPED_ID_SET lists = { 0 };
	struct candidates candidates = { 0 };
	struct making m = { 0 };
	struct state_hooks hooks;

	*count = 0;
	if (!gather(k, component_id, c, vulnerability_id, arena, &candidates, e))
		return false;
	if (candidates.count == 0)
		return true;
	config_view_rest(&k->configs);
	if (!lists_to_tell(k, component_id, only_list, &lists, e) ||
	    !state_hooks_find(&k->configs, false, candidates.list, candidates.count, lists.ids, lists.count,
		arena, &hooks, e))
		return false;
	m.place = arena_alloc(arena, lists.count, sizeof(*m.place));
	for (size_t i = 0; i < lists.count; i++) {
		size_t same = state_hooks_same(&hooks, i);

		if (same < i) {
			m.place[i] = m.place[same];
		} else {
			state_hooks_set(&hooks, candidates.list, candidates.count, i);
			make_one(&m, &candidates, lists.count, i, arena);
		}
		if (m.place[i] != SIZE_MAX) {
			struct kept_finding *f = &m.found[m.place[i]];

			f->lists[f->list_count++] = lists.ids[i];
		}
	}
	*out = m.found;
	*count = m.count;
	return true;
}
