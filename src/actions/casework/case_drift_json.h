/*
 * case_drift_json - which assessments rest on what no longer holds, for machines (docs/man/assess.md).
 */
#pragma once
#include "actions/casework/case_drift.h"
#include "formats/json_write.h"

/* Sentences are made in the arena. */
void case_drift_json(struct json_out *w, const struct case_drift *rows, size_t count, struct arena *arena);
