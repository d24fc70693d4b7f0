#include "actions/findings/finding_list.h"

#include <stdlib.h>

#include "actions/fielded.h"
#include "actions/matching/holding.h"
#include "actions/matching/scan.h"
#include "base/memory.h"
#include "base/recall.h"
#include "store/aliases.h"
#include "store/components.h"
#include "store/vulnerabilities.h"

#define REMEMBERED_BYTES ((size_t)8 << 20)

/* What a list consists of, or what of it matters. */
struct content {
	int64_t *ids; /* of the components, in their order */
	struct component *components;
	size_t count;
};

struct finding_walk {
	struct db *db;
	const struct finding_query *query;
	struct positions *positions;
	struct sought sought;
	bool is_all;	/* nothing less than all is wanted */
	bool has_lists; /* one vulnerability is asked for, which these component lists can hold */
	struct id_set lists;
	bool component_found;
	struct str from, from_version; /* where the next release begins */
	bool is_about;		       /* finding_walk_about(): among these components */
	struct id_set among;
	struct recall contents; /* struct content by list */
};

static bool give_rows(const struct finding_walk *l, struct scanner *scanner,
    const struct component *components, struct finding_sink sink, const bool *enough, struct err *e)
{
	const struct scan_row *row;

	while (!*enough) {
		if (!scan_next(scanner, &row, e))
			return false;
		if (!row)
			return true;
		if (finding_component_is(l->query->component, &components[row->finding.component]) &&
		    !sink.row(sink.ctx, components, row, e))
			return false;
	}
	return true;
}

/* A release that is asked for by its name, and of which nothing is known, has not "no findings". */
static bool has_list(const struct finding_walk *l, const struct release *release, bool *has, struct err *e)
{
	*has = release->list_id != 0;
	if (*has || !l->query->device.len || !l->query->release.len)
		return true;
	return err_fail(e, ERR_INPUT, "the release has no SBOM: nothing is known of what is in it");
}

static bool can_have(const struct finding_walk *l, const struct release *release)
{
	return !l->has_lists || id_set_has(&l->lists, release->list_id);
}

bool finding_walk_can_have(const struct finding_walk *l, const struct release *release)
{
	/* where a component is asked for, some release has to have it; one without an SBOM is told of */
	return can_have(l, release) || !l->component_found || release->list_id == 0;
}

static bool read_content(
    struct finding_walk *l, int64_t list_id, struct arena *arena, struct content **out, struct err *e)
{
	struct content *c = arena_alloc(arena, 1, sizeof(*c));
	SCOPED_ID_SET ids = { 0 };

	if (!component_ids_of_list(l->db, list_id, &ids, e))
		return false;
	if (l->is_about && !positions_are_any(l->positions))
		id_set_keep(&ids, &l->among);
	if (!components_by_ids(l->db, &ids, arena, &c->components, e))
		return false;
	c->count = ids.count;
	c->ids = arena_alloc(arena, ids.count, sizeof(*c->ids));
	if (ids.count)
		memcpy(c->ids, ids.ids, ids.count * sizeof(*ids.ids));
	*out = c;
	return true;
}

/* Who asks for one vulnerability after another meets the same lists again: where statements have to see what
 * else a release consists of, that is read once. */
static bool find_content(
    struct finding_walk *l, int64_t list_id, struct arena *arena, struct content **out, struct err *e)
{
	if (!l->is_about || !positions_are_any(l->positions))
		return read_content(l, list_id, arena, out, e);
	recall_trim(&l->contents);
	*out = recall_find(&l->contents, list_id);
	if (*out)
		return true;
	if (!read_content(l, list_id, &l->contents.arena, out, e))
		return false;
	recall_keep(&l->contents, list_id, *out);
	return true;
}

/* The components that can have what is asked for; NULL: all. */
static const bool *pick(const struct finding_walk *l, const struct content *c, struct arena *arena)
{
	bool *picked;

	if (!l->is_about && !l->query->component.len)
		return NULL;
	picked = arena_alloc(arena, c->count, sizeof(*picked));
	for (size_t i = 0; i < c->count; i++)
		picked[i] = (!l->is_about || id_set_has(&l->among, c->ids[i])) &&
			    finding_component_is(l->query->component, &c->components[i]);
	return picked;
}

static bool scan_release(struct finding_walk *l, const struct positions_place *at, const bool *picked,
    struct finding_sink sink, const bool *enough, struct err *e)
{
	SCOPED_SCANNER *scanner = NULL;

