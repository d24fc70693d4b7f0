/*
 * text_out - where a writer's text goes: a stream or a buf, gathered in blocks.
 *
 * Nothing is sure to have arrived before text_out_close().
 */
#pragma once
#include <stdio.h>

#include "base/buf.h"
#include "base/str.h"

#define TEXT_OUT_BLOCK ((size_t)16 * 1024)
#define UTF8_REPLACEMENT "\xef\xbf\xbd" /* U+FFFD, written for what is not UTF-8 */

struct text_out {
	FILE *file;	 /* either this */
	struct buf *buf; /* or this */
	char *block;
	size_t used;
	bool failed;
};

struct text_out text_out_open(FILE *file, struct buf *buf);
/* Passes on what is gathered and frees; false if writing to the stream failed or the buf is full. */
bool text_out_close(struct text_out *out);
/* Frees, what is gathered is lost. */
void text_out_drop(struct text_out *out);
/* Passes on what is gathered. */
void text_out_flush(struct text_out *out);
/* What does not fit behind what is gathered; for text_out_put(). */
void text_out_put_more(struct text_out *out, struct str s);

static inline void text_out_put(struct text_out *out, struct str s)
{
	if (s.len > TEXT_OUT_BLOCK - out->used) {
		text_out_put_more(out, s);
		return;
	}
	if (s.len)
		memcpy(out->block + out->used, s.ptr, s.len);
	out->used += s.len;
}

static inline void text_out_byte(struct text_out *out, char c)
{
	if (out->used == TEXT_OUT_BLOCK)
		text_out_flush(out);
	out->block[out->used++] = c;
}
