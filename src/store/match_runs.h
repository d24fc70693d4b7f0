/*
 * match_runs - what changed findings, and which: kept a run and a component, packed (matching/change.h).
 */
#pragma once
#include "base/arena.h"
#include "base/time.h"
#include "store/db.h"

/* Stored in databases: values never change. */
enum match_cause {
	MATCH_FEED = 1,	  /* an import of feeds */
	MATCH_SBOM = 2,	  /* an SBOM for a release */
	MATCH_FULL = 3,	  /* everything matched again */
	MATCH_ALIAS = 4,  /* a rule that two packages are one product came or went */
	MATCH_SOURCE = 5, /* a source was turned off, or on again */
	MATCH_NAME = 6,	  /* another name of a vulnerability was refused, or that was taken back */
};

struct match_run {
	int64_t id;
	struct instant at;
	enum match_cause cause;
	int64_t trail;				       /* the entry of the audit trail that records it */
	int64_t release_id, previous_list_id, list_id; /* of MATCH_SBOM; 0: none */
	int64_t appeared, vanished, changed;	       /* findings of components */
};

MUST_CHECK bool match_run_add(struct db *db, const struct match_run *run, int64_t *id, struct err *e);
/* Writes the counts of run->id. */
MUST_CHECK bool match_run_count(struct db *db, const struct match_run *run, struct err *e);
/* 0: there was none yet. */
MUST_CHECK bool match_run_newest(struct db *db, int64_t *id, struct err *e);
MUST_CHECK bool match_event_put(
    struct db *db, int64_t run_id, int64_t component_id, struct str changes, struct err *e);

/* The runs behind one, in order; in the arena. */
MUST_CHECK bool match_runs_since(
    struct db *db, int64_t behind, struct arena *arena, struct match_run **out, size_t *count, struct err *e);

struct match_event {
	int64_t component_id;
	struct str changes;
};

/* What a run did, by component; in the arena. */
MUST_CHECK bool match_events_of(struct db *db, int64_t run_id, struct arena *arena, struct match_event **out,
    size_t *count, struct err *e);
