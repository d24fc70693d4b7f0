#include "decision/rules.h"

#include <assert.h>

void texts_add(struct texts *t, struct arena *a, struct str s)
{
	for (size_t i = 0; i < t->count; i++)
		if (str_eq(t->items[i], s))
			return;
	if (t->count == t->room) {
		size_t room = t->room ? t->room * 2 : 4;
		struct str *more = arena_alloc(a, room, sizeof(*more));

		if (t->count)
			memcpy(more, t->items, t->count * sizeof(*more));
		t->items = more;
		t->room = room;
	}
	t->items[t->count++] = s;
}

struct known *know(struct knowledge *k, struct arena *a, enum fact fact, enum answer is, const char *key)
{
	struct known *known = &k->of[fact];

	*known = (struct known){ .is = is, .on = DATE_NONE };
	if (key)
		texts_add(&known->keys, a, str_of(key));
	return known;
}

static bool satisfies(const struct condition *c, const struct knowledge *k)
{
	return (1u << k->of[c->fact].is & (unsigned)c->is) != 0;
}

static size_t condition_count(const struct rule *r)
{
	size_t n = 0;

	while (n < RULE_CONDITIONS && r->when[n].fact != FACT_NONE)
		n++;
	return n;
}

bool rule_holds(const struct rule *r, const struct knowledge *k)
{
	for (size_t i = 0; i < condition_count(r); i++)
		if (!satisfies(&r->when[i], k))
			return false;
	return true;
}

/* Would the row hold if what is unknown were known? */
static bool could_hold(const struct rule *r, const struct knowledge *k)
{
	for (size_t i = 0; i < condition_count(r); i++)
		if (!satisfies(&r->when[i], k) && k->of[r->when[i].fact].is != UNKNOWN)
			return false;
	return true;
}

static void add_unknown(
    const struct rule *r, const struct knowledge *k, struct arena *a, struct texts *missing)
{
	for (size_t i = 0; i < condition_count(r); i++) {
		const struct known *known = &k->of[r->when[i].fact];

		for (size_t j = 0; known->is == UNKNOWN && j < known->keys.count; j++)
			texts_add(missing, a, known->keys.items[j]);
	}
}

const struct rule *rules_first(
    const struct rule *table, const struct knowledge *k, struct arena *a, struct texts *missing)
{
	const struct rule *decides = table;

	while (!rule_holds(decides, k)) {
		assert(condition_count(decides) > 0); /* the last row of a table has no conditions */
		decides++;
	}
	for (const struct rule *r = table; r < decides; r++)
		if (r->then != decides->then && could_hold(r, k))
			add_unknown(r, k, a, missing);
	return decides;
}
