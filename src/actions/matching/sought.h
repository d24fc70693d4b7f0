/*
 * sought - the vulnerabilities that somebody asks about, the advisories that may be about them (but
 * for sources that are turned off), and the packages that those speak of: what else is met on the way needs
 * no looking at.
 */
#pragma once
#include "store/db.h"
#include "store/id_set.h"

struct sought {
	struct id_set vulnerabilities, advisories, packages;
};

/* ids: of vulnerabilities, in any order. out is empty before. */
MUST_CHECK bool sought_find(
    struct db *db, const int64_t *ids, size_t count, struct sought *out, struct err *e);
void sought_clear(struct sought *s);

#define SCOPED_SOUGHT __attribute__((cleanup(sought_clear))) struct sought
