#include "actions/vex/vex_places.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/vec.h"
#include "store/components.h"
#include "store/devices.h"
#include "store/vex_documents.h"

#define SEEN_BYTES_MOST (128 * 1024 * 1024) /* of releases remembered; beyond, they are read again */

struct vex_places {
	struct db *db;
	struct arena memory;
	struct vex_seen **seen;	 /* by the id of the release */
	struct vex_part **parts; /* by the id of the component */
	size_t seen_room, part_room;
};

struct vex_places *vex_places_new(struct db *db)
{
	struct vex_places *p = memory_alloc(1, sizeof(*p));

	p->db = db;
	return p;
}

static void forget(struct vex_places *p)
{
	arena_free(&p->memory);
	free(p->seen);
	free(p->parts);
	*p = (struct vex_places){ .db = p->db };
}

void vex_places_free(struct vex_places *p)
{
	if (!p)
		return;
	forget(p);
	free(p);
}

/* Room for a pointer by an id; what was not there is NULL. */
static void *by_id(void *pointers, size_t *room, int64_t id)
{
	size_t before = *room;
	char *grown = vec_room(pointers, room, (size_t)id + 1, sizeof(void *));

	memset(grown + before * sizeof(void *), 0, (*room - before) * sizeof(void *));
	return grown;
}

/* Many releases share it: it is read once. */
static bool part_of(struct vex_places *p, int64_t component_id, struct vex_part **out, struct err *e)
{
	size_t at = (size_t)component_id;

	p->parts = by_id(p->parts, &p->part_room, component_id);
	if (!p->parts[at]) {
		struct vex_part *part = arena_alloc(&p->memory, 1, sizeof(*part));

		part->id = component_id;
		if (!component_by_id(p->db, component_id, &p->memory, &part->component, e))
			return false;
		p->parts[at] = part;
	}
	*out = p->parts[at];
	return true;
}

static bool read_parts(struct vex_places *p, struct vex_seen *s, struct err *e)
{
	SCOPED_ID_SET ids = { 0 };

	if (!component_ids_of_list(p->db, s->list_id, &ids, e))
		return false;
	s->parts = arena_alloc(&p->memory, ids.count, sizeof(struct vex_part *));
	s->part_count = ids.count;
	for (size_t i = 0; i < ids.count; i++)
		if (!part_of(p, ids.ids[i], &s->parts[i], e))
			return false;
	return true;
}

static bool read_seen(struct vex_places *p, int64_t release_id, struct vex_seen *s, struct err *e)
{
	struct arena *arena = &p->memory;
	struct component *subject = arena_alloc(arena, 1, sizeof(*subject));
	struct release release;
	struct device device;
	struct str *serials;
	size_t serial_count;
	bool found;

	if (!release_by_id(p->db, release_id, arena, &release, e) ||
	    !device_by_id(p->db, release.device_id, arena, &device, e) ||
	    !sbom_serials(p->db, release_id, arena, &serials, &serial_count, e) ||
	    !sbom_subject(p->db, release_id, arena, subject, &found, e))
		return false;
	*s = (struct vex_seen){ .list_id = release.list_id,
		.place = { .device_id = device.id,
		    .release_id = release_id,
		    .device = device.name,
		    .release = release.version,
		    .serials = serials,
		    .serial_count = serial_count,
		    .subject = found ? subject : NULL } };
	return read_parts(p, s, e);
}

bool vex_places_see(struct vex_places *p, int64_t release_id, struct vex_seen **out, struct err *e)
{
	size_t at = (size_t)release_id;

	if (p->memory.used > SEEN_BYTES_MOST)
		forget(p);
	p->seen = by_id(p->seen, &p->seen_room, release_id);
	if (!p->seen[at]) {
		struct vex_seen *fresh = arena_alloc(&p->memory, 1, sizeof(*fresh));

		if (!read_seen(p, release_id, fresh, e))
			return false;
		p->seen[at] = fresh;
	}
	*out = p->seen[at];
	return true;
}

void vex_places_fill(struct vex_places *p, struct vex_seen *s)
{
	struct component *all;

	if (s->place.components)
		return;
	all = arena_alloc(&p->memory, s->part_count, sizeof(*all));
	for (size_t i = 0; i < s->part_count; i++)
		all[i] = s->parts[i]->component;
	s->place.components = all;
	s->place.component_count = s->part_count;
}
