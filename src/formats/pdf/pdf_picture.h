/*
 * pdf_picture - glyphs that are no outlines but pictures, such as coloured ones, drawn by cairo.
 */
#pragma once
#include "base/buf.h"
#include "formats/pdf/pdf_file.h"
#include "formats/pdf/pdf_library.h"

struct pdf_pictures;

/* Lengths are parts of the font's size. */
struct pdf_picture {
	int number; /* of its object; its resource is named I and this number */
	double width, above, below;
};

/* lib and file must live as long. */
struct pdf_pictures *pdf_pictures_new(const struct pdf_library *lib, struct pdf_file *file);
void pdf_pictures_free(struct pdf_pictures *p); /* NULL is fine */
/* Drawn once, however often it is asked for. size: of the font, in points. NULL where nothing is to be seen.
 */
const struct pdf_picture *pdf_picture_of(
    struct pdf_pictures *p, PangoFont *font, PangoGlyph glyph, double size);
/* Adds the resources to out, "/I7 7 0 R". */
void pdf_pictures_end(const struct pdf_pictures *p, struct buf *out);
