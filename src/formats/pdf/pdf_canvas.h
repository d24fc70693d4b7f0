/*
 * pdf_canvas - what stands on a page, as operators (ISO 32000-1, 8 and 9). Lengths as in pdf_write.h.
 */
#pragma once
#include "base/buf.h"
#include "formats/pdf/pdf_text.h"

struct pdf_canvas {
	struct buf out;
	double height; /* of the page */
	/* what was last set; a canvas begins with nothing set */
	const struct pdf_font *font;
	double size, width, dash, gap;
	int fill, stroke;
};

void pdf_canvas_begin(struct pdf_canvas *c, double height); /* keeps the memory it has */
void pdf_canvas_line(struct pdf_canvas *c, const struct pdf_text *t, size_t line, double x, double y);
void pdf_canvas_rectangle(
    struct pdf_canvas *c, const struct pdf_ink *ink, const double box[4], double radius);
void pdf_canvas_path(
    struct pdf_canvas *c, const struct pdf_ink *ink, const struct pdf_point *points, size_t count);
