#include "actions/matching/merge_thread.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/memory.h"

#define MOST 4 /* under way; who gives keeps to fewer */

struct merge_thread {
	pthread_t thread;
	bool started;	      /* the giver's, as is taken */
	size_t taken;	      /* batches, counted on and on like those below */
	pthread_mutex_t lock; /* guards all below */
	pthread_cond_t turned;
	struct package_batch *batches[MOST];
	size_t given, merged;
	bool ended;
};

static void *merge_all(void *ctx)
{
	struct merge_thread *m = ctx;

	pthread_mutex_lock(&m->lock);
	for (;;) {
		struct package_batch *b;

		while (m->merged == m->given && !m->ended)
			pthread_cond_wait(&m->turned, &m->lock);
		if (m->merged == m->given)
			break;
		b = m->batches[m->merged % MOST];
		pthread_mutex_unlock(&m->lock);
		package_batch_merge(b);
		pthread_mutex_lock(&m->lock);
		m->merged++;
		pthread_cond_broadcast(&m->turned);
	}
	pthread_mutex_unlock(&m->lock);
	return NULL;
}

struct merge_thread *merge_thread_new(void)
{
	struct merge_thread *m = memory_alloc(1, sizeof(*m));

	pthread_mutex_init(&m->lock, NULL);
	pthread_cond_init(&m->turned, NULL);
	return m;
}

void merge_thread_free(struct merge_thread *m)
{
	if (!m)
		return;
	pthread_mutex_lock(&m->lock);
	m->ended = true;
	pthread_cond_broadcast(&m->turned);
	pthread_mutex_unlock(&m->lock);
	if (m->started)
		pthread_join(m->thread, NULL);
	pthread_mutex_destroy(&m->lock);
	pthread_cond_destroy(&m->turned);
	free(m);
}

static void give(void *ctx, struct package_batch *b)
{
	struct merge_thread *m = ctx;

	if (!m->started && m->given == 1)
		m->started = pthread_create(&m->thread, NULL, merge_all, m) == 0;
	if (!m->started)
		package_batch_merge(b);
	pthread_mutex_lock(&m->lock);
	m->batches[m->given++ % MOST] = b;
	if (!m->started)
		m->merged = m->given;
	pthread_cond_broadcast(&m->turned);
	pthread_mutex_unlock(&m->lock);
}

static struct package_batch *take(void *ctx)
{
	struct merge_thread *m = ctx;
	struct package_batch *b = NULL;

	pthread_mutex_lock(&m->lock);
	while (m->merged == m->taken && m->taken < m->given)
		pthread_cond_wait(&m->turned, &m->lock);
	if (m->taken < m->given)
		b = m->batches[m->taken++ % MOST];
	pthread_mutex_unlock(&m->lock);
	return b;
}

struct merge_hand merge_thread_hand(struct merge_thread *m)
{
	return (struct merge_hand){ m, give, take };
}
