#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/vec.h"

void buf_free(struct buf *b)
{
	free(b->ptr);
	*b = (struct buf){ .most = b->most };
}

static bool make_room(struct buf *b, size_t more)
{
	if (more > b->most - b->len) {
		b->full = true;
		return false;
	}
	b->ptr = vec_room(b->ptr, &b->room, b->len + more, 1);
	return true;
}

void buf_add(struct buf *b, struct str s)
{
	if (s.len && make_room(b, s.len)) {
		memcpy(b->ptr + b->len, s.ptr, s.len);
		b->len += s.len;
	}
}

void buf_byte(struct buf *b, char c)
{
	if (make_room(b, 1))
		b->ptr[b->len++] = c;
}

void buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list args;
	int len;

	va_start(args, fmt);
	len = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	if (len < 0 || !make_room(b, (size_t)len))
		return;
	b->ptr = vec_room(b->ptr, &b->room, b->len + (size_t)len + 1, 1);
	va_start(args, fmt);
	vsnprintf(b->ptr + b->len, (size_t)len + 1, fmt, args);
	va_end(args);
	b->len += (size_t)len;
}

void buf_escape(struct buf *b, struct str s, const char *kept)
{
	static const char hex[] = "0123456789ABCDEF";

	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];
		unsigned char byte = (unsigned char)c;

		if (char_is_alnum(c) || (c && (strchr("-._~", c) || strchr(kept, c)))) {
			buf_byte(b, c);
		} else {
			buf_byte(b, '%');
			buf_byte(b, hex[byte >> 4]);
			buf_byte(b, hex[byte & 15]);
		}
	}
}

void buf_varint(struct buf *b, uint64_t n)
{
	for (; n >= 0x80; n >>= 7)
		buf_byte(b, (char)(unsigned char)(n | 0x80));
	buf_byte(b, (char)(unsigned char)n);
}

void buf_text(struct buf *b, struct str s)
{
	buf_varint(b, s.len);
	buf_add(b, s);
}

bool str_take_long_varint(struct str *rest, uint64_t *n)
{
	uint64_t value = 0;

	for (size_t i = 0; i < rest->len && i < 10; i++) {
		unsigned char c = (unsigned char)rest->ptr[i];

		value |= (uint64_t)(c & 0x7f) << (7 * i);
		if (!(c & 0x80)) {
			*n = value;
			*rest = str_from(*rest, i + 1);
			return true;
		}
	}
	return false;
}
