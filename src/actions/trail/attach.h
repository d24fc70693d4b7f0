/*
 * attach - files kept with a casefile, each under the digest of its bytes.
 */
#pragma once
#include "base/buf.h"
#include "base/crypto.h"
#include "records/trail.h"
#include "store/db.h"

struct attaching {
	int64_t casefile_id;
	const char *path;
	struct str text; /* what it is; may be empty */
};

/* Keeps the file and adds a record of it: its name, size and SHA-256. *record: the record's number. */
MUST_CHECK bool case_attach(struct db *db, const struct attaching *a, struct change_by by, int64_t *record,
    struct sha256 *digest, struct err *e);
/* The content of what a record of the casefile attached. ERR_INPUT where there is no such record. */
MUST_CHECK bool case_attachment(
    struct db *db, int64_t casefile_id, int64_t record, struct buf *out, struct err *e);
