/*
 * saved_views - views of a list that somebody keeps under a name. Writing is for actions/, within a change.
 */
#pragma once
#include "base/time.h"
#include "store/db.h"

struct saved_view {
	struct str name, query; /* query: as in the address of the list, "status=affected&kev=1" */
	struct instant at;
};

/* In the place of the one of that name. */
MUST_CHECK bool saved_view_put(
    struct db *db, struct str who, struct str list, const struct saved_view *view, struct err *e);
/* Those of one user for one list, in the order they were kept; in the arena. */
MUST_CHECK bool saved_view_list(struct db *db, struct str who, struct str list, struct arena *arena,
    struct saved_view **out, size_t *count, struct err *e);
MUST_CHECK bool saved_view_drop(
    struct db *db, struct str who, struct str list, struct str name, struct err *e);
