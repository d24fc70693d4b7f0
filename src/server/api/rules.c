/*
 * /api/v1/decide - the rules alone: facts in, a determination out (docs/man/decide.md). Nothing is kept.
 */
#include "actions/casework/decide_facts.h"
#include "limits.h"
#include "reports/determination_json.h"
#include "server/tables.h"

static bool post_decide(struct exchange *x, struct err *e)
{
	struct decided all;
	struct json_out *w;

	if (x->body.len > LIMIT_FACTS_BYTES)
		return err_fail(e, ERR_LIMIT, "body: more than %d bytes", LIMIT_FACTS_BYTES);
	if (!decide_facts(x->body, &x->arena, &all, e))
		return err_within(e, "body");
	w = answer_json(x);
	determination_write_json(&all.determination, all.obligations, all.obligation_count, w);
	return answer_json_close(x, w, e);
}

const struct route routes_rules[] = {
	{ METHOD_POST, "/api/v1/decide", post_decide, ROUTE_SLOW, 0, NULL },
	{ 0 },
};
