/*
 * secret_cost - what keeping a password costs who guesses, and who waits.
 *
 * A constant of the program: no option and no environment variable lowers it. The programs of the tests,
 * which make hundreds of users, are linked with another one (tests/secret_cost.c).
 */
#pragma once
#include <stddef.h>

struct secret_cost {
	unsigned long long passes; /* over the memory */
	size_t memory_bytes;
};

extern const struct secret_cost secret_cost;
