/*
 * import_note - what the trail is told of the import of a list: the file, and what it did.
 */
#pragma once
#include "actions/field/import_counts.h"
#include "base/err.h"
#include "formats/json_write.h"

/* The file with its digest, as keys of the open object. */
MUST_CHECK bool import_note_file(const char *path, struct json_out *w, struct err *e);
void import_note_counts(const char *key, const struct import_counts *c, struct json_out *w);
