#include "actions/fielded.h"

#include "base/intern.h"
#include "base/vec.h"
#include "store/components.h"
#include "store/devices.h"
#include "store/vex_documents.h"

struct walking {
	struct db *db;
	struct fielded_query query;
	struct fielded_visit visit;
	bool found; /* the release that is asked for */
};

static bool walk_device(struct walking *w, const struct device *device, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct release *releases;
	size_t count;

	if (!release_list(w->db, device->id, &arena, &releases, &count, e))
		return false;
	if (count == 0 && w->query.release.len == 0 && w->visit.unreleased)
		w->visit.unreleased(w->visit.ctx, device);
	for (size_t i = 0; i < count; i++) {
		if (w->query.release.len && !str_eq(releases[i].version, w->query.release))
			continue;
		w->found = true;
		if (!w->visit.release(w->visit.ctx, device, &releases[i], e))
			return err_within(
			    e, STR_FMT " " STR_FMT, STR_ARG(device->name), STR_ARG(releases[i].version));
	}
	return true;
}

static bool is_found(const struct walking *w, struct err *e)
{
	struct str device = w->query.device;

	if (!w->query.release.len || w->found)
		return true;
	return err_fail(e, ERR_ABSENT, "there is no release \"" STR_FMT "\" of %s" STR_FMT "%s",
	    STR_ARG(w->query.release), device.len ? "device \"" : "any device", STR_ARG(device),
	    device.len ? "\"" : "");
}

bool fielded_walk(struct db *db, struct fielded_query query, struct fielded_visit visit, struct err *e)
{
	struct walking w = { .db = db, .query = query, .visit = visit };
	SCOPED_ARENA arena = { 0 };
	struct device *devices, one;
	size_t count = 1;

	if (query.device.len) {
		if (!device_get(db, query.device, &arena, &one, e))
			return false;
		devices = &one;
	} else if (!device_list(db, &arena, &devices, &count, e)) {
		return false;
	}
	for (size_t i = 0; i < count; i++)
		if (!walk_device(&w, &devices[i], e))
			return false;
	return is_found(&w, e);
}

struct gathering {
	struct db *db;
	struct arena *arena;
	struct fielded *out;
	struct intern *ids; /* of components */
	size_t room, bare_room;
};

/* A component of one more release. */
static bool add_component(struct gathering *g, int64_t id, struct err *e)
{
	struct fielded *f = g->out;
	struct str key = { (const char *)&id, sizeof(id) };
	uint32_t number = intern_find(g->ids, key);
	struct component *component;

	if (number == INTERN_NONE) {
		number = intern_add(g->ids, key);
		f->components =
		    arena_room(g->arena, f->components, f->count, &g->room, sizeof(*f->components));
		component = arena_alloc(g->arena, 1, sizeof(*component));
		if (!component_by_id(g->db, id, g->arena, component, e))
			return false;
		f->components[f->count++] = (struct fielded_component){ .id = id, .component = component };
	}
	f->components[number].releases++;
	return true;
}

/* The component that the release is, and not one in it; 0 where that is not known. */
static bool find_subject(struct gathering *g, const struct release *r, int64_t *id, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct component subject;
	bool found;

	*id = 0;
	return sbom_subject(g->db, r->id, &arena, &subject, &found, e) &&
	       (!found || component_find(g->db, &subject, id, e));
}

static void add_bare(struct gathering *g, struct str name)
{
	struct fielded *f = g->out;

	f->bare = arena_room(g->arena, f->bare, f->bare_count, &g->bare_room, sizeof(*f->bare));
	f->bare[f->bare_count++] = name;
}

static void add_unreleased(void *ctx, const struct device *d)
{
	struct gathering *g = ctx;

	add_bare(g, arena_copy(g->arena, d->name));
}

static bool add_release(void *ctx, const struct device *d, const struct release *r, struct err *e)
{
	struct gathering *g = ctx;
	SCOPED_ID_SET ids = { 0 };
	int64_t subject;

	if (r->list_id == 0) {
		add_bare(
		    g, arena_printf(g->arena, STR_FMT " " STR_FMT, STR_ARG(d->name), STR_ARG(r->version)));
		return true;
	}
	if (!find_subject(g, r, &subject, e) || !component_ids_of_list(g->db, r->list_id, &ids, e))
		return false;
	for (size_t i = 0; i < ids.count; i++)
		if (ids.ids[i] != subject && !add_component(g, ids.ids[i], e))
			return false;
	return true;
}

static int by_id(const void *left, const void *right)
{
	const struct fielded_component *a = left, *b = right;

	return (a->id > b->id) - (a->id < b->id);
}

bool fielded_gather(
    struct db *db, struct fielded_query query, struct arena *arena, struct fielded *out, struct err *e)
{
	SCOPED_INTERN *ids = intern_new();
	struct fielded gathered = { 0 };
	struct gathering g = { .db = db, .arena = arena, .out = &gathered, .ids = ids };

	if (!fielded_walk(db, query, (struct fielded_visit){ &g, add_release, add_unreleased }, e))
		return false;
	vec_sort(gathered.components, gathered.count, sizeof(*gathered.components), by_id);
	*out = gathered;
	return true;
}
