/*
 * finding_set_json - a statement that was made, for machines (docs/man/finding.md).
 */
#pragma once
#include "actions/findings/finding_set.h"

void finding_set_json(struct json_out *w, const struct finding_set *made);
