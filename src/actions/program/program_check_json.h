/*
 * program_check_json - the self-assessment for machines (docs/man/program.md).
 */
#pragma once
#include "actions/program/program_check.h"
#include "formats/json_write.h"

void program_check_json(struct json_out *w, const struct check_answer *answers, size_t count);
