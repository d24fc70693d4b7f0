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
	struct arena_block *block = memory_alloc(1, sizeof(*block) + size);

	block->size = size;
	block->next = a->blocks;
	a->blocks = block;
	return block;
}

void *arena_alloc(struct arena *a, size_t count, size_t size)
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
	memset(piece, 0, bytes);
	return piece;
}

struct str arena_copy(struct arena *a, struct str s)
{
	char *copy;

	if (s.len == 0)
		return (struct str){ "", 0 };
	copy = arena_alloc(a, s.len, 1);
	memcpy(copy, s.ptr, s.len);
	return (struct str){ copy, s.len };
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
	va_list args;
	char *text;
	int len;

	va_start(args, fmt);
	len = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	if (len < 0)
		return STR("");
	text = arena_alloc(a, (size_t)len + 1, 1);
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
	struct arena_block *kept = NULL;

	while (a->blocks) {
		struct arena_block *next = a->blocks->next;

		if (!kept && BLOCK_BYTES > 0 && a->blocks->size == BLOCK_BYTES)
			kept = a->blocks;
		else
			free(a->blocks);
		a->blocks = next;
	}
	if (kept) {
		kept->next = NULL;
		kept->used = 0;
	}
	a->blocks = kept;
	a->used = 0;
}

void arena_free(struct arena *a)
{
	arena_reset(a);
	free(a->blocks);
	a->blocks = NULL;
}
