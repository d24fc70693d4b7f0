/*
 * input - a run of bytes from outside, read front to back: a file, a member of an archive, a piece of memory.
 *
 * An input knows its name for messages. Reading errors stick: input_read() gives nothing more, input_finish()
 * says why.
 */
#pragma once
#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

struct input;

/* A plain file, read as it is ("-" is not special). */
MUST_CHECK bool input_open_file(const char *path, struct input **out, struct err *e);
/* Bytes that stay the caller's and must outlive the input; name is copied. */
struct input *input_open_memory(struct str name, struct str bytes);

/* What others build an input from, e.g. an archive member: read gives the number of bytes put into to, 0 at
 * the end, -1 on failure with *e set; close may be NULL. name is copied. */
struct input_source {
	void *ctx;
	long (*read)(void *ctx, char *to, size_t room, struct err *e);
	void (*close)(void *ctx);
};
struct input *input_open_source(struct str name, struct input_source source);

void input_close(struct input *in);
/* "nvd-2026.json" or "feeds.tar.zst: nvd-2026.json"; lives as long as the input. */
struct str input_name(const struct input *in);
/* Up to room bytes; 0 at the end or after a failure. */
size_t input_read(struct input *in, char *to, size_t room);
/* All that is left, behind what is in out. More than out may hold is ERR_LIMIT. */
MUST_CHECK bool input_read_all(struct input *in, struct buf *out, struct err *e);
/* The next at most most bytes without consuming them, to tell what kind of document this is; shorter only at
 * the end. Valid until the next read. most is at most 64 KiB. */
struct str input_peek(struct input *in, size_t most);
/* False if reading failed on the way. */
MUST_CHECK bool input_finish(struct input *in, struct err *e);

static inline void input_scoped_close(struct input **in)
{
	input_close(*in);
}
#define SCOPED_INPUT __attribute__((cleanup(input_scoped_close))) struct input
