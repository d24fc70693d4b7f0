/*
 * learning_json - what signals do to the days of learning of casefiles, for machines (docs/man/signal.md).
 */
#pragma once
#include "actions/intake/learning.h"
#include "formats/json_write.h"

void learning_moves_json(struct json_out *w, const struct learning_moves *moves);
