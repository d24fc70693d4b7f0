#include "actions/trail/verify_told.h"

#include <stdlib.h>

#include "base/number.h"
#include "base/vec.h"
#include "records/seal.h"

/* One for all digests: opening it takes longer than most of them. */
static struct sha256_stream *hash_of(struct told *t)
{
	if (!t->hash)
		t->hash = sha256_open();
	return t->hash;
}

struct sha256 told_digest(
    struct told *t, struct str object, struct str json, struct instant at, struct str who)
{
	struct sha256_stream *h = hash_of(t);

	seal_field(h, object);
	seal_field(h, json);
	seal_number(h, at.us);
	seal_field(h, who);
	return sha256_next(h);
}

struct sha256 told_standing(struct told *t, struct str object, const struct verify_standing *s)
{
	struct sha256_stream *h = hash_of(t);

	seal_field(h, object);
	seal_field(h, s->json);
	seal_field(h, s->what);
	seal_number(h, s->at.us);
	seal_field(h, s->who);
	return sha256_next(h);
}

static void tell_state(struct told *t, const struct verify_state *kind, const struct trail_entry *entry)
{
	struct verify_standing said = { .json = verify_state_part(kind, entry->new) };

	if (!said.json.ptr)
		return;
	if (kind->rows) {
		said.what = entry->what;
		said.at = entry->at;
		said.who = entry->who;
	}
	t->states = vec_room(t->states, &t->state_room, t->state_count + 1, sizeof(*t->states));
	t->states[t->state_count++] = (struct told_state){ .object = arena_copy(&t->kept, entry->object),
		.entry = entry->number,
		.earlier = verify_state_is_earlier(kind, entry->new),
		.digest = told_standing(t, entry->object, &said),
		.kind = kind };
}

static void tell_record(struct told *t, int64_t id, const struct trail_entry *entry)
{
	t->records = vec_room(t->records, &t->record_room, t->record_count + 1, sizeof(*t->records));
	t->records[t->record_count++] = (struct told_record){ .id = id,
		.entry = entry->number,
		.digest = told_digest(t, entry->object, entry->new, entry->at, entry->who) };
}

/* The seal ends what the entry tells: ..."seal":"0123..."} */
static void tell_signature(struct told *t, const struct trail_entry *entry)
{
	static const struct str key = { "\"seal\":\"", 8 };
	size_t tail = key.len + 2 * SHA256_BYTES + 2;
	struct told_signature told = { .entry = entry->number };
	struct str end;

	if (entry->new.len < tail)
		return;
	end = str_from(entry->new, entry->new.len - tail);
	if (!str_starts(end, key) ||
	    !sha256_parse(str_first(str_from(end, key.len), 2 * SHA256_BYTES), &told.seal))
		return;
	t->signatures =
	    vec_room(t->signatures, &t->signature_room, t->signature_count + 1, sizeof(*t->signatures));
	t->signatures[t->signature_count++] = told;
}

/* {"record":12,... */
static bool record_told(struct str json, int64_t *id)
{
	struct str rest = json, number;
	struct err unread;

	if (!str_starts(rest, STR("{\"record\":")))
		return false;
	rest = str_from(rest, STR("{\"record\":").len);
	return str_cut(&rest, ',', &number) && number_parse(number, "number", 1, INT64_MAX, id, &unread);
}

void told_take(struct told *t, const struct trail_entry *entry)
{
	const struct verify_state *kind = verify_state_of(entry);
	int64_t id;

	if (kind)
		tell_state(t, kind, entry);
	else if (str_starts(entry->what, STR("casefile.")) && record_told(entry->new, &id))
		tell_record(t, id, entry);
	else if (str_starts(entry->what, STR("sign.")))
		tell_signature(t, entry);
}

static int by_id(const void *left, const void *right)
{
	const struct told_record *a = left, *b = right;

	return a->id < b->id ? -1 : a->id > b->id;
}

static int by_entry(const void *left, const void *right)
{
	const struct told_signature *a = left, *b = right;

	return a->entry < b->entry ? -1 : a->entry > b->entry;
}

/* Several kinds of entries tell of one thing where what stands is found the same way. */
static int by_thing(const void *left, const void *right)
{
	const struct told_state *a = left, *b = right;
	int order = str_cmp(a->object, b->object);

	if (order == 0 && a->kind->now != b->kind->now)
		return a->kind < b->kind ? -1 : 1;
	if (order == 0)
		return a->entry < b->entry ? -1 : a->entry > b->entry;
	return order;
}

void told_sort(struct told *t)
{
	vec_sort(t->records, t->record_count, sizeof(*t->records), by_id);
	vec_sort(t->signatures, t->signature_count, sizeof(*t->signatures), by_entry);
	vec_sort(t->states, t->state_count, sizeof(*t->states), by_thing);
}

struct told_record *told_find_record(const struct told *t, int64_t id)
{
	struct told_record key = { .id = id };

	return t->record_count ? bsearch(&key, t->records, t->record_count, sizeof(key), by_id) : NULL;
}

struct told_signature *told_find_signature(const struct told *t, int64_t entry)
{
	struct told_signature key = { .entry = entry };

	return t->signature_count ? bsearch(&key, t->signatures, t->signature_count, sizeof(key), by_entry)
				  : NULL;
}

bool told_is_old(const struct told *t, size_t state)
{
	const struct told_state *s = &t->states[state];

	return state + 1 < t->state_count && s[1].kind->now == s->kind->now && str_eq(s[1].object, s->object);
}

size_t told_rows(const struct told *t, const char *table)
{
	size_t rows = 0;

	for (size_t i = 0; i < t->state_count; i++) {
		const struct verify_state *kind = t->states[i].kind;

		if (kind->table && strcmp(kind->table, table) == 0 && (kind->rows || !told_is_old(t, i)))
			rows++;
	}
	return rows;
}

void told_clear(struct told *t)
{
	sha256_drop(t->hash);
	arena_free(&t->kept);
	free(t->records);
	free(t->signatures);
	free(t->states);
}
