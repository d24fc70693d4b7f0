/*
 * case_close - a casefile is closed, where nothing is owed any more that holds it open.
 */
#pragma once
#include "base/time.h"
#include "records/trail.h"
#include "store/db.h"

/* Refused while an obligation that holds it open is open or overdue. In a store with users also while a
 * record lacks its signatures (case_order.h); and who closes it signs that for responsibility, with the
 * secret. */
MUST_CHECK bool case_close(struct db *db, int64_t casefile_id, struct date on, struct str secret,
    struct change_by by, struct err *e);
