/*
 * vec - growing a plain array.
 *
 *	struct thing *things; size_t count, room;
 *	things = vec_room(things, &room, count + 1, sizeof(*things));
 *	things[count++] = ...;
 *
 * The array is the caller's to free().
 */
#pragma once
#include <stddef.h>

/* items, moved if need be so that at least wanted of them fit; *room is what fits now. */
void *vec_room(void *items, size_t *room, size_t wanted, size_t item_size);
/* qsort, for arrays too that are not there because nothing is in them. */
void vec_sort(void *items, size_t count, size_t item_size, int (*order)(const void *a, const void *b));
