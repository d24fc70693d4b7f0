/*
 * sync_feeds - asks the providers of records for what is new, and takes it into the store.
 *
 * Each provider by itself: what it has is fetched into files, imported as actions/feeds/import_feed does, and
 * then what is known of its documents is kept, so that the next time asks for the rest alone. That, or how it
 * failed, is one entry of the trail for each provider and time ("feed.sync"), which also shows that the
 * provider was asked (postmarket guidance, V.B.1: monitoring sources). What was fetched and could not be
 * imported is fetched again.
 */
#pragma once
#include "actions/feeds/import_feed.h"
#include "actions/feeds/providers.h"

/* What is said meanwhile; each may be NULL. */
struct sync_talk {
	void *ctx;
	void (*fetching)(void *ctx, struct str provider, struct str url, size_t documents);
	void (*skipped)(void *ctx, const struct err *why);
	bool (*stop)(void *ctx); /* is it to end? */
};

struct sync_done {
	struct str provider;
	size_t fetched, unchanged; /* documents */
	int64_t bytes;
	struct import_report imported;
	struct str failure; /* in the arena; empty: none */
};

struct sync {
	const struct providers *providers;
	const struct str *only; /* their names; none: all */
	size_t only_count;
	struct sync_talk talk;
};

/* *out: one for each provider that was asked, in their order; in the arena. ERR_USAGE for a name that no
 * provider has. What a provider does wrong is no error here: it stands in *out. */
MUST_CHECK bool sync_feeds(struct db *db, const struct sync *s, struct change_by by, struct arena *arena,
    struct sync_done **out, size_t *count, struct err *e);
