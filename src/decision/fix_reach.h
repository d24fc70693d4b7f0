/*
 * fix_reach - how far fixes have come in the field: has every unit got one that is to get it?
 *
 * What is concerned is told release by release, what went out by the name of a release: its own, which goes
 * to its units alone, or that of one of which no unit concerned is in the field, which goes to any of them.
 */
#pragma once
#include "base/arena.h"
#include "decision/facts.h"

/* A fix, or a version of it, that units could have from a day on. */
struct reach_step {
	struct date on;
	int64_t fix;	    /* which of them: its index */
	struct str release; /* empty: it went to all that are to get it */
	int64_t units;	    /* below 0: not known */
};

/* What was concerned by a day, a release once where its numbers are known; in the arena. */
struct concerned_fact *reach_concerned(
    const struct concerned_fact *releases, size_t count, struct date by, struct arena *arena, size_t *found);

struct fix_reached {
	struct date whole_on; /* the first day on which every unit could have one; DATE_NONE: not yet */
	size_t used;	      /* that many steps, the first ones, had gone out by then */
	struct str lacking;   /* where it is not yet, and that can be told: the first release that has none */
};

/* Puts steps in the order of their days. Of a release of which no number is known the last distribution of a
 * fix counts, and one of which nothing went out has none. */
struct fix_reached fix_reach(const struct concerned_fact *releases, size_t release_count,
    struct reach_step *steps, size_t step_count, struct arena *arena);
