/*
 * job_request - between a request and the job that it asks for: who it was, what is answered.
 */
#include "server/jobs_state.h"
#include "server/state.h"

struct change_by job_by(const struct exchange *x, struct str why, struct arena *arena)
{
	struct change_by by = exchange_by(x, why);
	struct request_key *key = NULL;

	if (by.key) {
		key = arena_alloc(arena, 1, sizeof(*key));
		*key = (struct request_key){ arena_copy(arena, by.key->key), by.key->digest };
	}
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
	struct job_asked by = { x->who.name, x->key };
	int64_t id;

	return job_add(x->server->jobs, work, &by, &id, e) && answer(x, id, e);
}

/* With the lock: the newest that was asked for under the key; 0: none. */
static int64_t find(const struct jobs *all, const struct exchange *x, bool *same)
{
	for (int64_t id = all->last; id > 0 && id > all->last - (int64_t)JOBS_KEPT; id--) {
		const struct job *job = all->kept[id % JOBS_KEPT];

		if (!job->key.text || !str_eq(str_of(job->key.text), x->key.key) ||
		    !str_eq(str_of(job->who), x->who.name))
			continue;
		*same = sha256_same(&job->key.digest, &x->key.digest);
		return id;
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
