#include "actions/matching/consisting.h"

#include "store/devices.h"

struct consistings consistings_of(struct db *db, struct arena *arena)
{
	return (struct consistings){ db, arena, recall_new(0), recall_new(0) }; /* they are not trimmed */
}

void consistings_free(struct consistings *c)
{
	recall_free(&c->devices);
	recall_free(&c->lists);
}

bool consisting_device(struct consistings *c, int64_t device_id, const struct device **out, struct err *e)
{
	struct device *known = recall_find(&c->devices, device_id);

	if (!known) {
		known = arena_alloc(&c->devices.arena, 1, sizeof(*known));
		if (!device_by_id(c->db, device_id, c->arena, known, e))
			return false;
		recall_keep(&c->devices, device_id, known);
	}
	*out = known;
	return true;
}

bool consisting_of_list(struct consistings *c, int64_t list_id, const struct consisting **out, struct err *e)
{
	struct consisting *known = recall_find(&c->lists, list_id);

	if (!known) {
		known = arena_alloc(&c->lists.arena, 1, sizeof(*known));
		if (!release_of_list(c->db, list_id, c->arena, &known->releases, &known->count, e))
			return false;
		recall_keep(&c->lists, list_id, known);
	}
	*out = known;
	return true;
}
