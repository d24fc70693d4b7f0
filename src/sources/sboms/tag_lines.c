#include "sources/sboms/tag_lines.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "limits.h"

#define CHUNK_BYTES 65536

struct tag_lines {
	struct input *in;
	char chunk[CHUNK_BYTES];
	size_t pos, end; /* of the chunk: what is not yet taken */
	struct buf line; /* the line read, or the field when it has a <text> */
	struct buf place;
	size_t number;	/* of the line last read */
	size_t from;	/* of the line the field began in */
	struct err err; /* why reading stopped */
};

struct tag_lines *tag_lines_open(struct input *in)
{
	struct tag_lines *t = memory_alloc(1, sizeof(*t));

	t->in = in;
	t->line = buf_new(LIMIT_SBOM_LINE_BYTES);
	t->place = buf_new(8192);
	return t;
}

void tag_lines_close(struct tag_lines *t)
{
	if (!t)
		return;
	buf_free(&t->line);
	buf_free(&t->place);
	free(t);
}

static bool stop(struct tag_lines *t, enum err_code code, const char *what)
{
	struct str name = input_name(t->in);

	return err_fail(&t->err, code, STR_FMT ":%zu: %s", STR_ARG(name), t->from, what);
}

/* Appends the next line, without its end, to the field; false at the end of the input. */
static bool add_line(struct tag_lines *t)
{
	bool any = false;

	for (;;) {
		struct str rest = { t->chunk + t->pos, t->end - t->pos };
		size_t len = str_index(rest, '\n');

		any = any || rest.len > 0;
		buf_add(&t->line, str_first(rest, len));
		t->pos += len;
		if (len < rest.len) {
			t->pos++;
			break;
		}
		t->pos = 0;
		t->end = input_read(t->in, t->chunk, sizeof(t->chunk));
		if (t->end == 0)
			break;
	}
	t->number += any;
	if (buf_full(&t->line)) {
		t->from = t->number;
		return stop(t, ERR_LIMIT, "a line or text that is too long");
	}
	return any;
}

static bool is_tag(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (!char_is_alnum(text.ptr[i]))
			return false;
	return text.len > 0;
}

/* The field runs on to the line that holds </text>. */
static bool add_text(struct tag_lines *t)
{
	size_t from = 0; /* of the line last added: only there can the end be new */

	while (!str_has(str_from(buf_str(&t->line), from), STR("</text>"))) {
		buf_byte(&t->line, '\n');
		from = t->line.len;
		if (!add_line(t))
			return t->err.code == ERR_NONE && stop(t, ERR_INPUT, "<text> without </text>");
	}
	return true;
}

static struct str text_of(struct str value)
{
	if (!str_starts(value, STR("<text>")))
		return value;
	value = str_from(value, STR("<text>").len);
	return str_trim(str_first(value, str_find(value, STR("</text>"))));
}

static enum tag_line bad(const struct tag_lines *t, struct err *why, const char *what)
{
	struct str name = input_name(t->in);

	err_fail(why, ERR_INPUT, STR_FMT ":%zu: %s", STR_ARG(name), t->from, what);
	return TAG_BAD;
}

enum tag_line tag_lines_next(struct tag_lines *t, struct str *tag, struct str *value, struct err *why)
{
	struct str field;

	do {
		buf_clear(&t->line);
		if (t->err.code != ERR_NONE || !add_line(t))
			return TAG_END;
		field = str_trim(buf_str(&t->line));
		if (t->number == 1 && str_starts(field, STR("\xef\xbb\xbf")))
			field = str_from(field, 3);
	} while (field.len == 0 || field.ptr[0] == '#');
	t->from = t->number;
	if (!str_cut(&field, ':', tag) || !is_tag(*tag))
		return bad(t, why, "expected a line \"Tag: value\"");
	if (str_starts(str_trim(field), STR("<text>"))) {
		if (!add_text(t))
			return TAG_END;
		field = str_trim(buf_str(&t->line));
		str_cut(&field, ':', tag);
	}
	if (!utf8_is_valid(field))
		return bad(t, why, "bytes that are not UTF-8");
	*value = text_of(str_trim(field));
	return TAG_FIELD;
}

struct str tag_lines_place(struct tag_lines *t)
{
	struct str name = input_name(t->in);

	buf_clear(&t->place);
	buf_printf(&t->place, STR_FMT ":%zu", STR_ARG(name), t->from);
	return buf_str(&t->place);
}

bool tag_lines_finish(struct tag_lines *t, struct err *e)
{
	if (!input_finish(t->in, e))
		return false;
	if (t->err.code == ERR_NONE)
		return true;
	*e = t->err;
	return false;
}
