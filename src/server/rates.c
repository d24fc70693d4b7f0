#include "server/rates.h"

#include "base/memory.h"
#include "base/secret.h"

#define SLOTS ((size_t)4096)
#define PROBES 8U /* slots in which an address may be */

struct bucket {
	uint64_t address;   /* its keyed hash; 0: none */
	int64_t full_at_us; /* when it will be full again; before now: it is */
};

struct rates {
	int64_t burst, interval_us;
	unsigned char key[KEYED_HASH_KEY_BYTES];
	struct bucket buckets[SLOTS];
};

struct rates *rates_new(int64_t burst, int64_t interval_us)
{
	struct rates *r = memory_alloc(1, sizeof(*r));

	r->burst = burst;
	r->interval_us = interval_us;
	secret_random(r->key, sizeof(r->key));
	return r;
}

void rates_free(struct rates *r)
{
	free(r);
}

static struct bucket *bucket_of(struct rates *r, struct str address)
{
	uint64_t hash = keyed_hash(r->key, address) | 1;
	struct bucket *fullest = NULL;

	for (size_t i = 0; i < PROBES; i++) {
		struct bucket *b = &r->buckets[(hash + i) % SLOTS];

		if (b->address == hash)
			return b;
		if (!fullest || b->full_at_us < fullest->full_at_us)
			fullest = b;
	}
	*fullest = (struct bucket){ .address = hash };
	return fullest;
}

int64_t rates_take(struct rates *r, struct str address, struct instant now)
{
	struct bucket *b = bucket_of(r, address);
	int64_t full = b->full_at_us > now.us ? b->full_at_us : now.us;
	int64_t wait = full + r->interval_us - now.us - r->burst * r->interval_us;

	if (wait > 0)
		return wait;
	b->full_at_us = full + r->interval_us;
	return 0;
}
