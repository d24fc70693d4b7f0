/*
 * attach - files kept with a casefile, each under the digest of its bytes.
 */
#pragma once
#include "assessment/casefile.h"
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
/* The file that a record keeps: what was attached, a report or an advisory that was issued. *found: false
 * where it is of no such kind, or was issued before files were kept. ERR_STORE where it is damaged. */
MUST_CHECK bool case_record_file(
    struct db *db, const struct case_record *record, struct buf *out, bool *found, struct err *e);
/* The same by the record's number; ERR_ABSENT where there is none. *name: that of the file, in the arena. */
MUST_CHECK bool case_attachment(struct db *db, int64_t casefile_id, int64_t record, struct arena *arena,
    struct buf *out, struct str *name, struct err *e);
/* A name of letters that every archive, system and header takes; at most 100. */
struct str attachment_plain_name(struct str name, struct arena *arena);
