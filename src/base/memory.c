#include "base/memory.h"

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>

#define LARGE_BYTES (1024 * 1024)
/* Free memory kept at the top of the heap: given back at every turn, it costs a fault a page. */
#define KEPT_BYTES (1024 * 1024)

void memory_begin(void)
{
	mallopt(M_MMAP_THRESHOLD, LARGE_BYTES);
	mallopt(M_TRIM_THRESHOLD, KEPT_BYTES);
}

void memory_out(size_t bytes)
{
	fprintf(stderr, "aftercare: out of memory (%zu bytes asked for)\n", bytes);
	abort();
}

void *memory_alloc(size_t count, size_t size)
{
	void *block = calloc(count ? count : 1, size ? size : 1);

	if (!block)
		memory_out(count * size);
	return block;
}

void *memory_resize(void *old, size_t count, size_t size)
{
	size_t bytes;
	void *block;

	if (__builtin_mul_overflow(count, size, &bytes))
		memory_out((size_t)-1);
	block = realloc(old, bytes ? bytes : 1);
	if (!block)
		memory_out(bytes);
	return block;
}
