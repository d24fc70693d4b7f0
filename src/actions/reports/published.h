/*
 * published - the advisories that everybody may read: those that somebody has issued as CSAF with the label
 * CLEAR, and that are clear as of their casefile's last issue. Their documents are those that were kept when
 * they were issued, byte for byte; what was issued before documents were kept is not among them.
 */
#pragma once
#include "publishing/csaf/csaf_provider.h"
#include "store/db.h"

/* The newest first. In the arena. */
MUST_CHECK bool published_all(
    struct db *db, struct arena *arena, struct csaf_listed **out, size_t *count, struct err *e);
struct published {
	struct csaf_listed listed;
	struct str document;
};

/* The one that belongs at that place, "white/2026/ac-2026-0001.json"; ERR_ABSENT where there is none. */
MUST_CHECK bool published_find(
    struct db *db, struct str place, struct arena *arena, struct published *out, struct err *e);
