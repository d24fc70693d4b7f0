/*
 * match_record - what a run changed: findings that appear, vanish or change, compared list by list and kept.
 */
#pragma once
#include "actions/matching/match_heads.h"
#include "actions/matching/match_states.h"
#include "store/id_set.h"
#include "store/match_runs.h"

/* One run under way; its row is made when there is something to keep. */
struct recorder {
	struct db *db;
	struct match_heads *heads;
	struct config_view *configs;
	struct match_run run;
	bool name_cause;    /* the advisory that changed stands beside each change */
	struct arena arena; /* reset for each component */
	struct buf changes, lists;
};

struct recorder recorder_new(
    struct db *db, struct match_heads *heads, struct config_view *configs, struct match_run run);
void recorder_free(struct recorder *r);

/* The section of one advisory as it was and as it is; empty: none. */
struct section_pair {
	int64_t advisory_id;
	struct str before, after;
};

/* One component. lists: those that hold it; before and after an SBOM one list each, the same place in both.
 * wanted: vulnerabilities to look at, ascending; NULL: all that the sections speak of. */
struct recording {
	int64_t component_id;
	const struct component *component;
	const struct section_pair *sections;
	size_t section_count;
	const int64_t *before_lists, *after_lists;
	size_t list_count;
	const int64_t *wanted;
	size_t wanted_count;
};

MUST_CHECK bool recorder_take(struct recorder *r, const struct recording *what, struct err *e);
/* Writes the counts of the run, if there was anything. */
MUST_CHECK bool recorder_finish(struct recorder *r, struct err *e);
