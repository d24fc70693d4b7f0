/*
 * life_report - until when what a component is of is supported, according to whom, in words and for machines.
 */
#pragma once
#include "formats/json_write.h"
#include "inventory/component.h"

/* Dates are DATE_NONE where the source does not state them. */
struct life_said {
	struct str product, cycle, source; /* "OpenSSL", "1.1.1", "endoflife" */
	struct date end_of_support, end_of_life, end_of_extended;
	bool has_ended;	      /* its life, by the source's own word, where it states no date */
	bool of_distribution; /* what the package was built for, not the package itself */
};

/* Is its life over on this day? */
bool life_is_over(const struct life_said *l, struct date today);
/* "OpenSSL 1.1.1 is at the end of its life since 2023-09-11, according to endoflife", or until when it lives;
 * with the extended support, if any, and what the SBOM states of the component. In the arena. */
struct str life_words(
    const struct life_said *l, const struct component *c, struct date today, struct arena *arena);
/* A field "lifecycle" of the object that is open, an array; nothing where there is none. */
void life_write_json(const struct life_said *lives, size_t count, struct date today, struct json_out *w);

/* A component whose life is over, or that of what it was built for. */
struct life_of {
	struct component component;
	struct life_said *lives; /* the others too */
	size_t count;
};

/* A field "end_of_life" of the object that is open: an array of "name", "version" and "lifecycle". */
void life_write_ended(const struct life_of *of, size_t count, struct date today, struct json_out *w);
