#include "actions/matching/match_heads.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/recall.h"
#include "base/vec.h"
#include "identity/cve_id.h"
#include "limits.h"
#include "store/id_set.h"

#define REMEMBERED_BYTES ((size_t)4 << 20)

/* One of all; an advisory with names of its own is looked up. */
struct brief {
	int64_t vulnerability; /* of the CVE id that names it; 0: see links */
	uint32_t source_id;
	uint8_t state;
	bool there, silent;
};

struct link {
	int64_t advisory_id, vulnerability_id;
};

struct match_heads {
	struct bearings bearings;
	struct arena arena;
	struct recall known;  /* struct kept by advisory */
	struct recall groups; /* struct group by vulnerability */
	struct brief *all;    /* by advisory id */
	size_t all_count, all_room;
	struct link *links; /* by advisory, of all */
	int64_t *linked;    /* their vulnerabilities alone */
	size_t link_count, link_room, linked_room;
};

struct group {
	int64_t *ids;
	size_t count;
};

bool match_heads_open(struct db *db, struct match_heads **out, struct err *e)
{
	struct match_heads *h = memory_alloc(1, sizeof(*h));
	struct source_row *sources;
	size_t count;

	h->known = recall_new(REMEMBERED_BYTES);
	h->groups = recall_new(REMEMBERED_BYTES);
	if (!sources_list(db, &h->arena, &sources, &count, e)) {
		match_heads_close(h);
		return false;
	}
	h->bearings = bearings_of(db, sources, count);
	*out = h;
	return true;
}

void match_heads_close(struct match_heads *h)
{
	if (!h)
		return;
	arena_free(&h->arena);
	recall_free(&h->known);
	recall_free(&h->groups);
	free(h->all);
	free(h->links);
	free(h->linked);
	free(h);
}

const struct heard *match_heads_heard(const struct match_heads *h)
{
	return &h->bearings.heard;
}

struct str match_heads_source(const struct match_heads *h, int64_t source_id)
{
	return bearings_source(&h->bearings, source_id);
}

static void add_brief(struct match_heads *h, size_t id, struct brief brief)
{
	size_t had = h->all_room;

	h->all = vec_room(h->all, &h->all_room, id + 1, sizeof(*h->all));
	memset(h->all + had, 0, (h->all_room - had) * sizeof(*h->all));
	h->all[id] = brief;
	h->all_count = id + 1;
}

/* Is it silent (bearings_silent()), as far as its own row tells? What is named by a CVE id is asked for its
 * supplement by hush_supplemented(), of all at once. */
static bool is_silent(struct match_heads *h, struct str name, struct brief *brief, struct err *e)
{
	if (!brief->vulnerability)
		return bearings_silent(&h->bearings, name, brief->source_id, &brief->silent, e);
	brief->silent = !heard_source(&h->bearings.heard, brief->source_id);
	return true;
}

/* The vulnerabilities that supplements are about, in the order of their records. */
struct supplements {
	int64_t *ids;
	size_t count, room;
};

static void add_supplement(struct supplements *s, int64_t vulnerability_id)
{
	s->ids = vec_room(s->ids, &s->room, s->count + 1, sizeof(*s->ids));
	s->ids[s->count++] = vulnerability_id;
}

static void hush_supplemented(struct match_heads *h, const struct supplements *supplements)
{
	SCOPED_ID_SET about = { 0 };

	id_set_fill(&about, supplements->ids, supplements->count);
	for (size_t i = 0; i < h->all_count; i++) {
		struct brief *brief = &h->all[i];

		if (brief->there && brief->source_id == h->bearings.nvd_id && brief->vulnerability &&
		    id_set_has(&about, brief->vulnerability))
			brief->silent = true;
	}
}

