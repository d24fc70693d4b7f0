/*
 * device_view_json - devices, releases and lots for machines (docs/man/device.md).
 */
#pragma once
#include "actions/field/device_view.h"
#include "formats/json_write.h"

void device_list_json(struct json_out *w, const struct device *devices, size_t count);
void device_view_json(struct json_out *w, const struct device_view *d);
void release_json(struct json_out *w, const struct release *r, const struct release_units *units);
void release_listing_json(struct json_out *w, const struct release_listing *l);
void lot_row_json(struct json_out *w, const struct lot_row *row);
void lot_listing_json(struct json_out *w, const struct lot_row *rows, size_t count);
