/*
 * pdf_font_parts - what pdf_font.c and pdf_font_embed.c share of a font. For these two alone.
 */
#pragma once
#include "formats/pdf/pdf_font.h"

#define GLYPHS_MOST 65535  /* two bytes */
#define GLYPH_TEXT_MOST 64 /* bytes of what one glyph says */

enum outlines { OUTLINES_NONE, OUTLINES_TRUETYPE, OUTLINES_CFF };

struct glyph {
	uint32_t text_at; /* in texts */
	uint8_t text_len; /* 0: not told */
	bool used;
};

struct pdf_font {
	const struct pdf_library *lib;
	int rank, number; /* number: of its object; 0: not written yet */
	bool used;
	hb_face_t *face;
	hb_font_t *shaper; /* in units of the font */
	double scale;	   /* thousandths of a unit */
	enum outlines outlines;
	struct glyph *glyphs;
	unsigned glyph_count;
	struct buf texts;
};

/* Writes the objects of the font. */
MUST_CHECK bool pdf_font_embed(struct pdf_font *font, struct pdf_file *file, struct err *e);
