/*
 * /api/v1/feeds, /api/v1/coverage - where records come from and how fresh they are; which component any of
 * them could see (docs/man/feeds.md, docs/man/coverage.md).
 */
#include "actions/feeds/feed_json.h"
#include "actions/feeds/turn_source.h"
#include "actions/matching/coverage.h"
#include "server/body.h"
#include "server/page.h"
#include "server/state.h"
#include "server/tables.h"

static bool get_feeds(struct exchange *x, struct err *e)
{
	struct source_row *rows;
	struct json_out *w;
	struct page page;
	size_t count;

	if (!sources_list(x->db, &x->arena, &rows, &count, e) || !page_of(x, count, &page, e))
		return false;
	w = page_begin(x);
	feed_sources_json(w, PAGE_FROM(rows, page), page.count);
	return page_end(x, w, &page, e);
}

static bool answer_coverage(struct exchange *x, struct str device, struct str release, struct err *e)
{
	struct coverage_query query = { device, release, x->at, x->server->config.stale_after };
	struct coverage c;
	struct json_out *w;

	if (!coverage_make(x->db, &query, &x->arena, &c, e))
		return false;
	w = answer_json(x);
	coverage_write_json(&c, w);
	return answer_json_close(x, w, e);
}

typedef bool turning(
    struct db *db, struct str source, struct change_by by, struct match_run *run, struct err *e);

static bool turn(struct exchange *x, turning *to, struct err *e)
{
	struct match_run run;
	struct json_out *w;
	struct body b;
	struct str why;

	if (!body_read(x, "why", &b, e) || !body_needs_text(&b, "why", &why, e) ||
	    !to(x->db, x->params[0], exchange_by(x, why), &run, e))
		return false;
	w = answer_json(x);
	json_open_object(w);
	json_field_text(w, "source", x->params[0]);
	json_field_int(w, "appeared", run.appeared);
	json_field_int(w, "vanished", run.vanished);
	json_field_int(w, "changed", run.changed);
	json_close_object(w);
	return answer_json_close(x, w, e);
}

static bool put_off(struct exchange *x, struct err *e)
{
	return turn(x, turn_source_off, e);
}

static bool delete_off(struct exchange *x, struct err *e)
{
	return turn(x, turn_source_on, e);
}

static bool get_coverage(struct exchange *x, struct err *e)
{
	struct str device, release;

	if (!exchange_query(x, "device", &device, e) || !exchange_query(x, "release", &release, e))
		return false;
	if (release.len && !device.len)
		return err_fail(e, ERR_USAGE, "query: release needs the device that it is of");
	return answer_coverage(x, device, release, e);
}

static bool get_release_coverage(struct exchange *x, struct err *e)
{
	return answer_coverage(x, x->params[0], x->params[1], e);
}

/* The run that later ones are compared with. */
static bool post_coverage(struct exchange *x, struct err *e)
{
	struct coverage_query query = { .at = x->at, .stale_days = x->server->config.stale_after };
	struct coverage c;
	struct json_out *w;

	if (!coverage_make(x->db, &query, &x->arena, &c, e) ||
	    !coverage_record(x->db, &c, exchange_by(x, STR("")), e))
		return false;
	w = answer_json(x);
	x->answer.status = 201;
	coverage_write_json(&c, w);
	return answer_json_close(x, w, e);
}

const struct route routes_feeds[] = {
	{ METHOD_GET, "/api/v1/feeds", get_feeds, 0, 0, NULL },
	{ METHOD_PUT, "/api/v1/feeds/{source}/off", put_off, 0, 0, "source.off" },
	{ METHOD_DELETE, "/api/v1/feeds/{source}/off", delete_off, 0, 0, "source.on" },
	{ METHOD_GET, "/api/v1/coverage", get_coverage, ROUTE_SLOW, 0, NULL },
	{ METHOD_POST, "/api/v1/coverage", post_coverage, 0, 0, "coverage.record" },
	{ METHOD_GET, "/api/v1/devices/{device}/releases/{release}/coverage", get_release_coverage,
	    ROUTE_SLOW, 0, NULL },
	{ 0 },
};
