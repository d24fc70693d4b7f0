#include "inventory/sbom_diff.h"

#include <stdlib.h>

#include "base/vec.h"

struct entry {
	struct str key;
	const struct component *c;
	bool is_paired;
};

struct side {
	struct entry *entries;
	size_t count;
};

struct merger {
	struct arena *arena;
	struct sbom_diff *out;
	struct sbom_difference *rows;
	size_t room;
};

/* What the component is called for: 'p' and its package URL, 'c' and its CPE name, 'n' and its name. */
static struct str key_of(const struct component *c, struct arena *arena)
{
	const struct identity *best = NULL;
	char *name;

	for (size_t i = 0; i < c->identity_count; i++) {
		const struct identity *id = &c->identities[i];

		if (!id->is_whole || id->is_source)
			continue;
		if (!best || (best->kind != PACKAGE_PURL && id->kind == PACKAGE_PURL))
			best = id;
	}
	if (best)
		return arena_printf(arena, "%c%.*s", best->kind == PACKAGE_PURL ? 'p' : 'c',
		    (int)best->package.len, best->package.ptr);
	name = arena_alloc(arena, c->name.len + 2, 1);
	name[0] = 'n';
	for (size_t i = 0; i < c->name.len; i++)
		name[i + 1] = char_lower(c->name.ptr[i]);
	return (struct str){ name, c->name.len + 1 };
}

static int compare(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	int sign = str_cmp(x->key, y->key);

	sign = sign ? sign : str_cmp(x->c->version, y->c->version);
	sign = sign ? sign : str_cmp(x->c->name, y->c->name);
	sign = sign ? sign : str_cmp(x->c->supplier, y->c->supplier);
	return sign ? sign : str_cmp(x->c->support, y->c->support);
}

static struct side sorted(const struct component *components, size_t count, struct arena *arena)
{
	struct side s = { arena_alloc(arena, count, sizeof(*s.entries)), 0 };

	for (size_t i = 0; i < count; i++)
		if (!components[i].is_subject)
			s.entries[s.count++] =
			    (struct entry){ .key = key_of(&components[i], arena), .c = &components[i] };
	vec_sort(s.entries, s.count, sizeof(*s.entries), compare);
	return s;
}

static void add(struct merger *m, const struct component *from, const struct component *to, int changes)
{
	struct sbom_diff *d = m->out;

	if (from && to && changes == 0) {
		d->unchanged++;
		return;
	}
	d->added += !from;
	d->removed += !to;
	d->changed += from && to;
	m->rows = arena_room(m->arena, m->rows, d->count, &m->room, sizeof(*m->rows));
	m->rows[d->count++] = (struct sbom_difference){ from, to, changes };
}

static void add_pair(struct merger *m, struct entry *from, struct entry *to)
{
	const struct component *a = from->c, *b = to->c;
	int changes = 0;

	from->is_paired = to->is_paired = true;
	changes |= str_eq(a->version, b->version) ? 0 : SBOM_VERSION_CHANGED;
	changes |= str_eq(a->supplier, b->supplier) ? 0 : SBOM_SUPPLIER_CHANGED;
	changes |= str_eq(a->support, b->support) ? 0 : SBOM_SUPPORT_CHANGED;
	changes |= a->end_of_support.days == b->end_of_support.days ? 0 : SBOM_END_OF_SUPPORT_CHANGED;
	add(m, a, b, changes);
}

/* Pairs those of equal version, which stand in the same order on both sides. */
static void pair_versions(struct merger *m, struct side from, struct side to)
{
	size_t a = 0, b = 0;

	while (a < from.count && b < to.count) {
		int sign = str_cmp(from.entries[a].c->version, to.entries[b].c->version);

		if (sign == 0)
			add_pair(m, &from.entries[a], &to.entries[b]);
		a += sign <= 0;
		b += sign >= 0;
	}
}

static struct entry *next_unpaired(struct side *s)
{
	while (s->count > 0) {
		struct entry *e = s->entries++;

		s->count--;
		if (!e->is_paired)
			return e;
	}
	return NULL;
}

/* All of one key. */
static void merge_group(struct merger *m, struct side from, struct side to)
{
	struct entry *a, *b;

	pair_versions(m, from, to);
	do {
		a = next_unpaired(&from);
		b = next_unpaired(&to);
		if (a && b)
			add_pair(m, a, b);
		else if (a || b)
			add(m, a ? a->c : NULL, b ? b->c : NULL, 0);
	} while (a || b);
}

/* The first ones of this key, taken off the front. */
static struct side take_group(struct side *s, struct str key)
{
	struct side group = { s->entries, 0 };

	while (group.count < s->count && str_eq(s->entries[group.count].key, key))
		group.count++;
	s->entries += group.count;
	s->count -= group.count;
	return group;
}

void sbom_diff(const struct component *from, size_t from_count, const struct component *to, size_t to_count,
    struct arena *arena, struct sbom_diff *out)
{
	struct side a = sorted(from, from_count, arena), b = sorted(to, to_count, arena);
	struct merger m = { .arena = arena, .out = out };

	*out = (struct sbom_diff){ 0 };
	while (a.count > 0 || b.count > 0) {
		struct str key =
		    a.count == 0 || (b.count > 0 && str_cmp(b.entries[0].key, a.entries[0].key) < 0)
			? b.entries[0].key
			: a.entries[0].key;

		merge_group(&m, take_group(&a, key), take_group(&b, key));
	}
	out->rows = m.rows;
}
