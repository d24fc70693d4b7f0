/*
 * pdf_outline - the outline of a PDF: headings, and where they stand (ISO 32000-1, 12.3.3).
 */
#pragma once
#include "base/str.h"
#include "formats/pdf/pdf_file.h"

struct pdf_outline;

struct pdf_outline *pdf_outline_new(void);
void pdf_outline_free(struct pdf_outline *o); /* NULL is fine */
/* Its entry, from 1. under: an earlier entry, or 0. page: the number of its object; y: from the lower edge,
 * in points. title: UTF-8 without controls. */
int pdf_outline_add(struct pdf_outline *o, int under, struct str title, int page, double y);
/* Writes it; its number, 0 where it has no entry. */
int pdf_outline_end(struct pdf_outline *o, struct pdf_file *file);
