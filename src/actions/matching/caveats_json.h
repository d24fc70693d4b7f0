/*
 * caveats_json - what an answer cannot show, as the key "warnings" of the object that is open.
 */
#pragma once
#include "actions/matching/caveats.h"
#include "formats/json_write.h"

void caveats_json(struct json_out *w, const struct caveats *c);
