/*
 * /api/v1/access - how old a secret may be, and the reviews of access; /api/v1/sessions - who is signed in
 * where.
 */
#include "actions/users/access_json.h"
#include "server/body.h"
#include "server/page.h"
#include "server/tables.h"

static bool get_access(struct exchange *x, struct err *e)
{
	struct access_standing s;
	struct json_out *w;

	if (!access_standing(x->db, x->at, &x->arena, &s, e))
		return false;
	w = answer_json(x);
	access_json(w, &s);
	return answer_json_close(x, w, e);
}

/* What is not said stays as it is; 0 takes a limit away. */
static bool put_access(struct exchange *x, struct err *e)
{
	struct access_rules rules;
	struct str why;
	struct body b;

	return access_rules_get(x->db, &rules, e) &&
	       body_read(x, "secret_days|review_days|stale_days|why", &b, e) &&
	       body_number(&b, "secret_days", 0, ACCESS_DAYS_MOST, &rules.secret_days, e) &&
	       body_number(&b, "review_days", 0, ACCESS_DAYS_MOST, &rules.review_days, e) &&
	       body_number(&b, "stale_days", 0, ACCESS_DAYS_MOST, &rules.stale_days, e) &&
	       body_text(&b, "why", &why, e) && access_set(x->db, &rules, exchange_by(x, why), e) &&
	       get_access(x, e);
}

static bool post_review(struct exchange *x, struct err *e)
{
	struct date on = DATE_NONE;
	struct str note, why;
	struct body b;

	if (!body_read(x, "on|note|why", &b, e) || !body_date(&b, "on", &on, e) ||
	    !body_text(&b, "note", &note, e) || !body_text(&b, "why", &why, e) ||
	    !access_review(x->db, on, note, exchange_by(x, why), e) || !get_access(x, e))
		return false;
	x->answer.status = 201;
	return true;
}

/* One's own; an administrator sees all. */
static bool get_sessions(struct exchange *x, struct err *e)
{
	struct open_session *open;
	struct json_out *w;
	struct page page;
	size_t count;

	if (!sessions_open(x->db, x->who.roles & ROLE_ADMINISTRATOR ? STR_NONE : x->who.name, x->who.token,
		x->at, &x->arena, &open, &count, e) ||
	    !page_of(x, count, &page, e))
		return false;
	w = page_begin(x);
	json_open_array(w);
	for (size_t i = 0; i < page.count; i++)
		open_session_json(w, &open[page.from + i]);
	json_close_array(w);
	return page_end(x, w, &page, e);
}

static bool delete_session(struct exchange *x, struct err *e)
{
	if (!sessions_end(x->db, x->params[0], exchange_by(x, STR("")), e))
		return false;
	answer_empty(x, 204);
	return true;
}

const struct route routes_access[] = {
	{ METHOD_GET, "/api/v1/access", get_access, 0, ROLE_ADMINISTRATOR, NULL },
	{ METHOD_PUT, "/api/v1/access", put_access, 0, 0, "user.access" },
	{ METHOD_POST, "/api/v1/access/reviews", post_review, 0, 0, "user.review" },
	{ METHOD_GET, "/api/v1/sessions", get_sessions, 0, 0, NULL },
	{ METHOD_DELETE, "/api/v1/sessions/{session}", delete_session, 0, 0, "user.session-end" },
	{ 0 },
};
