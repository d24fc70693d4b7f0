#include "actions/casework/case_list.h"

#include "actions/casework/case_view.h"
#include "store/casefiles.h"
#include "store/devices.h"

static bool has_event(const struct case_record *records, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(records[i].kind, STR("event")))
			return true;
	return false;
}

/* The rules are asked of those alone that are closed and know of an event. */
static bool is_reopened(
    struct db *db, const struct casefile *c, struct instant now, struct arena *one, bool *out, struct err *e)
{
	struct case_record *records;
	struct case_view view;
	size_t count;

	*out = false;
	if (!date_is_known(c->closed_on))
		return true;
	if (!casefile_records(db, c->id, one, &records, &count, e))
		return false;
	if (!has_event(records, count))
		return true;
	if (!case_view(db, c->id, DATE_NONE, now, one, &view, e))
		return err_within(e, "casefile %lld", (long long)c->id);
	*out = view.determination.reopened;
	return true;
}

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
		    !is_reopened(db, &list[i], now, &one, &rows[i].reopened, e))
			return false;
		rows[i].device = device.name;
	}
	*out = rows;
	*count = found;
	return true;
}
