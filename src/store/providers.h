/*
 * providers - what a store knows of the documents that it fetched from providers of records, and how it went.
 * Writing is for actions/, within a change.
 */
#pragma once
#include "base/arena.h"
#include "base/time.h"
#include "store/db.h"

struct fetched_document {
	struct str url;
	struct str etag, modified; /* as the server gave them; empty: nothing is known of its bytes */
	struct instant through; /* of a list: everything up to this change was taken; INSTANT_NONE: nothing */
	struct instant at;	/* when it was fetched last, or found unchanged */
};

/* In the arena; what was never fetched has no etag, and INSTANT_NONE. */
MUST_CHECK bool fetched_find(
    struct db *db, struct str url, struct arena *arena, struct fetched_document *out, struct err *e);
MUST_CHECK bool fetched_put(struct db *db, const struct fetched_document *d, struct err *e);

struct provider_sync {
	struct str provider;
	struct instant asked;	      /* last */
	struct instant done;	      /* last without a failure; INSTANT_NONE: never */
	struct instant failing_since; /* INSTANT_NONE: it does not fail */
	struct str failure;	      /* empty: none */
};

/* By name; in the arena. */
MUST_CHECK bool provider_sync_list(
    struct db *db, struct arena *arena, struct provider_sync **out, size_t *count, struct err *e);
/* asked: just now. An empty failure: it went well. */
MUST_CHECK bool provider_sync_put(
    struct db *db, struct str provider, struct instant asked, struct str failure, struct err *e);
