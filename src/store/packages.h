/*
 * packages - packages by name, and the ranges that advisories have in them.
 *
 * Changes to ranges are gathered (base/sorted_runs.h) and merged into the packed ranges of their packages in
 * one go: however many changes there are, a package is rewritten once.
 */
#pragma once
#include "matching/range.h"
#include "store/db.h"
#include "store/package_batch.h"

struct packages;

/* Who has batches merged by another thread. take gives back the batch that was given first, merged, waiting
 * for it if need be; NULL where none is left. */
struct merge_hand {
	void *ctx;
	void (*give)(
	    void *ctx, struct package_batch *b); /* NULL: nobody; at most three before one is taken */
	struct package_batch *(*take)(void *ctx);
};

struct packages *packages_new(struct db *db);
void packages_free(struct packages *p);

/* The id of a package, made if need be. */
MUST_CHECK bool packages_id(
    struct packages *p, enum package_kind kind, struct str name, int64_t *id, struct err *e);
/* The id, or 0 if nothing is known of the package. */
MUST_CHECK bool packages_find(
    struct db *db, enum package_kind kind, struct str name, int64_t *id, struct err *e);

/* Its kind and name; the name in the arena. ERR_STORE where there is no such package. */
MUST_CHECK bool packages_name(struct db *db, int64_t package_id, struct arena *arena, enum package_kind *kind,
    struct str *name, struct err *e);

/* Each package that is known, in no order; the name is valid in the call. */
typedef void packages_see(void *ctx, enum package_kind kind, struct str name);
MUST_CHECK bool packages_each(struct db *db, void *ctx, packages_see *see, struct err *e);

/* Adds a range of an advisory; or takes all of an advisory's ranges out of a package. What comes later holds.
 */
MUST_CHECK bool packages_add_range(
    struct packages *p, int64_t package_id, const struct range *r, struct err *e);
MUST_CHECK bool packages_remove_ranges(
    struct packages *p, int64_t package_id, int64_t advisory_id, struct err *e);
/* From now on packages_flush() has its batches merged by hand. */
void packages_merge_by(struct packages *p, struct merge_hand hand);
/* Writes what was gathered. */
MUST_CHECK bool packages_flush(struct packages *p, struct err *e);

/* The packed ranges of a package (matching/packed.h), empty if there are none; valid until the next call, or
 * packages_ranges_done(), which must follow the last one: until then they hold a lock on the store. */
MUST_CHECK bool packages_ranges(struct db *db, int64_t package_id, struct str *packed, struct err *e);
void packages_ranges_done(struct db *db);

/* The same in the arena: nothing of the store stays in use. */
MUST_CHECK bool packages_ranges_copy(
    struct db *db, int64_t package_id, struct arena *arena, struct str *packed, struct err *e);

static inline void packages_scoped_free(struct packages **p)
{
	packages_free(*p);
}
#define SCOPED_PACKAGES __attribute__((cleanup(packages_scoped_free))) struct packages
