/*
 * import_counts_json - what an import of a firm's list did, for machines (docs/man/api.md).
 */
#pragma once
#include "actions/field/import_counts.h"
#include "formats/json_write.h"

void import_counts_json(struct json_out *w, const struct import_counts *c);
