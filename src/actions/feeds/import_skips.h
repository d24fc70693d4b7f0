/*
 * import_skips - what an import could not read, by kind of feed: how many records, and the last few reasons.
 */
#pragma once
#include "base/arena.h"
#include "base/time.h"
#include "store/db.h"

#define IMPORT_SKIPS_FEEDS_MOST 16
#define IMPORT_SKIPS_REASONS 5

struct import_skips {
	struct arena arena;
	struct import_skip {
		const char *feed;
		int64_t count;
		struct str reasons[IMPORT_SKIPS_REASONS]; /* a ring: the next one goes to count % size */
	} feeds[IMPORT_SKIPS_FEEDS_MOST];
	size_t feed_count;
	struct import_skip *current; /* of the document in hand; NULL: of no known kind */
};

/* A document begins; feed is a literal. NULL: it is over. */
void import_skips_document(struct import_skips *s, const char *feed);
void import_skips_add(struct import_skips *s, const struct err *why);
/* Keeps it with the feeds that were read; those that had no bad record have none now. */
MUST_CHECK bool import_skips_keep(
    const struct import_skips *s, struct db *db, struct instant now, struct err *e);
void import_skips_free(struct import_skips *s);

#define SCOPED_IMPORT_SKIPS __attribute__((cleanup(import_skips_free))) struct import_skips
