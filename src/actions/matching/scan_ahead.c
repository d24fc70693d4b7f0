#include "actions/matching/scan_ahead.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/memory.h"

#define BATCHES 4 /* one is read into, one is written from, two wait between them */
#define BATCH_BYTES (64 * 1024)
#define BATCH_ROWS 128
#define ALONE 256 /* rows: reading and writing so many takes as long as a thread does to be of use */

/* Goes round: filled by the reader, emptied by the taker. */
struct batch {
	struct scan_row rows[BATCH_ROWS];
	size_t count;
	struct arena arena; /* what the rows point to */
	bool last, failed;  /* the last rows, or those before an error */
	bool ready;	    /* guarded by the lock: full, and the taker's; else the reader's */
};

struct scan_ahead {
	struct scan_rows from;
	size_t alone; /* rows the taker has read itself */
	pthread_t thread;
	bool started, ended; /* the taker's: there is a thread; there are no more rows */
	size_t at;	     /* the taker's next row of its batch */
	size_t writing, taking;
	struct err why; /* of the batch that failed */
	pthread_mutex_t lock;
	pthread_cond_t turned;
	bool stopped; /* guarded by the lock; by the taker */
	struct batch batches[BATCHES];
};

static struct str *copy_texts(const struct str *texts, size_t count, struct arena *arena)
{
	struct str *copies = arena_alloc(arena, count, sizeof(*copies));

	for (size_t i = 0; i < count; i++)
		copies[i] = arena_copy_optional(arena, texts[i]);
	return copies;
}

static void copy_finding(struct finding *f, struct arena *arena)
{
	struct finding_other *others = arena_alloc(arena, f->other_count, sizeof(*others));

	f->source = arena_copy_optional(arena, f->source);
	f->trace = copy_texts(f->trace, f->trace_count, arena);
	f->other_sources = copy_texts(f->other_sources, f->other_count, arena);
	f->fixed_in = copy_texts(f->fixed_in, f->fixed_count, arena);
	for (size_t i = 0; i < f->other_count; i++) {
		others[i] = f->others[i];
		others[i].why = arena_copy_optional(arena, others[i].why);
	}
	f->others = others;
}

/* What statements say lives as long as the scan, and is no part of it. */
static struct scan_row copy_row(const struct scan_row *row, struct arena *arena)
{
	struct scan_row copy = *row;

	copy_finding(&copy.finding, arena);
	copy.vulnerability = arena_copy_optional(arena, row->vulnerability);
	copy.summary = arena_copy_optional(arena, row->summary);
	copy.device = arena_copy_optional(arena, row->device);
	copy.release = arena_copy_optional(arena, row->release);
	copy.aliases = copy_texts(row->aliases, row->alias_count, arena);
	copy.scores = arena_alloc(arena, row->score_count, sizeof(*copy.scores));
	for (size_t i = 0; i < row->score_count; i++) {
		copy.scores[i] = row->scores[i];
		copy.scores[i].source = arena_copy_optional(arena, row->scores[i].source);
		copy.scores[i].vector = arena_copy_optional(arena, row->scores[i].vector);
	}
	return copy;
}

static void fill(struct scan_ahead *a, struct batch *b)
{
	b->count = 0;
	arena_reset(&b->arena);
	while (b->count < BATCH_ROWS && b->arena.used < BATCH_BYTES && !b->last && !b->failed) {
		const struct scan_row *row;

		b->failed = !a->from.next(a->from.ctx, &row, &a->why);
		b->last = !b->failed && !row;
		if (!b->failed && row)
			b->rows[b->count++] = copy_row(row, &b->arena);
	}
}

/* Hands the batch over and waits for an empty one; false if the taker has stopped. */
static bool hand_over(struct scan_ahead *a)
{
	bool going;

	pthread_mutex_lock(&a->lock);
	a->batches[a->writing].ready = true;
	a->writing = (a->writing + 1) % BATCHES;
	pthread_cond_broadcast(&a->turned);
	while (a->batches[a->writing].ready && !a->stopped)
		pthread_cond_wait(&a->turned, &a->lock);
	going = !a->stopped;
	pthread_mutex_unlock(&a->lock);
	return going;
}

static void *read_all(void *ctx)
{
	struct scan_ahead *a = ctx;
	bool more = true;

	while (more) {
		struct batch *b = &a->batches[a->writing];

		fill(a, b);
		more = !b->last && !b->failed;
		more = hand_over(a) && more;
	}
	return NULL;
}

struct scan_ahead *scan_ahead_new(struct scan_rows from)
{
	struct scan_ahead *a = memory_alloc(1, sizeof(*a));

	a->from = from;
	pthread_mutex_init(&a->lock, NULL);
	pthread_cond_init(&a->turned, NULL);
	return a;
}

static void stop(struct scan_ahead *a)
{
	pthread_mutex_lock(&a->lock);
	a->stopped = true;
	pthread_cond_broadcast(&a->turned);
	pthread_mutex_unlock(&a->lock);
	pthread_join(a->thread, NULL);
	a->started = false;
}

void scan_ahead_free(struct scan_ahead *a)
{
	if (!a)
		return;
	if (a->started)
		stop(a);
	for (size_t i = 0; i < BATCHES; i++)
		arena_free(&a->batches[i].arena);
	pthread_mutex_destroy(&a->lock);
	pthread_cond_destroy(&a->turned);
	free(a);
}

/* The batch that is to be written from. */
static const struct batch *wait_for_batch(struct scan_ahead *a)
{
	struct batch *b = &a->batches[a->taking];

	pthread_mutex_lock(&a->lock);
	while (!b->ready)
		pthread_cond_wait(&a->turned, &a->lock);
	pthread_mutex_unlock(&a->lock);
	return b;
}

static void give_back(struct scan_ahead *a)
{
	pthread_mutex_lock(&a->lock);
	a->batches[a->taking].ready = false;
	a->taking = (a->taking + 1) % BATCHES;
	a->at = 0;
	pthread_cond_broadcast(&a->turned);
	pthread_mutex_unlock(&a->lock);
}

/* Without a thread, where none can be had or there are few rows. */
static bool next_alone(struct scan_ahead *a, const struct scan_row **row, struct err *e)
{
	a->alone++;
	if (!a->from.next(a->from.ctx, row, e))
		return false;
	a->ended = !*row;
	return true;
}

static bool next_of_batches(struct scan_ahead *a, const struct scan_row **row, struct err *e)
{
	for (;;) {
		const struct batch *b = wait_for_batch(a);

		if (a->at < b->count) {
			*row = &b->rows[a->at++];
			return true;
		}
		if (b->last || b->failed) {
			a->ended = true;
			*row = NULL;
			if (b->failed)
				*e = a->why;
			return !b->failed;
		}
		give_back(a);
	}
}

static bool next(void *ctx, const struct scan_row **row, struct err *e)
{
	struct scan_ahead *a = ctx;

	*row = NULL;
	if (a->ended)
		return true;
	if (!a->started && a->alone == ALONE)
		a->started = pthread_create(&a->thread, NULL, read_all, a) == 0;
	return a->started ? next_of_batches(a, row, e) : next_alone(a, row, e);
}

struct scan_rows scan_ahead_rows(struct scan_ahead *a)
{
	return (struct scan_rows){ a, next };
}
