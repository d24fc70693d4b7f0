/*
 * /api/v1/controls - the catalogue of compensating controls, version by version (docs/man/casefile.md).
 */
#include "actions/program/program_json.h"
#include "limits.h"
#include "server/body.h"
#include "server/page.h"
#include "server/tables.h"

static bool answer_versions(
    struct exchange *x, const struct program_version *versions, size_t count, struct err *e)
{
	struct json_out *w;
	struct page page;

	if (!page_of(x, count, &page, e))
		return false;
	w = page_begin(x);
	if (!control_list_json(w, PAGE_FROM(versions, page), page.count, e)) {
		json_out_drop(w);
		return false;
	}
	return page_end(x, w, &page, e);
}

static bool get_controls(struct exchange *x, struct err *e)
{
	struct program_version *versions;
	size_t count;

	return program_last_of_each(x->db, "control", &x->arena, &versions, &count, e) &&
	       answer_versions(x, versions, count, e);
}

static bool answer_control(struct exchange *x, struct str name, struct err *e)
{
	struct program_version *versions;
	size_t count;

	if (!program_versions_of(x->db, "control", name, &x->arena, &versions, &count, e))
		return false;
	if (count == 0)
		return err_fail(e, ERR_ABSENT, "the catalogue has no control \"" STR_FMT "\"", STR_ARG(name));
	return answer_versions(x, versions, count, e);
}

static bool get_control(struct exchange *x, struct err *e)
{
	return answer_control(x, x->params[0], e);
}

static void put_given(struct json_out *w, const struct body *b, const char *key)
{
	const struct json_node *at = json_node_get(b->root, str_of(key));

	if (!at)
		return;
	json_key(w, key);
	json_node_write(at, w);
}

/* A version keeps what is not given anew. */
static bool post_control(struct exchange *x, struct err *e)
{
	SCOPED_BUF content = buf_new(LIMIT_REQUEST_BODY_BYTES);
	struct str name, text, term, why;
	struct program_version version;
	struct json_out *w;
	struct body b;

	if (!body_read(x, "control|text|customer_text|term|why", &b, e) ||
	    !body_needs_text(&b, "control", &name, e) || !body_text(&b, "text", &text, e) ||
	    !body_text(&b, "customer_text", &text, e) || !body_text(&b, "term", &term, e) ||
	    !body_text(&b, "why", &why, e))
		return false;
	if (term.ptr && !str_is_among(term, "interim|long_term"))
		return err_fail(
		    e, ERR_INPUT, "body: /term: \"" STR_FMT "\" is not interim or long_term", STR_ARG(term));
	w = json_out_buf(&content, false);
	json_open_object(w);
	put_given(w, &b, "text");
	put_given(w, &b, "customer_text");
	put_given(w, &b, "term");
	json_close_object(w);
	if (!json_out_close(w))
		return err_fail(e, ERR_LIMIT, "the control is too large");
	if (str_eq(buf_str(&content), STR("{}")))
		return err_fail(e, ERR_INPUT, "body: nothing is stated: text, customer_text or term");
	x->answer.status = 201;
	return program_state(
		   x->db, "control", name, buf_str(&content), exchange_by(x, why), &x->arena, &version, e) &&
	       answer_control(x, name, e);
}

const struct route routes_controls[] = {
	{ METHOD_GET, "/api/v1/controls", get_controls, 0, 0, NULL },
	{ METHOD_POST, "/api/v1/controls", post_control, 0, 0, "program.control" },
	{ METHOD_GET, "/api/v1/controls/{control}", get_control, 0, 0, NULL },
	{ 0 },
};
