/*
 * import_feed - takes vulnerability feeds into the store: files, folders, archives.
 *
 * One import is one transaction with one entry in the audit trail: all of it or nothing. A document that is
 * one record and is bad counts as a bad record: it is told and passed over. A document of many records that
 * breaks off is an error, and nothing is imported. A document that is no feed is an error where it was named
 * itself, and is passed over inside a folder or an archive. A file whose very bytes were imported before is
 * passed over.
 */
#pragma once
#include "records/trail.h"
#include "store/advisories.h"
#include "store/match_runs.h"

struct import_report {
	size_t documents;	/* read as a feed */
	size_t unchanged_files; /* passed over: same bytes as before */
	size_t other_documents; /* passed over: no feed */
	size_t records[PUT_RESULT_COUNT];
	size_t skipped;		  /* bad records */
	struct match_run matched; /* what it did to findings; id 0: nothing */
};

/* What is said meanwhile; each may be NULL. */
struct import_talk {
	void *ctx;
	void (*skipped)(void *ctx, const struct err *why);
	void (*document)(void *ctx, struct str name, const char *feed, const struct import_report *so_far);
	struct str called; /* what the one path is called in the store and in what is said; empty: as it is */
};

MUST_CHECK bool import_feeds(struct db *db, const char *const *paths, size_t count, struct change_by by,
    struct import_talk talk, struct import_report *out, struct err *e);

/* The same into a scratch store, without the trail and without raw records; for a scan without a store. */
MUST_CHECK bool import_feeds_scratch(struct db *db, const char *const *paths, size_t count,
    struct instant now, struct import_talk talk, struct import_report *out, struct err *e);
