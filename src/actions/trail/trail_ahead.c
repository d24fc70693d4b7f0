#include "actions/trail/trail_ahead.h"

#include <pthread.h>
#include <sched.h>
#include <stdlib.h>

#include "base/memory.h"

#define BATCHES 3 /* one is read into, one is taken, one waits between them */
#define BATCH_ENTRIES 256
#define BATCH_BYTES (64 * 1024) /* three fit into the cache of a core, beside pages of the store */

/* Goes round between who reads and who takes. */
struct batch {
	struct trail_entry entries[BATCH_ENTRIES];
	size_t count;
	struct arena arena; /* their texts */
};

struct ahead {
	struct trail_sink out;
	struct batch batches[BATCHES];
	pthread_t thread;
	bool started;	      /* the reader's */
	pthread_mutex_t lock; /* guards all below */
	pthread_cond_t turned;
	size_t read,
	    taken;   /* batches, counted on and on: those between are the taker's, the next the reader's */
	bool ended;  /* by the reader */
	bool failed; /* the sink did */
	struct err why;
};

static bool take_batch(struct ahead *a, struct batch *b, struct err *e)
{
	for (size_t i = 0; i < b->count; i++)
		if (!a->out.entry(a->out.ctx, &b->entries[i], e))
			return false;
	return true;
}

static void *take_all(void *ctx)
{
	struct ahead *a = ctx;
	struct err why = { 0 };

	pthread_mutex_lock(&a->lock);
	for (;;) {
		bool done;

		while (a->taken == a->read && !a->ended)
			pthread_cond_wait(&a->turned, &a->lock);
		if (a->taken == a->read)
			break;
		pthread_mutex_unlock(&a->lock);
		done = take_batch(a, &a->batches[a->taken % BATCHES], &why);
		pthread_mutex_lock(&a->lock);
		a->taken++;
		a->failed = !done;
		pthread_cond_broadcast(&a->turned);
		if (!done)
			break;
	}
	a->why = why;
	pthread_mutex_unlock(&a->lock);
	return NULL;
}

/* Hands the batch over, and waits for an empty one; false where the sink has failed. */
static bool hand_over(struct ahead *a)
{
	bool going;

	if (!a->started)
		a->started = pthread_create(&a->thread, NULL, take_all, a) == 0;
	if (!a->started && !take_batch(a, &a->batches[a->read % BATCHES], &a->why))
		a->failed = true;
	pthread_mutex_lock(&a->lock);
	a->read++;
	if (!a->started)
		a->taken = a->read;
	pthread_cond_broadcast(&a->turned);
	while (a->read - a->taken == BATCHES && !a->failed)
		pthread_cond_wait(&a->turned, &a->lock);
	going = !a->failed;
	pthread_mutex_unlock(&a->lock);
	if (going) {
		struct batch *empty = &a->batches[a->read % BATCHES];

		empty->count = 0;
		arena_reset(&empty->arena);
	}
	return going;
}

static bool keep_entry(void *ctx, const struct trail_entry *entry, struct err *e)
{
	struct ahead *a = ctx;
	struct batch *b = &a->batches[a->read % BATCHES];
	struct trail_entry *to = &b->entries[b->count++];

	(void)e;
	*to = *entry;
	to->who = arena_copy_optional(&b->arena, entry->who);
	to->what = arena_copy_optional(&b->arena, entry->what);
	to->object = arena_copy_optional(&b->arena, entry->object);
	to->old = arena_copy_optional(&b->arena, entry->old);
	to->new = arena_copy_optional(&b->arena, entry->new);
	to->why = arena_copy_optional(&b->arena, entry->why);
	return (b->count < BATCH_ENTRIES && b->arena.used < BATCH_BYTES) || hand_over(a);
}

/* What was read is taken even where reading failed after it. */
static void end(struct ahead *a)
{
	pthread_mutex_lock(&a->lock);
	a->read += a->started && !a->failed;
	a->ended = true;
	pthread_cond_broadcast(&a->turned);
	pthread_mutex_unlock(&a->lock);
	if (a->started)
		pthread_join(a->thread, NULL);
	else if (!a->failed)
		a->failed = !take_batch(a, &a->batches[a->read % BATCHES], &a->why);
}

static bool read_ahead(struct db *db, struct trail_sink out, struct err *e)
{
	struct ahead *a = memory_alloc(1, sizeof(*a));
	struct err unread = { 0 };
	bool read, taken;

	a->out = out;
	pthread_mutex_init(&a->lock, NULL);
	pthread_cond_init(&a->turned, NULL);
	read = trail_read(db, STR_NONE, (struct trail_sink){ a, keep_entry }, &unread);
	end(a);
	taken = !a->failed;
	if (!taken || !read)
		*e = taken ? unread : a->why;
	for (size_t i = 0; i < BATCHES; i++)
		arena_free(&a->batches[i].arena);
	pthread_mutex_destroy(&a->lock);
	pthread_cond_destroy(&a->turned);
	free(a);
	return taken && read;
}

static bool has_cores(void)
{
	cpu_set_t mine;

	return sched_getaffinity(0, sizeof(mine), &mine) != 0 || CPU_COUNT(&mine) > 1;
}

bool trail_read_ahead(struct db *db, struct trail_sink out, struct err *e)
{
	return has_cores() ? read_ahead(db, out, e) : trail_read(db, STR_NONE, out, e);
}
