/*
 * pages - the pages of a PDF, filled from the top with bands: cells of text side by side.
 *
 * A band that does not fit on what is left of a page begins the next one; one that is higher than a page is
 * broken between lines, each cell by itself. For document_pdf*.c alone.
 */
#pragma once
#include "base/arena.h"
#include "formats/pdf/pdf_write.h"
#include "reports/document/document.h"

#define INK 0x1c2733
#define SOFT 0x566370
#define LINE 0xd9dfe4
#define ACCENT 0x0d5a75

#define SIZE_TEXT 9.0
#define SIZE_TABLE 8.5
#define SIZE_NOTE 7.5

struct piece {
	struct pdf_text *text;
	double x, y; /* within the band */
	enum column_align align;
	double width;
	size_t next; /* the first line that is not drawn yet */
};

/* The pieces below one another that make one element of the structure. */
struct band_cell {
	enum pdf_role tag; /* PDF_NO_ROLE: none */
	struct piece *pieces;
	size_t count, room;
	double height, done; /* done: of the height */
};

struct band {
	enum pdf_role tag; /* around its cells; PDF_NO_ROLE: none */
	struct band_cell *cells;
	size_t count, room;
	double before, after; /* blank above and below */
	int rule;	      /* the colour of a line below it; PDF_NO_COLOUR: none */
	bool kept;	      /* pages_place() does not free its texts */
};

struct pages {
	struct pdf *pdf;
	const struct document *document;
	double left, right, top, bottom, y;
	struct arena arena; /* of the block that is being laid out */
	struct arena rows;  /* of the row of a table */
	struct arena *open; /* the one of them that bands are made in */
	struct band *head;  /* of the open table, drawn again on every page; NULL: none */
};

void pages_begin(struct pages *p, struct pdf *pdf, const struct document *d);
double pages_width(const struct pages *p);
/* Begins another page if less than height is left. */
void pages_need(struct pages *p, double height);
void pages_end(struct pages *p); /* puts the feet, and frees */

struct band *band_new(struct pages *p, enum pdf_role tag);
struct band_cell *band_cell(struct pages *p, struct band *b, enum pdf_role tag);
/* Adds a piece below those the cell has; its height. The runs are made of the prose in this look. */
double band_prose(struct pages *p, struct band_cell *c, const struct prose *prose,
    const struct pdf_look *look, struct piece at);
double band_text(
    struct pages *p, struct band_cell *c, struct str text, const struct pdf_look *look, struct piece at);
double band_height(const struct band *b); /* all of it, drawn or not */
void pages_place(struct pages *p, struct band *b);
void band_free_texts(struct band *b);
