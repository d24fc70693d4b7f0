/*
 * decide_facts - a facts document to its determination and obligations, with the time zone it names read from
 * the system: the joint of decision/, obligations/ and zone.h.
 */
#pragma once
#include "base/arena.h"
#include "base/err.h"
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

/* What *out points to lives in the arena. The message of a failure names the path of the value that is wrong.
 */
MUST_CHECK bool decide_facts(struct str json, struct arena *a, struct decided *out, struct err *e);
