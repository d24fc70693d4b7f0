#include "actions/casework/case_standing.h"

#include "actions/casework/case_view.h"
#include "store/casefiles.h"

static bool has_event(const struct case_record *records, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(records[i].kind, STR("event")))
			return true;
	return false;
}

/* The rules are asked of those alone that are closed and know of an event. */
bool case_is_reopened(struct db *db, const struct casefile *c, struct instant now, struct arena *arena,
    bool *out, struct err *e)
{
	struct case_record *records;
	struct case_view view;
	size_t count;

	*out = false;
	if (!date_is_known(c->closed_on))
		return true;
	if (!casefile_records(db, c->id, arena, &records, &count, e))
		return false;
	if (!has_event(records, count))
		return true;
	if (!case_view(db, c->id, DATE_NONE, now, arena, &view, e))
		return err_within(e, "casefile %lld", (long long)c->id);
	*out = view.determination.reopened;
	return true;
}

bool case_alike_closed(struct db *db, const struct casefile *c, struct instant now, struct arena *arena,
    struct case_alike *out, struct err *e)
{
	struct casefile *list;
	size_t count;

	*out = (struct case_alike){ .closed_on = DATE_NONE };
	if (!casefile_list(db, arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		bool reopened;

		if (list[i].id == c->id || list[i].device_id != c->device_id ||
		    !str_eq_nocase(list[i].vulnerability, c->vulnerability))
			continue;
		if (!case_is_reopened(db, &list[i], now, arena, &reopened, e))
			return false;
		if (!date_is_known(list[i].closed_on) || reopened)
			return err_fail(e, ERR_CONFLICT,
			    "casefile %lld is on " STR_FMT " in this device, and open", (long long)list[i].id,
			    STR_ARG(c->vulnerability));
		*out = (struct case_alike){ list[i].id, list[i].closed_on };
	}
	return true;
}
