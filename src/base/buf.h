/*
 * buf - text under construction, with the most it may ever hold.
 *
 * What does not fit is dropped and remembered: check buf_full() once at the end.
 */
#pragma once
#include <stdint.h>

#include "base/str.h"

struct buf {
	char *ptr;
	size_t len, room, most;
	bool full; /* something was dropped */
};

/* An empty buf for at most most bytes; takes memory only as it grows. */
static inline struct buf buf_new(size_t most)
{
	return (struct buf){ .most = most };
}

void buf_free(struct buf *b);
static inline void buf_clear(struct buf *b)
{
	b->len = 0;
	b->full = false;
}
static inline bool buf_full(const struct buf *b)
{
	return b->full;
}

void buf_add(struct buf *b, struct str s);
void buf_byte(struct buf *b, char c);
void buf_printf(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Percent-encoded (RFC 3986): all but letters, digits, - . _ ~ and the bytes of kept. */
void buf_escape(struct buf *b, struct str s, const char *kept);
/* LEB128: 7 bits a byte, the lowest first. */
void buf_varint(struct buf *b, uint64_t n);
/* A text that str_take_text finds the end of: its length as a varint, its bytes. */
void buf_text(struct buf *b, struct str s);

/* Valid until the buf is next changed. */
static inline struct str buf_str(const struct buf *b)
{
	return (struct str){ b->ptr ? b->ptr : "", b->len };
}

/* One byte off the front; false where there is none. */
static inline bool str_take_byte(struct str *rest, unsigned *byte)
{
	if (rest->len == 0)
		return false;
	*byte = (unsigned char)rest->ptr[0];
	*rest = str_from(*rest, 1);
	return true;
}

bool str_take_long_varint(struct str *rest, uint64_t *n);

/* Reads what buf_varint wrote off the front of *rest; false where it is cut short or over-long. Nearly all
 * have one byte. */
static inline bool str_take_varint(struct str *rest, uint64_t *n)
{
	if (rest->len == 0 || (rest->ptr[0] & 0x80))
		return str_take_long_varint(rest, n);
	*n = (unsigned char)rest->ptr[0];
	*rest = str_from(*rest, 1);
	return true;
}

static inline bool str_take_text(struct str *rest, struct str *s)
{
	struct str behind = *rest;
	uint64_t len;

	if (!str_take_varint(&behind, &len) || len > behind.len)
		return false;
	*s = str_first(behind, len);
	*rest = str_from(behind, len);
	return true;
}

#define SCOPED_BUF __attribute__((cleanup(buf_free))) struct buf
