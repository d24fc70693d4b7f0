/*
 * pdf_parts - the blocks that take more than one band. For document_pdf.c alone.
 */
#pragma once
#include "reports/document/drawing.h"
#include "reports/document/pages.h"

void pdf_put_table(struct pages *p, const struct table *t);
void pdf_put_fields(struct pages *p, const struct document_fields *fields);
void pdf_put_cards(struct pages *p, const struct document_fields *fields);
void pdf_put_drawing(struct pages *p, const struct drawing *d);
