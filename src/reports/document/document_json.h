/*
 * document_json - a document as one JSON object, for those reports that have no object of their own.
 */
#pragma once
#include "formats/json_write.h"
#include "reports/document/document.h"

void document_write_json(const struct document *d, struct json_out *w);