static bool read_briefs(struct match_heads *h, struct supplements *supplements, struct err *e)
{
	struct statement *s = db_use(h->bearings.db, SQL_ADVISORY_HEADS);
	bool more;

	for (;;) {
		struct brief brief = { .there = true };
		int64_t id;

		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		id = db_int(s, 0);
		if (id <= 0 || id >= UINT32_MAX)
			return err_fail(e, ERR_STORE, "there is no place for advisory %lld", (long long)id);
		cve_id_parse(db_text(s, 1), &brief.vulnerability);
		brief.source_id = (uint32_t)db_int(s, 2);
		brief.state = (uint8_t)db_int(s, 3);
		if (!is_silent(h, db_text(s, 1), &brief, e))
			return false;
		if (brief.source_id == h->bearings.supplement_id && brief.vulnerability)
			add_supplement(supplements, brief.vulnerability);
		add_brief(h, (size_t)id, brief);
	}
}

static bool read_links(struct match_heads *h, struct err *e)
{
	struct statement *s = db_use(h->bearings.db, SQL_ADVISORY_VULNERABILITY_ALL);
	bool more;

	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		h->links = vec_room(h->links, &h->link_room, h->link_count + 1, sizeof(*h->links));
		h->linked = vec_room(h->linked, &h->linked_room, h->link_count + 1, sizeof(*h->linked));
		h->links[h->link_count] = (struct link){ db_int(s, 0), db_int(s, 1) };
		h->linked[h->link_count++] = db_int(s, 1);
	}
}

bool match_heads_all(struct match_heads *h, struct err *e)
{
	struct supplements supplements = { 0 };
	bool done = read_briefs(h, &supplements, e);

	if (done)
		hush_supplemented(h, &supplements);
	free(supplements.ids);
	return done && read_links(h, e);
}

static void find_links(const struct match_heads *h, struct kept *out)
{
	size_t low = 0, high = h->link_count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (h->links[middle].advisory_id < out->advisory_id)
			low = middle + 1;
		else
			high = middle;
	}
	out->vulnerabilities = h->linked + low;
	while (low + out->about < h->link_count && h->links[low + out->about].advisory_id == out->advisory_id)
		out->about++;
}

static bool find_brief(const struct match_heads *h, int64_t advisory_id, struct kept *out)
{
	const struct brief *brief;

	if ((uint64_t)advisory_id >= h->all_count || !h->all[advisory_id].there)
		return false;
	brief = &h->all[advisory_id];
	*out = (struct kept){ .advisory_id = advisory_id,
		.source_id = brief->source_id,
		.state = (enum advisory_state)brief->state };
	if (brief->silent)
		return true;
	if (!brief->vulnerability) {
		find_links(h, out);
		return true;
	}
	out->vulnerabilities = &brief->vulnerability;
	out->about = 1;
	return true;
}

bool match_heads_find(struct match_heads *h, int64_t advisory_id, struct kept *out, struct err *e)
{
	struct kept *known;
	struct bearing bearing;

	if (find_brief(h, advisory_id, out))
		return true;
	known = recall_find(&h->known, advisory_id);
	if (!known) {
		known = arena_alloc(&h->known.arena, 1, sizeof(*known));
		if (!bearing_get(&h->bearings, advisory_id, &h->known.arena, &bearing, e))
			return false;
		*known = (struct kept){ .advisory_id = advisory_id,
			.source_id = bearing.source_id,
			.state = bearing.head.state,
			.vulnerabilities = bearing.vulnerabilities,
			.about = bearing.about };
		recall_keep(&h->known, advisory_id, known);
	}
	*out = *known;
	return true;
}

bool match_heads_about(
    struct match_heads *h, int64_t vulnerability_id, const int64_t **ids, size_t *count, struct err *e)
{
	struct group *group = recall_find(&h->groups, vulnerability_id);

	if (!group) {
		struct arena *arena = &h->groups.arena;
		struct advisory_row *rows;

		group = arena_alloc(arena, 1, sizeof(*group));
		if (!vulnerability_advisories(
			h->bearings.db, vulnerability_id, arena, &rows, &group->count, e))
			return false;
		group->ids = arena_alloc(arena, group->count, sizeof(*group->ids));
		for (size_t i = 0; i < group->count; i++)
			group->ids[i] = rows[i].id;
		vec_sort(group->ids, group->count, sizeof(*group->ids), id_ascending);
		recall_keep(&h->groups, vulnerability_id, group);
	}
	*ids = group->ids;
	*count = group->count;
	return true;
}

void match_heads_rest(struct match_heads *h)
{
	recall_trim(&h->known);
	recall_trim(&h->groups);
}
