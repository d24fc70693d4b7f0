/*
 * case_drift - which assessments rest on what no longer holds: the state that each kept against the state
 * now.
 *
 * Nothing is changed by looking. A closed casefile is watched too, as long as no later one on the same
 * vulnerability in the device has taken its place.
 */
#pragma once
#include "actions/casework/case_view.h"
#include "assessment/context.h"

struct case_drift {
	struct casefile casefile;
	struct str device;
	int64_t assessment; /* the record that counts; 0: it was never assessed */
	struct date assessed_on;
	bool kept; /* the assessment kept the state it rests on; one of before that did not has no changes */
	struct context_change *changes;
	size_t change_count;
};

/* Has a later casefile on the same taken the place of list[i], which is closed? */
bool case_is_superseded(const struct casefile *list, size_t count, size_t i);

/* Of one casefile as view has it. In the arena. Reads in the transaction that is open. */
MUST_CHECK bool case_drift_of(
    struct db *db, const struct case_view *view, struct arena *arena, struct case_drift *out, struct err *e);
/* Of all, by number; today as case_view has it. In the arena. */
MUST_CHECK bool case_drift_list(struct db *db, struct date today, struct instant now, struct arena *arena,
    struct case_drift **out, size_t *count, struct err *e);

/* By the setting "reassessment", which holds for the whole manufacturer: {"epss_threshold_millionths": N}. */
MUST_CHECK bool case_drift_limits(struct db *db, struct context_limits *out, struct err *e);
