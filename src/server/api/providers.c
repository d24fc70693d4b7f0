/*
 * /api/v1/feeds/providers, /api/v1/feeds/sync - who is asked for records, how it goes, and asking now
 * (docs/man/sync.md).
 */
#include "actions/feeds/sync_json.h"
#include "limits.h"
#include "server/body.h"
#include "server/permission.h"
#include "server/state.h"
#include "server/tables.h"

/* Of those that this server asks. */
static bool get_providers(struct exchange *x, struct err *e)
{
	const struct server_sync *sync = &x->server->config.sync;
	struct provider_sync *rows;
	struct json_out *w;
	size_t count;

	if (!provider_sync_list(x->db, &x->arena, &rows, &count, e))
		return false;
	w = answer_json(x);
	json_open_object(w);
	json_field_text(w, "fetches",
	    sync->providers.count == 0 ? STR("never")
	    : sync->every_us	       ? STR("by_the_clock")
				       : STR("asked"));
	json_field_int_or_null(w, "every_hours", sync->every_us / HOUR_US, 1);
	json_key(w, "now");
	if (x->server->syncing)
		syncing_write(x->server->syncing, w);
	else
		json_put_null(w);
	json_key(w, "items");
	providers_json(w, &sync->providers, rows, count);
	json_close_object(w);
	return answer_json_close(x, w, e);
}

static bool post_sync(struct exchange *x, struct err *e)
{
	struct str names[LIMIT_PROVIDERS], why;
	struct syncing *syncing = x->server->syncing;
	size_t count = 0;
	struct body b;

	if (!body_read(x, "providers|why", &b, e) ||
	    !body_texts(&b, "providers", names, LIMIT_PROVIDERS, &count, e) ||
	    !body_text(&b, "why", &why, e) || !permission_has(x, "feed.sync", STR("feeds"), e))
		return false;
	if (!syncing)
		return err_fail(e, ERR_CONFLICT, "this server was not started to fetch records");
	if (!syncing_ask(syncing, exchange_by(x, why), names, count, e))
		return false;
	x->answer.status = 202;
	answer_header(x, "Location", STR("/api/v1/feeds/providers"));
	return get_providers(x, e);
}

const struct route routes_providers[] = {
	{ METHOD_GET, "/api/v1/feeds/providers", get_providers, 0, 0, NULL },
	{ METHOD_POST, "/api/v1/feeds/sync", post_sync, 0, 0, "feed.sync" },
	{ 0 },
};
