#include "server/workers.h"

#include <pthread.h>

#include "base/memory.h"
#include "base/secret.h"
#include "limits.h"

#define USED_MOST 64U

struct line {
	struct workers *workers;
	enum worker which;
	pthread_t thread;
	struct db *db;
	pthread_mutex_t lock;
	pthread_cond_t more;
	struct exchange *waiting[LIMIT_WAITING_REQUESTS];
	size_t first, count;
	bool ends, runs;
	struct used {
		char token[SECRET_WORD_SIZE];
		struct instant at;
	} used[USED_MOST];
	size_t used_count;
};

struct workers {
	struct worker_task task;
	struct line lines[WORKER_COUNT];
};

/* Waits for something to do: *x, or else *used; false at the end. */
static bool next(struct line *l, struct exchange **x, struct used *used)
{
	bool found;

	pthread_mutex_lock(&l->lock);
	while (l->count == 0 && l->used_count == 0 && !l->ends)
		pthread_cond_wait(&l->more, &l->lock);
	found = l->count > 0 || l->used_count > 0;
	*x = NULL;
	if (l->count > 0) {
		*x = l->waiting[l->first];
		l->first = (l->first + 1) % LIMIT_WAITING_REQUESTS;
		l->count--;
	} else if (l->used_count > 0) {
		*used = l->used[--l->used_count];
	}
	pthread_mutex_unlock(&l->lock);
	return found;
}

static void *work(void *ctx)
{
	struct line *l = ctx;
	const struct worker_task *task = &l->workers->task;
	struct exchange *x;
	struct used used;

	while (next(l, &x, &used)) {
		if (!x) {
			task->used(task->ctx, l->db, str_of(used.token), used.at);
			continue;
		}
		x->db = l->db;
		task->answer(task->ctx, x);
	}
	return NULL;
}

static bool start(struct workers *w, enum worker which, const char *store, struct err *e)
{
	struct line *l = &w->lines[which];

	l->workers = w;
	l->which = which;
	pthread_mutex_init(&l->lock, NULL);
	pthread_cond_init(&l->more, NULL);
	if (!db_open(store, which == WORKER_SLOW ? DB_READ : DB_CHANGE, &l->db, e))
		return false;
	if (which == WORKER_SLOW)
		db_serve(l->db);
	l->runs = pthread_create(&l->thread, NULL, work, l) == 0;
	return l->runs || err_fail(e, ERR_IO, "no thread could be started");
}

bool workers_open(const char *store, const struct worker_task *task, struct workers **out, struct err *e)
{
	struct workers *w = memory_alloc(1, sizeof(*w));

	w->task = *task;
	for (enum worker i = 0; i < WORKER_COUNT; i++)
		if (!start(w, i, store, e)) {
			workers_close(w);
			return false;
		}
	*out = w;
	return true;
}

bool workers_take(struct workers *w, enum worker which, struct exchange *x)
{
	struct line *l = &w->lines[which];
	bool room;

	pthread_mutex_lock(&l->lock);
	room = l->count < LIMIT_WAITING_REQUESTS && !l->ends;
	if (room)
		l->waiting[(l->first + l->count++) % LIMIT_WAITING_REQUESTS] = x;
	pthread_cond_signal(&l->more);
	pthread_mutex_unlock(&l->lock);
	return room;
}

void workers_used(struct workers *w, struct str token, struct instant at)
{
	struct line *l = &w->lines[WORKER_CHANGES];

	if (token.len >= SECRET_WORD_SIZE)
		return;
	pthread_mutex_lock(&l->lock);
	if (l->used_count < USED_MOST) {
		struct used *u = &l->used[l->used_count++];

		*u = (struct used){ .at = at };
		memcpy(u->token, token.ptr, token.len);
	}
	pthread_cond_signal(&l->more);
	pthread_mutex_unlock(&l->lock);
}

size_t workers_waiting(struct workers *w, enum worker which)
{
	struct line *l = &w->lines[which];
	size_t count;

	pthread_mutex_lock(&l->lock);
	count = l->count;
	pthread_mutex_unlock(&l->lock);
	return count;
}

static void end(struct line *l)
{
	if (!l->workers)
		return;
	pthread_mutex_lock(&l->lock);
	l->ends = true;
	pthread_cond_signal(&l->more);
	pthread_mutex_unlock(&l->lock);
	if (l->runs)
		pthread_join(l->thread, NULL);
	db_close(l->db);
	pthread_cond_destroy(&l->more);
	pthread_mutex_destroy(&l->lock);
}

void workers_close(struct workers *w)
{
	if (!w)
		return;
	for (enum worker i = 0; i < WORKER_COUNT; i++)
		end(&w->lines[i]);
	free(w);
}
