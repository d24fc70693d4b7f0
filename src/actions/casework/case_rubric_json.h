/*
 * case_rubric_json - the answers to the rubric and what they lead to, for machines (docs/man/assess.md).
 */
#pragma once
#include "actions/casework/case_rubric.h"
#include "formats/json_write.h"

/* The vector is made in the arena. */
void case_rubric_json(struct json_out *w, const struct case_rubric *r, struct arena *arena);

/* The value that the answer to a question gives; "" where it only leads on. */
const char *case_rubric_gives(const struct case_rubric *r, size_t question);
