#include "formats/pdf/pdf_pango.h"

#include <assert.h>
#include <stdlib.h>

#include "base/memory.h"

#define FONT "Liberation Sans, DejaVu Sans, sans-serif"
#define FONT_MONO "Liberation Mono, DejaVu Sans Mono, monospace"
#define SIZE 10 /* of the fonts that are asked for; glyphs have their forms in units of the font */

struct pdf_pango {
	const struct pdf_library *lib;
	PangoFontMap *map;
	PangoContext *context;
	PangoFontDescription *description;
	PangoFont *faces[PDF_FACE_COUNT]; /* NULL: not asked for yet */
};

struct pdf_pango *pdf_pango_new(const struct pdf_library *lib)
{
	struct pdf_pango *p = memory_alloc(1, sizeof(*p));
	cairo_font_options_t *options = lib->cairo_font_options_create();

	p->lib = lib;
	p->map = lib->pango_cairo_font_map_new();
	p->context = lib->pango_font_map_create_context(p->map);
	p->description = lib->pango_font_description_from_string(FONT);
	lib->pango_context_set_language(p->context, lib->pango_language_from_string("en"));
	lib->pango_context_set_base_dir(p->context, PANGO_DIRECTION_LTR);
	lib->cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	lib->cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	lib->pango_cairo_context_set_font_options(p->context, options);
	lib->pango_context_set_round_glyph_positions(p->context, FALSE);
	lib->cairo_font_options_destroy(options);
	return p;
}

void pdf_pango_free(struct pdf_pango *p)
{
	if (!p)
		return;
	for (unsigned i = 0; i < PDF_FACE_COUNT; i++)
		if (p->faces[i])
			p->lib->g_object_unref(p->faces[i]);
	p->lib->pango_font_description_free(p->description);
	p->lib->g_object_unref(p->context);
	p->lib->g_object_unref(p->map);
	free(p);
}

PangoFont *pdf_pango_font(struct pdf_pango *p, unsigned face)
{
	const struct pdf_library *lib = p->lib;
	PangoFontDescription *wanted;

	assert(face < PDF_FACE_COUNT);
	if (!p->faces[face]) {
		wanted =
		    lib->pango_font_description_from_string(face & pdf_face(false, true) ? FONT_MONO : FONT);
		lib->pango_font_description_set_absolute_size(wanted, SIZE * PANGO_SCALE);
		if (face & pdf_face(true, false))
			lib->pango_font_description_set_weight(wanted, PANGO_WEIGHT_BOLD);
		p->faces[face] = lib->pango_context_load_font(p->context, wanted);
		lib->pango_font_description_free(wanted);
	}
	return p->faces[face];
}

bool pdf_pango_has_fonts(struct pdf_pango *p)
{
	PangoFont *font = pdf_pango_font(p, 0);

	return font && p->lib->pango_font_get_hb_font(font);
}

PangoLayout *pdf_pango_layout(struct pdf_pango *p)
{
	PangoLayout *layout = p->lib->pango_layout_new(p->context);

	p->lib->pango_layout_set_font_description(layout, p->description);
	p->lib->pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	return layout;
}

const char *pdf_pango_mono(void)
{
	return FONT_MONO;
}
