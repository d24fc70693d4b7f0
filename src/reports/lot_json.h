/*
 * lot_json - a lot of a release as JSON: for the trail, and for machines.
 */
#pragma once
#include "formats/json_write.h"
#include "inventory/lot.h"

/* Its keys, in the object that is open; null where nothing is stated. */
void lot_json_fields(const struct lot *l, struct str release, struct json_out *w);
