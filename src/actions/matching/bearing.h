/*
 * bearing - what an advisory is about, as matching sees it.
 */
#pragma once
#include "matching/finding.h"
#include "store/db.h"
#include "store/vulnerabilities.h"

/* The sources are borrowed. */
struct bearings {
	struct db *db;
	const struct source_row *sources;
	size_t source_count;
	int64_t supplement_id; /* of the source nvd-supplement; 0: there is none */
};

struct bearing {
	struct advisory_head head;
	int64_t source_id;
	int64_t *vulnerabilities; /* none where a supplement stands in for NVD's own configurations */
	size_t about;
};

struct bearings bearings_of(struct db *db, const struct source_row *sources, size_t count);
struct str bearings_source(const struct bearings *b, int64_t source_id);
/* Does a supplement stand in for an advisory of this name and source? */
MUST_CHECK bool bearings_superseded(
    const struct bearings *b, struct str name, int64_t source_id, bool *superseded, struct err *e);
/* Everything in the arena. */
MUST_CHECK bool bearing_get(
    const struct bearings *b, int64_t advisory_id, struct arena *arena, struct bearing *out, struct err *e);
