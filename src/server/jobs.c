#include "server/jobs.h"

#include <pthread.h>

#include "actions/clock.h"
#include "base/memory.h"
#include "limits.h"

#define KEPT 100U
#define WAITERS_MOST 64U

enum job_state { JOB_WAITING, JOB_RUNNING, JOB_DONE, JOB_FAILED };

struct waiter {
	void (*wake)(void *ctx);
	void *ctx;
};

struct job {
	struct jobs *all;
	int64_t id;
	struct job_work work;
	char *who;
	enum job_state state;
	struct instant added_at, ended_at;
	int64_t told; /* counts each thing that is told */
	int64_t done;
	char at[256];
	struct buf result;
	struct err error;
	char file_name[64];
	const char *file_type;
	int file; /* without a name on the disk; -1: none */
};

struct jobs {
	struct db *db;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t more;
	struct job *kept[KEPT]; /* by number, modulo */
	int64_t last, next;	/* numbers: given, and to be run */
	struct waiter waiters[WAITERS_MOST];
	size_t waiter_count;
	bool ends, runs;
};

static bool has_ended(const struct job *job)
{
	return job->state == JOB_DONE || job->state == JOB_FAILED;
}

static void job_free(struct job *job)
{
	if (!job)
		return;
	job->work.free(job->work.of);
	buf_free(&job->result);
	if (job->file >= 0)
		close(job->file);
	free(job->who);
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
		job = all->kept[all->next++ % KEPT];
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
	for (size_t i = 0; i < KEPT; i++)
		job_free(all->kept[i]);
	db_close(all->db);
	pthread_cond_destroy(&all->more);
	pthread_mutex_destroy(&all->lock);
	free(all);
}

static struct job *job_new(struct jobs *all, const struct job_work *work, struct str who)
{
	struct job *job = memory_alloc(1, sizeof(*job));

	job->all = all;
	job->work = *work;
	job->who = memory_alloc(who.len + 1, 1);
	memcpy(job->who, who.ptr, who.len);
	job->added_at = instant_now();
	job->ended_at = INSTANT_NONE;
	job->result = buf_new(LIMIT_ANSWER_BYTES);
	job->file = -1;
	return job;
}

bool job_add(struct jobs *all, const struct job_work *work, struct str who, int64_t *id, struct err *e)
{
	struct job *job = job_new(all, work, who), **place;

	pthread_mutex_lock(&all->lock);
	place = &all->kept[(all->last + 1) % KEPT];
	if (*place && !has_ended(*place)) {
		pthread_mutex_unlock(&all->lock);
		job_free(job);
		return err_fail(e, ERR_CONFLICT, "%u jobs wait already: try again later", KEPT);
	}
	job_free(*place);
	*place = job;
	*id = job->id = ++all->last;
	pthread_cond_signal(&all->more);
	pthread_mutex_unlock(&all->lock);
	return true;
}

static struct str own(struct str s, struct arena *arena)
{
	return s.ptr ? arena_copy(arena, s) : s;
}

struct change_by job_by(const struct exchange *x, struct str why, struct arena *arena)
{
	struct change_by by = exchange_by(x, why);

	return (struct change_by){
		.who = own(by.who, arena), .why = own(by.why, arena), .token = own(by.token, arena)
	};
}

bool job_answer(struct exchange *x, int64_t id, struct err *e)
{
	struct json_out *w = answer_json(x);

	json_open_object(w);
	json_field_int(w, "job", id);
	json_close_object(w);
	x->answer.status = 202;
	answer_header(x, "Location", arena_printf(&x->arena, "/api/v1/jobs/%lld", (long long)id));
	return answer_json_close(x, w, e);
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

/* With the lock. */
static void put_job(const struct job *job, struct json_out *w)
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
	if (has_ended(job))
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
	for (int64_t id = all->last; id > 0 && id > all->last - (int64_t)KEPT; id--)
		put_job(all->kept[id % KEPT], w);
	json_close_array(w);
	pthread_mutex_unlock(&all->lock);
}

