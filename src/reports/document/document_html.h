/*
 * document_html - a document as one HTML page: no script, nothing from outside, good on paper.
 */
#pragma once
#include "formats/html_write.h"
#include "reports/document/document.h"

/* The whole page; the caller closes h. */
void document_write_html(const struct document *d, struct html *h);
