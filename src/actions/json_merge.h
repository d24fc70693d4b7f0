/*
 * json_merge - the keys of one JSON object over those of another.
 */
#pragma once
#include "base/arena.h"
#include "base/err.h"

/* Both are objects that the program wrote itself: ERR_STORE where one is not. *out is in the arena. */
MUST_CHECK bool json_merge(
    struct str old, struct str new, struct arena *arena, struct str *out, struct err *e);
