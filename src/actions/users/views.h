/*
 * views - views of a list that somebody keeps under a name: one's own, which nobody else sees. Each is a
 * change with its entry, "view.keep" and "view.drop".
 */
#pragma once
#include "records/trail.h"
#include "store/saved_views.h"

/* A list that has views: "findings". ERR_ABSENT for any other. */
MUST_CHECK bool view_list_check(struct str list, struct err *e);
/* In the place of the one of that name. ERR_INPUT for a name or a query that is empty or too long,
 * ERR_CONFLICT for too many. */
MUST_CHECK bool view_keep(
    struct db *db, struct str list, struct saved_view view, struct change_by by, struct err *e);
/* ERR_ABSENT where there is none. */
MUST_CHECK bool view_drop(
    struct db *db, struct str list, struct str name, struct change_by by, struct err *e);
