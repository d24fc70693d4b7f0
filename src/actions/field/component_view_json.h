/*
 * component_view_json - components of the store, for machines (docs/man/api.md).
 */
#pragma once
#include "actions/field/component_view.h"
#include "formats/json_write.h"

void component_view_json(struct json_out *w, const struct component_view *v);
void component_listing_json(struct json_out *w, const struct component_row *rows, size_t count);
