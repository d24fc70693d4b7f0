#include "formats/pdf/pdf_font.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/vec.h"
#include "formats/pdf/pdf_font_parts.h"
#include "limits.h"

struct pdf_fonts {
	const struct pdf_library *lib;
	struct pdf_file *file;
	struct pdf_font **fonts;
	size_t count, room;
};

static bool has_table(const struct pdf_library *lib, hb_face_t *face, hb_tag_t tag)
{
	hb_blob_t *table = lib->hb_face_reference_table(face, tag);
	unsigned length = 0;

	lib->hb_blob_get_data(table, &length);
	lib->hb_blob_destroy(table);
	return length > 0;
}

static enum outlines outlines_of(const struct pdf_library *lib, hb_face_t *face)
{
	if (lib->hb_ot_color_has_layers(face) || lib->hb_ot_color_has_png(face) ||
	    lib->hb_ot_color_has_svg(face))
		return OUTLINES_NONE;
	if (has_table(lib, face, HB_TAG('g', 'l', 'y', 'f')))
		return OUTLINES_TRUETYPE;
	return has_table(lib, face, HB_TAG('C', 'F', 'F', ' ')) ? OUTLINES_CFF : OUTLINES_NONE;
}

struct pdf_fonts *pdf_fonts_new(const struct pdf_library *lib, struct pdf_file *file)
{
	struct pdf_fonts *f = memory_alloc(1, sizeof(*f));

	f->lib = lib;
	f->file = file;
	return f;
}

void pdf_fonts_free(struct pdf_fonts *f)
{
	if (!f)
		return;
	for (size_t i = 0; i < f->count; i++) {
		struct pdf_font *font = f->fonts[i];

		f->lib->hb_font_destroy(font->shaper);
		f->lib->hb_face_destroy(font->face);
		free(font->glyphs);
		buf_free(&font->texts);
		free(font);
	}
	free(f->fonts);
	free(f);
}

static struct pdf_font *add_font(struct pdf_fonts *f, hb_face_t *face)
{
	struct pdf_font *font = memory_alloc(1, sizeof(*font));

	font->lib = f->lib;
	font->rank = (int)f->count;
	font->face = f->lib->hb_face_reference(face);
	font->shaper = f->lib->hb_font_create(face);
	font->scale = 1000.0 / f->lib->hb_face_get_upem(face);
	font->outlines = outlines_of(f->lib, face);
	font->glyph_count = f->lib->hb_face_get_glyph_count(face);
	if (font->glyph_count > GLYPHS_MOST)
		font->glyph_count = GLYPHS_MOST;
	font->glyphs = memory_alloc(font->glyph_count + 1, sizeof(*font->glyphs));
	font->texts = buf_new(LIMIT_PDF_BYTES);
	f->fonts = vec_room(f->fonts, &f->room, f->count + 1, sizeof(struct pdf_font *));
	f->fonts[f->count++] = font;
	return font;
}

struct pdf_font *pdf_font_of(struct pdf_fonts *f, PangoFont *pango)
{
	hb_face_t *face = f->lib->hb_font_get_face(f->lib->pango_font_get_hb_font(pango));

	for (size_t i = 0; i < f->count; i++)
		if (f->fonts[i]->face == face)
			return f->fonts[i];
	return add_font(f, face);
}

int pdf_font_rank(const struct pdf_font *font)
{
	return font->rank;
}

hb_font_t *pdf_font_shaper(const struct pdf_font *font)
{
	return font->shaper;
}

double pdf_font_scale(const struct pdf_font *font)
{
	return font->scale;
}

bool pdf_font_has_outlines(const struct pdf_font *font)
{
	return font->outlines != OUTLINES_NONE;
}

int pdf_font_width(const struct pdf_font *font, unsigned glyph)
{
	return (int)lround(font->lib->hb_font_get_glyph_h_advance(font->shaper, glyph) * font->scale);
}

void pdf_font_keep(struct pdf_font *font, unsigned glyph)
{
	if (glyph < font->glyph_count)
		font->used = font->glyphs[glyph].used = true;
}

bool pdf_font_name(struct pdf_font *font, unsigned glyph, struct str text)
{
	struct glyph *g;

	if (glyph >= font->glyph_count || text.len == 0 || text.len > GLYPH_TEXT_MOST)
		return false;
	g = &font->glyphs[glyph];
	if (!g->text_len) {
		g->text_at = (uint32_t)font->texts.len;
		g->text_len = (uint8_t)text.len;
		buf_add(&font->texts, text);
	}
	return str_eq(text, str_first(str_from(buf_str(&font->texts), g->text_at), g->text_len));
}

bool pdf_fonts_end(struct pdf_fonts *f, struct buf *out, struct err *e)
{
	for (size_t i = 0; i < f->count; i++) {
		struct pdf_font *font = f->fonts[i];

		if (!font->used)
			continue;
		if (!pdf_font_embed(font, f->file, e))
			return false;
		buf_printf(out, "/F%d %d 0 R", font->rank, font->number);
	}
	return true;
}
