/*
 * export_inspection - an inspection package of some casefiles, and that it was given out.
 */
#pragma once
#include "base/crypto.h"
#include "formats/archive_write.h"
#include "records/trail.h"
#include "store/db.h"

struct inspection_asked {
	const int64_t *casefiles;
	size_t count;
	enum archive_form form;
	const struct ed25519 *key; /* NULL: the package has no checkpoint */
};

/* Leaves an entry "inspection.files" with the digest of each file, the last of the trail in the package,
 * which checkpoint.json signs where there is a key.
 *
 * The archive into out, and an entry "inspection.export" with its digest into the trail, which is not
 * in the archive. ERR_CONFLICT where the store was changed while it was read. */
MUST_CHECK bool export_inspection(struct db *db, const struct inspection_asked *asked, struct change_by by,
    struct buf *out, struct sha256 *digest, struct err *e);
