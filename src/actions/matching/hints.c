#include "actions/matching/hints.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/vec.h"
#include "store/packages.h"

/* A name that some component goes by. */
struct wanted {
	struct str key;
	size_t component;
};

struct hinted {
	size_t component;
	enum package_kind kind;
	struct str package;
};

struct hints {
	const struct component *components;
	struct arena arena, scratch;
	struct wanted *wanted; /* by key */
	size_t wanted_count, wanted_room;
	struct hinted *hinted; /* by component, then package */
	size_t hinted_count, hinted_room;
};

static int by_key(const void *left, const void *right)
{
	const struct wanted *a = left, *b = right;
	int sign = str_cmp(a->key, b->key);

	return sign ? sign : (a->component > b->component) - (a->component < b->component);
}

static int by_component(const void *left, const void *right)
{
	const struct hinted *a = left, *b = right;
	int sign = (a->component > b->component) - (a->component < b->component);

	if (!sign)
		sign = (a->kind > b->kind) - (a->kind < b->kind);
	return sign ? sign : str_cmp(a->package, b->package);
}

static void want(struct hints *h, size_t component)
{
	struct str *keys;
	size_t count = hint_names(&h->components[component], &h->arena, &keys);

	for (size_t i = 0; i < count; i++) {
		h->wanted = vec_room(h->wanted, &h->wanted_room, h->wanted_count + 1, sizeof(*h->wanted));
		h->wanted[h->wanted_count++] = (struct wanted){ keys[i], component };
	}
}

static size_t first_wanted(const struct hints *h, struct str key)
{
	size_t low = 0, high = h->wanted_count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (str_cmp(h->wanted[middle].key, key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void take_package(void *ctx, enum package_kind kind, struct str package)
{
	struct hints *h = ctx;
	struct str key;

	arena_reset(&h->scratch);
	key = hint_package(kind, package, &h->scratch);
	if (key.len == 0)
		return;
	for (size_t i = first_wanted(h, key); i < h->wanted_count && str_eq(h->wanted[i].key, key); i++) {
		if (!hint_fits(&h->components[h->wanted[i].component], kind))
			continue;
		h->hinted = vec_room(h->hinted, &h->hinted_room, h->hinted_count + 1, sizeof(*h->hinted));
		h->hinted[h->hinted_count++] =
		    (struct hinted){ h->wanted[i].component, kind, arena_copy(&h->arena, package) };
	}
}

bool hints_open(
    struct db *db, const struct component *components, size_t count, struct hints **out, struct err *e)
{
	SCOPED_HINTS *h = memory_alloc(1, sizeof(*h));

	h->components = components;
	for (size_t i = 0; i < count; i++)
		want(h, i);
	vec_sort(h->wanted, h->wanted_count, sizeof(*h->wanted), by_key);
	if (h->wanted_count && !packages_each(db, h, take_package, e))
		return false;
	vec_sort(h->hinted, h->hinted_count, sizeof(*h->hinted), by_component);
	*out = h;
	h = NULL;
	return true;
}

void hints_close(struct hints *h)
{
	if (!h)
		return;
	free(h->wanted);
	free(h->hinted);
	arena_free(&h->arena);
	arena_free(&h->scratch);
	free(h);
}

static size_t first_hinted(const struct hints *h, size_t component)
{
	size_t low = 0, high = h->hinted_count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (h->hinted[middle].component < component)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t hints_of(const struct hints *h, size_t component, struct arena *arena, struct reach **out)
{
	size_t first = first_hinted(h, component), end = first;

	while (end < h->hinted_count && h->hinted[end].component == component)
		end++;
	*out = arena_alloc(arena, end - first, sizeof(**out));
	for (size_t i = first; i < end; i++)
		(*out)[i - first] =
		    hint_reach(&h->components[component], h->hinted[i].kind, h->hinted[i].package, arena);
	return end - first;
}
