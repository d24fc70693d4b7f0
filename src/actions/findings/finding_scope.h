/*
 * finding_scope - how far a decision reaches, in words, and by which names it must say so.
 */
#pragma once
#include "actions/findings/finding_set.h"

#define FINDING_SCOPE_CHOICES "finding|component|device|portfolio"

/* False where the word is none of them. */
bool finding_scope_parse(struct str word, enum vex_scope *out);

/* The name that the scope of a decision needs and that it lacks (*lacks), or that it has and the scope cannot
 * have: "device". NULL where all is well. */
const char *finding_scope_wrong(const struct finding_decision *d, bool *lacks);
