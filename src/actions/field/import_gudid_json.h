/*
 * import_gudid_json - records of GUDID, and what became of them, for machines (docs/man/api.md).
 */
#pragma once
#include "actions/field/import_gudid.h"
#include "formats/json_write.h"

/* As an array. */
void gudid_taken_json(struct json_out *w, const struct gudid_taken *taken, size_t count);
/* One record, as it is listed. */
void gudid_device_json(struct json_out *w, const struct gudid_device *d);
/* "filled", "added", "kept", "left". */
const char *gudid_fate_word(enum gudid_fate fate);
