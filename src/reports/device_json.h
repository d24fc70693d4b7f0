/*
 * device_json - what is stated of a device, as JSON: for the trail, and for machines.
 *
 * A key for each field and list of inventory/device.h, in their order; lists are arrays.
 */
#pragma once
#include "formats/json_write.h"
#include "inventory/device.h"

/* A text that is stated under its key: answers as true and false, numbers as numbers. */
void device_json_field(const struct device_field *f, struct str text, struct json_out *w);

/* The name and whatever is stated, as keys of the object that is open. */
void device_json_stated(const struct device_profile *p, struct json_out *w);
/* The name and every key: null and empty arrays where nothing is stated. */
void device_json_all(const struct device_profile *p, struct json_out *w);
/* The keys in which p differs from other; how many. */
size_t device_json_different(
    const struct device_profile *p, const struct device_profile *other, struct json_out *w);
