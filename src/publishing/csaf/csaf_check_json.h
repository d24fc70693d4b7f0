/*
 * csaf_check_json - what is wrong with an advisory, for machines (docs/man/csaf.md).
 */
#pragma once
#include "formats/json_write.h"
#include "publishing/csaf/csaf_check.h"

/* Faults of a level behind shown are counted and not told. */
void csaf_verdict_json(
    struct json_out *w, struct str file, const struct csaf_verdict *verdict, enum csaf_level shown);
