/*
 * caveats - what an answer cannot show, in sentences: old data, components that no source could see, releases
 * without an SBOM. Silence about them would look like safety.
 */
#pragma once
#include "actions/matching/blind_spots.h"
#include "base/time.h"

struct caveat {
	struct str text;
	enum remedy remedy;
};

struct caveats {
	struct caveat *items;
	size_t count, room;
	struct instant older_at; /* when the next source gets old; 0: none does */
};

/* Texts are in the arena, as everywhere here; empty ones are not added. */
void caveats_add(struct caveats *c, struct str text, struct arena *arena);
/* With what helps, which the terminal says behind it. */
void caveats_add_remedy(struct caveats *c, struct str text, enum remedy remedy, struct arena *arena);

/* Sources that are turned off, and those whose newest record is stale_days old; stale_days 0: none is called
 * old. */
MUST_CHECK bool caveats_of_age(struct db *db, int64_t stale_days, struct instant now, struct arena *arena,
    struct caveats *out, struct err *e);
/* No record says which versions of anything are affected. */
MUST_CHECK bool caveats_of_no_data(struct db *db, struct arena *arena, struct caveats *out, struct err *e);
/* What is true of the whole store; vulnerability: the answer rests on what sources see. */
MUST_CHECK bool caveats_of_store(
    struct db *db, bool vulnerability, struct arena *arena, struct caveats *out, struct err *e);

/* "Pump 1.0, Pump 2.0", of what has no SBOM, at most some names; empty where each has one. */
struct str caveat_bare(const struct blind_spots *spots, struct arena *arena);
