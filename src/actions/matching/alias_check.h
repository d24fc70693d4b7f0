/*
 * alias_check - where the name of a package leads, by which rule, and whether records know it there.
 */
#pragma once
#include "matching/alias.h"
#include "store/db.h"

struct alias_place {
	struct alias_name name;
	bool known;	    /* the store has ranges of versions in it */
	struct str through; /* the rule; of the first, "the name itself" */
};

/* The name itself first. In the arena. */
MUST_CHECK bool alias_check(struct db *db, struct alias_name name, struct arena *arena,
    struct alias_place **out, size_t *count, struct err *e);
