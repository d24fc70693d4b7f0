#include "server/jobs_state.h"

#include "actions/clock.h"
#include "base/memory.h"
#include "limits.h"
#include "server/route.h"
#include "server/state.h"

static char *text_of(struct str s)
{
	char *text;

	if (!s.ptr)
		return NULL;
	text = memory_alloc(s.len + 1, 1);
	memcpy(text, s.ptr, s.len);
	return text;
}

struct job *job_new(struct jobs *all, const struct job_row *row)
{
	struct job *job = memory_alloc(1, sizeof(*job));
	bool has_ended = row->ended_at.us != INSTANT_NONE.us;

	job->all = all;
	job->id = row->id;
	job->kind = text_of(row->kind);
	job->who = text_of(row->who);
	job->key = (struct job_key){ text_of(row->key.key), row->key.digest };
	job->has_request = row->has_request;
	job->added_at = row->added_at;
	job->ended_at = row->ended_at;
	job->is_kept = has_ended;
	job->state = !has_ended ? JOB_WAITING : row->error.ptr ? JOB_FAILED : JOB_DONE;
	job->error = text_of(row->error);
	job->remedy = text_of(row->remedy);
	job->result = buf_new(LIMIT_ANSWER_BYTES);
	buf_add(&job->result, row->result);
	snprintf(job->file_name, sizeof(job->file_name), STR_FMT, STR_ARG(row->file_name));
	job->file_type = text_of(row->file_type);
	return job;
}

static void free_work(const struct job_work *work)
{
	if (work->free)
		work->free(work->of);
}

