#include "actions/field/component_view.h"

#include "actions/field/device_view.h"
#include "base/vec.h"
#include "store/components.h"
#include "store/vex_documents.h"

static int by_name(const void *left, const void *right)
{
	const struct component_place *a = left, *b = right;

	return str_cmp(a->device, b->device);
}

/* The releases that consist of a list. */
static bool add_places(
    struct db *db, int64_t list, struct arena *arena, struct component_view *v, size_t *room, struct err *e)
{
	struct release *releases;
	struct device d;
	size_t count;

	if (!release_of_list(db, list, arena, &releases, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (!device_by_id(db, releases[i].device_id, arena, &d, e))
			return false;
		v->places = arena_room(arena, v->places, v->place_count, room, sizeof(*v->places));
		v->places[v->place_count++] = (struct component_place){ d.name, releases[i].version };
	}
	return true;
}

bool component_view(struct db *db, int64_t id, struct arena *arena, struct component_view *out, struct err *e)
{
	struct component_view v = { .id = id };
	SCOPED_ID_SET lists = { 0 };
	size_t room = 0;
	bool known;

	if (!component_known(db, id, &known, e))
		return false;
	if (!known)
		return err_fail(e, ERR_ABSENT, "there is no component %lld", (long long)id);
	if (!component_by_id(db, id, arena, &v.component, e) || !component_lists(db, id, &lists, e))
		return false;
	for (size_t i = 0; i < lists.count; i++)
		if (!add_places(db, lists.ids[i], arena, &v, &room, e))
			return false;
	vec_sort(v.places, v.place_count, sizeof(*v.places), by_name);
	*out = v;
	return true;
}

/* What the release is, and not one in it; 0 where that is not known. */
static bool find_subject(struct db *db, int64_t release_id, struct arena *arena, int64_t *id, struct err *e)
{
	struct component subject;
	bool found;

	*id = 0;
	return sbom_subject(db, release_id, arena, &subject, &found, e) &&
	       (!found || component_find(db, &subject, id, e));
}

bool component_listing(struct db *db, struct str device, struct str release, struct arena *arena,
    struct component_row **out, size_t *count, struct err *e)
{
	struct component_row *rows;
	SCOPED_ID_SET ids = { 0 };
	struct release r;
	int64_t subject;
	size_t kept = 0;

	if (!release_named(db, device, release, arena, &r, e))
		return false;
	if (!r.list_id)
		return err_fail(e, ERR_ABSENT, "the release has no SBOM: nothing is known of what is in it");
	if (!find_subject(db, r.id, arena, &subject, e) || !component_ids_of_list(db, r.list_id, &ids, e))
		return false;
	rows = arena_alloc(arena, ids.count, sizeof(*rows));
	for (size_t i = 0; i < ids.count; i++) {
		if (ids.ids[i] == subject)
			continue;
		rows[kept].id = ids.ids[i];
		if (!component_by_id(db, ids.ids[i], arena, &rows[kept++].component, e))
			return false;
	}
	*out = rows;
	*count = kept;
	return true;
}
