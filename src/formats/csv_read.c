#include "formats/csv_read.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "limits.h"

#define WINDOW_BYTES ((size_t)64 * 1024)
#define BYTE_END (-1)

/* A field of the row being read, counted from the row's start. */
struct span {
	size_t from, to;
	bool has_doubled_quotes;
};

struct csv {
	struct input *in;
	char *buf;		   /* always a line feed behind end */
	size_t row, at, end, room; /* where the row begins, where we are, where the bytes end, how many fit */
	bool ended;
	uint64_t line, row_line; /* where we are, where the row begins */

	bool has_header;
	size_t columns;
	char *header; /* the names, which names point into */
	struct str names[LIMIT_CSV_COLUMNS];

	struct span spans[LIMIT_CSV_COLUMNS];
	struct str fields[LIMIT_CSV_COLUMNS];
	size_t count;	       /* of fields in the row, also of those that are not kept */
	const char *complaint; /* about the row */
	enum err_code complaint_code;
	bool failed;
	struct err err; /* why the document failed */
};

struct csv *csv_open(struct input *in)
{
	struct csv *c = memory_alloc(1, sizeof(*c));
	struct str start = input_peek(in, 3);
	char mark[3];

	c->in = in;
	c->room = WINDOW_BYTES;
	c->buf = memory_resize(NULL, c->room + 1, 1);
	c->buf[0] = '\n';
	c->line = 1;
	if (str_eq(start, STR("\xef\xbb\xbf")))
		input_read(in, mark, sizeof(mark));
	return c;
}

void csv_close(struct csv *c)
{
	if (!c)
		return;
	free(c->buf);
	free(c->header);
	free(c);
}

static bool fail(struct csv *c, enum err_code code, uint64_t line, const char *what)
{
	struct str name = input_name(c->in);

	if (!c->failed)
		err_fail(&c->err, code, STR_FMT ":%" PRIu64 ": %s", STR_ARG(name), line, what);
	c->failed = true;
	return false;
}

/* Reads on, keeping the row; false at the end of the input and where the row gets too long. */
static bool more(struct csv *c)
{
	size_t n;

	if (c->ended)
		return false;
	if (c->end - c->row > LIMIT_CSV_ROW_BYTES)
		return fail(c, ERR_LIMIT, c->row_line, "a row is too long");
	memmove(c->buf, c->buf + c->row, c->end - c->row);
	c->at -= c->row;
	c->end -= c->row;
	c->row = 0;
	if (c->end > c->room / 2) {
		c->room *= 2;
		c->buf = memory_resize(c->buf, c->room + 1, 1);
	}
	n = input_read(c->in, c->buf + c->end, c->room - c->end);
	c->ended = n == 0;
	c->end += n;
	c->buf[c->end] = '\n';
	return n > 0;
}

static int peek(struct csv *c)
{
	return c->at < c->end || more(c) ? (unsigned char)c->buf[c->at] : BYTE_END;
}

/* The first complaint about a row stands. */
static void complain(struct csv *c, enum err_code code, const char *what)
{
	if (!c->complaint) {
		c->complaint = what;
		c->complaint_code = code;
	}
}

static void add_field(struct csv *c, struct span span)
{
	if (span.to - span.from > LIMIT_CSV_FIELD_BYTES)
		complain(c, ERR_LIMIT, "a field is too long");
	if (c->count < LIMIT_CSV_COLUMNS)
		c->spans[c->count] = span;
	c->count++;
}

/* A field without quotes: up to the comma or line end. */
static void read_plain(struct csv *c)
{
	size_t from = c->at - c->row;

	for (;;) {
		const char *p = c->buf + c->at;
		int stop;

		while (*p != ',' && *p != '\n' && *p != '"')
			p++;
		c->at = (size_t)(p - c->buf);
		stop = peek(c);
		if (stop == ',' || stop == '\n' || stop == BYTE_END)
			break;
		if (stop == '"') {
			complain(c, ERR_INPUT, "a quote inside a field that does not begin with one");
			c->at++;
		}
	}
	add_field(c, (struct span){ from, c->at - c->row, false });
}

/* A field in quotes, in which a quote is written twice. */
static bool read_quoted(struct csv *c)
{
	struct span span = { .from = ++c->at - c->row };

	for (;;) {
		const char *p = c->buf + c->at;
		int stop;

		while (*p != '"' && *p != '\n')
			p++;
		c->at = (size_t)(p - c->buf);
		stop = peek(c);
		if (stop == BYTE_END)
			return fail(c, ERR_INPUT, c->row_line, "ends in the middle of a field in quotes");
		if (stop == '\n')
			c->line++;
		if (stop != '\n' && stop != '"')
			continue; /* it was the end of what had been read */
		c->at++;
		if (stop == '"') {
			if (peek(c) != '"')
				break;
			span.has_doubled_quotes = true;
			c->at++;
		}
	}
	span.to = c->at - 1 - c->row;
	add_field(c, span);
	if (peek(c) == ',')
		return true;
	if (peek(c) == '\r')
		c->at++;
	if (peek(c) == '\n' || peek(c) == BYTE_END)
		return true;
	return fail(c, ERR_INPUT, c->line, "expected a comma or line end after a field in quotes");
}

/* Puts the field together where quotes are doubled: in its place, it only gets shorter. */
static struct str field_text(struct csv *c, const struct span *span)
{
	char *from = c->buf + c->row + span->from, *to = from;
	size_t len = span->to - span->from;

