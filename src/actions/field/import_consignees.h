/*
 * import_consignees - a firm's list of where its devices went, into the store: one change.
 *
 * A consignee is known by the firm's own account number, a shipment by shipment_identity(): importing the
 * same list again changes nothing, and importing a newer one updates. What a list does not name stays.
 */
#pragma once
#include "actions/field/import_counts.h"
#include "records/trail.h"
#include "store/db.h"

struct change;

struct consignee_import {
	struct import_counts consignees, shipments;
};

/* A list with an error ("file.csv:12: ...") changes nothing. Each consignee and shipment that is changed
 * leaves an entry of its own, with what stood before. As a part of a change that is open: what it moves of
 * what is due is for the caller (actions/casework/restate_register.h). */
MUST_CHECK bool import_consignees_within(struct db *db, struct change *change, const char *path,
    struct change_by by, struct consignee_import *out, struct err *e);
