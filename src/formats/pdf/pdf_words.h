/*
 * pdf_words - words as glyphs, each set once: what a report says, it says again and again.
 *
 * This is for what is set the same wherever it stands: words of alphabets written from left to right, one
 * letter after the other, that the first font of a look has. All else is for pdf_layout.h.
 */
#pragma once
#include "formats/pdf/pdf_font.h"
#include "formats/pdf/pdf_pango.h"

#define PDF_WORD_BYTES 128 /* what is longer is asked for in pieces */

struct pdf_words;

/* Lengths are thousandths of the size. */
struct pdf_word {
	struct str glyphs; /* as pdf_pen.h has them, within parentheses */
	int width;
	bool plain;    /* false: pdf_layout.h must set it */
	uint32_t ends; /* where each character ends: of pdf_word_fit() */
};

/* All must live as long. */
struct pdf_words *pdf_words_new(
    const struct pdf_library *lib, struct pdf_pango *pango, struct pdf_fonts *fonts);
void pdf_words_free(struct pdf_words *w); /* NULL is fine */

/* Can these characters be plain? text: anything. */
bool pdf_words_may(struct str text);
/* rank: pdf_face(). Of text that may be plain, without line ends, at most PDF_WORD_BYTES. Its glyphs are
 * valid until pdf_words_trim(). */
struct pdf_word pdf_word_of(struct pdf_words *w, unsigned rank, struct str text);
/* How many bytes of a plain word fit into width: whole characters. */
size_t pdf_word_fit(struct pdf_words *w, unsigned rank, struct str text, int width);
/* Forgets all of them if they are many. */
void pdf_words_trim(struct pdf_words *w);

struct pdf_font *pdf_words_font(struct pdf_words *w, unsigned rank);
/* How far letters reach above the line they stand on, and below it. */
void pdf_words_reach(struct pdf_words *w, unsigned rank, int *above, int *below);