	if (!span->has_doubled_quotes)
		return (struct str){ from, len };
	for (size_t i = 0; i < len; i++) {
		*to++ = from[i];
		i += from[i] == '"';
	}
	return (struct str){ from, (size_t)(to - from) };
}

static void finish_row(struct csv *c, bool last_is_plain)
{
	struct str whole = { c->buf + c->row, c->at - c->row };
	struct span *last;

	if (c->count > LIMIT_CSV_COLUMNS)
		return;
	last = &c->spans[c->count - 1];
	if (last_is_plain && last->to > last->from && whole.ptr[last->to - 1] == '\r')
		last->to--;
	if (!utf8_is_valid(whole))
		complain(c, ERR_INPUT, "bytes that are not UTF-8");
	else if (memchr(whole.ptr, '\0', whole.len))
		complain(c, ERR_INPUT, "a NUL byte");
	for (size_t i = 0; i < c->count; i++)
		c->fields[i] = field_text(c, &c->spans[i]);
}

/* Reads one row, also an empty one; false at the end and after an error. */
static bool read_row(struct csv *c)
{
	bool quoted;
	int stop;

	c->row = c->at;
	c->row_line = c->line;
	c->count = 0;
	c->complaint = NULL;
	if (c->failed || peek(c) == BYTE_END)
		return false;
	do {
		quoted = peek(c) == '"';
		if (!quoted)
			read_plain(c);
		else if (!read_quoted(c))
			return false;
		stop = peek(c);
		if (stop != BYTE_END)
			c->at++;
	} while (stop == ',');
	c->line += stop == '\n';
	if (c->failed)
		return false;
	finish_row(c, !quoted);
	return true;
}

static bool row_is_empty(const struct csv *c)
{
	return c->count == 1 && c->fields[0].len == 0;
}

/* Keeps the names of the columns; their bytes are the row's. */
static void keep_header(struct csv *c)
{
	size_t used = 0;

	c->columns = c->count;
	c->header = memory_alloc(c->at - c->row + 1, 1);
	for (size_t i = 0; i < c->count; i++) {
		struct str name = c->fields[i];

		if (name.len)
			memcpy(c->header + used, name.ptr, name.len);
		c->names[i] = (struct str){ c->header + used, name.len };
		used += name.len;
	}
}

bool csv_next_comment(struct csv *c, struct str *comment)
{
	if (c->columns || c->failed)
		return false;
	c->row = c->at;
	c->row_line = c->line;
	if (peek(c) != '#')
		return false;
	do
		c->at += (size_t)((char *)rawmemchr(c->buf + c->at, '\n') - (c->buf + c->at));
	while (c->at == c->end && more(c));
	if (c->failed)
		return false;
	*comment = str_trim((struct str){ c->buf + c->row + 1, c->at - c->row - 1 });
	if (!utf8_is_valid(*comment))
		*comment = STR("");
	if (c->at < c->end) {
		c->at++;
		c->line++;
	}
	return true;
}

static bool read_header(struct csv *c)
{
	struct str comment;
	char what[128];

	if (c->has_header)
		return !c->failed;
	c->has_header = true;
	while (csv_next_comment(c, &comment))
		;
	do {
		if (!read_row(c))
			return fail(c, ERR_INPUT, c->line, "expected a header, found the end");
	} while (row_is_empty(c));
	if (c->count > LIMIT_CSV_COLUMNS) {
		snprintf(what, sizeof(what), "%zu columns, limit %d", c->count, LIMIT_CSV_COLUMNS);
		return fail(c, ERR_LIMIT, c->row_line, what);
	}
	if (c->complaint)
		return fail(c, c->complaint_code, c->row_line, c->complaint);
	keep_header(c);
	return true;
}

bool csv_find_column(struct csv *c, struct str name, size_t *column)
{
	if (!read_header(c))
		return false;
	for (size_t i = 0; i < c->columns; i++) {
		if (str_eq(c->names[i], name)) {
			*column = i;
			return true;
		}
	}
	return false;
}

bool csv_header(struct csv *c, const struct str **names, size_t *count)
{
	if (!read_header(c))
		return false;
	*names = c->names;
	*count = c->columns;
	return true;
}

bool csv_get_column(struct csv *c, struct str name, size_t *column)
{
	char what[256];

	if (csv_find_column(c, name, column))
		return true;
	snprintf(what, sizeof(what), "the header has no column \"" STR_FMT "\"", STR_ARG(name));
	return fail(c, ERR_INPUT, c->row_line, what);
}

bool csv_next_row(struct csv *c)
{
	if (!read_header(c))
		return false;
	do {
		if (!read_row(c))
			return false;
	} while (row_is_empty(c));
	return true;
}

bool csv_row(struct csv *c, const struct str **fields, struct err *e)
{
	if (c->complaint)
		err_fail(e, c->complaint_code, "%s", c->complaint);
	else if (c->count != c->columns)
		err_fail(e, ERR_INPUT, "%zu fields, the header has %zu", c->count, c->columns);
	else {
		*fields = c->fields;
		return true;
	}
	return csv_within(c, e);
}

bool csv_within(const struct csv *c, struct err *e)
{
	struct str name = input_name(c->in);

	return err_within(e, STR_FMT ":%" PRIu64, STR_ARG(name), c->row_line);
}

bool csv_finish(struct csv *c, struct err *e)
{
	while (csv_next_row(c))
		;
	if (!input_finish(c->in, e))
		return false;
	if (c->failed)
		*e = c->err;
	return !c->failed;
}
