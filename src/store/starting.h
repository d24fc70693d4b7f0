/*
 * starting - what begins with some words: names of components, and those that advisories are known by.
 *
 * The cost follows what is found where the index has the bytes in order, as SQLite's has.
 */
#pragma once
#include "base/arena.h"
#include "store/db.h"

/* At most, by the statements in store/sql. */
#define STARTING_MOST 20

struct starting_name {
	struct str name;
	struct str version; /* of a component; may be empty */
	int64_t id;	    /* of a component; 0 otherwise */
};

/* In any case, by name and version. In the arena, as the other. */
MUST_CHECK bool components_starting(struct db *db, struct str words, struct arena *arena,
    struct starting_name **out, size_t *count, struct err *e);
/* As they are written, by name. */
MUST_CHECK bool names_starting(struct db *db, struct str words, struct arena *arena,
    struct starting_name **out, size_t *count, struct err *e);
