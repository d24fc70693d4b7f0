#include "formats/pdf/pdf_picture.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/vec.h"
#include "formats/pdf/pdf_syntax.h"
#include "limits.h"

#define PIXELS 96.0	 /* of the height of a picture: 600 dots an inch in text of 11 points */
#define PIXELS_MOST 2048 /* of its width */

struct drawn {
	hb_face_t *face;
	PangoGlyph glyph;
	struct pdf_picture picture; /* number 0: nothing is to be seen */
};

struct pdf_pictures {
	const struct pdf_library *lib;
	struct pdf_file *file;
	struct drawn **drawn;
	size_t count, room;
};

struct pdf_pictures *pdf_pictures_new(const struct pdf_library *lib, struct pdf_file *file)
{
	struct pdf_pictures *p = memory_alloc(1, sizeof(*p));

	p->lib = lib;
	p->file = file;
	return p;
}

void pdf_pictures_free(struct pdf_pictures *p)
{
	if (!p)
		return;
	for (size_t i = 0; i < p->count; i++)
		free(p->drawn[i]);
	free(p->drawn);
	free(p);
}

static void put_image(
    struct pdf_pictures *p, int number, const char *kind, int width, int height, struct str data)
{
	SCOPED_BUF entries = buf_new(LIMIT_RECORD_BYTES);

	buf_printf(&entries, "/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8%s", width,
	    height, kind);
	pdf_file_stream(p->file, number, buf_str(&entries), data);
}

/* cairo's pixels are in the machine's order, their colours multiplied with how opaque they are. */
static int put_pixels(struct pdf_pictures *p, cairo_surface_t *surface, int width, int height)
{
	SCOPED_BUF colours = buf_new(LIMIT_PDF_BYTES), opaque = buf_new(LIMIT_PDF_BYTES),
		   kind = buf_new(LIMIT_RECORD_BYTES);
	const unsigned char *data = p->lib->cairo_image_surface_get_data(surface);
	int stride = p->lib->cairo_image_surface_get_stride(surface), number, mask;
	bool seen = false;

	for (int y = 0; data && y < height; y++)
		for (int x = 0; x < width; x++) {
			uint32_t pixel, a;

			memcpy(&pixel, data + (ptrdiff_t)y * stride + (ptrdiff_t)x * 4, sizeof(pixel));
			a = pixel >> 24;
			seen = seen || a;
			for (int shift = 16; shift >= 0; shift -= 8)
				buf_byte(
				    &colours, (char)(a ? (((pixel >> shift) & 0xff) * 255 + a / 2) / a : 0));
			buf_byte(&opaque, (char)a);
		}
	if (!seen)
		return 0;
	number = pdf_file_number(p->file);
	mask = pdf_file_number(p->file);
	put_image(p, mask, "/ColorSpace/DeviceGray", width, height, buf_str(&opaque));
	buf_printf(&kind, "/ColorSpace/DeviceRGB/SMask %d 0 R", mask);
	put_image(p, number, buf_str(&kind).ptr, width, height, buf_str(&colours));
	return number;
}

/* k pixels are a point. */
static int draw(struct pdf_pictures *p, PangoFont *font, PangoGlyph glyph, double above, int width, double k)
{
	const struct pdf_library *lib = p->lib;
	cairo_surface_t *surface = lib->cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, (int)PIXELS);
	cairo_t *cr = lib->cairo_create(surface);
	PangoGlyphString *glyphs = lib->pango_glyph_string_new();
	int number;

	lib->pango_glyph_string_set_size(glyphs, 1);
	glyphs->glyphs[0] = (PangoGlyphInfo){ .glyph = glyph };
	lib->cairo_scale(cr, k, k);
	lib->cairo_move_to(cr, 0, above);
	lib->pango_cairo_show_glyph_string(cr, font, glyphs);
	lib->cairo_surface_flush(surface);
	number = put_pixels(p, surface, width, (int)PIXELS);
	lib->pango_glyph_string_free(glyphs);
	lib->cairo_destroy(cr);
	lib->cairo_surface_destroy(surface);
	return number;
}

static struct pdf_picture picture_of(struct pdf_pictures *p, PangoFont *font, PangoGlyph glyph, double size)
{
	const struct pdf_library *lib = p->lib;
	hb_font_t *hb = lib->pango_font_get_hb_font(font);
	hb_font_extents_t extents = { 0 };
	double width = (double)lib->hb_font_get_glyph_h_advance(hb, glyph) / PANGO_SCALE, above, height, k;

	lib->hb_font_get_h_extents(hb, &extents);
	above = (double)extents.ascender / PANGO_SCALE;
	height = (double)(extents.ascender - extents.descender) / PANGO_SCALE;
	if (!(height > 0 && width > 0 && size > 0))
		return (struct pdf_picture){ 0 };
	k = PIXELS / height;
	if (width * k > PIXELS_MOST)
		return (struct pdf_picture){ 0 };
	return (struct pdf_picture){ draw(p, font, glyph, above, (int)ceil(width * k), k),
		ceil(width * k) / k / size, above / size, (height - above) / size };
}

const struct pdf_picture *pdf_picture_of(
    struct pdf_pictures *p, PangoFont *font, PangoGlyph glyph, double size)
{
	hb_face_t *face = p->lib->hb_font_get_face(p->lib->pango_font_get_hb_font(font));
	struct drawn *d;

	for (size_t i = 0; i < p->count; i++)
		if (p->drawn[i]->face == face && p->drawn[i]->glyph == glyph)
			return p->drawn[i]->picture.number ? &p->drawn[i]->picture : NULL;
	d = memory_alloc(1, sizeof(*d));
	*d = (struct drawn){ face, glyph, picture_of(p, font, glyph, size) };
	p->drawn = vec_room(p->drawn, &p->room, p->count + 1, sizeof(struct drawn *));
	p->drawn[p->count++] = d;
	return d->picture.number ? &d->picture : NULL;
}

void pdf_pictures_end(const struct pdf_pictures *p, struct buf *out)
{
	for (size_t i = 0; i < p->count; i++)
		if (p->drawn[i]->picture.number)
			buf_printf(
			    out, "/I%d %d 0 R", p->drawn[i]->picture.number, p->drawn[i]->picture.number);
}
