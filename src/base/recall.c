#include "base/recall.h"

#include <stdlib.h>

#include "base/memory.h"

#define PLACE_BITS 13 /* 8192 places of 16 bytes */
#define PLACES ((size_t)1 << PLACE_BITS)

struct recall_place {
	int64_t id;
	void *what;
};

struct recall recall_new(size_t most_bytes)
{
	return (struct recall){ .most_bytes = most_bytes };
}

void recall_free(struct recall *r)
{
	arena_free(&r->arena);
	free(r->places);
	r->places = NULL;
}

/* Fibonacci hashing (Knuth, TAOCP 6.4): ids in a row spread over all places. */
static struct recall_place *place_of(const struct recall *r, int64_t id)
{
	return &r->places[((uint64_t)id * 0x9e3779b97f4a7c15u) >> (64 - PLACE_BITS)];
}

void *recall_find(const struct recall *r, int64_t id)
{
	const struct recall_place *place = r->places ? place_of(r, id) : NULL;

	return place && place->id == id ? place->what : NULL;
}

void recall_keep(struct recall *r, int64_t id, void *what)
{
	if (!r->places)
		r->places = memory_alloc(PLACES, sizeof(struct recall_place));
	*place_of(r, id) = (struct recall_place){ id, what };
}

void recall_trim(struct recall *r)
{
	if (r->arena.used <= r->most_bytes)
		return;
	arena_reset(&r->arena);
	if (r->places)
		memset(r->places, 0, PLACES * sizeof(*r->places));
}
