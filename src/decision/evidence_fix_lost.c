/*
 * When what met condition 3 by day 60 was lost: by the first fact behind that day that contradicts it.
 */
#include <stdlib.h>

#include "decision/evidence_fixes.h"

/* A fact that may contradict a fix. */
struct blow {
	struct date on;
	enum fix_loss how;
	const char *list, *member;
	int64_t index;
};

struct blows {
	const struct evidence *ev;
	struct date limit;
	struct blow *items;
	size_t count;
};

static int by_day(const void *left, const void *right)
{
	const struct blow *a = left, *b = right;

	if (a->on.days != b->on.days)
		return a->on.days < b->on.days ? -1 : 1;
	return (a->how > b->how) - (a->how < b->how);
}

static void add(struct blows *b, struct blow blow)
{
	if (date_by(blow.on, b->ev->facts->today) && blow.on.days > b->limit.days)
		b->items[b->count++] = blow;
}

static void add_fixes(struct blows *b)
{
	const struct facts *f = b->ev->facts;

	for (size_t i = 0; i < f->fix_count; i++) {
		const struct fix_fact *fix = &f->fixes[i];

		add(b, (struct blow){ fix->adds_risk_known_on, LOSS_ADDS_RISK, "fixes", "adds_risk_known_on",
			   fix->index });
		for (size_t k = 0; k < fix->distribution_count; k++)
			add(b, (struct blow){ fix->distributions[k].failed_on, LOSS_FAILED, "fixes",
				   "distributions", fix->index });
	}
}

/* All behind limit, by day. */
static struct blows blows_behind(const struct evidence *ev, struct date limit, struct arena *arena)
{
	const struct facts *f = ev->facts;
	struct blows b = { .ev = ev, .limit = limit };
	size_t room = f->control_count + f->assessment_count + f->fix_count + f->concerned_count;

	for (size_t i = 0; i < f->fix_count; i++)
		room += f->fixes[i].distribution_count;
	b.items = arena_alloc(arena, room, sizeof(*b.items));
	add_fixes(&b);
	for (size_t i = 0; i < f->control_count; i++)
		add(&b, (struct blow){ f->controls[i].withdrawn_on, LOSS_WITHDRAWN, "controls",
			    "withdrawn_on", f->controls[i].index });
	for (size_t i = 0; i < f->assessment_count; i++)
		add(&b, (struct blow){ f->assessments[i].on, LOSS_CONTRADICTED, "assessments",
			    "exploitability_after", f->assessments[i].index });
	for (size_t i = 0; i < f->concerned_count; i++)
		add(&b, (struct blow){ f->concerned[i].since, LOSS_LACKED, "releases_concerned", "since",
			    f->concerned[i].index });
	if (b.count)
		qsort(b.items, b.count, sizeof(*b.items), by_day);
	return b;
}

/* The place of a blow by which it was lost, where it stood before all of them and does not stand behind. */
static size_t find_loss(const struct blows *b)
{
	size_t stands = 0, lost = b->count - 1; /* before the first, and behind the last */

	while (stands < lost) {
		size_t middle = stands + (lost - stands) / 2;

		if (fixes_count(b->ev, b->limit, b->items[middle].on) == YES)
			stands = middle + 1;
		else
			lost = middle;
	}
	return lost;
}

struct known evidence_fix_lost(const struct evidence *ev, struct date limit, enum fix_loss *how)
{
	struct known lost = { .is = NO, .on = DATE_NONE };
	SCOPED_ARENA arena = { 0 };
	struct blows b = blows_behind(ev, limit, &arena);
	size_t at;

	*how = LOSS_NONE;
	if (b.count == 0 || fixes_count(ev, limit, limit) != YES ||
	    fixes_count(ev, limit, ev->facts->today) == YES)
		return lost;
	at = find_loss(&b);
	lost = (struct known){ .is = YES, .on = b.items[at].on };
	while (at > 0 && b.items[at - 1].on.days == lost.on.days)
		at--;
	*how = b.items[at].how;
	for (; at < b.count && b.items[at].on.days == lost.on.days && b.items[at].how == *how; at++)
		texts_add(&lost.keys, ev->arena,
		    evidence_key(ev, b.items[at].list, b.items[at].index, b.items[at].member));
	return lost;
}
