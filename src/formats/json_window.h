/*
 * json_window - the piece of a document that json_stream looks at, and its tokens. For json_stream.c only.
 *
 * The byte behind the window's end is always NUL, so scanning stops there by itself; a NUL found at the end
 * asks for more. Moving on keeps what stands from hold or record on, whichever is first.
 */
#pragma once
#include <stdint.h>

#include "base/buf.h"
#include "base/scan.h"
#include "formats/input.h"

#define JSON_WINDOW_BYTES ((size_t)256 * 1024)
#define JSON_WINDOW_NONE SIZE_MAX

struct json_window {
	struct input *in;
	char *buf;
	size_t pos, end, room; /* where we are, where the bytes end, how many fit */
	size_t hold;	       /* start of the token being taken */
	size_t record;	       /* start of the record whose bytes are kept */
	uint64_t before;       /* bytes of the document before buf */
	uint64_t lines_before; /* line ends among them */
	bool ended;
};

void json_window_open(struct json_window *w, struct input *in);
void json_window_close(struct json_window *w);
/* Reads at least one byte more; false at the end of the input. */
bool json_window_more(struct json_window *w);
/* The line of pos, counted from 1. */
uint64_t json_window_line(const struct json_window *w);

/* Bytes of the document before pos. */
static inline uint64_t json_window_offset(const struct json_window *w)
{
	return w->before + w->pos;
}

/* Moves to the next byte that is not blank and gives it; NUL at the end (or where a NUL stands). */
static inline char json_window_next(struct json_window *w)
{
	for (;;) {
		const char *p = w->buf + w->pos;

		if ((unsigned char)*p <= ' ') {
			p = scan_blank(p);
			w->pos = (size_t)(p - w->buf);
		}
		if (*p != '\0' || w->pos < w->end || !json_window_more(w))
			return w->buf[w->pos];
	}
}

static inline bool json_window_at_end(const struct json_window *w)
{
	return w->ended && w->pos == w->end;
}

/* A text, number or word. fault: the grammar is broken there. complaint: the grammar holds, but we do not
 * take such a value (bad UTF-8, too long); over_limit tells which of the two. */
struct json_token {
	bool keep; /* set by the caller: the bytes are wanted */
	bool escaped, over_limit;
	const char *fault, *complaint;
	struct str bytes; /* without the quotes, as they stand in the file; if kept and without complaint */
};

#define JSON_CUT_TEXT "ends in the middle of a text"

/* pos is at the opening quote, the first byte of a number, of a word. Afterwards it is behind the token;
 * after a fault (false) where the fault is. */
bool json_scan_text(struct json_window *w, struct json_token *t);
bool json_scan_number(struct json_window *w, struct json_token *t);
bool json_scan_word(struct json_window *w, struct str word, struct json_token *t);
/* The text that an escaped token without complaint means. */
void json_unescape(struct str bytes, struct buf *out);
