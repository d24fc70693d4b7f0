/*
 * /api/v1/findings - the findings of registered releases, page by page (docs/man/scan.md), with what the
 * answer cannot show.
 */
#include "actions/findings/finding_sorted.h"
#include "actions/matching/caveats_json.h"
#include "limits.h"
#include "server/finding_asked.h"
#include "server/page.h"
#include "server/state.h"
#include "server/tables.h"

#define PAGE_ROWS 100 /* where nothing is asked for */

static bool put_row(void *ctx, const struct component *components, const struct scan_row *row, struct err *e)
{
	(void)e;
	scan_write_row(components, row, ctx);
	return true;
}

/* Nothing found must not look like safety. Of all that is made the store knows at once, of a device it is
 * looked up. */
static bool find_caveats(struct exchange *x, const struct finding_query *q, struct caveats *c, struct err *e)
{
	struct blind_spots spots;
	struct str bare;

	if (!caveats_of_no_data(x->db, &x->arena, c, e) ||
	    !caveats_of_age(x->db, x->server->config.stale_after, x->at, &x->arena, c, e))
		return false;
	if (c->older_at.us)
		answer_true_until(x, c->older_at);
	if (!q->device.len)
		return caveats_of_store(x->db, true, &x->arena, c, e);
	if (!blind_spots_find(x->db, (struct fielded_query){ q->device, q->release }, &x->arena, &spots, e))
		return false;
	caveats_add(c, unseen_line(&spots.unseen, &x->arena), &x->arena);
	bare = caveat_bare(&spots, &x->arena);
	if (bare.len)
		caveats_add(c,
		    arena_printf(
			&x->arena, "what has no SBOM has no findings: %.*s", (int)bare.len, bare.ptr),
		    &x->arena);
	return true;
}

static bool put_rows(struct exchange *x, struct json_out *w, const struct finding_page *p,
    enum finding_order order, struct str *next, struct err *e)
{
	if (order == FINDING_BY_PLACE)
		return finding_page(x->db, p, (struct finding_sink){ w, put_row }, &x->arena, next, e);
	return finding_sorted(x->db, x->server->ranking, p, order, w, &x->arena, next, e);
}

static bool answer_page(
    struct exchange *x, const struct finding_page *p, enum finding_order order, struct err *e)
{
	struct caveats caveats = { 0 };
	struct json_out *w;
	struct str next;

	if (!p->cursor.len && !find_caveats(x, &p->query, &caveats, e))
		return false;
	w = page_begin(x);
	json_open_array(w);
	if (!put_rows(x, w, p, order, &next, e)) {
		json_out_drop(w);
		return false;
	}
	json_close_array(w);
	caveats_json(w, &caveats);
	json_field_text_or_null(w, "next", next);
	json_close_object(w);
	return answer_json_close(x, w, e);
}

static bool read_order(struct exchange *x, enum finding_order *out, struct err *e)
{
	struct str word;

	if (!exchange_query(x, "sort", &word, e))
		return false;
	*out = word.len ? finding_order_find(word) : FINDING_BY_PLACE;
	return *out != FINDING_ORDER_COUNT ||
	       err_fail(e, ERR_INPUT,
		   "query: sort: \"" STR_FMT "\" is not place, worst, severity, epss or published",
		   STR_ARG(word));
}

static bool get_findings(struct exchange *x, struct err *e)
{
	enum finding_order order;
	struct finding_page p = { 0 };
	int64_t limit = PAGE_ROWS;

	if (!exchange_query_number(x, "limit", 1, LIMIT_PAGE_ROWS, &limit, e) ||
	    !exchange_query(x, "cursor", &p.cursor, e) || !finding_query_read(x, &p.query, e) ||
	    !finding_filter_read(x, &p.filter, e) || !read_order(x, &order, e))
		return false;
	if (p.query.release.len && !p.query.device.len)
		return err_fail(e, ERR_USAGE, "query: release needs the device that it is of");
	p.limit = (size_t)limit;
	return answer_page(x, &p, order, e);
}

/* One vulnerability in one release: a finding for each component that has it. */
static bool get_finding(struct exchange *x, struct err *e)
{
	struct finding_page p = { .limit = SIZE_MAX };

	if (!finding_query_read(x, &p.query, e))
		return false;
	p.query.device = x->params[0];
	p.query.release = x->params[1];
	p.query.vulnerability = x->params[2];
	return answer_page(x, &p, FINDING_BY_PLACE, e);
}

const struct route routes_findings[] = {
	{ METHOD_GET, "/api/v1/findings", get_findings, ROUTE_SLOW | ROUTE_KEPT, 0, NULL },
	{ METHOD_GET, "/api/v1/findings/{device}/{release}/{vulnerability}", get_finding,
	    ROUTE_SLOW | ROUTE_KEPT, 0, NULL },
	{ 0 },
};
