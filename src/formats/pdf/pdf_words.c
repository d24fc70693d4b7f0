#include "formats/pdf/pdf_words.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/intern.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "formats/pdf/pdf_pen.h"
#include "formats/pdf/pdf_syntax.h"
#include "limits.h"

#define WORDS_MOST 20000 /* of one face; some 150 bytes each */

struct face {
	struct pdf_font *font; /* NULL: not asked for yet */
	int above, below;
	struct intern *texts; /* of the words, whose places are their ids */
	struct pdf_word *words;
	size_t count, room;
};

struct pdf_words {
	const struct pdf_library *lib;
	struct pdf_pango *pango;
	struct pdf_fonts *fonts;
	struct face faces[PDF_FACE_COUNT];
	struct arena arena; /* of the glyphs */
	int *ends;	    /* of the characters of words, one word behind the other */
	size_t end_count, end_room;
	hb_buffer_t *buffer;
	hb_language_t language;
	struct buf scratch;
};

/* Blocks of Unicode whose characters stand one after the other and have a form each: letters of Latin, Greek
 * and Cyrillic, punctuation, signs. No combining marks, nothing that is not seen. */
static const struct {
	uint32_t first, last;
} plain_blocks[] = { { 0x20, 0x7e }, { 0xa0, 0xac }, { 0xae, 0x2ff }, { 0x370, 0x482 }, { 0x48a, 0x52f },
	{ 0x1e00, 0x1fff }, { 0x2010, 0x2027 }, { 0x2030, 0x205e }, { 0x20a0, 0x20bf }, { 0x2100, 0x214f },
	{ 0x2190, 0x22ff }, { 0x2460, 0x25ff }, { 0xfffd, 0xfffd } };

struct pdf_words *pdf_words_new(
    const struct pdf_library *lib, struct pdf_pango *pango, struct pdf_fonts *fonts)
{
	struct pdf_words *w = memory_alloc(1, sizeof(*w));

	w->lib = lib;
	w->pango = pango;
	w->fonts = fonts;
	w->buffer = lib->hb_buffer_create();
	w->language = lib->hb_language_from_string("en", -1);
	w->scratch = buf_new(LIMIT_RECORD_BYTES);
	return w;
}

static void forget(struct pdf_words *w)
{
	for (size_t i = 0; i < PDF_FACE_COUNT; i++) {
		intern_free(w->faces[i].texts);
		w->faces[i].texts = NULL;
		w->faces[i].count = 0;
	}
	w->end_count = 0;
	arena_reset(&w->arena);
}

void pdf_words_free(struct pdf_words *w)
{
	if (!w)
		return;
	forget(w);
	for (size_t i = 0; i < PDF_FACE_COUNT; i++)
		free(w->faces[i].words);
	arena_free(&w->arena);
	free(w->ends);
	buf_free(&w->scratch);
	w->lib->hb_buffer_destroy(w->buffer);
	free(w);
}

void pdf_words_trim(struct pdf_words *w)
{
	for (size_t i = 0; i < PDF_FACE_COUNT; i++)
		if (w->faces[i].count > WORDS_MOST) {
			forget(w);
			return;
		}
}

static bool is_plain(uint32_t c)
{
	for (size_t i = 0; i < COUNT(plain_blocks); i++)
		if (c <= plain_blocks[i].last)
			return c >= plain_blocks[i].first;
	return false;
}

bool pdf_words_may(struct str text)
{
	while (text.len) {
		if (text.ptr[0] >= 0x20 && text.ptr[0] < 0x7f) {
			text = str_from(text, 1);
			continue;
		}
		if (!utf8_sequence(text))
			return false;
		if (text.ptr[0] == '\n')
			text = str_from(text, 1);
		else if (!is_plain(pdf_take_character(&text)))
			return false;
	}
	return true;
}

/* The glyphs of text, in w->buffer. */
static void shape(struct pdf_words *w, struct pdf_font *font, struct str text)
{
	const struct pdf_library *lib = w->lib;

	lib->hb_buffer_reset(w->buffer);
	lib->hb_buffer_add_utf8(w->buffer, text.ptr, (int)text.len, 0, (int)text.len);
	lib->hb_buffer_guess_segment_properties(w->buffer);
	lib->hb_buffer_set_language(w->buffer, w->language);
	lib->hb_shape(pdf_font_shaper(font), w->buffer, NULL, 0);
}

