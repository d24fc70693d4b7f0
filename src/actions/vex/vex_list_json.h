/*
 * vex_list_json - the VEX documents taken, for machines (docs/man/vex.md).
 */
#pragma once
#include "formats/json_write.h"
#include "store/vex_documents.h"

void vex_list_json(struct json_out *w, const struct vex_document *documents, size_t count);
