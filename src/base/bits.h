/*
 * bits - sets of small numbers as words, so that a whole set is joined 64 at a time.
 */
#pragma once
#include <stdint.h>

#include "base/arena.h"

struct bits {
	uint64_t *words;
	size_t count; /* of words */
};

/* Room for the numbers below most; empty. */
static inline struct bits bits_new(size_t most, struct arena *arena)
{
	size_t count = most / 64 + 1;

	return (struct bits){ arena_alloc(arena, count, sizeof(uint64_t)), count };
}

static inline void bits_set(struct bits b, size_t n)
{
	b.words[n / 64] |= UINT64_C(1) << n % 64;
}

static inline bool bits_has(struct bits b, size_t n)
{
	return b.words[n / 64] >> n % 64 & 1;
}

/* All of one size. */
static inline void bits_and(struct bits to, struct bits from)
{
	for (size_t i = 0; i < to.count; i++)
		to.words[i] &= from.words[i];
}

static inline void bits_or(struct bits to, struct bits from)
{
	for (size_t i = 0; i < to.count; i++)
		to.words[i] |= from.words[i];
}

static inline void bits_fill(struct bits to)
{
	for (size_t i = 0; i < to.count; i++)
		to.words[i] = UINT64_MAX;
}

static inline void bits_invert(struct bits to)
{
	for (size_t i = 0; i < to.count; i++)
		to.words[i] = ~to.words[i];
}

static inline bool bits_is_empty(struct bits b)
{
	for (size_t i = 0; i < b.count; i++)
		if (b.words[i])
			return false;
	return true;
}
