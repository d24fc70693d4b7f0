/*
 * coverage - what a store can be asked about who could see what: packages that sources know, the runs that
 * were recorded, and what imports could not read. Writing is for actions/, within a change.
 */
#pragma once
#include "base/arena.h"
#include "sources/advisory.h"
#include "store/db.h"

/* Does any source have a range in a package of this kind whose name begins so ("conan/", "" for any)? */
MUST_CHECK bool coverage_is_served(
    struct db *db, enum package_kind kind, struct str prefix, bool *served, struct err *e);
/* A family of packages that components name (matching/package_family.h), and how many do. */
struct component_family {
	int64_t kind; /* enum package_kind, or FAMILY_NONE */
	struct str family;
	int64_t components; /* -1: they were never counted */
};

#define FAMILY_NONE 0 /* of components that name nothing that can be looked up */

/* All of them, also of components that are in no release any more; in the arena. */
MUST_CHECK bool component_families(
    struct db *db, struct arena *arena, struct component_family **out, size_t *count, struct err *e);

/* Does any source have a range in any package? EPSS and KEV have none. */
MUST_CHECK bool coverage_is_any_served(struct db *db, bool *served, struct err *e);
/* 0 where there is no such advisory. */
MUST_CHECK bool coverage_source_of(struct db *db, int64_t advisory_id, int64_t *source_id, struct err *e);

MUST_CHECK bool coverage_run_add(struct db *db, struct instant at, struct str content, struct err *e);
/* The newest; INSTANT_NONE where none was recorded. The content is in the arena. */
MUST_CHECK bool coverage_run_last(
    struct db *db, struct arena *arena, struct instant *at, struct str *content, struct err *e);

/* What the last import of a kind of feed could not read. */
struct feed_skip {
	struct str feed; /* "nvd", "osv"; "other" for what was no feed */
	struct instant at;
	int64_t skipped;
	struct str reasons; /* the last of them, one a line */
};

MUST_CHECK bool feed_skip_put(struct db *db, const struct feed_skip *skip, struct err *e);
/* By feed; in the arena. */
MUST_CHECK bool feed_skip_list(
    struct db *db, struct arena *arena, struct feed_skip **out, size_t *count, struct err *e);
