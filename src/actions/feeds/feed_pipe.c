#include "actions/feeds/feed_pipe.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/vec.h"
#include "formats/unpack.h"
#include "limits.h"
#include "sources/feeds/feeds.h"

#define BATCHES 3 /* one is read into, one is taken, one waits between them */
#define BATCH_BYTES (256 * 1024)
#define BATCH_ITEMS 1024

/* Goes round: filled by the reader, emptied by the taker, who leaves jobs in it; these the reader does before
 * it fills the batch again. */
struct batch {
	struct pipe_item *items; /* what came out of the jobs first */
	size_t count, room;
	struct raw_block *jobs; /* in the arena */
	size_t job_count, job_room;
	struct buf packed; /* members and packed bytes of the jobs that are done */
	struct arena arena;
	bool ready; /* guarded by the pipe's lock: full, and the taker's; else the reader's */
};

struct feed_pipe {
	const char *path;
	bool named;
	pthread_t thread;
	struct batch batches[BATCHES];
	size_t writing;		    /* the reader's batch */
	size_t taking, at;	    /* the taker's batch, and its next item */
	bool begun;		    /* the taker has one */
	size_t taken;		    /* records of the document under way; the reader's */
	struct zstd_packer *packer; /* the reader's */
	pthread_mutex_t lock;	    /* guards all below and batch.ready */
	pthread_cond_t turned;
	bool ended, stopped; /* by the reader; by the taker */
	bool failed;
	struct err why;
};

static struct pipe_item *new_item(struct batch *b, enum pipe_kind kind)
{
	b->items = vec_room(b->items, &b->room, b->count + 1, sizeof(*b->items));
	b->items[b->count] = (struct pipe_item){ .kind = kind };
	return &b->items[b->count++];
}

/* Makes items of the jobs; after this nothing in the batch needs the arena. */
static void do_jobs(struct feed_pipe *p, struct batch *b)
{
	size_t at = 0;

	b->count = 0;
	buf_clear(&b->packed);
	for (size_t i = 0; i < b->job_count; i++) {
		struct raw_block *packed = &new_item(b, PIPE_PACKED)->of.packed;
		size_t start;

		*packed = b->jobs[i];
		buf_add(&b->packed, packed->members);
		start = b->packed.len;
		raw_block_pack(p->packer, &b->jobs[i], &b->packed);
		packed->bytes.len = b->packed.len - start;
	}
	for (size_t i = 0; i < b->count; i++) { /* now it stays where it is */
		struct raw_block *packed = &b->items[i].of.packed;

		packed->members.ptr = b->packed.ptr + at;
		packed->bytes.ptr = packed->members.ptr + packed->members.len;
		at += packed->members.len + packed->bytes.len;
	}
	b->job_count = 0;
	arena_reset(&b->arena);
}

/* Hands the batch over and waits for an empty one; false if the taker has stopped. */
static bool hand_over(struct feed_pipe *p)
{
	bool going;

	pthread_mutex_lock(&p->lock);
	p->batches[p->writing].ready = true;
	p->writing = (p->writing + 1) % BATCHES;
	pthread_cond_broadcast(&p->turned);
	while (p->batches[p->writing].ready && !p->stopped)
		pthread_cond_wait(&p->turned, &p->lock);
	going = !p->stopped;
	pthread_mutex_unlock(&p->lock);
	if (going)
		do_jobs(p, &p->batches[p->writing]);
	return going;
}

static struct pipe_item *add_item(struct feed_pipe *p, enum pipe_kind kind, struct arena **arena)
{
	struct batch *b = &p->batches[p->writing];

	*arena = &b->arena;
	return new_item(b, kind);
}

/* After each item: a full batch is handed over. */
static bool item_done(struct feed_pipe *p, struct err *e)
{
	const struct batch *b = &p->batches[p->writing];

	if (b->arena.used < BATCH_BYTES && b->count < BATCH_ITEMS)
		return true;
	return hand_over(p) || err_fail(e, ERR_CONFLICT, "reading was stopped");
}

/* Does the advisory have the raw record of the item before it, which is of the same document? */
static bool is_same_raw(const struct batch *b, const struct advisory *a)
{
	const struct pipe_item *before = b->count > 1 ? &b->items[b->count - 2] : NULL;

	return before && before->kind == PIPE_ADVISORY && str_eq(before->of.advisory.raw, a->raw);
}

