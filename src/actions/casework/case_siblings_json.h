/*
 * case_siblings_json - one vulnerability in many devices, for machines (docs/man/assess.md).
 */
#pragma once
#include "actions/casework/case_siblings.h"
#include "formats/json_write.h"

void case_siblings_json(struct json_out *w, const struct case_siblings *s);
