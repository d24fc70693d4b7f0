/*
 * pdf_text - a text broken into lines, each of segments in one font, size and colour.
 *
 * Plain texts are put together from words (pdf_words.h), all others laid out by Pango (pdf_layout.c). Both
 * break lines at blanks and where a line may end within a word (Unicode Standard Annex 14); a word that no
 * line has room for is broken between characters, without a hyphen that it does not have.
 */
#pragma once
#include "formats/pdf/pdf_picture.h"
#include "formats/pdf/pdf_words.h"
#include "formats/pdf/pdf_write.h"

/* What sets texts: one for a document. */
struct pdf_setter {
	const struct pdf_library *lib;
	struct pdf_pango *pango;
	struct pdf_fonts *fonts;
	struct pdf_pictures *pictures;
	struct pdf_words *words;
	struct pdf_text *free; /* texts to be used again */
};

struct pdf_segment {
	struct pdf_font *font;
	const struct pdf_picture *picture; /* in place of glyphs; NULL: none */
	double size;
	int colour;
	double x;	  /* from the beginning of the line */
	size_t from, len; /* of the text's bytes: operators that show it, the font being set */
};

struct pdf_line {
	size_t first, count; /* segments */
	double width;	     /* without the blanks at its end */
	double above, below; /* of the line that letters stand on */
};

struct pdf_text {
	struct pdf_setter *setter;
	struct pdf_segment *segments;
	size_t segment_count, segment_room;
	struct pdf_line *lines;
	size_t line_count, line_room;
	struct buf bytes;
	struct pdf_text *next; /* free */
};

struct pdf_text *pdf_setter_text(
    struct pdf_setter *s, const struct pdf_run *runs, size_t count, double width);
void pdf_setter_end(struct pdf_setter *s); /* frees what texts are set with */

/* As pdf_text_new(), by Pango. */
void pdf_layout_set(struct pdf_text *t, const struct pdf_run *runs, size_t count, double width);
