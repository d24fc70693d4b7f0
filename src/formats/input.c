#include "formats/input.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>

#include "base/memory.h"

#define PEEK_BYTES (64 * 1024)

struct input {
	struct input_source source;
	char *name;
	struct str memory; /* what is left of an input from memory */
	int file;	   /* of an input from a file */
	char *peek;	   /* PEEK_BYTES, once something was peeked at */
	size_t peek_at, peek_end;
	bool ended, failed;
	struct err err;
};

static struct input *new_input(struct str name)
{
	struct input *in = memory_alloc(1, sizeof(*in));

	in->name = memory_alloc(name.len + 1, 1);
	if (name.len)
		memcpy(in->name, name.ptr, name.len);
	in->file = -1;
	return in;
}

static long file_read(void *ctx, char *to, size_t room, struct err *e)
{
	struct input *in = ctx;
	ssize_t n;

	do
		n = read(in->file, to, room);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		err_fail(e, ERR_IO, "cannot be read: %s", strerror(errno));
	return n;
}

static void file_close(void *ctx)
{
	struct input *in = ctx;

	close(in->file);
}

static long memory_read(void *ctx, char *to, size_t room, struct err *e)
{
	struct input *in = ctx;
	size_t n = in->memory.len < room ? in->memory.len : room;

	(void)e;
	if (n)
		memcpy(to, in->memory.ptr, n);
	in->memory = str_from(in->memory, n);
	return (long)n;
}

bool input_open_file(const char *path, struct input **out, struct err *e)
{
	int file = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	struct input *in;

	if (file < 0)
		return err_fail(e, ERR_IO, "%s: cannot be opened: %s", path, strerror(errno));
	if (fstat(file, &st) == 0 && S_ISDIR(st.st_mode)) {
		close(file);
		return err_fail(e, ERR_IO, "%s: is a folder, a file is needed", path);
	}
	in = new_input(str_of(path));
	in->file = file;
	in->source = (struct input_source){ in, file_read, file_close };
	*out = in;
	return true;
}

struct input *input_open_memory(struct str name, struct str bytes)
{
	struct input *in = new_input(name);

	in->memory = bytes;
	in->source = (struct input_source){ in, memory_read, NULL };
	return in;
}

struct input *input_open_source(struct str name, struct input_source source)
{
	struct input *in = new_input(name);

	in->source = source;
	return in;
}

void input_close(struct input *in)
{
	if (!in)
		return;
	if (in->source.close)
		in->source.close(in->source.ctx);
	free(in->name);
	free(in->peek);
	free(in);
}

struct str input_name(const struct input *in)
{
	return str_of(in->name);
}

static size_t read_source(struct input *in, char *to, size_t room)
{
	long n;

	if (in->ended || room == 0)
		return 0;
	n = in->source.read(in->source.ctx, to, room, &in->err);
	if (n < 0)
		in->failed = true;
	if (n <= 0) {
		in->ended = true;
		return 0;
	}
	assert((size_t)n <= room);
	return (size_t)n;
}

size_t input_read(struct input *in, char *to, size_t room)
{
	size_t left = in->peek_end - in->peek_at;

	if (left == 0)
		return read_source(in, to, room);
	if (room > left)
		room = left;
	if (room)
		memcpy(to, in->peek + in->peek_at, room);
	in->peek_at += room;
	return room;
}

struct str input_peek(struct input *in, size_t most)
{
	size_t left = in->peek_end - in->peek_at;

	assert(most <= PEEK_BYTES);
	if (!in->peek)
		in->peek = memory_resize(NULL, PEEK_BYTES, 1);
	if (left < most && in->peek_at > 0) {
		memmove(in->peek, in->peek + in->peek_at, left);
		in->peek_at = 0;
		in->peek_end = left;
	}
	while (left < most) {
		size_t n = read_source(in, in->peek + in->peek_end, PEEK_BYTES - in->peek_end);

		if (n == 0)
			break;
		in->peek_end += n;
		left += n;
	}
	return str_first((struct str){ in->peek + in->peek_at, left }, most);
}

bool input_read_all(struct input *in, struct buf *out, struct err *e)
{
	char piece[PEEK_BYTES];
	size_t len;

	while ((len = input_read(in, piece, sizeof(piece))) > 0)
		buf_add(out, (struct str){ piece, len });
	if (buf_full(out))
		return err_fail(e, ERR_LIMIT, "%s: larger than %zu bytes", in->name, out->most);
	return input_finish(in, e);
}

bool input_finish(struct input *in, struct err *e)
{
	if (!in->failed)
		return true;
	*e = in->err;
	return err_within(e, "%s", in->name);
}
