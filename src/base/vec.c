#include "base/vec.h"

#include <stdlib.h>

#include "base/memory.h"

void *vec_room(void *items, size_t *room, size_t wanted, size_t item_size)
{
	size_t grown = *room ? *room : 8;

	if (wanted <= *room)
		return items;
	while (grown < wanted)
		if (__builtin_mul_overflow(grown, (size_t)2, &grown))
			memory_out((size_t)-1);
	*room = grown;
	return memory_resize(items, grown, item_size);
}

void vec_sort(void *items, size_t count, size_t item_size, int (*order)(const void *a, const void *b))
{
	if (count > 1)
		qsort(items, count, item_size, order);
}
