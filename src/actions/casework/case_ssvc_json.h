/*
 * case_ssvc_json - the answers to SSVC and what comes of them, for machines (docs/man/assess.md).
 */
#pragma once
#include "assessment/ssvc.h"
#include "formats/json_write.h"

void case_ssvc_json(struct json_out *w, const struct ssvc_answers *answers);
