/*
 * program_check - the self-assessment: what people answer, beside what the store itself can tell.
 */
#pragma once
#include "actions/program/program.h"
#include "reports/self_assessment.h"

struct check_answer {
	const struct self_question *question;
	struct str answer; /* "yes", "partly", "no", "n.a."; empty: not answered */
	struct str evidence, owner, on, next_step;
	struct instant at; /* when it was answered last */
	struct str who;
	struct str computed; /* what the store says; empty: nothing */
	bool speaks_against; /* of a yes */
};

/* Every question, in their order; in the arena. */
MUST_CHECK bool program_check(struct db *db, struct instant now, struct arena *arena,
    struct check_answer **out, size_t *count, struct err *e);
