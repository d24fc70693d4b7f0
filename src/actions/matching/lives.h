/*
 * lives - until when the products that a component is of are supported, according to a table of life cycles.
 *
 * What the SBOM's supplier states stays beside it: neither overrides the other. A package of a distribution
 * lives as long as its release of the distribution, which carries fixes back; anything else by the product
 * that it names, or that an alias leads to.
 */
#pragma once
#include "inventory/component.h"
#include "matching/alias.h"
#include "reports/life_report.h"
#include "store/db.h"

/* Who asks about many components asks once. */
struct lives {
	struct db *db;
	struct str source;	      /* whose table it is */
	const struct alias_book *own; /* borrowed */
	bool any;		      /* there is a table, and it is not turned off */
};

MUST_CHECK bool lives_open(struct db *db, const struct alias_book *own, struct lives *out, struct err *e);
/* Of a list of components those whose life is over on this day; in the arena, or borrowed from them. */
MUST_CHECK bool lives_ended(struct db *db, const struct component *components, size_t component_count,
    struct date today, struct arena *arena, struct life_of **out, size_t *count, struct err *e);
/* In the arena, or borrowed from the component. */
MUST_CHECK bool lives_of(const struct lives *l, const struct component *c, struct arena *arena,
    struct life_said **out, size_t *count, struct err *e);
