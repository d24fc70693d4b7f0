/*
 * case_renamed_json - casefiles that are filed under another name, for machines (docs/man/casefile.md).
 */
#pragma once
#include "actions/intake/case_rename.h"
#include "formats/json_write.h"

void case_renamed_json(struct json_out *w, const struct case_renamed *r);
void case_renames_json(struct json_out *w, const struct case_renames *renames);
