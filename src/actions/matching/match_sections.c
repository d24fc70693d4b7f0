#include "actions/matching/match_sections.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/vec.h"
#include "limits.h"

#define SHARE_LEAST 32 /* fewer items are not worth a thread */

/* What one thread does: every step-th item. */
struct share {
	struct match_item *items;
	size_t count, first, step;
	struct arena *arena;
	pthread_t thread;
};

/* Where somebody else speaks of a package that has records of its own, those are asked what they leave out.
 */
static bool ask_own_records(struct match_item *item, struct arena *arena)
{
	for (size_t i = 0; i < item->reach_count; i++)
		if (reach_has_own_records(&item->reaches[i]) &&
		    !match_outside(0, &item->reaches[i], item->packed[i], arena, &item->matches, &item->why))
			return false;
	return true;
}

static bool match_packages(struct match_item *item, struct arena *arena)
{
	bool others = false;

	for (size_t i = 0; i < item->reach_count; i++) {
		size_t before = item->matches.count;

		if (!match_reach(0, &item->reaches[i], item->packed[i], arena, &item->matches, &item->why))
			return false;
		others |= !reach_has_own_records(&item->reaches[i]) && item->matches.count > before;
	}
	return !others || ask_own_records(item, arena);
}

static void match_item(struct match_item *item, struct arena *arena)
{
	item->damaged = !match_packages(item, arena);
}

static void *match_share(void *ctx)
{
	struct share *share = ctx;

	for (size_t i = share->first; i < share->count; i += share->step)
		match_item(&share->items[i], share->arena);
	return NULL;
}

bool match_items(struct match_item *items, size_t count, struct arena arenas[MATCH_THREADS], struct err *e)
{
	size_t threads = count < SHARE_LEAST ? 1 : MATCH_THREADS;
	struct share shares[MATCH_THREADS];

	for (size_t i = 0; i < threads; i++)
		shares[i] = (struct share){ items, count, i, threads, &arenas[i], 0 };
	for (size_t i = 1; i < threads; i++)
		if (pthread_create(&shares[i].thread, NULL, match_share, &shares[i]) != 0)
			memory_out(0);
	match_share(&shares[0]);
	for (size_t i = 1; i < threads; i++)
		pthread_join(shares[i].thread, NULL);
	for (size_t i = 0; i < count; i++)
		if (items[i].damaged) {
			*e = items[i].why;
			return false;
		}
	return true;
}

/* Matches of one advisory stay in the order in which they were found. */
static int by_advisory(const void *left, const void *right)
{
	const struct match *const *a = left, *const *b = right;
	int64_t x = (*a)->range.advisory_id, y = (*b)->range.advisory_id;

	return x != y ? (x > y) - (x < y) : (*a > *b) - (*a < *b);
}

/* Those of one advisory, side by side, as one body. */
static bool make_body(struct match_heads *h, const struct component *c, const struct match *const *matches,
    size_t count, struct buf *scratch, struct arena *arena, struct str *body, struct err *e)
{
	struct match *together = arena_alloc(arena, count, sizeof(*together));
	struct kept k;

	*body = STR("");
	if (!match_heads_find(h, matches[0]->range.advisory_id, &k, e))
		return false;
	if (k.about == 0)
		return true;
	for (size_t i = 0; i < count; i++)
		together[i] = *matches[i];
	k.matches = together;
	k.count = count;
	buf_clear(scratch);
	kept_write(&k, c, scratch);
	*body = arena_copy(arena, buf_str(scratch));
	return true;
}

bool match_sections_make(struct match_heads *h, const struct component *c, const struct match_list *matches,
    struct arena *arena, struct match_section **out, size_t *count, struct err *e)
{
	SCOPED_BUF scratch = buf_new(LIMIT_PACKED_BYTES);
	const struct match **sorted = arena_alloc(arena, matches->count, sizeof(*sorted));
	struct match_section *sections = arena_alloc(arena, matches->count, sizeof(*sections));
	size_t made = 0;

	for (size_t i = 0; i < matches->count; i++)
		sorted[i] = &matches->matches[i];
	vec_sort(sorted, matches->count, sizeof(*sorted), by_advisory);
	for (size_t i = 0, end; i < matches->count; i = end) {
		int64_t id = sorted[i]->range.advisory_id;
		struct str body;

		for (end = i; end < matches->count && sorted[end]->range.advisory_id == id; end++)
			;
		if (!make_body(h, c, sorted + i, end - i, &scratch, arena, &body, e))
			return false;
		if (body.len)
			sections[made++] = (struct match_section){ id, body };
	}
	*out = sections;
	*count = made;
	return true;
}
