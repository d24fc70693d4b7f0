/*
 * pdf_pen - glyphs side by side, as the operand of the operator TJ (ISO 32000-1, 9.4.3).
 *
 * Where a glyph does not stand where the one before it ends, as when two are drawn closer together, the
 * difference is put between them. Lengths are thousandths of the font's size.
 */
#pragma once
#include "formats/pdf/pdf_font.h"

struct pdf_pen {
	struct pdf_font *font;
	struct buf *out;
	int at; /* where what is put next would stand */
};

/* Within parentheses, which it closes and opens where a difference stands: the glyph, its origin at x. */
void pdf_pen_glyph(struct pdf_pen *pen, unsigned glyph, int x);
/* Goes on to x. */
void pdf_pen_move(struct pdf_pen *pen, int x);
