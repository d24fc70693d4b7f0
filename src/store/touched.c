#include "store/touched.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/vec.h"
#include "store/id_set.h"

#define TOUCHED_MOST 250000 /* pairs, 4 MB; 20,000 advisories have some 160,000 */

void touched_clear(struct touched *t)
{
	free(t->pairs);
	free(t->advisories);
	*t = (struct touched){ 0 };
}

static int by_package(const void *left, const void *right)
{
	const struct touched_pair *a = left, *b = right;
	int sign = (a->package_id > b->package_id) - (a->package_id < b->package_id);

	return sign ? sign : (a->advisory_id > b->advisory_id) - (a->advisory_id < b->advisory_id);
}

static void forget_single(struct touched *t)
{
	touched_clear(t);
	t->everything = true;
}

bool touched_add(struct touched *t, int64_t advisory_id, struct str packages)
{
	int64_t package_id = 0;
	uint64_t step;

	if (t->everything)
		return true;
	t->advisories =
	    vec_room(t->advisories, &t->advisory_room, t->advisory_count + 1, sizeof(*t->advisories));
	t->advisories[t->advisory_count++] = advisory_id;
	while (packages.len) {
		if (!str_take_varint(&packages, &step))
			return false;
		package_id += (int64_t)step;
		t->pairs = vec_room(t->pairs, &t->room, t->count + 1, sizeof(*t->pairs));
		t->pairs[t->count++] = (struct touched_pair){ package_id, advisory_id };
	}
	if (t->count > TOUCHED_MOST || t->advisory_count > TOUCHED_MOST)
		forget_single(t);
	return true;
}

void touched_sort(struct touched *t)
{
	size_t kept = 0;

	vec_sort(t->pairs, t->count, sizeof(*t->pairs), by_package);
	for (size_t i = 0; i < t->count; i++)
		if (kept == 0 || by_package(&t->pairs[kept - 1], &t->pairs[i]) != 0)
			t->pairs[kept++] = t->pairs[i];
	t->count = kept;
	kept = 0;
	vec_sort(t->advisories, t->advisory_count, sizeof(*t->advisories), id_ascending);
	for (size_t i = 0; i < t->advisory_count; i++)
		if (kept == 0 || t->advisories[kept - 1] != t->advisories[i])
			t->advisories[kept++] = t->advisories[i];
	t->advisory_count = kept;
}

bool touched_has(const struct touched *t, int64_t advisory_id)
{
	return t->advisory_count &&
	       bsearch(&advisory_id, t->advisories, t->advisory_count, sizeof(*t->advisories), id_ascending);
}
