#include "actions/findings/finding_history.h"

#include "base/vec.h"
#include "store/statements.h"

static int by_id(const void *left, const void *right)
{
	const struct vex_record *a = left, *b = right;

	return (a->id > b->id) - (a->id < b->id);
}

bool finding_history(struct db *db, struct str vulnerability, struct arena *arena, struct vex_record **out,
    size_t *count, struct err *e)
{
	struct vex_record *all = NULL;
	size_t total = 0, room = 0;

	for (int life = VEX_STANDING; life <= VEX_WITHDRAWN; life++) {
		struct vex_record *some;
		size_t found;

		if (!statements_about(db, &vulnerability, 1, (enum vex_life)life, arena, &some, &found, e))
			return false;
		for (size_t i = 0; i < found; i++) {
			all = arena_room(arena, all, total, &room, sizeof(*all));
			all[total++] = some[i];
		}
	}
	vec_sort(all, total, sizeof(*all), by_id);
	*out = all;
	*count = total;
	return true;
}

struct str finding_history_scope(const struct vex_record *r)
{
	return r->origin == VEX_OWN ? str_of(vex_scope_name(vex_own_scope(r))) : r->document;
}

struct str finding_history_about(const struct vex_record *r)
{
	if (r->said.product_count == 0)
		return STR("everything");
	return r->said.products[0].name.len ? r->said.products[0].name : r->said.products[0].id;
}