static bool put_advisory(void *ctx, const struct advisory *a, struct err *e)
{
	struct feed_pipe *p = ctx;
	struct arena *arena;
	struct pipe_item *item = add_item(p, PIPE_ADVISORY, &arena);
	struct advisory lean = *a;

	lean.raw = STR("");
	item->of.advisory = advisory_copy(&lean, arena);
	item->same_raw = is_same_raw(&p->batches[p->writing], a);
	item->of.advisory.raw = item->same_raw ? item[-1].of.advisory.raw : arena_copy(arena, a->raw);
	p->taken++;
	return item_done(p, e);
}

static bool put_kev(void *ctx, const struct kev_entry *k, struct err *e)
{
	struct feed_pipe *p = ctx;
	struct arena *arena;
	struct pipe_item *item = add_item(p, PIPE_KEV, &arena);

	item->of.kev = *k;
	item->of.kev.cve = arena_copy(arena, k->cve);
	item->of.kev.name = arena_copy(arena, k->name);
	p->taken++;
	return item_done(p, e);
}

static bool put_epss(void *ctx, const struct epss_entry *entry, struct err *e)
{
	struct feed_pipe *p = ctx;
	struct arena *arena;
	struct pipe_item *item = add_item(p, PIPE_EPSS, &arena);

	item->of.epss = *entry;
	item->of.epss.cve = arena_copy(arena, entry->cve);
	p->taken++;
	return item_done(p, e);
}

static bool put_lifecycle(void *ctx, const struct lifecycle *l, struct err *e)
{
	struct feed_pipe *p = ctx;
	struct arena *arena;
	struct pipe_item *item = add_item(p, PIPE_LIFECYCLE, &arena);

	item->of.lifecycle = lifecycle_copy(l, arena);
	p->taken++;
	return item_done(p, e);
}

static bool put_skipped(void *ctx, const struct err *why, struct err *e)
{
	struct feed_pipe *p = ctx;
	struct arena *arena;
	struct pipe_item *item = add_item(p, PIPE_SKIPPED, &arena);

	item->of.why = arena_alloc(arena, 1, sizeof(*why));
	*item->of.why = *why;
	p->taken++;
	return item_done(p, e);
}

static bool put_list_date(void *ctx, struct str source, struct instant date, struct err *e)
{
	struct feed_pipe *p = ctx;
	struct arena *arena;
	struct pipe_item *item = add_item(p, PIPE_LIST_DATE, &arena);

	item->of.list.source = arena_copy(arena, source);
	item->of.list.date = date;
	return item_done(p, e);
}

static bool put_document(
    struct feed_pipe *p, enum pipe_kind kind, struct input *in, const char *feed, struct err *e)
{
	struct arena *arena;
	struct pipe_item *item = add_item(p, kind, &arena);

	item->of.document.name = arena_copy(arena, input_name(in));
	item->of.document.feed = feed;
	return item_done(p, e);
}

/* Is it what was asked for, and not one of many in a folder or an archive? */
static bool is_named(const struct feed_pipe *p, const struct input *in)
{
	return p->named && str_eq(input_name(in), str_of(p->path));
}

/* A document that is one record and cannot be read is a bad record; unless it was named itself, or it was not
 * the document but what it is packed in that could not be read. */
static bool bad_document(struct feed_pipe *p, struct input *in, struct err *e)
{
	struct err why = *e, unread;
	bool bad_input = (why.code == ERR_INPUT || why.code == ERR_LIMIT) && input_finish(in, &unread);

	return bad_input && p->taken == 0 && !is_named(p, in) && put_skipped(p, &why, e);
}

