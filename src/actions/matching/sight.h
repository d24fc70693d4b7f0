/*
 * sight - could any source in the store see a component? It has to name something that can be looked up, and
 * some source has to have records of that kind of package: of npm, of Debian, CPE names of applications.
 *
 * A component is seen through aliases too, as it is matched. What was asked of the store once is remembered.
 */
#pragma once
#include "matching/reach.h"
#include "store/db.h"

struct sight;

/* own: the rules of the manufacturer, borrowed. */
struct sight *sight_new(struct db *db, const struct alias_book *own);
void sight_free(struct sight *s);

/* The kind of package that no source serves, in words ("purl type conan"), of a component that names nothing
 * else that could be looked up. Empty where it is served, or not matchable at all. In the arena. */
MUST_CHECK bool sight_unserved(
    struct sight *s, const struct component *c, struct arena *arena, struct str *kind, struct err *e);

static inline void sight_scoped_free(struct sight **s)
{
	sight_free(*s);
}
#define SCOPED_SIGHT __attribute__((cleanup(sight_scoped_free))) struct sight
