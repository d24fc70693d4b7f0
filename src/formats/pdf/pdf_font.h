/*
 * pdf_font - the fonts of a PDF: which glyphs are used, how wide they are and what they say; at the end those
 * glyphs alone are embedded (ISO 32000-1, 9.7, 9.9, 9.10).
 *
 * A glyph is written as its number in the font, in two bytes. Lengths are thousandths of the font's size.
 */
#pragma once
#include <stdint.h>

#include "base/buf.h"
#include "formats/pdf/pdf_file.h"
#include "formats/pdf/pdf_library.h"

struct pdf_fonts;
struct pdf_font;

/* lib and file must live as long. */
struct pdf_fonts *pdf_fonts_new(const struct pdf_library *lib, struct pdf_file *file);
void pdf_fonts_free(struct pdf_fonts *f); /* NULL is fine */

/* The font that pango has at some size; the same at every size. */
struct pdf_font *pdf_font_of(struct pdf_fonts *f, PangoFont *pango);
int pdf_font_rank(const struct pdf_font *font); /* its resource is named F and this number */
hb_font_t *pdf_font_shaper(const struct pdf_font *font);
/* In thousandths, from units of the font. */
double pdf_font_scale(const struct pdf_font *font);
/* Has it outlines that can be embedded? Else its glyphs are pictures: coloured ones, for one. */
bool pdf_font_has_outlines(const struct pdf_font *font);
int pdf_font_width(const struct pdf_font *font, unsigned glyph); /* as it is written in the file */

/* The glyph stands for this text, valid UTF-8. False where it already stands for another. */
bool pdf_font_name(struct pdf_font *font, unsigned glyph, struct str text);
void pdf_font_keep(struct pdf_font *font, unsigned glyph); /* it is drawn: it must be embedded */

/* Embeds those that are drawn; adds their resources to out, "/F0 12 0 R". ERR_IO where one cannot be. */
MUST_CHECK bool pdf_fonts_end(struct pdf_fonts *f, struct buf *out, struct err *e);
