/*
 * pdf_file - the objects of a PDF file, written as they are put (ISO 32000-1, 7.5).
 *
 * Streams go out at once, compressed. Other objects are gathered, some hundred to a compressed object stream
 * (7.5.7), and the table that says where each is (7.5.8) stands at the end. So what is held is eight bytes
 * for each object. Numbers count up from 1 in the order in which they are asked for.
 */
#pragma once
#include <stdio.h>

#include "base/err.h"
#include "base/str.h"

struct pdf_file;

struct pdf_file *pdf_file_new(FILE *to);
void pdf_file_free(struct pdf_file *f); /* NULL is fine */

/* The number of an object that is put later. */
int pdf_file_number(struct pdf_file *f);
/* Each number is put once. */
void pdf_file_put(struct pdf_file *f, int number, struct str object);
/* entries: of its dictionary, but for its length and filter. */
void pdf_file_stream(struct pdf_file *f, int number, struct str entries, struct str data);

/* Writes what is left, with the catalogue and the information dictionary of these numbers. ERR_LIMIT where it
 * would be larger than LIMIT_PDF_BYTES: then it has no end. Whether to took all is told by whoever ends it.
 */
MUST_CHECK bool pdf_file_end(struct pdf_file *f, int catalogue, int information, struct err *e);
