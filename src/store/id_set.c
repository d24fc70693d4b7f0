#include "store/id_set.h"

#include <stdlib.h>

#include "base/vec.h"

void id_set_clear(struct id_set *set)
{
	free(set->ids);
	*set = (struct id_set){ 0 };
}

/* Where the id stands, or would. */
static size_t place_of(const struct id_set *set, int64_t id)
{
	size_t low = 0, high = set->count;

	if (set->count && set->ids[set->count - 1] < id)
		low = high;
	while (low < high) {
		size_t middle = (low + high) / 2;

		if (set->ids[middle] < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool id_set_has(const struct id_set *set, int64_t id)
{
	size_t at = place_of(set, id);

	return at < set->count && set->ids[at] == id;
}

bool id_set_add(struct id_set *set, int64_t id)
{
	size_t at = place_of(set, id);

	if (at < set->count && set->ids[at] == id)
		return false;
	set->ids = vec_room(set->ids, &set->room, set->count + 1, sizeof(*set->ids));
	memmove(set->ids + at + 1, set->ids + at, (set->count - at) * sizeof(*set->ids));
	set->ids[at] = id;
	set->count++;
	return true;
}

int id_ascending(const void *left, const void *right)
{
	const int64_t *a = left, *b = right;

	return (*a > *b) - (*a < *b);
}

void id_set_fill(struct id_set *set, const int64_t *ids, size_t count)
{
	set->ids = vec_room(set->ids, &set->room, count, sizeof(*set->ids));
	if (count)
		memcpy(set->ids, ids, count * sizeof(*ids));
	vec_sort(set->ids, count, sizeof(*set->ids), id_ascending);
	for (size_t i = 0; i < count; i++)
		if (i == 0 || set->ids[i] != set->ids[set->count - 1])
			set->ids[set->count++] = set->ids[i];
}

void id_set_keep(struct id_set *set, const struct id_set *other)
{
	size_t kept = 0;

	for (size_t i = 0; i < set->count; i++)
		if (id_set_has(other, set->ids[i]))
			set->ids[kept++] = set->ids[i];
	set->count = kept;
}

void id_set_write(const struct id_set *set, struct buf *out)
{
	int64_t last = 0;

	for (size_t i = 0; i < set->count; i++) {
		buf_varint(out, (uint64_t)(set->ids[i] - last));
		last = set->ids[i];
	}
}

bool id_set_last(struct str bytes, int64_t *last)
{
	uint64_t step, sum = 0;

	while (bytes.len)
		if (!str_take_varint(&bytes, &step) || __builtin_add_overflow(sum, step, &sum) ||
		    sum > INT64_MAX)
			return false;
	*last = (int64_t)sum;
	return true;
}

bool id_set_read(struct str bytes, struct id_set *set)
{
	uint64_t step, last = 0;

	while (bytes.len) {
		if (!str_take_varint(&bytes, &step) || __builtin_add_overflow(last, step, &last) ||
		    last > INT64_MAX)
			return false;
		if (set->count < set->room && set->count && set->ids[set->count - 1] < (int64_t)last)
			set->ids[set->count++] = (int64_t)last;
		else
			id_set_add(set, (int64_t)last);
	}
	return true;
}
