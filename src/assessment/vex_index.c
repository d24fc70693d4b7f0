#include "assessment/vex_index.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/vec.h"

#define NAME (-1) /* the kind of a vulnerability's name, in small letters */

/* A name of a vulnerability, or a package. */
struct entry {
	int kind;
	struct str name;
	size_t record;
};

struct vex_index {
	const struct vex_record *records;
	struct arena arena;
	struct entry *entries; /* by kind, name and record */
	size_t count, room;
};

static int compare_key(const struct entry *a, int kind, struct str name)
{
	return a->kind != kind ? (a->kind > kind) - (a->kind < kind) : str_cmp(a->name, name);
}

static int by_key(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;
	int sign = compare_key(a, b->kind, b->name);

	return sign ? sign : (a->record > b->record) - (a->record < b->record);
}

static struct str lower(struct str text, struct arena *arena)
{
	char *copy = arena_text(arena, text);

	for (size_t i = 0; i < text.len; i++)
		copy[i] = char_lower(copy[i]);
	return (struct str){ copy, text.len };
}

static void add(struct vex_index *x, int kind, struct str name, size_t record)
{
	x->entries = vec_room(x->entries, &x->room, x->count + 1, sizeof(*x->entries));
	x->entries[x->count++] = (struct entry){ kind, name, record };
}

static void add_packages(struct vex_index *x, const struct statement_product *p, size_t record)
{
	for (size_t i = 0; i < p->row_count; i++)
		add(x, (int)p->rows[i].kind, p->rows[i].package, record);
	for (size_t i = 0; i < p->hash_count; i++) {
		struct str hash = component_hash(&p->hashes[i], &x->arena);

		if (hash.len)
			add(x, (int)VEX_BY_HASH, hash, record);
	}
	if (p->row_count == 0 && p->bom.len && p->ref.len)
		add(x, (int)VEX_BY_SBOM, p->bom, record);
}

static void add_record(struct vex_index *x, size_t record)
{
	const struct vex_statement *said = &x->records[record].said;

	for (size_t i = 0; i < said->id_count; i++)
		add(x, NAME, lower(said->ids[i], &x->arena), record);
	for (size_t i = 0; i < said->product_count && said->status == STATEMENT_AFFECTED; i++) {
		add_packages(x, &said->products[i], record);
		for (size_t k = 0; k < said->products[i].subcomponent_count; k++)
			add_packages(x, &said->products[i].subcomponents[k], record);
	}
}

struct vex_index *vex_index_new(const struct vex_record *records, size_t count)
{
	struct vex_index *x = memory_alloc(1, sizeof(*x));

	x->records = records;
	for (size_t i = 0; i < count; i++)
		add_record(x, i);
	vec_sort(x->entries, x->count, sizeof(*x->entries), by_key);
	return x;
}

void vex_index_free(struct vex_index *x)
{
	if (!x)
		return;
	free(x->entries);
	arena_free(&x->arena);
	free(x);
}

static size_t first_of(const struct vex_index *x, int kind, struct str name)
{
	size_t low = 0, high = x->count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (compare_key(&x->entries[middle], kind, name) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Places of records, of which some may stand there already. */
struct places {
	size_t *list;
	size_t count, room;
};

static void find(
    const struct vex_index *x, int kind, struct str name, struct arena *arena, struct places *out)
{
	for (size_t i = first_of(x, kind, name); i < x->count; i++) {
		if (compare_key(&x->entries[i], kind, name) != 0)
			return;
		out->list = arena_room(arena, out->list, out->count, &out->room, sizeof(*out->list));
		out->list[out->count++] = x->entries[i].record;
	}
}

static int by_place(const void *left, const void *right)
{
	const size_t *a = left, *b = right;

	return (*a > *b) - (*a < *b);
}

static size_t records_at(
    const struct vex_index *x, struct places *places, struct arena *arena, const struct vex_record ***out)
{
	const struct vex_record **list = arena_alloc(arena, places->count, sizeof(*list));
	size_t count = 0;

	vec_sort(places->list, places->count, sizeof(*places->list), by_place);
	for (size_t i = 0; i < places->count; i++)
		if (i == 0 || places->list[i] != places->list[i - 1])
			list[count++] = &x->records[places->list[i]];
	*out = list;
	return count;
}

size_t vex_index_about(const struct vex_index *x, const struct str *names, size_t count, struct arena *arena,
    const struct vex_record ***out)
{
	struct places places = { 0 };

	for (size_t i = 0; i < count; i++)
		find(x, NAME, lower(names[i], arena), arena, &places);
	return records_at(x, &places, arena, out);
}

size_t vex_index_claims(const struct vex_index *x, enum package_kind kind, struct str package,
    struct arena *arena, const struct vex_record ***out)
{
	struct places places = { 0 };

	find(x, (int)kind, package, arena, &places);
	return records_at(x, &places, arena, out);
}
