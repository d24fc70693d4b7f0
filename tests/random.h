/*
 * random - numbers that are the same in every run: Marsaglia's xorshift. A test sets random_state, never to
 * 0.
 */
#pragma once
#include <stdint.h>

static uint32_t random_state = 7;

static inline uint32_t below(uint32_t n)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 17;
	random_state ^= random_state << 5;
	return random_state % n;
}