/* Glyphs may have several characters: those of ASCII come first. */
static void name_ascii(struct pdf_words *w, struct pdf_font *font)
{
	for (int c = ' '; c <= '~'; c++) {
		char byte = (char)c;
		struct str text = { &byte, 1 };
		unsigned count;

		shape(w, font, text);
		(void)pdf_font_name(
		    font, w->lib->hb_buffer_get_glyph_infos(w->buffer, &count)->codepoint, text);
	}
}

static struct face *face_of(struct pdf_words *w, unsigned rank)
{
	struct face *face = &w->faces[rank];
	hb_font_extents_t extents = { 0 };

	if (!face->font) {
		face->font = pdf_font_of(w->fonts, pdf_pango_font(w->pango, rank));
		w->lib->hb_font_get_h_extents(pdf_font_shaper(face->font), &extents);
		face->above = (int)lround(extents.ascender * pdf_font_scale(face->font));
		face->below = (int)lround(-extents.descender * pdf_font_scale(face->font));
		name_ascii(w, face->font);
	}
	if (!face->texts)
		face->texts = intern_new();
	return face;
}

/* Adds the glyphs in w->buffer to w->scratch, and where each ends to w->ends; false where they are not plain.
 */
static bool put_glyphs(struct pdf_words *w, struct pdf_font *font, struct str text, int *width)
{
	struct pdf_pen pen = { font, &w->scratch, 0 };
	double scale = pdf_font_scale(font), x = 0;
	unsigned count;
	const hb_glyph_info_t *infos = w->lib->hb_buffer_get_glyph_infos(w->buffer, &count);
	const hb_glyph_position_t *positions = w->lib->hb_buffer_get_glyph_positions(w->buffer, &count);

	for (unsigned i = 0; i < count; i++) {
		size_t end = i + 1 < count ? infos[i + 1].cluster : text.len;

		if (infos[i].codepoint == 0 || end <= infos[i].cluster || positions[i].y_offset ||
		    !pdf_font_name(font, infos[i].codepoint,
			str_first(str_from(text, infos[i].cluster), end - infos[i].cluster)))
			return false;
		pdf_pen_glyph(&pen, infos[i].codepoint, (int)lround(x + positions[i].x_offset * scale));
		x += positions[i].x_advance * scale;
		w->ends = vec_room(w->ends, &w->end_room, w->end_count + text.len, sizeof(*w->ends));
		for (size_t k = infos[i].cluster; k < end; k++)
			w->ends[w->end_count++] = (int)lround(x);
	}
	pdf_pen_move(&pen, (int)lround(x));
	*width = pen.at;
	return true;
}

static void set_word(struct pdf_words *w, struct face *face, struct str text, struct pdf_word *word)
{
	size_t ends = w->end_count;

	buf_clear(&w->scratch);
	shape(w, face->font, text);
	*word = (struct pdf_word){ .ends = (uint32_t)ends };
	word->plain = pdf_font_has_outlines(face->font) && put_glyphs(w, face->font, text, &word->width);
	if (word->plain)
		word->glyphs = arena_copy(&w->arena, buf_str(&w->scratch));
	else
		w->end_count = ends;
}

struct pdf_word pdf_word_of(struct pdf_words *w, unsigned rank, struct str text)
{
	struct face *face = face_of(w, rank);
	uint32_t id = intern_add(face->texts, text);

	assert(text.len > 0 && text.len <= PDF_WORD_BYTES);
	if (id == face->count) {
		face->words = vec_room(face->words, &face->room, face->count + 1, sizeof(*face->words));
		set_word(w, face, text, &face->words[face->count++]);
	}
	return face->words[id];
}

size_t pdf_word_fit(struct pdf_words *w, unsigned rank, struct str text, int width)
{
	const int *ends = &w->ends[pdf_word_of(w, rank, text).ends];
	size_t fits = 0;

	/* every byte of a character ends where the character does */
	while (fits < text.len && ends[fits] <= width)
		fits++;
	while (fits < text.len && fits > 0 && ((unsigned char)text.ptr[fits] & 0xc0) == 0x80)
		fits--;
	return fits;
}

struct pdf_font *pdf_words_font(struct pdf_words *w, unsigned rank)
{
	return face_of(w, rank)->font;
}

void pdf_words_reach(struct pdf_words *w, unsigned rank, int *above, int *below)
{
	const struct face *face = face_of(w, rank);

	*above = face->above;
	*below = face->below;
}
