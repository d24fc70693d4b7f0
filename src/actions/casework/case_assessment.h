/*
 * case_assessment - what an assessment is to say before it is kept: its CVSS of record by the rubric, or
 * beside it with a reason; and the state of the world that it rests on.
 */
#pragma once
#include "actions/casework/case_view.h"

/* Tries the vectors that *r, a record of kind "assessment" as it was handed in, states, and fills in what the
 * rubric says: "cvss_from_rubric" becomes the vector. One that states its day keeps, under "context", what is
 * known now, and the policy in force, by which it is judged from then on: correcting an assessment is not
 * assessing again. In the arena. */
MUST_CHECK bool case_assessment_fill(
    struct db *db, const struct case_view *view, struct arena *arena, struct case_record *r, struct err *e);
