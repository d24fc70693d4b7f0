/*
 * print - text for people: columns that line up, and nothing that could steer a terminal.
 *
 * Control characters, marks that turn the direction of writing and bytes that are not UTF-8 are shown as
 * escapes, \x1b or \u202e.
 */
#pragma once
#include <stdint.h>
#include <stdio.h>

#include "base/err.h"
#include "base/str.h"

void print_text(FILE *to, struct str s);
/* One line, the end of it added: what is printed may hold foreign text. At most some thousand bytes. */
void print_line(FILE *to, const char *fmt, ...) PRINTF(2, 3);

struct print_column {
	const char *heading; /* NULL ends the list */
	bool right;	     /* numbers are read more easily so */
};

struct print_table;

/* columns must outlive the table. */
struct print_table *print_table_new(const struct print_column *columns);
void print_table_free(struct print_table *t);
/* The next cell, row by row; copied. */
void print_cell(struct print_table *t, struct str s);
void print_cell_int(struct print_table *t, int64_t n);
/* Writes the headings and the rows; nothing at all where there is no row. The last row must be whole. */
void print_table_write(const struct print_table *t, FILE *to);

static inline void print_table_scoped_free(struct print_table **t)
{
	print_table_free(*t);
}
#define SCOPED_PRINT_TABLE __attribute__((cleanup(print_table_scoped_free))) struct print_table
