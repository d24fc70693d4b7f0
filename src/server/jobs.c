#include "server/jobs_state.h"

#include "actions/clock.h"
#include "base/memory.h"
#include "limits.h"

static void job_free(struct job *job)
{
	if (!job)
		return;
	job->work.free(job->work.of);
	buf_free(&job->result);
	if (job->file >= 0)
		close(job->file);
	free(job->who);
	free(job->key.text);
	free(job);
}

/* With the lock: everybody who listens looks again. */
static void wake_all(struct jobs *all)
{
	size_t count = all->waiter_count;

	all->waiter_count = 0;
	for (size_t i = 0; i < count; i++)
		all->waiters[i].wake(all->waiters[i].ctx);
}

static void run(struct jobs *all, struct job *job)
{
	struct json_out *w = json_out_buf(&job->result, false);
	struct err e = { 0 };
	bool done = job->work.run(job->work.of, all->db, job, w, &e);

	if (done)
		done = json_out_close(w) || err_fail(&e, ERR_LIMIT, "the result is too large");
	else
		json_out_drop(w);
	pthread_mutex_lock(&all->lock);
	job->state = done ? JOB_DONE : JOB_FAILED;
	job->error = e;
	job->ended_at = instant_now();
	job->told++;
	wake_all(all);
	pthread_mutex_unlock(&all->lock);
}

static struct job *next_job(struct jobs *all)
{
	struct job *job = NULL;

	pthread_mutex_lock(&all->lock);
	while (all->next > all->last && !all->ends)
		pthread_cond_wait(&all->more, &all->lock);
	if (!all->ends) {
		job = all->kept[all->next++ % JOBS_KEPT];
		job->state = JOB_RUNNING;
		job->told++;
		wake_all(all);
	}
	pthread_mutex_unlock(&all->lock);
	return job;
}

static void *work(void *ctx)
{
	struct jobs *all = ctx;
	struct job *job;

	while ((job = next_job(all)))
		run(all, job);
	return NULL;
}

bool jobs_open(const char *store, struct jobs **out, struct err *e)
{
	struct jobs *all = memory_alloc(1, sizeof(*all));

	all->next = 1;
	pthread_mutex_init(&all->lock, NULL);
	pthread_cond_init(&all->more, NULL);
	if (!db_open(store, DB_CHANGE, &all->db, e)) {
		jobs_close(all);
		return false;
	}
	all->runs = pthread_create(&all->thread, NULL, work, all) == 0;
	if (!all->runs) {
		jobs_close(all);
		return err_fail(e, ERR_IO, "no thread could be started");
	}
	*out = all;
	return true;
}

void jobs_close(struct jobs *all)
{
	if (!all)
		return;
	pthread_mutex_lock(&all->lock);
	all->ends = true;
	pthread_cond_signal(&all->more);
	wake_all(all);
	pthread_mutex_unlock(&all->lock);
	if (all->runs)
		pthread_join(all->thread, NULL);
	for (size_t i = 0; i < JOBS_KEPT; i++)
		job_free(all->kept[i]);
	db_close(all->db);
	pthread_cond_destroy(&all->more);
	pthread_mutex_destroy(&all->lock);
	free(all);
}

static char *text_of(struct str s)
{
	char *text = memory_alloc(s.len + 1, 1);

	memcpy(text, s.ptr, s.len);
	return text;
}

static struct job *job_new(struct jobs *all, const struct job_work *work, const struct job_asked *by)
{
	struct job *job = memory_alloc(1, sizeof(*job));

	job->all = all;
	job->work = *work;
	job->who = text_of(by->who);
	if (by->key.key.len)
		job->key = (struct job_key){ text_of(by->key.key), by->key.digest };
	job->added_at = instant_now();
	job->ended_at = INSTANT_NONE;
	job->result = buf_new(LIMIT_ANSWER_BYTES);
	job->file = -1;
	return job;
}

