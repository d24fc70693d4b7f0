/*
 * change - a transaction that alters the store, with the entries it leaves in the audit trail.
 *
 * A change that is closed without an entry fails: nothing can be altered unrecorded. Once the store has
 * users, a change is opened only by one who has signed in, and an entry is added only where the user's roles
 * allow what it tells (records/authority.h); what is refused leaves an entry of its own (21 CFR 11.10(d),
 * (f), (g); 11.300(d)). A clock that was set back needs a reason to go on. For actions/ only.
 */
#pragma once
#include "records/trail.h"
#include "store/db.h"

struct change;

/* Begins, and puts into by->at when that is: who had to wait for another changes after it, and what is kept
 * with the change says the same as its entry. Waits some seconds for another process that is changing the
 * store, then ERR_CONFLICT. ERR_DENIED where nobody has signed in, or somebody else. Of
 * the program itself (by->program) by->who becomes its name, and it may do what its role allows and no more,
 * in a store without users too. */
MUST_CHECK bool change_open(struct db *db, struct change_by *by, struct change **out, struct err *e);
/* The same for one's own way of signing in, which who still lacks a second factor may change. */
MUST_CHECK bool change_open_own(struct db *db, struct change_by *by, struct change **out, struct err *e);
/* The same for signing in, where who is yet to be proved. */
MUST_CHECK bool change_open_unproved(struct db *db, struct change_by *by, struct change **out, struct err *e);
/* Is an entry of that allowed to who changes? Asked ahead of everything else where much else may be refused:
 * who may not is told that, and the refusal says it. ERR_DENIED. */
MUST_CHECK bool change_may(struct change *c, const char *what, struct str object, struct err *e);
/* Adds an entry. old and new are JSON; without a pointer: absent. ERR_DENIED where the user may not. */
MUST_CHECK bool change_note(
    struct change *c, const char *what, struct str object, struct str old, struct str new, struct err *e);
/* Remembers why what was asked for is refused: dropping the change then leaves an entry of it. False. */
bool change_refuse(struct change *c, struct str object, const struct err *why);
/* Does the store have users, so that who changes has signed in? */
bool change_is_guarded(const struct change *c);
/* Those of who changes, or fewer by an access token: no more than they allow may be handed on. 0: the store
 * has no users. */
unsigned change_roles(const struct change *c);
/* Was it asked for by an access token, and not in a session that somebody began? */
bool change_is_by_token(const struct change *c);
/* The number of the newest entry of the trail, this change's own included. */
int64_t change_number(const struct change *c);
/* Makes everything since change_open lasting. *c is gone afterwards and NULL, also on failure, when nothing
 * was changed. */
MUST_CHECK bool change_close(struct change **c, struct err *e);
/* Undoes everything since change_open. NULL is fine. */
void change_drop(struct change *c);

static inline void change_scoped_drop(struct change **c)
{
	change_drop(*c);
}
#define SCOPED_CHANGE __attribute__((cleanup(change_scoped_drop))) struct change
