/*
 * kept_findings - the findings of components as kept matches have them: nothing is compared again.
 */
#pragma once
#include "base/arena.h"
#include "matching/finding.h"
#include "store/db.h"

struct kept_findings;

/* Reads in the transaction that is open. */
MUST_CHECK bool kept_findings_open(struct db *db, struct kept_findings **out, struct err *e);
void kept_findings_close(struct kept_findings *k);

/* A finding, and the component lists it holds for. */
struct kept_finding {
	struct finding finding;
	int64_t *lists; /* ascending */
	size_t list_count;
};

/* The findings of a component about one vulnerability: one where nothing depends on the platform. only_list:
 * the one list that matters, 0 for all. c must outlive the arena. ERR_CONFLICT where matches are not kept
 * yet. */
MUST_CHECK bool kept_findings_about(struct kept_findings *k, int64_t component_id, const struct component *c,
    int64_t vulnerability_id, int64_t only_list, struct arena *arena, struct kept_finding **out,
    size_t *count, struct err *e);

static inline void kept_findings_scoped_close(struct kept_findings **k)
{
	kept_findings_close(*k);
}
#define SCOPED_KEPT_FINDINGS __attribute__((cleanup(kept_findings_scoped_close))) struct kept_findings
