/*
 * facts_json - facts and policies from JSON, strictly.
 *
 * An unknown or repeated key, a value of the wrong type, an unknown word and a day that does not exist are
 * errors that name the full path: events[0].kind: "sickness" is not one of death, serious_injury,
 * malfunction. The document names the zone in which its instants become dates, so reading takes two steps:
 * open, ask for the zone, read with it.
 */
#pragma once
#include "base/arena.h"
#include "base/err.h"
#include "base/time_zone.h"
#include "decision/facts.h"
#include "decision/policy.h"

struct facts_document;

MUST_CHECK bool facts_document_open(struct str json, struct facts_document **out, struct err *e);
void facts_document_close(struct facts_document *d);

/* The name under "time_zone"; "UTC" where there is none. Lives as long as the document. */
struct str facts_document_zone(const struct facts_document *d);

/* Facts and policy (the default where the document has none). What they point to lives in the arena. */
MUST_CHECK bool facts_document_read(const struct facts_document *d, const struct time_zone *zone,
    struct arena *a, struct facts *facts, struct policy *policy, struct err *e);

/* A policy document alone, as a manufacturer keeps it. */
MUST_CHECK bool policy_json_read(struct str json, struct arena *a, struct policy *out, struct err *e);

static inline void facts_document_scoped_close(struct facts_document **d)
{
	facts_document_close(*d);
}
#define SCOPED_FACTS_DOCUMENT __attribute__((cleanup(facts_document_scoped_close))) struct facts_document
