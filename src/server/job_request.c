/*
 * job_request - between a request and the job that it asks for: who it was, what is answered.
 */
#include "base/secret.h"
#include "server/jobs_state.h"
#include "server/route.h"
#include "server/state.h"

struct change_by job_by(struct exchange *x, struct str why, struct arena *arena)
{
	struct request_key *key = arena_alloc(arena, 1, sizeof(*key));
	struct change_by by = exchange_by(x, why);
	char word[SECRET_WORD_SIZE];

	if (!x->key.key.len)
		x->key.key = arena_printf(&x->arena, "job %s", secret_word(word));
	*key = (struct request_key){ arena_copy(arena, x->key.key), x->key.digest };
	return (struct change_by){ .who = arena_copy_optional(arena, by.who),
		.why = arena_copy_optional(arena, by.why),
		.token = arena_copy_optional(arena, by.token),
		.key = key };
}

static bool answer(struct exchange *x, int64_t id, struct err *e)
{
	struct json_out *w = answer_json(x);

	json_open_object(w);
	json_field_int(w, "job", id);
	json_close_object(w);
	x->answer.status = 202;
	answer_header(x, "Location", arena_printf(&x->arena, "/api/v1/jobs/%lld", (long long)id));
	return answer_json_close(x, w, e);
}

bool job_begin(struct exchange *x, const struct job_work *work, struct err *e)
{
	int64_t id;

	return job_add(x, work, &id, e) && answer(x, id, e);
}

/* With the lock: the newest that was asked for under the key; 0: none. */
static int64_t find(const struct jobs *all, const struct exchange *x, bool *same)
{
	for (size_t i = all->count; i > 0; i--) {
		const struct job *job = all->kept[i - 1];

		if (!str_eq(str_of(job->key.text), x->key.key) || !str_eq(str_of(job->who), x->who.name))
			continue;
		*same = sha256_same(&job->key.digest, &x->key.digest);
		return job->id;
	}
	return 0;
}

bool job_replay(struct exchange *x, struct err *e)
{
	struct jobs *all = x->server->jobs;
	bool same = true;
	int64_t id;

	pthread_mutex_lock(&all->lock);
	id = find(all, x, &same);
	pthread_mutex_unlock(&all->lock);
	if (!same)
		return err_fail(
		    e, ERR_INPUT, "Idempotency-Key: another request was sent with this key before");
	if (!id)
		return true;
	answer_header(x, "Idempotency-Replayed", STR("true"));
	return answer(x, id, e);
}

/* With the lock: may who asks have it done anew? */
static bool check_again(const struct job *job, const struct exchange *x, struct err *e)
{
	if (!str_eq(str_of(job->who), x->who.name))
		return err_fail(e, ERR_DENIED, "job %lld is of \"%s\", who may ask for it again",
		    (long long)job->id, job->who);
	if (job->state != JOB_FAILED)
		return err_fail(e, ERR_CONFLICT, "job %lld has not failed: there is nothing to ask for again",
		    (long long)job->id);
	return job->has_request || err_fail(e, ERR_CONFLICT,
				       "job %lld cannot be asked for again: its file is gone, or it was done",
				       (long long)job->id);
}

/* As if it had come anew: the route looks at the roles of now, and its handler makes the job. */
static bool ask_again(struct exchange *x, const struct job_request *r, struct err *e)
{
	const struct route *route;
	struct str allowed;

	x->path = r->path;
	x->query = r->query.ptr ? r->query : STR("");
	x->body = r->body.ptr ? r->body : STR("");
	route = route_find(x, x->server->routes, &allowed, e);
	if (!route)
		return err_fail(e, ERR_CONFLICT, "this server does not know what was asked for");
	if (route->roles && !(route->roles & x->who.roles))
		return err_fail(e, ERR_DENIED, "your roles do not permit this");
	return route->handle(x, e);
}

bool job_again(struct exchange *x, int64_t id, struct err *e)
{
	struct str path = x->path, query = x->query;
	struct jobs *all = x->server->jobs;
	struct job_request request;
	const struct job *job;
	bool may, found, done;

	pthread_mutex_lock(&all->lock);
	job = job_find(all, id);
	may = job && check_again(job, x, e);
	pthread_mutex_unlock(&all->lock);
	if (!may)
		return job ? false : job_absent(id, e);
	if (!job_row_request(x->db, id, &x->arena, &request, &found, e))
		return false;
	if (!found)
		return job_absent(id, e);
	done = ask_again(x, &request, e);
	x->path = path; /* what was asked for, as the log has it */
	x->query = query;
	return done;
}
