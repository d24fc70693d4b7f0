#include "actions/casework/case_list.h"

#include "store/casefiles.h"
#include "store/devices.h"

bool case_list(struct db *db, struct arena *arena, struct case_row **out, size_t *count, struct err *e)
{
	struct casefile *list;
	struct case_row *rows;
	struct device device;
	size_t found;

	if (!casefile_list(db, arena, &list, &found, e))
		return false;
	rows = arena_alloc(arena, found, sizeof(*rows));
	for (size_t i = 0; i < found; i++) {
		if (!device_by_id(db, list[i].device_id, arena, &device, e))
			return false;
		rows[i] = (struct case_row){ list[i], device.name };
	}
	*out = rows;
	*count = found;
	return true;
}
