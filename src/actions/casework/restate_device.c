#include "actions/casework/restate_device.h"

#include "actions/casework/due_watch.h"
#include "actions/field/register_device.h"
#include "store/change.h"
#include "store/devices.h"

bool restate_device(struct db *db, struct str name, struct device_change what, struct change_by by,
    size_t *altered, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct device_profile old, new;
	struct due_watch watch;

	if (!change_open(db, &by, &change, e) || !device_profile_get(db, name, &arena, &old, e) ||
	    !due_watch_begin(db, old.device.id, by.at, &arena, &watch, e))
		return false;
	new = old;
	if (!what.alter(what.ctx, &new, &arena, e) ||
	    !restate_device_within(db, change, &old, &new, &arena, altered, e) ||
	    !due_watch_note(db, change, &watch, by, e))
		return false;
	return *altered == 0 || change_close(&change, e);
}
