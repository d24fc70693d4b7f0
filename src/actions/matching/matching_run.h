/*
 * matching_run - what all ways of bringing matches up to date share: looking up, the run, the component in
 * hand.
 */
#pragma once
#include "actions/matching/match_record.h"
#include "actions/matching/match_sections.h"
#include "actions/matching/match_update.h"

struct matching_run {
	struct db *db;
	struct match_heads *heads;
	struct config_view configs;
	struct recorder recorder;
	struct alias_book own; /* rules of the manufacturer */
	struct arena lasting;
	struct recall ranges; /* packed ranges by package */
	struct arena arenas[MATCH_THREADS];
	struct arena work; /* reset for each component */
	struct buf judged;
};

MUST_CHECK bool matching_run_open(
    struct db *db, struct match_run run, bool name_cause, struct matching_run **out, struct err *e);
void matching_run_close(struct matching_run *m);

/* Reads a component's content into item, with what it reaches; all in arena. */
MUST_CHECK bool matching_run_reach(struct matching_run *m, int64_t component_id, struct str content,
    struct arena *arena, struct match_item *item, struct err *e);
/* The same with all ranges of its packages. */
MUST_CHECK bool matching_run_load(struct matching_run *m, int64_t component_id, struct str content,
    struct arena *arena, struct match_item *item, struct err *e);
/* Judges the configurations of an advisory over all lists, and keeps what they come to. */
MUST_CHECK bool matching_run_judge(struct matching_run *m, struct config_judge *judge, int64_t advisory_id,
    struct str configs, struct err *e);
/* The same for all advisories that have any; legs: only for those with a leg in one of these packages; NULL:
 * for all. */
MUST_CHECK bool matching_run_judge_all(
    struct matching_run *m, const struct alias *legs, size_t leg_count, struct err *e);
/* Matches items whole and makes the result what is kept of them; findings are compared where their lists are
 * given, one set an item. */
MUST_CHECK bool matching_run_whole(struct matching_run *m, struct match_item *items,
    const struct id_set *lists, size_t count, struct err *e);

/* The same for components by their ids, some side by side; compare: their findings, in all lists that hold
 * them. */
MUST_CHECK bool matching_run_components(
    struct matching_run *m, const int64_t *ids, size_t count, bool compare, struct err *e);

static inline void matching_run_scoped_close(struct matching_run **m)
{
	matching_run_close(*m);
}
#define SCOPED_MATCHING_RUN __attribute__((cleanup(matching_run_scoped_close))) struct matching_run
