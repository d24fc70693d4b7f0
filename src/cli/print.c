#include "cli/print.h"

#include <stdarg.h>

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "base/vec.h"

#define GAP 2 /* blanks between columns */

/* The code point of a UTF-8 sequence of len bytes. */
static uint32_t code_point(const char *bytes, size_t len)
{
	uint32_t c = (unsigned char)bytes[0];

	if (len > 1)
		c &= 0xffu >> (len + 1);
	for (size_t i = 1; i < len; i++)
		c = c << 6 | ((unsigned char)bytes[i] & 0x3f);
	return c;
}

static bool is_steering(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x061c || c == 0x200e || c == 0x200f ||
	       (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

/* Appends s as it is shown; the number of characters that takes. Wide and combining ones count one. */
static size_t show(struct str s, struct buf *out)
{
	size_t width = 0;

	while (s.len) {
		size_t sequence = utf8_sequence(s), len = sequence ? sequence : 1, before = out->len;
		uint32_t c = code_point(s.ptr, len);

		if (sequence && !is_steering(c)) {
			buf_add(out, str_first(s, len));
			width++;
		} else {
			buf_printf(out, c > 0xff ? "\\u%04" PRIx32 : "\\x%02" PRIx32, c);
			width += out->len - before;
		}
		s = str_from(s, len);
	}
	return width;
}

void print_text(FILE *to, struct str s)
{
	SCOPED_BUF out = buf_new(SIZE_MAX);

	show(s, &out);
	fwrite(buf_str(&out).ptr, 1, out.len, to);
}

struct cell {
	struct str text;
	size_t width;
};

struct print_table {
	const struct print_column *columns;
	size_t column_count;
	struct cell *cells;
	size_t count, room;
	struct arena texts;
};

struct print_table *print_table_new(const struct print_column *columns)
{
	struct print_table *t = memory_alloc(1, sizeof(*t));

	t->columns = columns;
	while (columns[t->column_count].heading)
		print_cell(t, str_of(columns[t->column_count++].heading));
	return t;
}

void print_table_free(struct print_table *t)
{
	if (!t)
		return;
	arena_free(&t->texts);
	free(t->cells);
	free(t);
}

void print_cell(struct print_table *t, struct str s)
{
	SCOPED_BUF shown = buf_new(SIZE_MAX);
	size_t width = show(s, &shown);

	t->cells = vec_room(t->cells, &t->room, t->count + 1, sizeof(*t->cells));
	t->cells[t->count++] = (struct cell){ arena_copy(&t->texts, buf_str(&shown)), width };
}

void print_cell_int(struct print_table *t, int64_t n)
{
	char text[24];

	snprintf(text, sizeof(text), "%" PRId64, n);
	print_cell(t, str_of(text));
}

static void add_blanks(struct buf *line, size_t count)
{
	while (count-- > 0)
		buf_byte(line, ' ');
}

/* One row; blanks at its end are left out. */
static void write_row(const struct print_table *t, const struct cell *cells, const size_t *widths, FILE *to)
{
	SCOPED_BUF line = buf_new(SIZE_MAX);

	for (size_t i = 0; i < t->column_count; i++) {
		size_t space = widths[i] - cells[i].width;

		add_blanks(&line, (i ? GAP : 0) + (t->columns[i].right ? space : 0));
		buf_add(&line, cells[i].text);
		add_blanks(&line, t->columns[i].right ? 0 : space);
	}
	while (line.len && line.ptr[line.len - 1] == ' ')
		line.len--;
	buf_byte(&line, '\n');
	fwrite(line.ptr, 1, line.len, to);
}

void print_table_write(const struct print_table *t, FILE *to)
{
	SCOPED_ARENA arena = { 0 };
	size_t *widths = arena_alloc(&arena, t->column_count, sizeof(*widths));

	assert(t->count % t->column_count == 0);
	if (t->count == t->column_count)
		return;
	for (size_t i = 0; i < t->count; i++) {
		size_t *width = &widths[i % t->column_count];

		*width = t->cells[i].width > *width ? t->cells[i].width : *width;
	}
	for (size_t i = 0; i < t->count; i += t->column_count)
		write_row(t, &t->cells[i], widths, to);
}

void print_line(FILE *to, const char *fmt, ...)
{
	char line[8192];
	va_list args;

	va_start(args, fmt);
	vsnprintf(line, sizeof(line), fmt, args);
	va_end(args);
	print_text(to, str_of(line));
	putc('\n', to);
}
