/*
 * decide_facts - a facts document to its determination and obligations, with the time zone it names read from
 * the system: the joint of decision/, obligations/ and zone.h.
 */
#pragma once
#include "base/arena.h"
#include "base/err.h"
#include "base/time_zone.h"
#include "decision/determination.h"
#include "decision/facts.h"
#include "decision/policy.h"
#include "obligations/obligation.h"

struct decided {
	struct facts facts;
	struct policy policy;
	struct determination determination;
	struct obligation *obligations; /* the soonest first */
	size_t obligation_count;
};

/* A time zone that was read before, by the name under which documents have it. */
struct decide_zone {
	struct str name;
	struct time_zone zone;
	struct str version; /* of the system's data on time zones */
};

/* What *out points to lives in the arena. The message of a failure names the path of the value that is wrong.
 */
MUST_CHECK bool decide_facts(struct str json, struct arena *a, struct decided *out, struct err *e);
/* The same: where the document names known, that is not read anew. */
MUST_CHECK bool decide_facts_in(
    struct str json, const struct decide_zone *known, struct arena *a, struct decided *out, struct err *e);
