/*
 * blind_spots - what no answer from the store can show: components that no source could see, and releases
 * that have no SBOM.
 */
#pragma once
#include "actions/fielded.h"
#include "reports/unseen.h"

struct blind_spots {
	struct unseen unseen; /* of the distinct components */
	struct str *bare;     /* "Pump 1.0": releases without an SBOM */
	size_t bare_count;
};

/* Of the releases asked for; in the arena. ERR_INPUT where a name is not known. */
MUST_CHECK bool blind_spots_find(
    struct db *db, struct fielded_query query, struct arena *arena, struct blind_spots *out, struct err *e);

/* Of the whole store, at a cost that does not grow with it. */
struct blind_store {
	int64_t not_matchable; /* components, -1: they were never counted */
	struct str *families;  /* of packages that components name and no source serves: "purl type conan" */
	size_t family_count;
	int64_t bare; /* releases without an SBOM */
};

MUST_CHECK bool blind_spots_of_store(
    struct db *db, struct arena *arena, struct blind_store *out, struct err *e);
