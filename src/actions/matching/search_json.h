/*
 * search_json - what begins with the words that somebody types, for machines (docs/man/api.md).
 */
#pragma once
#include "actions/matching/search.h"
#include "formats/json_write.h"

void search_json(struct json_out *w, const struct search *found);
