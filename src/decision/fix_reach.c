#include "decision/fix_reach.h"

#include <stdlib.h>

#include "decision/evidence.h"

struct reaching {
	const struct concerned_fact **releases; /* by name */
	size_t count;
	int64_t *direct; /* units under the name of each */
	bool *touched;	 /* each of which no number is known: has its last one gone out? */
	size_t untouched;
	int64_t missing,
	    beyond;	 /* units that lack it under their own name; and that were more than are held */
	int64_t any;	 /* units held that may run any release */
	int64_t pool;	 /* units under a name that any may run */
	bool everywhere; /* it went under such a name, for the last time */
};

static int by_name(const void *left, const void *right)
{
	const struct concerned_fact *a = *(const struct concerned_fact *const *)left;
	const struct concerned_fact *b = *(const struct concerned_fact *const *)right;
	int sign = str_cmp(a->release, b->release);

	return sign ? sign : (a->index > b->index) - (a->index < b->index);
}

static int by_day(const void *left, const void *right)
{
	const struct reach_step *a = left, *b = right;

	if (a->on.days != b->on.days)
		return a->on.days < b->on.days ? -1 : 1;
	if (a->fix != b->fix)
		return a->fix < b->fix ? -1 : 1;
	return str_cmp(a->release, b->release);
}

static int by_fix(const void *left, const void *right)
{
	const struct reach_step *a = *(const struct reach_step *const *)left;
	const struct reach_step *b = *(const struct reach_step *const *)right;
	int sign = str_cmp(a->release, b->release);

	if (a->fix != b->fix)
		return a->fix < b->fix ? -1 : 1;
	return sign ? sign : (a > b) - (a < b);
}

/* Which steps are the last of their fix under their name; they are in order. */
static bool *last_ones(const struct reach_step *steps, size_t count, struct arena *arena)
{
	const struct reach_step **sorted = arena_alloc(arena, count, sizeof(*sorted));
	bool *last = arena_alloc(arena, count, sizeof(*last));

	for (size_t i = 0; i < count; i++)
		sorted[i] = &steps[i];
	if (count)
		qsort(sorted, count, sizeof(*sorted), by_fix);
	for (size_t i = 0; i < count; i++)
		last[sorted[i] - steps] = i + 1 == count || sorted[i + 1]->fix != sorted[i]->fix ||
					  !str_eq(sorted[i + 1]->release, sorted[i]->release);
	return last;
}

static struct reaching begin(const struct concerned_fact *releases, size_t count, struct arena *arena)
{
	struct reaching r = { .count = count };

	r.releases = arena_alloc(arena, count, sizeof(*r.releases));
	r.direct = arena_alloc(arena, count, sizeof(*r.direct));
	r.touched = arena_alloc(arena, count, sizeof(*r.touched));
	for (size_t i = 0; i < count; i++)
		r.releases[i] = &releases[i];
	if (count)
		qsort(r.releases, count, sizeof(*r.releases), by_name);
	for (size_t i = 0; i < count; i++) {
		const struct concerned_fact *c = r.releases[i];

		if (c->units < 0)
			r.untouched++;
		else if (c->release.len == 0)
			r.any += c->units;
		else
			r.missing += c->units;
	}
	return r;
}

/* The place of a release of which units are concerned; count: of none. */
static size_t place_of(const struct reaching *r, struct str release)
{
	size_t from = 0, to = r->count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (str_cmp(r->releases[middle]->release, release) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	while (
	    from < r->count && str_eq(r->releases[from]->release, release) && r->releases[from]->units == 0)
		from++;
	return from < r->count && str_eq(r->releases[from]->release, release) ? from : r->count;
}

/* One of which no number is known may be new, so that others get it under its name. */
static void add(struct reaching *r, const struct reach_step *step, bool is_last)
{
	size_t at = place_of(r, step->release);
	int64_t units = step->units > 0 ? step->units : 0, lacked, lacks;

	if (at == r->count || r->releases[at]->units < 0)
		r->pool += units;
	if (at == r->count) {
		r->everywhere = r->everywhere || is_last;
	} else if (r->releases[at]->units < 0) {
		r->untouched -= is_last && !r->touched[at];
		r->touched[at] = r->touched[at] || is_last;
	} else {
		lacked = r->releases[at]->units - r->direct[at];
		r->direct[at] += units;
		lacks = r->releases[at]->units - r->direct[at];
		r->missing -= (lacked > 0 ? lacked : 0) - (lacks > 0 ? lacks : 0);
		r->beyond += (lacks < 0 ? -lacks : 0) - (lacked < 0 ? -lacked : 0);
	}
}

static bool is_whole(const struct reaching *r)
{
	int64_t missing = r->missing + (r->any > r->beyond ? r->any - r->beyond : 0);

	return missing <= r->pool && (r->untouched == 0 || r->everywhere) && (r->count > 0 || r->everywhere);
}

/* What went out to any of them may have gone to all but one: then none can be named. */
static struct str lacking_of(const struct reaching *r)
{
	for (size_t i = 0; i < r->count && r->pool == 0; i++) {
		const struct concerned_fact *c = r->releases[i];

		if (c->release.len &&
		    (c->units < 0 ? !r->touched[i] && !r->everywhere : r->direct[i] < c->units))
			return c->release;
	}
	return STR("");
}

static int by_release(const void *left, const void *right)
{
	return by_name(&(const struct concerned_fact *){ left }, &(const struct concerned_fact *){ right });
}

struct concerned_fact *reach_concerned(
    const struct concerned_fact *releases, size_t count, struct date by, struct arena *arena, size_t *found)
{
	struct concerned_fact *out = arena_alloc(arena, count, sizeof(*out));
	size_t all = 0, kept = 0;

	for (size_t i = 0; i < count; i++)
		if (date_not_after(releases[i].since, by))
			out[all++] = releases[i];
	if (all)
		qsort(out, all, sizeof(*out), by_release);
	for (size_t i = 0; i < all; i++) {
		struct concerned_fact *last = kept ? &out[kept - 1] : NULL;

		if (last && str_eq(last->release, out[i].release) && last->units >= 0 && out[i].units >= 0)
			last->units += out[i].units;
		else
			out[kept++] = out[i];
	}
	*found = kept;
	return out;
}

struct fix_reached fix_reach(const struct concerned_fact *releases, size_t release_count,
    struct reach_step *steps, size_t step_count, struct arena *arena)
{
	struct reaching r = begin(releases, release_count, arena);
	struct fix_reached out = { .whole_on = DATE_NONE, .used = step_count };
	bool *last;

	if (step_count)
		qsort(steps, step_count, sizeof(*steps), by_day);
	last = last_ones(steps, step_count, arena);
	for (size_t i = 0; i < step_count; i++) {
		bool to_all = steps[i].release.len == 0;

		if (!to_all)
			add(&r, &steps[i], last[i]);
		if (to_all || is_whole(&r))
			return (struct fix_reached){ steps[i].on, i + 1, STR("") };
	}
	out.lacking = lacking_of(&r);
	return out;
}
