#include "actions/casework/case_list.h"

#include "actions/casework/case_standing.h"
#include "store/casefiles.h"
#include "store/devices.h"

bool case_list(struct db *db, struct instant now, struct arena *arena, struct case_row **out, size_t *count,
    struct err *e)
{
	SCOPED_ARENA one = { 0 }; /* of the casefile at hand */
	struct casefile *list;
	struct case_row *rows;
	struct device device;
	size_t found;

	if (!casefile_list(db, arena, &list, &found, e))
		return false;
	rows = arena_alloc(arena, found, sizeof(*rows));
	for (size_t i = 0; i < found; i++) {
		arena_reset(&one);
		rows[i].casefile = list[i];
		if (!device_by_id(db, list[i].device_id, arena, &device, e) ||
		    !case_is_reopened(db, &list[i], now, &one, &rows[i].reopened, e))
			return false;
		rows[i].device = device.name;
	}
	*out = rows;
	*count = found;
	return true;
}
