#include "formats/lines.h"

#include <stdlib.h>

#include "base/memory.h"

#define CHUNK ((size_t)64 * 1024)

struct lines {
	struct input *in;
	struct buf held; /* what was read; the line given last lies before start */
	size_t start, most;
	int64_t number;
	bool ended, too_long;
};

struct lines *lines_open(struct input *in, size_t most)
{
	struct lines *l = memory_alloc(1, sizeof(*l));

	l->in = in;
	l->most = most;
	l->held = buf_new(most + 2 * CHUNK);
	return l;
}

void lines_close(struct lines *l)
{
	if (!l)
		return;
	buf_free(&l->held);
	free(l);
}

/* Drops what was given and reads on; false at the end of the input. */
static bool read_more(struct lines *l)
{
	struct str rest = str_from(buf_str(&l->held), l->start);
	char chunk[CHUNK];
	size_t count;

	if (l->start > 0) {
		memmove(l->held.ptr, rest.ptr, rest.len);
		l->held.len = rest.len;
		l->start = 0;
	}
	count = input_read(l->in, chunk, sizeof(chunk));
	buf_add(&l->held, (struct str){ chunk, count });
	return count > 0;
}

static struct str without_end(struct str line)
{
	if (line.len > 0 && line.ptr[line.len - 1] == '\n')
		line.len--;
	if (line.len > 0 && line.ptr[line.len - 1] == '\r')
		line.len--;
	return line;
}

bool lines_next_whole(struct lines *l, struct str *line)
{
	size_t seen = 0; /* of what is left, without a line end */

	for (;;) {
		struct str rest = str_from(buf_str(&l->held), l->start);
		size_t end = seen + str_index(str_from(rest, seen), '\n');

		if (end > l->most) {
			l->too_long = true;
			return false;
		}
		if (end < rest.len || (l->ended && rest.len > 0)) {
			*line = str_first(rest, end < rest.len ? end + 1 : end);
			l->start += line->len;
			l->number++;
			return true;
		}
		seen = rest.len;
		if (l->ended)
			return false;
		l->ended = !read_more(l);
	}
}

bool lines_next(struct lines *l, struct str *line)
{
	struct str whole;

	if (!lines_next_whole(l, &whole))
		return false;
	*line = without_end(whole);
	return true;
}

int64_t lines_number(const struct lines *l)
{
	return l->number;
}

bool lines_finish(struct lines *l, struct err *e)
{
	struct str name = input_name(l->in);

	if (l->too_long)
		return err_fail(e, ERR_LIMIT, STR_FMT ":%lld: a line of more than %zu bytes", STR_ARG(name),
		    (long long)l->number + 1, l->most);
	return input_finish(l->in, e);
}
