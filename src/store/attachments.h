/*
 * attachments - files that records refer to, each kept once under the digest of its bytes. Writing is for
 * actions/, within a change.
 */
#pragma once
#include "base/buf.h"
#include "base/crypto.h"
#include "base/time.h"
#include "store/db.h"

/* Kept already: nothing happens. */
MUST_CHECK bool attachment_add(
    struct db *db, const struct sha256 *digest, struct str content, struct instant at, struct err *e);
/* Replaces what is in out, which bounds its size. *found: whether there is one; ERR_STORE where it is
 * damaged. */
MUST_CHECK bool attachment_get(
    struct db *db, const struct sha256 *digest, struct buf *out, bool *found, struct err *e);

struct attachment_sink {
	void *ctx;
	/* packed is as zstd_unpack_one() takes it; it lives for the call. */
	bool (*attachment)(
	    void *ctx, const struct sha256 *digest, int64_t size, struct str packed, struct err *e);
};
/* All, by digest. */
MUST_CHECK bool attachment_read(struct db *db, struct attachment_sink out, struct err *e);
