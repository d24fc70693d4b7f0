/*
 * bearing - what an advisory is about, as matching sees it.
 */
#pragma once
#include "actions/matching/heard.h"
#include "matching/finding.h"
#include "store/db.h"
#include "store/vulnerabilities.h"

/* The sources are borrowed. */
struct bearings {
	struct db *db;
	struct heard heard;
	const struct source_row *sources;
	size_t source_count;
	int64_t nvd_id;	       /* 0: there is none */
	int64_t supplement_id; /* of the source nvd-supplement; 0: there is none, or it is off */
};

struct bearing {
	struct advisory_head head;
	int64_t source_id;
	/* None where a supplement stands in for NVD's own configurations, or the source is off. */
	int64_t *vulnerabilities;
	size_t about;
	bool silent; /* as bearings_silent() */
};

struct bearings bearings_of(struct db *db, const struct source_row *sources, size_t count);
struct str bearings_source(const struct bearings *b, int64_t source_id);
/* Does what an advisory of this name and source says not count: a supplement stands in for it, or the source
 * is off? */
MUST_CHECK bool bearings_silent(
    const struct bearings *b, struct str name, int64_t source_id, bool *silent, struct err *e);
/* Everything in the arena. */
MUST_CHECK bool bearing_get(
    const struct bearings *b, int64_t advisory_id, struct arena *arena, struct bearing *out, struct err *e);
/* Of many, by one statement; no id stands twice. */
MUST_CHECK bool bearings_get(const struct bearings *b, const int64_t *advisory_ids, size_t count,
    struct arena *arena, struct bearing *out, struct err *e);
