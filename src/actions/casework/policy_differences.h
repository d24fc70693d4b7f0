/*
 * policy_differences - what another version of the policy would conclude from the same facts.
 */
#pragma once
#include "actions/casework/decide_facts.h"

/* Each in words, in the arena: "risk uncontrolled, not controlled", where *own is what holds. */
void policy_differences(const struct decided *own, const struct decided *other, struct arena *arena,
    struct str **out, size_t *count);
