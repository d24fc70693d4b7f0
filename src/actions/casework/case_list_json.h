/*
 * case_list_json - all casefiles, for machines: the list of case list (docs/man/casefile.md).
 */
#pragma once
#include "actions/casework/case_list.h"
#include "formats/json_write.h"

void case_list_json(struct json_out *w, const struct case_row *rows, size_t count);