	if (!positions_at(l->positions, at, e) ||
	    !scan_open(l->db, at->components, at->count, l->is_all ? NULL : &l->sought, &scanner, e) ||
	    !scan_use_kept(scanner, at->release->list_id, e))
		return false;
	scan_use(scanner, l->positions);
	scan_pick(scanner, picked);
	scan_seek(scanner, l->from, l->from_version);
	l->from = l->from_version = STR_NONE;
	return give_rows(l, scanner, at->components, sink, enough, e);
}

bool finding_walk_release(struct finding_walk *l, const struct device *device, const struct release *release,
    struct finding_sink sink, const bool *enough, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct content *content;
	bool may = can_have(l, release), has;

	if (!has_list(l, release, &has, e))
		return false;
	if (!has || (!may && l->component_found))
		return true;
	if (!find_content(l, release->list_id, &arena, &content, e))
		return false;
	l->component_found = l->component_found ||
			     finding_has_component(l->query->component, content->components, content->count);
	if (!may)
		return true;
	return scan_release(l,
	    &(struct positions_place){ .device = device,
		.release = release,
		.components = content->components,
		.count = content->count },
	    pick(l, content, &arena), sink, enough, e);
}

static bool find_vulnerability(struct finding_walk *w, struct err *e)
{
	struct str name = w->query->vulnerability;
	int64_t id;

	w->is_all = name.len == 0;
	if (w->is_all)
		return true;
	if (!aliases_find(w->db, name, &id, e))
		return false;
	if (!id)
		return err_fail(
		    e, ERR_INPUT, "no record in the store is about \"" STR_FMT "\"", STR_ARG(name));
	w->has_lists = true;
	return sought_find(w->db, &id, 1, &w->sought, e) && holding_lists(w->db, id, &w->lists, e) &&
	       holding_answers(w->db, id, name, &w->lists, e);
}

bool finding_walk_open(
    struct db *db, const struct finding_query *query, struct finding_walk **out, struct err *e)
{
	SCOPED_FINDING_WALK *w = memory_alloc(1, sizeof(*w));

	w->db = db;
	w->query = query;
	w->contents = recall_new(REMEMBERED_BYTES);
	w->component_found = query->component.len == 0;
	if (!positions_open(db, query->today, &w->positions, e) || !find_vulnerability(w, e))
		return false;
	*out = w;
	w = NULL;
	return true;
}

void finding_walk_from(struct finding_walk *w, struct str component, struct str version)
{
	w->from = component;
	w->from_version = version;
}

bool finding_walk_only_kev(struct finding_walk *w, struct err *e)
{
	SCOPED_ID_SET kev = { 0 };

	if (!w->is_all) /* one is asked for: who shows rows sees whether it is listed */
		return true;
	w->is_all = false;
	return vulnerability_exploited_ids(w->db, &kev, e) &&
	       sought_find(w->db, kev.ids, kev.count, &w->sought, e);
}

bool finding_walk_about(
    struct finding_walk *w, int64_t vulnerability_id, const struct id_set *components, struct err *e)
{
	w->is_all = false;
	w->is_about = true;
	id_set_clear(&w->among);
	id_set_fill(&w->among, components->ids, components->count);
	sought_clear(&w->sought);
	return sought_find(w->db, &vulnerability_id, 1, &w->sought, e);
}

void finding_walk_close(struct finding_walk *w)
{
	if (!w)
		return;
	positions_close(w->positions);
	id_set_clear(&w->lists);
	sought_clear(&w->sought);
	id_set_clear(&w->among);
	recall_free(&w->contents);
	free(w);
}

bool finding_walk_end(const struct finding_walk *w, struct err *e)
{
	return w->component_found || finding_no_component(w->query->component, e);
}

struct listing {
	struct finding_walk *walk;
	struct finding_sink sink;
};

static bool list_release(void *ctx, const struct device *device, const struct release *release, struct err *e)
{
	static const bool never;
	struct listing *l = ctx;

	return finding_walk_release(l->walk, device, release, l->sink, &never, e);
}

bool finding_list(struct db *db, const struct finding_query *query, struct finding_sink sink, struct err *e)
{
	SCOPED_FINDING_WALK *walk = NULL;
	struct fielded_query which = { query->device, query->release };
	struct listing l = { .sink = sink };

	if (!finding_walk_open(db, query, &walk, e))
		return false;
	l.walk = walk;
	return fielded_walk(db, which, (struct fielded_visit){ &l, list_release, NULL }, e) &&
	       finding_walk_end(walk, e);
}
