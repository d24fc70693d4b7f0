/*
 * add_consignee - one consignee by hand, as a row of a list states it.
 */
#pragma once
#include "records/trail.h"
#include "sources/consignee_rows.h"
#include "store/db.h"

/* row->account is no other's yet, or ERR_CONFLICT. What a row says of a shipment is not looked at. */
MUST_CHECK bool add_consignee(
    struct db *db, const struct consignee_row *row, struct change_by by, struct err *e);
