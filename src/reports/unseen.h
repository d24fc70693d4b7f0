/*
 * unseen - how many components no source could see, and of which kinds, in a line: what is not seen must not
 * look like what is safe.
 */
#pragma once
#include "base/arena.h"

#define UNSEEN_KINDS_MOST 20 /* that are named; others are counted */

struct unseen_kind {
	struct str words; /* "purl type conan" */
	size_t count;
};

struct unseen {
	size_t components;			     /* all that were looked at */
	size_t not_matchable;			     /* they name nothing that can be looked up */
	size_t not_served;			     /* they do, and no source has records of that kind */
	struct unseen_kind kinds[UNSEEN_KINDS_MOST]; /* of those, in the order they came */
	size_t kind_count;
};

/* One more component. why: it is not matchable; kind: which no source serves, borrowed; empty where that is
 * not so. */
void unseen_add(struct unseen *u, struct str why, struct str kind);

/* "no source can see 3 of 65 components: 1 names nothing to look up, no source serves the kind of 2 (purl
 * type conan 1, CPE part h 1)"; empty where all can be seen. In the arena, as below. */
struct str unseen_line(const struct unseen *u, struct arena *arena);
/* "no source serves the kind of 2 components: purl type conan 1, CPE part h 1"; empty where all are served.
 */
struct str unseen_kinds_line(const struct unseen *u, struct arena *arena);
