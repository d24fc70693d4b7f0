/*
 * case_rename - a casefile is filed under another name of its vulnerability: the CVE id that it was given
 * since, or the right one.
 *
 * The title stays, by which people know it. The name of before is kept in a record of the casefile and in the
 * trail, and whoever names the vulnerability by it is understood (actions/vulnerability_name.h).
 */
#pragma once
#include "base/arena.h"
#include "records/trail.h"
#include "store/db.h"

struct change;

/* What became of one casefile. Texts in the arena. */
struct case_renamed {
	enum {
		CASE_RENAMED,
		CASE_NAME_STANDS, /* it was left as it is: another on the same is open in the device */
		CASE_NAME_ALIKE	  /* it was left as it is: it has the name of before, and not the signal */
	} what;
	int64_t casefile;
	struct str device, before;
	struct str name; /* that it was given, or would have been */
	bool known;	 /* some record or list is about it */
	struct str why;	 /* CASE_NAME_STANDS: which one, in words */
};

struct case_renames {
	struct case_renamed *items;
	size_t count, room;
};

/* One casefile, open or closed, by a person, whose reason is asked for. ERR_INPUT: that is no CVE id;
 * ERR_CONFLICT: it has that name, another casefile in the device is open on it, or there is no reason. */
MUST_CHECK bool case_rename(struct db *db, int64_t casefile_id, struct str name, struct change_by by,
    struct arena *arena, struct case_renamed *out, struct err *e);

/* Within the change that says which CVE id was assigned to what a signal tells of: its casefiles whose
 * vulnerability has none are filed under it. ERR_CONFLICT where a casefile of another device says that it was
 * learned of earlier, and by.why says nothing. */
MUST_CHECK bool case_rename_assigned(struct db *db, struct change *change, int64_t signal_id,
    struct change_by by, struct arena *arena, struct case_renames *out, struct err *e);
/* The same for a casefile that a signal is put into which has a CVE id already. */
MUST_CHECK bool case_rename_linked(struct db *db, struct change *change, int64_t signal_id,
    int64_t casefile_id, struct change_by by, struct arena *arena, struct case_renames *out, struct err *e);
