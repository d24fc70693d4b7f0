/*
 * osv_range - events of OSV ranges as spans of versions, and the versions they leave out.
 *
 * Specification: OSV schema, "affected[].ranges[].events" and "Evaluation". Events are sorted by version,
 * equal ones stay in order; introduced begins a span, fixed ends it before, last_affected behind. Nothing at
 * or behind the last limit is affected.
 */
#pragma once
#include "base/arena.h"
#include "sources/advisory.h"
#include "sources/feeds/draft.h"

enum osv_event_kind { OSV_INTRODUCED, OSV_FIXED, OSV_LAST_AFFECTED, OSV_LIMIT };

struct osv_event {
	enum osv_event_kind kind;
	struct str version;
	struct str key; /* set by osv_range_add() */
	size_t index;
};

/* The spans of one affected entry, to tell which versions lie in none. */
struct osv_ranges {
	struct draft *draft; /* where rows go */
	struct arena *record;
	struct osv_interval *intervals;
	size_t count, room;
};

/* Empties it for the next entry. */
void osv_range_clear(struct osv_ranges *r, struct draft *draft, struct arena *record);
void osv_range_free(struct osv_ranges *r);
/* Adds a row like model for each span of the events (which are sorted in place). Where the scheme cannot read
 * every version, the rows are generic. */
void osv_range_add(
    struct osv_ranges *r, struct osv_event *events, size_t count, const struct affected *model);
/* Adds a row for each version that lies in none of the spans added; model says package and scheme. */
void osv_range_add_versions(
    struct osv_ranges *r, const struct str *versions, size_t count, const struct affected *model);
