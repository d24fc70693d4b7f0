/*
 * pdf_tags - the structure tree of a PDF: which text is a heading, a cell, a caption (ISO 32000-1, 14.7).
 *
 * An element is written when it ends: then all of its kids are known. What is held is the open elements, and
 * a number for each kid of theirs.
 */
#pragma once
#include <stdbool.h>

#include "base/buf.h"
#include "formats/pdf/pdf_file.h"

/* What an element is, by its name in 14.8.4. */
enum pdf_role {
	PDF_NO_ROLE,
	PDF_DOCUMENT,
	PDF_SECT,
	PDF_DIV,
	PDF_P,
	PDF_H1,
	PDF_H2,
	PDF_H3,
	PDF_LIST,
	PDF_ITEM,
	PDF_LABEL,
	PDF_BODY, /* of an item of a list */
	PDF_TABLE,
	PDF_CAPTION,
	PDF_ROW,
	PDF_COLUMN_HEAD,
	PDF_ROW_HEAD,
	PDF_CELL,
	PDF_FIGURE,
	PDF_ROLE_COUNT
};

struct pdf_tags;

struct pdf_tags *pdf_tags_new(struct pdf_file *file);
void pdf_tags_free(struct pdf_tags *t); /* NULL is fine */

/* alt: what says the same in words, of a figure; empty: none. UTF-8 without controls. */
void pdf_tags_open(struct pdf_tags *t, enum pdf_role role, struct str alt);
void pdf_tags_close(struct pdf_tags *t, enum pdf_role role);
enum pdf_role pdf_tags_role(const struct pdf_tags *t); /* of the innermost open element */

/* page: the number of its object. */
void pdf_tags_begin_page(struct pdf_tags *t, int page);
/* Puts the operator that begins a piece of the innermost open element on this page, or where there is none,
 * of what is no part of the document; "EMC" ends it. */
void pdf_tags_mark(struct pdf_tags *t, struct buf *content);
void pdf_tags_end_page(struct pdf_tags *t);

/* Writes the root of the tree; all elements are closed. Its number. */
int pdf_tags_end(struct pdf_tags *t);
