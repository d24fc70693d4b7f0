#include "server/kept_answers.h"

#include <assert.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/secret.h"

#define PLACES ((size_t)1024)
#define LARGEST_PART 8 /* one may take so much of all that there is room for */

struct entry {
	struct kept_answer answer; /* first, so that one is found from the other */
	struct entry *next;	   /* of the same place */
	struct entry *newer, *older;
	struct str key;
	struct instant from, until;
	size_t used_by; /* answers under way */
	bool is_listed;
	char *bytes; /* of the answer */
};

struct kept_answers {
	size_t most_bytes, bytes;
	int64_t version;
	unsigned char hash_key[KEYED_HASH_KEY_BYTES];
	struct entry *places[PLACES];
	struct entry *newest, *oldest; /* by when they were last asked for */
};

struct kept_answers *kept_answers_new(size_t most_bytes)
{
	struct kept_answers *k = memory_alloc(1, sizeof(*k));

	k->most_bytes = most_bytes;
	secret_random(k->hash_key, sizeof(k->hash_key));
	return k;
}

static size_t size_of(const struct entry *one)
{
	return sizeof(*one) + one->key.len + one->answer.body.len;
}

static void free_entry(struct entry *one)
{
	free(one->bytes);
	free((char *)(uintptr_t)one->key.ptr);
	free(one);
}

static struct entry **place_of(struct kept_answers *k, struct str key)
{
	return &k->places[keyed_hash(k->hash_key, key) % PLACES];
}

static void put_newest(struct kept_answers *k, struct entry *one)
{
	one->newer = NULL;
	one->older = k->newest;
	if (k->newest)
		k->newest->newer = one;
	k->newest = one;
	k->oldest = k->oldest ? k->oldest : one;
}

static void take_out_of_order(struct kept_answers *k, struct entry *one)
{
	*(one->newer ? &one->newer->older : &k->newest) = one->older;
	*(one->older ? &one->older->newer : &k->oldest) = one->newer;
}

/* Those that are being sent go when they have been. */
static void drop(struct kept_answers *k, struct entry *one)
{
	struct entry **at = place_of(k, one->key);

	while (*at != one)
		at = &(*at)->next;
	*at = one->next;
	take_out_of_order(k, one);
	k->bytes -= size_of(one);
	one->is_listed = false;
	if (!one->used_by)
		free_entry(one);
}

static void drop_all(struct kept_answers *k)
{
	while (k->oldest)
		drop(k, k->oldest);
}

void kept_answers_free(struct kept_answers *k)
{
	if (!k)
		return;
	drop_all(k);
	free(k);
}

/* The target stands last: nothing in it can be taken for what is before. */
static struct str key_of(const struct kept_asked *asked, struct buf *to)
{
	buf_add(to, (struct str){ (const char *)&asked->roles, sizeof(asked->roles) });
	buf_byte(to, asked->takes_gzip);
	buf_add(to, asked->target);
	return buf_str(to);
}

static struct entry *find(struct kept_answers *k, struct str key)
{
	struct entry *one = *place_of(k, key);

	while (one && !str_eq(one->key, key))
		one = one->next;
	return one;
}

/* A clock that was set back makes it another day too. */
static bool is_true_at(const struct entry *one, struct instant now)
{
	return now.us >= one->from.us && now.us < one->until.us;
}

const struct kept_answer *kept_answers_find(
    struct kept_answers *k, int64_t version, const struct kept_asked *asked)
{
	SCOPED_BUF text = buf_new(k->most_bytes);
	struct entry *one;

	if (version != k->version)
		drop_all(k);
	k->version = version;
	one = find(k, key_of(asked, &text));
	if (one && !is_true_at(one, asked->from)) {
		drop(k, one);
		one = NULL;
	}
	if (!one)
		return NULL;
	take_out_of_order(k, one);
	put_newest(k, one);
	one->used_by++;
	return &one->answer;
}

static void make_room(struct kept_answers *k, size_t bytes)
{
	while (k->oldest && k->bytes + bytes > k->most_bytes)
		drop(k, k->oldest);
}

const struct kept_answer *kept_answers_put(struct kept_answers *k, int64_t version,
    const struct kept_asked *asked, const struct kept_answer *answer, struct buf *body)
{
	SCOPED_BUF text = buf_new(k->most_bytes);
	struct str key = key_of(asked, &text);
	struct entry *one, **place;

	if (version != k->version || sizeof(*one) + key.len + body->len > k->most_bytes / LARGEST_PART)
		return NULL;
	one = find(k, key); /* asked for twice at once */
	if (one)
		drop(k, one);
	one = memory_alloc(1, sizeof(*one));
	*one = (struct entry){ .answer = *answer, .from = asked->from, .until = asked->until, .used_by = 1 };
	one->bytes = memory_resize(body->ptr, body->len, 1);
	one->answer.body = (struct str){ one->bytes, body->len };
	*body = buf_new(0);
	one->key = (struct str){ text.ptr, key.len };
	text = buf_new(0);
	make_room(k, size_of(one));
	place = place_of(k, one->key);
	one->next = *place;
	*place = one;
	put_newest(k, one);
	k->bytes += size_of(one);
	one->is_listed = true;
	return &one->answer;
}

void kept_answers_release(const struct kept_answer *answer)
{
	struct entry *one =
	    (struct entry *)(uintptr_t)answer; /* what is borrowed is not changed, but counted */

	if (!one)
		return;
	assert(one->used_by > 0);
	if (--one->used_by == 0 && !one->is_listed)
		free_entry(one);
}
