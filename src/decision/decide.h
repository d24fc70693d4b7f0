/*
 * decide - facts and a policy in, a determination out. A pure function: today is a fact.
 *
 * The same facts give the same determination, whatever the order of list elements with distinct dates. The
 * policy must have passed policy_check(). Lists and texts of *out live in the arena; some texts are views
 * into the facts and the policy, which must live as long.
 */
#pragma once
#include "base/arena.h"
#include "decision/determination.h"
#include "decision/facts.h"
#include "decision/policy.h"

void decide(
    const struct facts *facts, const struct policy *policy, struct arena *a, struct determination *out);
