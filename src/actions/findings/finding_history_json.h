/*
 * finding_history_json - the statements about a vulnerability, for machines (docs/man/finding.md).
 */
#pragma once
#include "actions/findings/finding_history.h"
#include "formats/json_write.h"

void finding_history_json(struct json_out *w, const struct vex_record *records, size_t count);