static bool read_document(void *ctx, struct input *in, struct err *e)
{
	struct feed_pipe *p = ctx;
	const struct feed *feed = feed_find(in);
	struct advisory_sink sink = { p, put_advisory, put_kev, put_epss, put_skipped, put_list_date,
		put_lifecycle };

	if (!feed && is_named(p, in))
		return err_fail(e, ERR_INPUT,
		    STR_FMT ": not a feed: expected NVD 2.0, CVE 5, OSV, KEV, EPSS, CSAF or endoflife.date",
		    STR_ARG(input_name(in)));
	if (!feed)
		return put_document(p, PIPE_OTHER, in, "", e);
	p->taken = 0;
	if (!put_document(p, PIPE_DOCUMENT, in, feed->name, e))
		return false;
	if (!feed->read(in, sink, e))
		return bad_document(p, in, e);
	return put_document(p, PIPE_DOCUMENT_DONE, in, feed->name, e);
}

static void *read_all(void *ctx)
{
	struct feed_pipe *p = ctx;
	struct err why = { 0 };
	bool done = unpack_path(p->path, (struct unpack_sink){ p, read_document }, &why);
	size_t round = 0;

	while (done && round++ < BATCHES) /* the last jobs come round */
		done = hand_over(p);
	pthread_mutex_lock(&p->lock);
	p->batches[p->writing].ready = true;
	p->ended = true;
	p->failed = !done && !p->stopped;
	p->why = why;
	pthread_cond_broadcast(&p->turned);
	pthread_mutex_unlock(&p->lock);
	return NULL;
}

struct feed_pipe *feed_pipe_open(const char *path, bool named)
{
	struct feed_pipe *p = memory_alloc(1, sizeof(*p));

	p->path = path;
	p->named = named;
	p->packer = zstd_packer_new();
	for (size_t i = 0; i < BATCHES; i++)
		p->batches[i].packed = buf_new(4 * (size_t)LIMIT_RECORD_BYTES);
	pthread_mutex_init(&p->lock, NULL);
	pthread_cond_init(&p->turned, NULL);
	if (pthread_create(&p->thread, NULL, read_all, p) != 0)
		memory_out(0);
	return p;
}

/* Moves on to the next batch that is handed over; false at the end. */
static bool turn(struct feed_pipe *p, bool give_back)
{
	struct batch *b;

	pthread_mutex_lock(&p->lock);
	if (give_back) {
		p->batches[p->taking].ready = false;
		p->taking = (p->taking + 1) % BATCHES;
		pthread_cond_broadcast(&p->turned);
	}
	b = &p->batches[p->taking];
	while (!b->ready && !p->ended)
		pthread_cond_wait(&p->turned, &p->lock);
	pthread_mutex_unlock(&p->lock);
	p->at = 0;
	return b->ready;
}

const struct pipe_item *feed_pipe_next(struct feed_pipe *p)
{
	while (!p->begun || p->at == p->batches[p->taking].count) {
		if (!turn(p, p->begun))
			return NULL;
		p->begun = true;
	}
	return &p->batches[p->taking].items[p->at++];
}

static bool is_reading_behind(struct feed_pipe *p)
{
	bool behind;

	pthread_mutex_lock(&p->lock);
	behind = !p->batches[(p->taking + 1) % BATCHES].ready && !p->ended;
	pthread_mutex_unlock(&p->lock);
	return behind;
}

bool feed_pipe_pack(void *pipe, const struct raw_block *block)
{
	struct feed_pipe *p = pipe;
	struct batch *b = &p->batches[p->taking];

	if (is_reading_behind(p))
		return false;
	b->jobs = vec_room(b->jobs, &b->job_room, b->job_count + 1, sizeof(*b->jobs));
	b->jobs[b->job_count++] = (struct raw_block){ block->id, arena_copy(&b->arena, block->members),
		arena_copy(&b->arena, block->bytes) };
	return true;
}

bool feed_pipe_close(struct feed_pipe *p, struct err *e)
{
	bool done;

	pthread_mutex_lock(&p->lock);
	p->stopped = true;
	pthread_cond_broadcast(&p->turned);
	pthread_mutex_unlock(&p->lock);
	pthread_join(p->thread, NULL);
	done = !p->failed;
	if (!done)
		*e = p->why;
	for (size_t i = 0; i < BATCHES; i++) {
		free(p->batches[i].items);
		free(p->batches[i].jobs);
		buf_free(&p->batches[i].packed);
		arena_free(&p->batches[i].arena);
	}
	zstd_packer_free(p->packer);
	pthread_mutex_destroy(&p->lock);
	pthread_cond_destroy(&p->turned);
	free(p);
	return done;
}
