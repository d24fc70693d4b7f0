#include "formats/csv_write.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "formats/text_out.h"

struct csv_out {
	struct text_out out;
	bool begun; /* the row has a field already */
};

static struct csv_out *open_csv(FILE *file, struct buf *buf)
{
	struct csv_out *w = memory_alloc(1, sizeof(*w));

	w->out = text_out_open(file, buf);
	return w;
}

struct csv_out *csv_out_file(FILE *to)
{
	return open_csv(to, NULL);
}

struct csv_out *csv_out_buf(struct buf *to)
{
	return open_csv(NULL, to);
}

bool csv_out_close(struct csv_out *w)
{
	bool good = text_out_close(&w->out);

	free(w);
	return good;
}

void csv_out_drop(struct csv_out *w)
{
	text_out_drop(&w->out);
	free(w);
}

static bool is_one_of(char c, const char *set)
{
	return c && strchr(set, c);
}

/* Would a spreadsheet run it? */
static bool is_formula(struct str s)
{
	return s.len && is_one_of(s.ptr[0], "=+-@\t\r\n");
}

static bool needs_quotes(const struct str *texts, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < texts[i].len; k++)
			if (is_one_of(texts[i].ptr[k], ",\"\r\n"))
				return true;
	return false;
}

static void put_bytes(struct csv_out *w, struct str s)
{
	while (s.len) {
		size_t n = utf8_sequence(s);
		unsigned char c = (unsigned char)s.ptr[0];

		if (n == 0 || c == 0x7f || (c < 0x20 && !is_one_of(s.ptr[0], "\t\r\n")))
			text_out_put(&w->out, STR(UTF8_REPLACEMENT));
		else if (c == '"')
			text_out_put(&w->out, STR("\"\""));
		else
			text_out_put(&w->out, str_first(s, n));
		s = str_from(s, n ? n : 1);
	}
}

void csv_put_list(struct csv_out *w, const struct str *texts, size_t count)
{
	bool quoted = needs_quotes(texts, count);

	if (w->begun)
		text_out_byte(&w->out, ',');
	w->begun = true;
	if (quoted)
		text_out_byte(&w->out, '"');
	if (count && is_formula(texts[0]))
		text_out_byte(&w->out, '\'');
	for (size_t i = 0; i < count; i++) {
		if (i)
			text_out_put(&w->out, STR("; "));
		put_bytes(w, texts[i]);
	}
	if (quoted)
		text_out_byte(&w->out, '"');
}

void csv_put(struct csv_out *w, struct str s)
{
	csv_put_list(w, &s, 1);
}

void csv_end_row(struct csv_out *w)
{
	text_out_put(&w->out, STR("\r\n"));
	w->begun = false;
}
