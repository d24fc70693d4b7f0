/*
 * csv_read - the rows of a CSV document with a header, one at a time.
 *
 * RFC 4180: commas, fields in double quotes where they hold commas, quotes or line ends, CRLF or LF. Text is
 * UTF-8 (a byte order mark is passed over), empty lines are passed over, lines that begin with # before the
 * header are comments. The limits on columns, fields and rows are in limits.h.
 *
 * A row that does not fit the header, is not UTF-8 or has too long a field is bad by itself: csv_row() says
 * so and reading goes on. Broken quotes, too long a row and a bad header stick to the document: csv_finish()
 * reports them.
 */
#pragma once
#include "base/err.h"
#include "base/str.h"
#include "formats/input.h"

struct csv;

struct csv *csv_open(struct input *in);
void csv_close(struct csv *c);

/* The next line before the header that begins with #, without the #; valid until the next call. Those not
 * asked for are passed over. */
bool csv_next_comment(struct csv *c, struct str *comment);
/* Where the header has a column of this very name; false if it has none, which sticks to the document in the
 * case of csv_get_column. */
bool csv_find_column(struct csv *c, struct str name, size_t *column);
bool csv_get_column(struct csv *c, struct str name, size_t *column);
/* The names of all columns; false if there is no good header, which sticks to the document. Valid until
 * close. */
bool csv_header(struct csv *c, const struct str **names, size_t *count);

/* Moves to the next row; false at the end. */
bool csv_next_row(struct csv *c);
/* The fields of this row, as many as the header has; valid until the next csv_next_row. False: this row is
 * bad, *e says where and why. */
MUST_CHECK bool csv_row(struct csv *c, const struct str **fields, struct err *e);
/* Puts "file.csv:12: " before a complaint of the caller's own about this row. Returns false. */
bool csv_within(const struct csv *c, struct err *e);
/* Fails if the document did: "file.csv:12: ...". */
MUST_CHECK bool csv_finish(struct csv *c, struct err *e);

static inline void csv_scoped_close(struct csv **c)
{
	csv_close(*c);
}
#define SCOPED_CSV __attribute__((cleanup(csv_scoped_close))) struct csv
