/*
 * weigh - what an advisory that meets a component is about, and whether its configurations hold in the
 * release.
 *
 * What was looked up for one component serves those behind it: a configuration is judged once for a release,
 * however many components and versions meet it, as long as it is remembered. Memory is bounded.
 */
#pragma once
#include "actions/matching/sought.h"
#include "matching/finding.h"
#include "store/db.h"
#include "store/vulnerabilities.h"

struct weigher;

/* The release, and what it is weighed against; everything is borrowed. */
struct weighing {
	struct db *db;
	const struct component *components;
	size_t component_count;
	const struct source_row *sources;
	size_t source_count;
	const struct alias_book *own; /* the manufacturer's own rules; NULL: none */
	const struct sought *sought;  /* the vulnerabilities that matter; NULL: all */
};

struct candidate_list {
	struct candidate *candidates; /* free()d by the caller */
	size_t count, room;
};

struct weigher *weigher_new(struct weighing what);
void weigher_free(struct weigher *w);

/* The components are those of a registered list: whether configurations hold in it is read from what is kept,
 * which must be current (store/matches.h), and not judged again. */
void weigher_use_kept(struct weigher *w, int64_t list_id);

/* Sorts the matches and adds what they come to; it points to them and into the weigher. */
MUST_CHECK bool weigh(
    struct weigher *w, struct match_list *matches, struct candidate_list *out, struct err *e);
/* Does a configuration of an advisory hold in the release? */
MUST_CHECK bool weigh_config(
    struct weigher *w, int64_t advisory_id, int config, enum platform_answer *answer, struct err *e);
/* When no candidate is needed any more: gives memory back. */
void weigher_rest(struct weigher *w);
