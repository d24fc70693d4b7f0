/*
 * evidence - lists of compiled files, as they came, for a component of a release.
 *
 * Writing is for actions/, within a change. A list is never altered; a later one stands in for it.
 */
#pragma once
#include "base/arena.h"
#include "base/buf.h"
#include "base/crypto.h"
#include "base/time.h"
#include "store/db.h"

struct evidence {
	int64_t id, release_id;
	struct str component; /* its name */
	struct sha256 digest; /* of the list's bytes */
	struct str file;      /* as it was named */
	int64_t files;	      /* how many it lists */
	struct instant imported_at;
};

MUST_CHECK bool evidence_add(
    struct db *db, const struct evidence *new, struct str list, int64_t *id, struct err *e);
/* The newest one; id 0 where there is none. list may be NULL; else it gets the bytes of the list. */
MUST_CHECK bool evidence_newest(struct db *db, int64_t release_id, struct str component, struct arena *arena,
    struct evidence *out, struct buf *list, struct err *e);
