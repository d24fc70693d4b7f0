/*
 * case_context - what the store says of a casefile's vulnerability: listings, probability, scores, the
 * records of its sources and the releases of the device; the state on which an assessment rests.
 */
#pragma once
#include "actions/casework/case_view.h"
#include "assessment/context.h"

/* As things stand on the day of the view. In the arena. Reads in the transaction that is open. */
MUST_CHECK bool case_context_gather(
    struct db *db, const struct case_view *view, struct arena *arena, struct context *out, struct err *e);

/* What an assessment's record keeps of it, under "context". False where it keeps none. */
MUST_CHECK bool case_context_read(const struct case_record *assessment, struct arena *arena, bool *kept,
    struct context *out, struct err *e);
