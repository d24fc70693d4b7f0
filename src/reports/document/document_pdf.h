/*
 * document_pdf - a document as PDF: tagged, with an outline, page numbers and text that can be searched.
 */
#pragma once
#include "formats/pdf/pdf_write.h"
#include "reports/document/document.h"

/* ERR_IO where it cannot be written, or where cairo and Pango are not installed. */
MUST_CHECK bool document_write_pdf(const struct document *d, enum pdf_paper paper, FILE *to, struct err *e);
