/*
 * /api/v1/jobs - work that takes minutes.
 */
#include "server/jobs.h"

#include "records/user.h"
#include "server/state.h"
#include "server/tables.h"

static bool get_jobs(struct exchange *x, struct err *e)
{
	struct json_out *w = answer_json(x);

	json_open_object(w);
	json_key(w, "items");
	jobs_write(x->server->jobs, w);
	json_field_null(w, "next");
	json_close_object(w);
	return answer_json_close(x, w, e);
}

static bool get_job(struct exchange *x, struct err *e)
{
	struct json_out *w;
	int64_t id;

	if (!exchange_number(x, 0, &id, e))
		return false;
	w = answer_json(x);
	if (!job_write(x->server->jobs, id, w, e)) {
		json_out_drop(w);
		return false;
	}
	return answer_json_close(x, w, e);
}

static bool get_events(struct exchange *x, struct err *e)
{
	int64_t id;

	return exchange_number(x, 0, &id, e) && job_stream(x->server->jobs, id, x, e);
}

static bool get_file(struct exchange *x, struct err *e)
{
	int64_t id;

	return exchange_number(x, 0, &id, e) && job_answer_file(x, id, e);
}

static bool post_again(struct exchange *x, struct err *e)
{
	int64_t id;

	return exchange_number(x, 0, &id, e) && job_again(x, id, e);
}

const struct route routes_jobs[] = {
	{ METHOD_GET, "/api/v1/jobs", get_jobs, 0, 0, NULL },
	{ METHOD_GET, "/api/v1/jobs/{job}", get_job, 0, 0, NULL },
	{ METHOD_GET, "/api/v1/jobs/{job}/events", get_events, 0, 0, NULL },
	{ METHOD_GET, "/api/v1/jobs/{job}/file", get_file, ROUTE_SLOW, ROLE_REGULATORY, NULL },
	{ METHOD_POST, "/api/v1/jobs/{job}/again", post_again, 0, 0, NULL },
	{ 0 },
};
