/*
 * case_view - one casefile as it stands in the store, and what the rules say of it.
 */
#pragma once
#include "actions/casework/case_signatures.h"
#include "assessment/casefile.h"
#include "base/arena.h"
#include "decision/determination.h"
#include "decision/facts.h"
#include "decision/policy.h"
#include "obligations/obligation.h"
#include "store/db.h"

/* One casefile as it stands, and what the rules say of it. All in the arena. */
struct case_view {
	struct casefile casefile;
	struct case_record *records;
	size_t record_count;
	struct case_signatures signatures;
	struct str facts_json;
	struct facts facts;
	struct policy policy;
	struct determination determination;
	struct obligation *obligations; /* the soonest due first */
	size_t obligation_count;
};

/* today: DATE_NONE for the date in the firm's zone at now. */
MUST_CHECK bool case_view(struct db *db, int64_t casefile_id, struct date today, struct instant now,
    struct arena *arena, struct case_view *out, struct err *e);

/* Facts, determination and obligations of view->casefile and its records and signatures, with the settings
 * that stand. ERR_INPUT where the facts document they make is none that decide() can read. */
MUST_CHECK bool case_judge(struct db *db, struct date today, struct instant now, struct arena *arena,
    struct case_view *view, struct err *e);
