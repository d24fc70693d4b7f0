/*
 * determination_json - a determination and its obligations as one JSON object, field by field as
 * docs/man/decide.md has it. Equal determinations give equal bytes.
 */
#pragma once
#include "decision/determination.h"
#include "formats/json_write.h"
#include "obligations/obligation.h"

void determination_write_json(
    const struct determination *d, const struct obligation *obligations, size_t count, struct json_out *w);