/* With the lock. */
static struct job *find(struct jobs *all, int64_t id)
{
	struct job *job = id > 0 && id <= all->last ? all->kept[id % KEPT] : NULL;

	return job && job->id == id ? job : NULL;
}

static bool absent(int64_t id, struct err *e)
{
	return err_fail(e, ERR_ABSENT, "there is no job %lld, or it ended long ago", (long long)id);
}

bool job_write(struct jobs *all, int64_t id, struct json_out *w, struct err *e)
{
	struct job *job;

	pthread_mutex_lock(&all->lock);
	job = find(all, id);
	if (job)
		put_job(job, w);
	pthread_mutex_unlock(&all->lock);
	return job || absent(id, e);
}

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
	const struct job *job = find(l->all, l->id);
	struct json_out *w;

	buf_clear(&l->event);
	l->sent = 0;
	if (!job || l->is_last_sent || l->all->ends)
		return false;
	if (job->told == l->told && l->told)
		return true;
	l->told = job->told;
	l->is_last_sent = has_ended(job);
	buf_add(&l->event, l->is_last_sent ? STR("event: end\ndata: ") : STR("event: progress\ndata: "));
	w = json_out_buf(&l->event, false);
	put_job(job, w);
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
	job = find(all, l->id);
	now = !job || job->told != l->told || all->ends || all->waiter_count == WAITERS_MOST;
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
	found = find(all, id);
	pthread_mutex_unlock(&all->lock);
	if (!found)
		return absent(id, e);
	l = memory_alloc(1, sizeof(*l));
	*l = (struct listener){ .all = all, .id = id, .event = buf_new(LIMIT_ANSWER_BYTES) };
	x->answer.stream = &stream;
	x->answer.stream_of = l;
	x->answer.type = "text/event-stream";
	x->answer.status = 200;
	return true;
}

/* A file without a name: it is gone with the last who has it open. */
static bool write_file(struct str bytes, int *out, struct err *e)
{
	FILE *to = tmpfile();
	bool good;

	if (!to)
		return err_fail(e, ERR_IO, "no temporary file could be made");
	good = fwrite(bytes.ptr, 1, bytes.len, to) == bytes.len && fflush(to) == 0;
	*out = good ? dup(fileno(to)) : -1;
	fclose(to);
	return *out >= 0 || err_fail(e, ERR_IO, "the file could not be written: the disk is full or failing");
}

bool job_keep(struct job *job, const struct job_file *file, struct err *e)
{
	int made;

	if (!write_file(file->bytes, &made, e))
		return false;
	pthread_mutex_lock(&job->all->lock);
	job->file = made;
	job->file_type = file->type;
	snprintf(job->file_name, sizeof(job->file_name), STR_FMT, STR_ARG(file->name));
	pthread_mutex_unlock(&job->all->lock);
	return true;
}

/* With the lock. */
static bool answer_file(const struct job *job, struct exchange *x, struct err *e)
{
	if (!str_eq(str_of(job->who), x->who.name))
		return err_fail(e, ERR_DENIED, "the file of job %lld is for \"%s\", who asked for it",
		    (long long)job->id, job->who);
	if (job->state != JOB_DONE || job->file < 0)
		return err_fail(e, ERR_ABSENT, "job %lld has made no file", (long long)job->id);
	x->answer.file = dup(job->file);
	if (x->answer.file < 0)
		return err_fail(e, ERR_IO, "the file could not be opened");
	x->answer.type = job->file_type;
	x->answer.status = 200;
	answer_header(
	    x, "Content-Disposition", arena_printf(&x->arena, "attachment; filename=\"%s\"", job->file_name));
	return true;
}

bool job_answer_file(struct jobs *all, int64_t id, struct exchange *x, struct err *e)
{
	const struct job *job;
	bool done;

	pthread_mutex_lock(&all->lock);
	job = find(all, id);
	done = job && answer_file(job, x, e);
	pthread_mutex_unlock(&all->lock);
	return job ? done : absent(id, e);
}
