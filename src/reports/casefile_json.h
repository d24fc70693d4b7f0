/*
 * casefile_json - the report of a casefile as one JSON object, field by field as docs/man/report.md has it.
 */
#pragma once
#include "formats/json_write.h"
#include "reports/casefile_report.h"

void casefile_write_json(const struct casefile_report *r, struct json_out *w);
