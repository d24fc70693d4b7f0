/*
 * signal_entry_check - what is entered of a signal fits what stands of it.
 */
#pragma once
#include "base/arena.h"
#include "base/err.h"
#include "records/trail.h"
#include "store/db.h"

/* ERR_INPUT for a day ahead of by.at, an empty reason, a reason why a complaint is not reportable that lacks
 * what it needs or is dated before the receipt. ERR_CONFLICT for such a reason of another kind of signal, or
 * of one in a casefile; for an embargo that ends earlier than the one that stands without a word why; where
 * what was acknowledged too late is said to have been in time, and by.why says nothing. */
MUST_CHECK bool signal_entry_check(struct db *db, int64_t id, const char *kind, struct str content,
    struct change_by by, struct arena *arena, struct err *e);
/* ERR_INPUT for a summary or a reason that is there and says nothing. */
MUST_CHECK bool signal_entry_says(const char *kind, struct str content, struct arena *arena, struct err *e);
