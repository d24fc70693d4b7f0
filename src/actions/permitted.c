#include "actions/permitted.h"

#include "store/change.h"

bool permitted(struct db *db, const char *what, struct str object, struct change_by by, struct err *e)
{
	SCOPED_CHANGE *change = NULL;

	return change_open(db, &by, &change, e) && change_note(change, what, object, STR_NONE, STR_NONE, e);
}
