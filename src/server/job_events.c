#include "base/memory.h"
#include "limits.h"
#include "server/jobs_state.h"

/* One who listens. */
struct listener {
	struct jobs *all;
	int64_t id, told; /* of the job, and what of it was sent */
	bool is_last_sent;
	struct buf event;
	size_t sent; /* of the event */
};

/* With the lock: the next event, if there is one. False: nothing more will come. */
static bool make_event(struct listener *l)
{
	const struct job *job = job_find(l->all, l->id);
	struct json_out *w;

	buf_clear(&l->event);
	l->sent = 0;
	if (!job || l->is_last_sent || l->all->ends)
		return false;
	if (job->told == l->told && l->told)
		return true;
	l->told = job->told;
	l->is_last_sent = job_has_ended(job);
	buf_add(&l->event, l->is_last_sent ? STR("event: end\ndata: ") : STR("event: progress\ndata: "));
	w = json_out_buf(&l->event, false);
	job_put(job, w);
	json_out_close(w);
	buf_add(&l->event, STR("\n\n"));
	return true;
}

static long listener_read(void *of, char *to, size_t room)
{
	struct listener *l = of;
	struct str left;

	if (l->sent == l->event.len) {
		bool more;

		pthread_mutex_lock(&l->all->lock);
		more = make_event(l);
		pthread_mutex_unlock(&l->all->lock);
		if (!more)
			return -1;
	}
	left = str_from(buf_str(&l->event), l->sent);
	left = str_first(left, room);
	memcpy(to, left.ptr, left.len);
	l->sent += left.len;
	return (long)left.len;
}

static void listener_wait(void *of, void (*wake)(void *ctx), void *ctx)
{
	struct listener *l = of;
	struct jobs *all = l->all;
	const struct job *job;
	bool now;

	pthread_mutex_lock(&all->lock);
	job = job_find(all, l->id);
	now = !job || job->told != l->told || all->ends || all->waiter_count == JOBS_WAITERS;
	if (!now)
		all->waiters[all->waiter_count++] = (struct waiter){ wake, ctx };
	pthread_mutex_unlock(&all->lock);
	if (now)
		wake(ctx);
}

static void listener_end(void *of)
{
	struct listener *l = of;

	buf_free(&l->event);
	free(l);
}

bool job_stream(struct jobs *all, int64_t id, struct exchange *x, struct err *e)
{
	static const struct answer_stream stream = { listener_read, listener_wait, listener_end };
	struct listener *l;
	bool found;

	pthread_mutex_lock(&all->lock);
	found = job_find(all, id);
	pthread_mutex_unlock(&all->lock);
	if (!found)
		return job_absent(id, e);
	l = memory_alloc(1, sizeof(*l));
	*l = (struct listener){ .all = all, .id = id, .event = buf_new(LIMIT_ANSWER_BYTES) };
	x->answer.stream = &stream;
	x->answer.stream_of = l;
	x->answer.type = "text/event-stream";
	x->answer.status = 200;
	return true;
}
