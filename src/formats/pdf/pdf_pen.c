#include "formats/pdf/pdf_pen.h"

#include <stdlib.h>

#include "formats/pdf/pdf_syntax.h"

#define TOLERANCE 2 /* what comes of rounding is not put right: a fiftieth of a point in large letters */

void pdf_pen_move(struct pdf_pen *pen, int x)
{
	if (abs(x - pen->at) < TOLERANCE)
		return;
	buf_byte(pen->out, ')');
	pdf_put_int(pen->out, pen->at - x);
	buf_byte(pen->out, '(');
	pen->at = x;
}

void pdf_pen_glyph(struct pdf_pen *pen, unsigned glyph, int x)
{
	pdf_pen_move(pen, x);
	pdf_put_string_byte(pen->out, (unsigned char)(glyph >> 8));
	pdf_put_string_byte(pen->out, (unsigned char)glyph);
	pdf_font_keep(pen->font, glyph);
	pen->at += pdf_font_width(pen->font, glyph);
}
