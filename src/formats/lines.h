/*
 * lines - an input line by line, in the memory of the longest one.
 */
#pragma once
#include "formats/input.h"

struct lines;

/* most: bytes of one line. in stays the caller's and outlives it. */
struct lines *lines_open(struct input *in, size_t most);
void lines_close(struct lines *l);
/* Without its end, LF or CRLF; valid until the next call. False at the end, and after a failure. */
bool lines_next(struct lines *l, struct str *line);
/* The same with its end, whatever it is: the lines one behind the other are the input, byte for byte. */
bool lines_next_whole(struct lines *l, struct str *line);
/* Of the line given last, from 1. */
int64_t lines_number(const struct lines *l);
/* False if reading failed, or a line was longer than it may be. */
MUST_CHECK bool lines_finish(struct lines *l, struct err *e);

static inline void lines_scoped_close(struct lines **l)
{
	lines_close(*l);
}
#define SCOPED_LINES __attribute__((cleanup(lines_scoped_close))) struct lines
