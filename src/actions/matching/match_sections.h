/*
 * match_sections - the matches of components: found, and made into the sections that are kept.
 */
#pragma once
#include "actions/matching/match_heads.h"
#include "inventory/component.h"
#include "matching/match.h"
#include "store/matches.h"

/* A component, the packages it reaches, and the packed ranges of each. */
struct match_item {
	int64_t component_id;
	struct component component;
	struct reach *reaches;
	struct str *packed;
	size_t reach_count;
	struct match_list matches; /* made by match_items() */
	bool damaged;
	struct err why;
};

/* Matches each item by itself, in a few threads where there are many. What is found is in the arenas, one a
 * thread, and does not depend on how many there are. */
#define MATCH_THREADS 2
MUST_CHECK bool match_items(
    struct match_item *items, size_t count, struct arena arenas[MATCH_THREADS], struct err *e);

/* The matches of one component as sections, by advisory; bodies are in the arena. */
MUST_CHECK bool match_sections_make(struct match_heads *h, const struct component *c,
    const struct match_list *matches, struct arena *arena, struct match_section **out, size_t *count,
    struct err *e);
