#include "actions/casework/restate_register.h"

#include "actions/casework/due_watch.h"
#include "store/change.h"
#include "store/devices.h"

bool restate_consignees(
    struct db *db, const char *path, struct change_by by, struct consignee_import *out, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct due_watch watch;

	return change_open(db, &by, &change, e) && due_watch_begin(db, 0, by.at, &arena, &watch, e) &&
	       import_consignees_within(db, change, path, by, out, e) &&
	       due_watch_note(db, change, &watch, by, e) && change_close(&change, e);
}

bool restate_sbom(struct db *db, const struct sbom_registration *what, struct change_by by,
    struct arena *arena, struct registered_sbom *out, struct err *e)
{
	SCOPED_REGISTERED_SBOM r = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct due_watch watch;
	struct device d;

	if (!register_sbom_read(what, arena, &r, e) || !change_open(db, &by, &change, e) ||
	    !device_get(db, what->device, arena, &d, e) ||
	    !due_watch_begin(db, d.id, by.at, arena, &watch, e) ||
	    !register_sbom_within(db, change, what, by, arena, &r, e) ||
	    !due_watch_note(db, change, &watch, by, e) || !change_close(&change, e))
		return false;
	*out = r;
	r = (struct registered_sbom){ 0 };
	return true;
}

bool restate_finding(struct db *db, const struct finding_decision *d, struct date today, struct change_by by,
    struct arena *arena, struct finding_set *out, struct err *e)
{
	struct finding_set made = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct due_watch watch;

	by.why = d->reason;
	if (!change_open(db, &by, &change, e) || !due_watch_begin(db, 0, by.at, arena, &watch, e) ||
	    !finding_set_within(db, change, d, today, by, arena, &made, e) ||
	    !due_watch_note(db, change, &watch, by, e) || !change_close(&change, e))
		return false;
	*out = made;
	return true;
}

bool restate_confirm(struct db *db, const struct finding_query *query, struct str reason, struct change_by by,
    size_t *count, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct change_by said = by; /* the reason of the findings is one for what moves with them */
	struct due_watch watch;

	if (!str_trim(said.why).len)
		said.why = reason;
	return change_open(db, &by, &change, e) && due_watch_begin(db, 0, by.at, &arena, &watch, e) &&
	       finding_confirm_within(
		   db, change, query, (struct finding_confirming){ reason, by }, count, e) &&
	       due_watch_note(db, change, &watch, said, e) && change_close(&change, e);
}

bool restate_withdraw(struct db *db, int64_t id, struct change_by by, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct due_watch watch;

	return change_open(db, &by, &change, e) && due_watch_begin(db, 0, by.at, &arena, &watch, e) &&
	       finding_withdraw_within(db, change, id, e) && due_watch_note(db, change, &watch, by, e) &&
	       change_close(&change, e);
}
