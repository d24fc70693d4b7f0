/*
 * /api/v1/names - other names of vulnerabilities that are refused (docs/man/name.md).
 */
#include "actions/matching/name_json.h"
#include "server/body.h"
#include "server/page.h"
#include "server/tables.h"

static bool get_names(struct exchange *x, struct err *e)
{
	struct refused_names all;
	struct json_out *w;
	struct page page;

	if (!refused_names_read(x->db, &x->arena, &all, e) || !page_of(x, all.count, &page, e))
		return false;
	w = page_begin(x);
	refused_names_json(w, PAGE_FROM(all.list, page), page.count);
	return page_end(x, w, &page, e);
}

static bool answer_refusal(struct exchange *x, int64_t number, struct err *e)
{
	struct refused_names all;
	struct json_out *w;

	if (!refused_names_read(x->db, &x->arena, &all, e))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (all.list[i].id == number) {
			w = answer_json(x);
			refused_name_json(w, &all.list[i]);
			return answer_json_close(x, w, e);
		}
	return err_fail(e, ERR_ABSENT, "there is no refusal %lld", (long long)number) ||
	       err_remedy(e, REMEDY_NAMES);
}

static bool post_name(struct exchange *x, struct err *e)
{
	struct name_said what = { 0 };
	struct body b;
	struct str why;
	int64_t number;

	if (!body_read(x, "source|record|name|why", &b, e) ||
	    !body_needs_text(&b, "source", &what.source, e) ||
	    !body_needs_text(&b, "record", &what.record, e) || !body_needs_text(&b, "name", &what.name, e) ||
	    !body_needs_text(&b, "why", &why, e) ||
	    !refuse_name(x->db, &what, exchange_by(x, why), &number, e))
		return false;
	x->answer.status = 201;
	return answer_refusal(x, number, e);
}

static bool delete_name(struct exchange *x, struct err *e)
{
	int64_t number;
	struct body b;
	struct str why;

	if (!exchange_number(x, 0, &number, e) || !body_read(x, "why", &b, e) ||
	    !body_needs_text(&b, "why", &why, e) || !accept_name(x->db, number, exchange_by(x, why), e))
		return false;
	answer_empty(x, 204);
	return true;
}

const struct route routes_names[] = {
	{ METHOD_GET, "/api/v1/names", get_names, 0, 0, NULL },
	{ METHOD_POST, "/api/v1/names", post_name, 0, 0, "name.refuse" },
	{ METHOD_DELETE, "/api/v1/names/{refusal}", delete_name, 0, 0, "name.accept" },
	{ 0 },
};
