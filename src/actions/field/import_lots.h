/*
 * import_lots - a firm's list of lots and serial numbers, into the store: one change.
 *
 * Units are known by lot and serial numbers, which may run another release by now; without serial numbers by
 * release and lot. Importing the same list again changes nothing, and importing a newer one updates. What a
 * list does not name stays.
 */
#pragma once
#include "actions/field/import_counts.h"
#include "records/trail.h"
#include "store/db.h"

struct lot_import {
	const char *path;
	struct str device; /* of every row that names none; may be empty */
};

/* A list with an error ("file.csv:12: ...") changes nothing. Each lot that is added or changed leaves its
 * entry. */
MUST_CHECK bool import_lots(struct db *db, const struct lot_import *what, struct change_by by,
    struct import_counts *out, struct err *e);
