/*
 * csv_write - writes CSV, streaming: RFC 4180 with its CRLF, UTF-8, a field in quotes where it must be.
 *
 * A spreadsheet takes a field that begins with = + - @ (or with a tab or a line end before one) for a
 * formula, and runs it: such a field gets an apostrophe in front, which spreadsheets show as text. What is
 * not UTF-8, and controls other than tab and line ends, are written as U+FFFD.
 */
#pragma once
#include <stdio.h>

#include "base/buf.h"
#include "base/str.h"

struct csv_out;

/* To a stream or into a buf (one of the two). */
struct csv_out *csv_out_file(FILE *to);
struct csv_out *csv_out_buf(struct buf *to);
/* Ends and frees; false if writing to the stream failed or the buf is full. Nothing is sure to have arrived
 * before. */
bool csv_out_close(struct csv_out *w);
/* Frees a document that is given up half-way. */
void csv_out_drop(struct csv_out *w);

/* The next field of the row; a list is one field, joined by "; ". */
void csv_put(struct csv_out *w, struct str s);
void csv_put_list(struct csv_out *w, const struct str *texts, size_t count);
void csv_end_row(struct csv_out *w);
