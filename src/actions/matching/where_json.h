/*
 * where_json - in which releases it is, for machines (docs/man/match.md).
 */
#pragma once
#include "actions/matching/where.h"
#include "formats/json_write.h"

void where_json(struct json_out *w, const struct where *found);
