/*
 * /healthz, /metrics, /api/v1/openapi.json - the service itself.
 */
#include "server/contract.h"
#include "server/state.h"
#include "server/tables.h"

static bool get_health(struct exchange *x, struct err *e)
{
	struct json_out *w = answer_json(x);

	json_open_object(w);
	json_field_text(w, "status", STR("ok"));
	json_field_text(w, "version", STR(PROGRAM_VERSION));
	json_close_object(w);
	return answer_json_close(x, w, e);
}

static bool get_metrics(struct exchange *x, struct err *e)
{
	struct server *s = x->server;

	(void)e;
	x->answer.body = buf_new(64UL * 1024);
	struct meters_waiting waiting = { workers_waiting(s->workers, WORKER_CHANGES),
		workers_waiting(s->workers, WORKER_SECRETS), workers_waiting(s->workers, WORKER_SLOW) };

	meters_write(&s->meters, &waiting, &x->answer.body);
	x->answer.type = "text/plain; version=0.0.4; charset=utf-8";
	x->answer.status = 200;
	return true;
}

static bool get_contract(struct exchange *x, struct err *e)
{
	(void)e;
	x->answer.body = buf_new(contract_size_bytes);
	buf_add(&x->answer.body, (struct str){ (const char *)contract_bytes, contract_size_bytes });
	x->answer.type = "application/json";
	x->answer.status = 200;
	return true;
}

const struct route routes_service[] = {
	{ METHOD_GET, "/healthz", get_health, ROUTE_PUBLIC, 0, NULL },
	{ METHOD_GET, "/metrics", get_metrics, 0, 0, NULL },
	{ METHOD_GET, "/api/v1/openapi.json", get_contract, ROUTE_SLOW, 0, NULL },
	{ 0 },
};