/* With the lock. */
static bool has_room(const struct jobs *all, struct str who, struct err *e)
{
	const struct job *oldest = all->kept[(all->last + 1) % JOBS_KEPT];
	size_t own = 0;

	if (oldest && !job_has_ended(oldest))
		return err_fail(e, ERR_CONFLICT, "%u jobs wait already: try again later", JOBS_KEPT);
	for (size_t i = 0; i < JOBS_KEPT; i++)
		if (all->kept[i] && !job_has_ended(all->kept[i]) && str_eq(str_of(all->kept[i]->who), who))
			own++;
	return own < JOBS_OF_ONE ||
	       err_fail(e, ERR_CONFLICT, "%u jobs of yours wait already: try again later", JOBS_OF_ONE);
}

bool job_add(
    struct jobs *all, const struct job_work *work, const struct job_asked *by, int64_t *id, struct err *e)
{
	struct job *job = job_new(all, work, by), **place;

	pthread_mutex_lock(&all->lock);
	if (!has_room(all, by->who, e)) {
		pthread_mutex_unlock(&all->lock);
		job_free(job);
		return false;
	}
	place = &all->kept[(all->last + 1) % JOBS_KEPT];
	job_free(*place);
	*place = job;
	*id = job->id = ++all->last;
	pthread_cond_signal(&all->more);
	pthread_mutex_unlock(&all->lock);
	return true;
}

void job_tell(struct job *job, int64_t done, struct str at)
{
	size_t len = at.len < sizeof(job->at) - 1 ? at.len : sizeof(job->at) - 1;

	pthread_mutex_lock(&job->all->lock);
	job->done = done;
	memcpy(job->at, at.ptr ? at.ptr : "", len);
	job->at[len] = '\0';
	job->told++;
	wake_all(job->all);
	pthread_mutex_unlock(&job->all->lock);
}

void job_put(const struct job *job, struct json_out *w)
{
	static const char *const words[] = { "waiting", "running", "done", "failed" };
	char at[INSTANT_TEXT_SIZE];

	json_open_object(w);
	json_field_int(w, "job", job->id);
	json_field_text(w, "kind", str_of(job->work.kind));
	json_field_text(w, "who", str_of(job->who));
	json_field_text(w, "state", str_of(words[job->state]));
	json_field_text(w, "added_at", str_of(instant_write(job->added_at, at)));
	json_field_int(w, "done", job->done);
	json_field_text(w, "at", str_of(job->at));
	if (job->state == JOB_FAILED)
		json_field_text(w, "error", str_of(job->error.text));
	if (job->state == JOB_FAILED && job->error.remedy)
		json_field_text(w, "remedy", str_of(remedy_word(job->error.remedy)));
	if (job_has_ended(job))
		json_field_text(w, "ended_at", str_of(instant_write(job->ended_at, at)));
	if (job->state == JOB_DONE && job->file >= 0)
		json_field_text(w, "file", str_of(job->file_name));
	if (job->state == JOB_DONE) {
		json_key(w, "result");
		json_put_written(w, buf_str(&job->result)); /* a value that was written as JSON */
	}
	json_close_object(w);
}

void jobs_write(struct jobs *all, struct json_out *w)
{
	pthread_mutex_lock(&all->lock);
	json_open_array(w);
	for (int64_t id = all->last; id > 0 && id > all->last - (int64_t)JOBS_KEPT; id--)
		job_put(all->kept[id % JOBS_KEPT], w);
	json_close_array(w);
	pthread_mutex_unlock(&all->lock);
}

struct job *job_find(struct jobs *all, int64_t id)
{
	struct job *job = id > 0 && id <= all->last ? all->kept[id % JOBS_KEPT] : NULL;

	return job && job->id == id ? job : NULL;
}

bool job_absent(int64_t id, struct err *e)
{
	return err_fail(e, ERR_ABSENT, "there is no job %lld, or it ended long ago", (long long)id);
}

bool job_write(struct jobs *all, int64_t id, struct json_out *w, struct err *e)
{
	struct job *job;

	pthread_mutex_lock(&all->lock);
	job = job_find(all, id);
	if (job)
		job_put(job, w);
	pthread_mutex_unlock(&all->lock);
	return job || job_absent(id, e);
}
