/*
 * heard - which records count: all but those of sources that a person has turned off.
 *
 * Where no source is off, nothing is looked at and nothing is copied.
 */
#pragma once
#include "store/db.h"
#include "store/vulnerabilities.h"

/* Some of its sources are borrowed from those it is made of. */
struct heard {
	struct db *db;
	const struct source_row *sources;
	size_t source_count;
	bool all; /* none is off */
};

struct heard heard_of(struct db *db, const struct source_row *sources, size_t count);
bool heard_source(const struct heard *h, int64_t source_id);

/* Takes the ranges of sources that are off out of packed ones (matching/packed.h). What is left is in the
 * arena, or what it was where nothing is taken out. ERR_STORE on damage. */
MUST_CHECK bool heard_ranges(const struct heard *h, struct arena *arena, struct str *packed, struct err *e);
