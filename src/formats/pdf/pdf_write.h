/*
 * pdf_write - writes PDF: pages, texts in lines, rectangles, the structure tree and the outline.
 *
 * Lengths are points from the upper left corner. A page is written when the next one begins, so that what is
 * held does not grow with them but by a few bytes each. Bytes depend on what is put in, on the fonts of the
 * machine and on the versions of Pango and HarfBuzz; no clock is read. What is not UTF-8, and controls, are
 * written as U+FFFD.
 */
#pragma once
#include <stdio.h>

#include "base/err.h"
#include "base/str.h"
#include "base/time.h"
#include "formats/pdf/pdf_tags.h"

enum pdf_paper { PDF_A4, PDF_LETTER };

struct pdf_meta {
	struct str title, author, subject, program;
	struct instant at; /* given as the date of creation */
	enum pdf_paper paper;
};

struct pdf;

/* meta must live until pdf_close(). ERR_IO where the libraries are not there, or no font. */
MUST_CHECK bool pdf_open(FILE *to, const struct pdf_meta *meta, struct pdf **out, struct err *e);
/* Ends the last page and the document, and frees. Where it fails, to has got a part of it. */
MUST_CHECK bool pdf_close(struct pdf *pdf, struct err *e);

double pdf_width(const struct pdf *pdf);
double pdf_height(const struct pdf *pdf);
int pdf_page(const struct pdf *pdf); /* how many there are */
void pdf_next_page(struct pdf *pdf);
/* What follows goes on page number page, from 1, once more: its foot, when it is known how many there are. No
 * page is begun after that, and each has it once. */
void pdf_over(struct pdf *pdf, int page);

/* An element of the structure tree. alt: of a figure, what says the same in words. */
void pdf_tag(struct pdf *pdf, enum pdf_role role, struct str alt);
void pdf_tag_end(struct pdf *pdf, enum pdf_role role);
/* From true to false: texts are no part of the document, such as a head that is drawn again. Lines and
 * rectangles never are but within a figure. */
void pdf_apart(struct pdf *pdf, bool apart);
/* An entry of the outline, to y of this page; under is an earlier entry, or 0. */
int pdf_outline(struct pdf *pdf, int under, struct str title, double y);

struct pdf_look {
	double size;
	int colour; /* 0xRRGGBB */
	bool bold, mono;
	bool whole; /* not broken over lines */
};

struct pdf_run {
	struct str text;
	struct pdf_look look;
};

struct pdf_text;

/* Broken into lines no wider than width, the line ends of the text included; width 0: only those. */
struct pdf_text *pdf_text_new(struct pdf *pdf, const struct pdf_run *runs, size_t count, double width);
void pdf_text_free(struct pdf_text *t); /* before pdf_close(); NULL is fine */
size_t pdf_text_lines(const struct pdf_text *t);
double pdf_text_line_height(const struct pdf_text *t, size_t line);
double pdf_text_line_width(const struct pdf_text *t, size_t line);
/* Draws one line, its upper left corner at x, y. */
void pdf_text_draw(struct pdf *pdf, const struct pdf_text *t, size_t line, double x, double y);
/* From its upper edge to the line that letters stand on. */
double pdf_text_baseline(const struct pdf_text *t, size_t line);

#define PDF_NO_COLOUR (-1)

struct pdf_ink {
	int fill, stroke; /* 0xRRGGBB; PDF_NO_COLOUR: none */
	double width, dash, gap;
};

struct pdf_point {
	double x, y;
};

/* radius: of the corners. */
void pdf_rectangle(struct pdf *pdf, const struct pdf_ink *ink, const double box[4], double radius);
void pdf_circle(struct pdf *pdf, const struct pdf_ink *ink, struct pdf_point middle, double radius);
/* A line through the points; closed where it is filled. */
void pdf_path(struct pdf *pdf, const struct pdf_ink *ink, const struct pdf_point *points, size_t count);
