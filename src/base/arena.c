#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"

#if defined(__SANITIZE_ADDRESS__)
#define BLOCK_BYTES 0
#else
#define BLOCK_BYTES 16384
#endif
#define ALIGNMENT 16

struct arena_block {
	struct arena_block *next;
	size_t size, used;
	_Alignas(ALIGNMENT) char bytes[];
};

static struct arena_block *block_new(struct arena *a, size_t least)
{
	size_t size = least > BLOCK_BYTES ? least : BLOCK_BYTES;
	struct arena_block *block = a->spare;

	if (block && size == BLOCK_BYTES) {
		a->spare = block->next;
	} else {
		block = memory_resize(NULL, 1, sizeof(*block) + size);
		block->size = size;
	}
	block->used = 0;
	block->next = a->blocks;
	a->blocks = block;
	return block;
}

/* As arena_alloc, but not zeroed. */
static void *take(struct arena *a, size_t count, size_t size)
{
	size_t bytes, rounded;
	struct arena_block *block = a->blocks;
	void *piece;

	if (__builtin_mul_overflow(count, size, &bytes) ||
	    __builtin_add_overflow(bytes, ALIGNMENT - 1, &rounded))
		memory_out(SIZE_MAX);
	rounded &= ~(size_t)(ALIGNMENT - 1);
	if (a->limit && rounded > a->limit - a->used)
		memory_out(rounded);
	if (!block || block->size - block->used < rounded)
		block = block_new(a, rounded);
	piece = block->bytes + block->used;
	block->used += rounded;
	a->used += rounded;
	return piece;
}

void *arena_alloc(struct arena *a, size_t count, size_t size)
{
	void *piece = take(a, count, size);

	memset(piece, 0, count * size);
	return piece;
}

struct str arena_copy(struct arena *a, struct str s)
{
	char *copy;

	if (s.len == 0)
		return (struct str){ "", 0 };
	copy = take(a, s.len, 1);
	memcpy(copy, s.ptr, s.len);
	return (struct str){ copy, s.len };
}

struct str arena_copy_optional(struct arena *a, struct str s)
{
	return s.ptr ? arena_copy(a, s) : s;
}

struct str arena_join_all(struct arena *a, const struct str *parts, size_t count)
{
	size_t len = 0, at = 0;
	char *text;

	for (size_t i = 0; i < count; i++)
		len += parts[i].len;
	text = take(a, len + 1, 1);
	for (size_t i = 0; i < count; i++) {
		if (parts[i].len)
			memcpy(text + at, parts[i].ptr, parts[i].len);
		at += parts[i].len;
	}
	text[len] = '\0';
	return (struct str){ text, len };
}

struct str arena_join(struct arena *a, struct str first, struct str second)
{
	const struct str parts[] = { first, second };

	return arena_join_all(a, parts, COUNT(parts));
}

char *arena_text(struct arena *a, struct str s)
{
	char *copy = arena_alloc(a, s.len + 1, 1);

	if (s.len)
		memcpy(copy, s.ptr, s.len);
	return copy;
}

struct str arena_printf(struct arena *a, const char *fmt, ...)
{
	char usual[512], *text; /* what does not fit is written twice */
	va_list args;
	int len;

	va_start(args, fmt);
	len = vsnprintf(usual, sizeof(usual), fmt, args);
	va_end(args);
	if (len < 0)
		return STR("");
	text = arena_alloc(a, (size_t)len + 1, 1);
	if ((size_t)len < sizeof(usual)) {
		memcpy(text, usual, (size_t)len + 1);
		return (struct str){ text, (size_t)len };
	}
	va_start(args, fmt);
	vsnprintf(text, (size_t)len + 1, fmt, args);
	va_end(args);
	return (struct str){ text, (size_t)len };
}

void *arena_room(struct arena *a, void *items, size_t count, size_t *room, size_t item_size)
{
	void *moved;

	if (count < *room)
		return items;
	*room = *room ? *room * 2 : 8;
	moved = arena_alloc(a, *room, item_size);
	if (count)
		memcpy(moved, items, count * item_size);
	return moved;
}

void arena_reset(struct arena *a)
{
	while (a->blocks) {
		struct arena_block *block = a->blocks;

		a->blocks = block->next;
		if (BLOCK_BYTES && block->size == BLOCK_BYTES) {
			block->next = a->spare;
			a->spare = block;
		} else {
			free(block);
		}
	}
	a->used = 0;
}

void arena_free(struct arena *a)
{
	arena_reset(a);
	while (a->spare) {
		struct arena_block *block = a->spare;

		a->spare = block->next;
		free(block);
	}
}
