/*
 * /api/v1/views - views of a list that somebody keeps under a name: one's own (docs/man/api.md).
 */
#include "actions/users/views.h"
#include "server/body.h"
#include "server/page.h"
#include "server/tables.h"

static void put_view(struct json_out *w, const struct saved_view *view)
{
	json_open_object(w);
	json_field_text(w, "name", view->name);
	json_field_text(w, "query", view->query);
	json_close_object(w);
}

static bool get_views(struct exchange *x, struct err *e)
{
	struct saved_view *views;
	struct json_out *w;
	struct page page;
	size_t count;

	if (!view_list_check(x->params[0], e) ||
	    !saved_view_list(x->db, x->who.name, x->params[0], &x->arena, &views, &count, e) ||
	    !page_of(x, count, &page, e))
		return false;
	w = page_begin(x);
	json_open_array(w);
	for (size_t i = 0; i < page.count; i++)
		put_view(w, &views[page.from + i]);
	json_close_array(w);
	return page_end(x, w, &page, e);
}

static bool put_own(struct exchange *x, struct err *e)
{
	struct saved_view view = { .name = x->params[1] };
	struct json_out *w;
	struct str why;
	struct body b;

	if (!body_read(x, "query|why", &b, e) || !body_needs_text(&b, "query", &view.query, e) ||
	    !body_text(&b, "why", &why, e) || !view_keep(x->db, x->params[0], view, exchange_by(x, why), e))
		return false;
	w = answer_json(x);
	put_view(w, &view);
	return answer_json_close(x, w, e);
}

static bool delete_own(struct exchange *x, struct err *e)
{
	struct str why;
	struct body b;

	if (!body_read(x, "why", &b, e) || !body_text(&b, "why", &why, e) ||
	    !view_drop(x->db, x->params[0], x->params[1], exchange_by(x, why), e))
		return false;
	answer_empty(x, 204);
	return true;
}

const struct route routes_views[] = {
	{ METHOD_GET, "/api/v1/views/{list}", get_views, 0, 0, NULL },
	{ METHOD_PUT, "/api/v1/views/{list}/{view}", put_own, 0, 0, "view.keep" },
	{ METHOD_DELETE, "/api/v1/views/{list}/{view}", delete_own, 0, 0, "view.drop" },
	{ 0 },
};