void job_free(struct job *job)
{
	if (!job)
		return;
	free_work(&job->work);
	buf_free(&job->result);
	free(job->kind);
	free(job->who);
	free(job->key.text);
	free(job->asked.path);
	free(job->asked.query);
	free(job->asked.body);
	free(job->error);
	free(job->remedy);
	free(job->file_type);
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

/* In the store first: what is told as done is lasting. */
static void end(struct job *job, bool done, const struct err *e)
{
	struct jobs *all = job->all;

	pthread_mutex_lock(&all->lock);
	job->ended_at = instant_now();
	if (!done) {
		job->error = text_of(str_of(e->text));
		job->remedy = e->remedy ? text_of(str_of(remedy_word(e->remedy))) : NULL;
		job->file_name[0] = '\0';
	}
	pthread_mutex_unlock(&all->lock);
	job_keep_ended(job, done ? JOB_DONE : JOB_FAILED);
	pthread_mutex_lock(&all->lock);
	job->state = done ? JOB_DONE : JOB_FAILED;
	job->told++;
	wake_all(all);
	pthread_mutex_unlock(&all->lock);
}

static void run(struct jobs *all, struct job *job)
{
	struct json_out *w = json_out_buf(&job->result, false);
	struct err e = { 0 };
	bool done;

	job_keep_added(job, all->db);
	done = job->work.run(job->work.of, all->db, job, w, &e);
	if (done)
		done = json_out_close(w) || err_fail(&e, ERR_LIMIT, "the result is too large");
	else
		json_out_drop(w);
	end(job, done, &e);
}

/* With the lock: the first that waits. */
static struct job *waiting_job(const struct jobs *all)
{
	for (size_t i = 0; i < all->count; i++)
		if (all->kept[i]->state == JOB_WAITING)
			return all->kept[i];
	return NULL;
}

static struct job *next_job(struct jobs *all)
{
	struct job *job;

	pthread_mutex_lock(&all->lock);
	while (!(job = waiting_job(all)) && !all->ends)
		pthread_cond_wait(&all->more, &all->lock);
	if (all->ends) {
		job = NULL;
	} else {
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

	pthread_mutex_init(&all->lock, NULL);
	pthread_cond_init(&all->more, NULL);
	job_runner_self(all->runner);
	if (!db_open(store, DB_CHANGE, &all->db, e) || !job_take_over(all, e)) {
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
	for (size_t i = 0; i < all->count; i++) {
		if (all->kept[i]->state == JOB_WAITING)
			job_keep_added(
			    all->kept[i], all->db); /* the next server says that it was not begun */
		job_free(all->kept[i]);
	}
	db_close(all->db);
	pthread_cond_destroy(&all->more);
	pthread_mutex_destroy(&all->lock);
	free(all);
}

void job_append(struct jobs *all, struct job *job)
{
	if (all->count == JOBS_KEPT) {
		job_free(all->kept[0]);
		all->count--;
		memmove(all->kept, all->kept + 1, all->count * sizeof(struct job *));
	}
	all->kept[all->count++] = job;
	if (job->id > all->last)
		all->last = job->id;
}

/* With the lock. */
static bool has_room(const struct jobs *all, struct str who, struct err *e)
{
	size_t own = 0;

	if (all->count == JOBS_KEPT && !job_has_ended(all->kept[0]))
		return err_fail(e, ERR_CONFLICT, "%u jobs wait already: try again later", JOBS_KEPT);
	for (size_t i = 0; i < all->count; i++)
		if (!job_has_ended(all->kept[i]) && str_eq(str_of(all->kept[i]->who), who))
			own++;
	return own < JOBS_OF_ONE ||
	       err_fail(e, ERR_CONFLICT, "%u jobs of yours wait already: try again later", JOBS_OF_ONE);
}

/* With the lock. */
static struct job *job_of(struct jobs *all, const struct job_work *work, const struct exchange *x)
{
	struct job_row row = { .id = all->last + 1,
		.who = x->who.name,
		.kind = str_of(work->kind),
		.key = x->key,
		.has_request = !(x->route->flags & ROUTE_UPLOAD),
		.added_at = x->at,
		.ended_at = INSTANT_NONE };
	struct job *job = job_new(all, &row);

	job->work = *work;
	if (row.has_request)
		job->asked = (struct job_asked){ text_of(x->path), text_of(x->query), text_of(x->body) };
	return job;
}

bool job_add(struct exchange *x, const struct job_work *work, int64_t *id, struct err *e)
{
	struct jobs *all = x->server->jobs;
	struct job *job = NULL;

	pthread_mutex_lock(&all->lock);
	if (has_room(all, x->who.name, e))
		job = job_of(all, work, x);
	pthread_mutex_unlock(&all->lock);
	if (!job) {
		free_work(work);
		return false;
	}
	db_wait(x->db, 0); /* who imports something long has others wait in line, not at the door */
	job_keep_added(job, x->db);
	db_wait(x->db, DB_WAIT_MS);
	*id = job->id;
	pthread_mutex_lock(&all->lock);
	job_append(all, job);
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
	json_field_text(w, "kind", str_of(job->kind));
	json_field_text(w, "who", str_of(job->who));
	json_field_text(w, "state", str_of(words[job->state]));
	json_field_text(w, "added_at", str_of(instant_write(job->added_at, at)));
	json_field_int(w, "done", job->done);
	json_field_text(w, "at", str_of(job->at));
	if (job->state == JOB_FAILED) {
		json_field_text(w, "error", str_of(job->error));
		json_field_bool(w, "again", job->has_request);
	}
	if (job->state == JOB_FAILED && job->remedy)
		json_field_text(w, "remedy", str_of(job->remedy));
	if (job_has_ended(job))
		json_field_text(w, "ended_at", str_of(instant_write(job->ended_at, at)));
	if (job->state == JOB_DONE && job->file_name[0])
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
	for (size_t i = all->count; i > 0; i--)
		job_put(all->kept[i - 1], w);
	json_close_array(w);
	pthread_mutex_unlock(&all->lock);
}

struct job *job_find(struct jobs *all, int64_t id)
{
	for (size_t i = 0; i < all->count; i++)
		if (all->kept[i]->id == id)
			return all->kept[i];
	return NULL;
}

bool job_absent(int64_t id, struct err *e)
{
	return err_fail(e, ERR_ABSENT,
	    "there is no job %lld: it ended long ago, or a server ended before it began", (long long)id);
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
