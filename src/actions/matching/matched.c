#include "actions/matching/matched.h"

#include <stdlib.h>

#include "base/vec.h"
#include "matching/kept.h"
#include "store/aliases.h"
#include "store/matches.h"
#include "store/statements.h"

/* Vulnerabilities on the way, some of them more than once. */
struct gathering {
	struct arena arena;
	bool *seen; /* advisories, by id: all sections of one are about the same */
	size_t seen_room;
	int64_t *ids;
	size_t count, room;
};

static void add_vulnerability(struct gathering *g, int64_t id)
{
	g->ids = vec_room(g->ids, &g->room, g->count + 1, sizeof(*g->ids));
	g->ids[g->count++] = id;
}

static bool is_new(struct gathering *g, int64_t advisory_id)
{
	size_t at = (size_t)advisory_id, had = g->seen_room;

	if (at >= had) {
		g->seen = vec_room(g->seen, &g->seen_room, at + 1, sizeof(*g->seen));
		memset(g->seen + had, 0, (g->seen_room - had) * sizeof(*g->seen));
	}
	if (g->seen[at])
		return false;
	g->seen[at] = true;
	return true;
}

static bool see_row(void *ctx, struct str sections, struct err *e)
{
	struct gathering *g = ctx;
	int64_t last = 0, advisory_id;
	bool damaged = false;
	struct str body;

	while (kept_next(&sections, &last, &advisory_id, &body, &damaged)) {
		const int64_t *ids;
		size_t count;

		if (advisory_id >= UINT32_MAX)
			return err_fail(
			    e, ERR_STORE, "there is no place for advisory %lld", (long long)advisory_id);
		if (!is_new(g, advisory_id))
			continue;
		arena_reset(&g->arena);
		if (!kept_read_about(body, &g->arena, &ids, &count, e))
			return false;
		for (size_t i = 0; i < count; i++)
			add_vulnerability(g, ids[i]);
	}
	return !damaged || err_fail(e, ERR_STORE, "the kept matches are damaged");
}

static bool add_claimed(struct gathering *g, struct db *db, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct str *names;
	size_t count;

	if (!statements_claimed(db, &arena, &names, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		int64_t id;

		if (!aliases_find(db, names[i], &id, e))
			return false;
		if (id)
			add_vulnerability(g, id);
	}
	return true;
}

static bool see_component(struct db *db, int64_t component_id, struct gathering *g, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct match_row *rows;
	size_t count;

	if (!match_rows(db, component_id, &arena, &rows, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!see_row(g, rows[i].sections, e))
			return false;
	return true;
}

static bool see_components(struct db *db, const struct id_set *components, struct gathering *g, struct err *e)
{
	for (size_t i = 0; i < components->count; i++)
		if (!see_component(db, components->ids[i], g, e))
			return false;
	return true;
}

bool matched_vulnerabilities(
    struct db *db, const struct id_set *components, struct id_set *out, struct err *e)
{
	struct gathering g = { 0 };
	bool done =
	    (components ? see_components(db, components, &g, e) : match_rows_each(db, &g, see_row, e)) &&
	    add_claimed(&g, db, e);

	if (done)
		id_set_fill(out, g.ids, g.count);
	free(g.ids);
	free(g.seen);
	arena_free(&g.arena);
	return done;
}
