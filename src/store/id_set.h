/*
 * id_set - sorted sets of ids as bytes: the step from each to the next as a varint.
 *
 * The form of postings (package to components, component to lists): small, and appended to where ids ascend.
 */
#pragma once
#include "base/buf.h"

struct id_set {
	int64_t *ids; /* ascending, none twice; free() by id_set_clear */
	size_t count, room;
};

/* For qsort, over int64_t: the lowest first. */
int id_ascending(const void *left, const void *right);

void id_set_clear(struct id_set *set);
/* True if it was not in it yet. */
bool id_set_add(struct id_set *set, int64_t id);
/* Fills an empty set with ids in any order, some of them more than once. */
void id_set_fill(struct id_set *set, const int64_t *ids, size_t count);
bool id_set_has(const struct id_set *set, int64_t id);
/* Takes out what is not in the other. */
void id_set_keep(struct id_set *set, const struct id_set *other);
void id_set_write(const struct id_set *set, struct buf *out);
/* Adds what stands in bytes; false if they are damaged. */
bool id_set_read(struct str bytes, struct id_set *set);

/* The greatest id of a written set, 0 of an empty one: behind it a greater id can be appended as it stands.
 * False if the bytes are damaged. */
bool id_set_last(struct str bytes, int64_t *last);

#define SCOPED_ID_SET __attribute__((cleanup(id_set_clear))) struct id_set
