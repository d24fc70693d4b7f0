/*
 * html_parts - the pieces that pages are put together from. For document_html.c and drawing_svg.c alone.
 */
#pragma once
#include "formats/html_write.h"
#include "reports/document/document.h"
#include "reports/document/drawing.h"

/* The symbols that states use; once, at the front of the page. */
void html_symbols(struct html *h);
void html_prose(struct html *h, const struct prose *prose);
void html_fields(struct html *h, const struct document_fields *fields);
void html_drawing(struct html *h, const struct drawing *drawing);

extern const char *const document_style[]; /* CSS; ended by NULL */
/* The rules for drawing_looks[]. */
void html_look_rules(struct html *h);
