/*
 * change - a transaction that alters the store, with the entries it leaves in the audit trail.
 *
 * A change that is closed without an entry fails: nothing can be altered unrecorded. For actions/ only.
 */
#pragma once
#include "records/trail.h"
#include "store/db.h"

struct change;

/* Begins; waits some seconds for another process that is changing the store, then ERR_CONFLICT. */
MUST_CHECK bool change_open(struct db *db, struct change_by by, struct change **out, struct err *e);
/* Adds an entry. old and new are JSON; without a pointer: absent. */
MUST_CHECK bool change_note(
    struct change *c, const char *what, struct str object, struct str old, struct str new, struct err *e);
/* The number of the newest entry of the trail, this change's own included. */
int64_t change_number(const struct change *c);
/* Makes everything since change_open lasting. c is gone afterwards, also on failure, when nothing was
 * changed. */
MUST_CHECK bool change_close(struct change *c, struct err *e);
/* Undoes everything since change_open. NULL is fine. */
void change_drop(struct change *c);

static inline void change_scoped_drop(struct change **c)
{
	change_drop(*c);
}
#define SCOPED_CHANGE __attribute__((cleanup(change_scoped_drop))) struct change
