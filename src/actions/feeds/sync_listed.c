#include "actions/feeds/sync_listed.h"

#include <stdlib.h>

#define SINGLY_MOST 5000		     /* records fetched one by one: some minutes */
#define EVERYTHING_US ((int64_t)28 * DAY_US) /* the CVE list tells of 30 days */

struct change {
	struct str url;
	struct instant at;
};

struct changes {
	const struct sync_listing *of;
	struct arena *arena;
	struct instant from; /* what was taken ends here; INSTANT_NONE: nothing was */
	struct instant newest;
	struct change *items;
	size_t count, room;
};

static bool take(void *ctx, const struct listed *one, struct err *e)
{
	struct changes *c = ctx;

	(void)e;
	if (one->at.us > c->newest.us)
		c->newest = one->at;
	if (!instant_is_known(c->from) || one->at.us <= c->from.us - c->of->lag_us || c->count > SINGLY_MOST)
		return true;
	c->items = arena_room(c->arena, c->items, c->count, &c->room, sizeof(*c->items));
	c->items[c->count++] = (struct change){ c->of->address(c->of->base, one->what, c->arena), one->at };
	return true;
}

static int by_url(const void *a, const void *b)
{
	return str_cmp(((const struct change *)a)->url, ((const struct change *)b)->url);
}

/* A record that changed twice is fetched once. */
static void keep_each_once(struct changes *c)
{
	size_t kept = 0;

	if (c->count > 1)
		qsort(c->items, c->count, sizeof(*c->items), by_url);
	for (size_t i = 0; i < c->count; i++)
		if (kept == 0 || !str_eq(c->items[kept - 1].url, c->items[i].url))
			c->items[kept++] = c->items[i];
	c->count = kept;
}

/* Every one that failed is asked for again, with all behind the last time. */
static void fetch_singly(struct sync_work *w, const struct changes *c, const struct fetched_document *list)
{
	size_t failures = w->failures;
	bool all = true;

	for (size_t i = 0; i < c->count && !sync_is_over(w); i++)
		sync_record(w, c->items[i].url, INSTANT_NONE);
	all = w->failures == failures && !sync_is_over(w);
	sync_note(w, list, all ? c->newest : c->from, all);
}

static void fetch_everything(
    struct sync_work *w, const struct changes *c, const struct fetched_document *list)
{
	if (!sync_record(w, c->of->everything, w->now))
		return;
	sync_note(w, list, c->newest, true);
}

static bool wants_everything(struct sync_work *w, const struct changes *c)
{
	struct fetched_document everything = sync_known(w, c->of->everything);

	return !instant_is_known(c->from) || !instant_is_known(everything.at) || c->count > SINGLY_MOST ||
	       w->now.us - everything.at.us > EVERYTHING_US;
}

void sync_listed(struct sync_work *w, const struct sync_listing *l)
{
	struct fetched_document list;
	struct changes c = { .of = l, .arena = w->arena, .newest = INSTANT_NONE };
	SCOPED_INPUT *in = NULL;
	struct err e = { 0 };

	sync_list(w, l->url, &list, &in);
	if (!in)
		return;
	c.from = list.through;
	if (!l->read(in, (struct listed_sink){ &c, take }, &e)) {
		sync_fails(w, &e);
		return;
	}
	if (wants_everything(w, &c)) {
		fetch_everything(w, &c, &list);
		return;
	}
	keep_each_once(&c);
	fetch_singly(w, &c, &list);
}
