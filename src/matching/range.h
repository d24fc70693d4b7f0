/*
 * range - the versions of a package that an advisory speaks of, with keys ready to compare.
 *
 * The interval runs from low_key to high_key; a bound that is not there is open. Keys are those of the
 * range's scheme (identity/version_key.h); texts are kept for the trace. A struct range borrows everything.
 */
#pragma once
#include "base/arena.h"
#include "sources/advisory.h"

struct range {
	int64_t advisory_id;
	enum affected_status status;
	enum version_scheme scheme;
	bool has_low, has_high, low_inclusive, high_inclusive;
	bool not_applicable; /* CPE version "-" */
	struct str low_key, high_key, low, high;
	struct str qualifier; /* as in struct affected */
	struct str fixed;     /* may be empty */
	int config;	      /* -1: none */
};

/* Keys for what a record says. A bound that its scheme cannot read makes the whole range generic, which reads
 * everything. Keys live in the arena. */
struct range range_of(const struct affected *a, int64_t advisory_id, struct arena *arena);

/* Is the version with this key, of the range's scheme, inside? A range without bounds holds every version. */
bool range_holds(const struct range *r, struct str key);

/* As range_holds for a version that its own scheme cannot read: both sides are compared as generic. */
bool range_holds_text(const struct range *r, struct str version, struct arena *arena);

/* By scheme, then low key, then everything else that tells two ranges apart: a total order. */
int range_compare(const struct range *a, const struct range *b);

/* "1.2 <= 1.5 < 2.0", "10.0.1 = 10.0.1", "all versions"; version is the component's. In the arena. */
struct str range_words(const struct range *r, struct str version, struct arena *arena);
