/*
 * /api/v1/where, /search, /vulnerabilities/{vulnerability} - where something is, and what is known of it.
 */
#include "actions/findings/vulnerability_view_json.h"
#include "actions/matching/caveats_json.h"
#include "actions/matching/search_json.h"
#include "actions/matching/where_json.h"
#include "server/page.h"
#include "server/state.h"
#include "server/tables.h"

/* Which day it is for the manufacturer, or the one of the query. */
static bool read_today(struct exchange *x, struct date *out, struct err *e)
{
	struct date asked = DATE_NONE;

	return exchange_query_date(x, "today", &asked, e) && answer_day(x, asked, out, e);
}

/* "Nowhere" must not be said of what is not known. */
static bool find_caveats(struct exchange *x, const struct where *found, struct caveats *c, struct err *e)
{
	bool vulnerability = found->kind == WHERE_VULNERABILITY;
	int64_t stale = vulnerability ? x->server->config.stale_after : 0;

	if (!caveats_of_age(x->db, stale, x->at, &x->arena, c, e) ||
	    !caveats_of_store(x->db, vulnerability, &x->arena, c, e))
		return false;
	if (c->older_at.us)
		answer_true_until(x, c->older_at);
	return true;
}

/* Of words that somebody types: what is no package URL, or no record tells of, is nowhere, and the answer
 * says why; a program that asks so is refused. */
static bool answer_nowhere(struct exchange *x, const struct err *why, struct err *e)
{
	struct json_out *w = page_begin(x);
	struct page page = { 0 };

	json_open_array(w);
	json_close_array(w);
	json_key(w, "warnings");
	json_open_array(w);
	json_put_text(w, str_of(why->text));
	json_close_array(w);
	return page_end(x, w, &page, e);
}

static bool get_where(struct exchange *x, struct err *e)
{
	struct caveats caveats = { 0 };
	struct where found;
	struct json_out *w;
	struct date today;
	struct str query, typed;
	struct err why = { 0 };
	struct page page;

	if (!exchange_query(x, "q", &query, e) || !exchange_query(x, "typed", &typed, e) ||
	    !read_today(x, &today, e))
		return false;
	if (typed.ptr && !str_is_among(typed, "0|1"))
		return err_fail(e, ERR_USAGE, "query: typed is 0 or 1");
	if (!query.len)
		return err_fail(e, ERR_USAGE,
		    "query: q is missing: a component, a package URL, a CPE name or a vulnerability");
	if (!where_is(x->db, query, today, &x->arena, &found, &why)) {
		if (str_eq(typed, STR("1")) && (why.code == ERR_INPUT || why.code == ERR_ABSENT))
			return answer_nowhere(x, &why, e);
		*e = why;
		return false;
	}
	if (!page_of(x, found.count, &page, e) || !find_caveats(x, &found, &caveats, e))
		return false;
	w = page_begin(x);
	where_json(w, &(struct where){ found.kind, PAGE_FROM(found.rows, page), page.count });
	caveats_json(w, &caveats);
	return page_end(x, w, &page, e);
}

static bool get_search(struct exchange *x, struct err *e)
{
	struct search found;
	struct json_out *w;
	struct str words;

	if (!exchange_query(x, "q", &words, e) || !search(x->db, words, &x->arena, &found, e))
		return false;
	w = answer_json(x);
	search_json(w, &found);
	return answer_json_close(x, w, e);
}

static bool get_vulnerability(struct exchange *x, struct err *e)
{
	struct vulnerability_view v;
	struct date today;
	struct json_out *w;

	if (!read_today(x, &today, e) || !vulnerability_view(x->db, x->params[0], today, &x->arena, &v, e))
		return false;
	w = answer_json(x);
	vulnerability_view_json(w, &v);
	return answer_json_close(x, w, e);
}

const struct route routes_lookups[] = {
	{ METHOD_GET, "/api/v1/where", get_where, ROUTE_SLOW | ROUTE_KEPT, 0, NULL },
	{ METHOD_GET, "/api/v1/search", get_search, ROUTE_SLOW | ROUTE_KEPT, 0, NULL },
	{ METHOD_GET, "/api/v1/vulnerabilities/{vulnerability}", get_vulnerability, ROUTE_SLOW | ROUTE_KEPT,
	    0, NULL },
	{ 0 },
};
