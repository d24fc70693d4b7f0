/*
 * case_reopen - a closed casefile is opened again, where its facts turn out to be wrong.
 */
#pragma once
#include "base/time.h"
#include "records/trail.h"
#include "store/db.h"

/* by.why says why, and must: ERR_CONFLICT without it, of a file that is open, and while another on the same
 * vulnerability in the device is. The closing stays on record, with a record of the reopening behind it.
 * *closed_on: the day of the closing that is taken back. */
MUST_CHECK bool case_reopen(
    struct db *db, int64_t casefile_id, struct change_by by, struct date *closed_on, struct err *e);
