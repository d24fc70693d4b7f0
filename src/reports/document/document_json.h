/*
 * document_json - a document as one JSON object, for those reports that have no object of their own.
 */
#pragma once
#include "formats/json_write.h"
#include "reports/document/document.h"

void document_write_json(const struct document *d, struct json_out *w);
/* The blocks from this one on, as an array. */
void document_write_blocks(const struct document *d, size_t from, struct json_out *w);
