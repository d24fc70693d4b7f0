/*
 * due_json - what is owed, for machines: the list of due (docs/man/casefile.md).
 */
#pragma once
#include "actions/duties/due.h"
#include "formats/json_write.h"

void due_json(struct json_out *w, const struct due_row *rows, size_t count);
