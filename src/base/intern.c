#include "base/intern.h"

#include <assert.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/secret.h"
#include "base/vec.h"

struct slot {
	uint32_t hash, id; /* id INTERN_NONE: empty */
};

struct intern {
	unsigned char key[KEYED_HASH_KEY_BYTES];
	struct slot *slots;
	size_t slot_count; /* a power of two, at least half of it empty */
	size_t *offsets;   /* of text i in bytes; one more than count, the last is the end */
	size_t offset_room, count;
	char *bytes;
	size_t byte_room;
};

static void empty_slots(struct intern *t, size_t slot_count)
{
	t->slots = memory_alloc(slot_count, sizeof(*t->slots));
	t->slot_count = slot_count;
	for (size_t i = 0; i < slot_count; i++)
		t->slots[i].id = INTERN_NONE;
}

struct intern *intern_new(void)
{
	struct intern *t = memory_alloc(1, sizeof(*t));

	secret_random(t->key, sizeof(t->key));
	empty_slots(t, 64);
	t->offsets = vec_room(NULL, &t->offset_room, 1, sizeof(*t->offsets));
	t->offsets[0] = 0;
	t->bytes = vec_room(NULL, &t->byte_room, 1, 1); /* the first text may be empty */
	return t;
}

void intern_free(struct intern *t)
{
	if (!t)
		return;
	free(t->slots);
	free(t->offsets);
	free(t->bytes);
	free(t);
}

struct str intern_text(const struct intern *t, uint32_t id)
{
	assert(id < t->count);
	return (struct str){ t->bytes + t->offsets[id], t->offsets[id + 1] - t->offsets[id] };
}

uint32_t intern_count(const struct intern *t)
{
	return (uint32_t)t->count;
}

static uint32_t hash_of(const struct intern *t, struct str s)
{
	return (uint32_t)keyed_hash(t->key, s);
}

/* Where s is, or the empty slot where it belongs. */
static struct slot *slot_of(const struct intern *t, struct str s, uint32_t hash)
{
	size_t mask = t->slot_count - 1;

	for (size_t i = hash & mask;; i = (i + 1) & mask) {
		struct slot *slot = &t->slots[i];

		if (slot->id == INTERN_NONE || (slot->hash == hash && str_eq(intern_text(t, slot->id), s)))
			return slot;
	}
}

static void double_slots(struct intern *t)
{
	struct slot *old = t->slots;
	size_t old_count = t->slot_count;

	empty_slots(t, old_count * 2);
	for (size_t i = 0; i < old_count; i++) {
		size_t at = old[i].hash & (t->slot_count - 1);

		if (old[i].id == INTERN_NONE)
			continue;
		while (t->slots[at].id != INTERN_NONE)
			at = (at + 1) & (t->slot_count - 1);
		t->slots[at] = old[i];
	}
	free(old);
}

uint32_t intern_find(const struct intern *t, struct str s)
{
	return slot_of(t, s, hash_of(t, s))->id;
}

uint32_t intern_add(struct intern *t, struct str s)
{
	uint32_t hash = hash_of(t, s);
	struct slot *slot = slot_of(t, s, hash);
	size_t start = t->offsets[t->count];

	if (slot->id != INTERN_NONE)
		return slot->id;
	assert(t->count < INTERN_NONE - 1);
	t->bytes = vec_room(t->bytes, &t->byte_room, start + s.len, 1);
	if (s.len)
		memcpy(t->bytes + start, s.ptr, s.len);
	*slot = (struct slot){ hash, (uint32_t)t->count };
	t->count++;
	t->offsets = vec_room(t->offsets, &t->offset_room, t->count + 1, sizeof(*t->offsets));
	t->offsets[t->count] = start + s.len;
	if (t->count * 2 > t->slot_count)
		double_slots(t);
	return (uint32_t)t->count - 1;
}
