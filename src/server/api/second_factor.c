/*
 * /api/v1/session/second-factor - setting up one's own; /api/v1/second-factor - who must have one;
 * /api/v1/users/{user}/second-factor - taking it off somebody.
 */
#include "actions/users/second_factor.h"
#include "base/secret.h"
#include "server/body.h"
#include "server/tables.h"
#include "store/second_factors.h"

/* Told once. */
static bool post_offer(struct exchange *x, struct err *e)
{
	struct second_factor_offer offer;
	struct json_out *w;

	if (!second_factor_offer(x->db, exchange_by(x, STR("")), &offer, e))
		return false;
	w = answer_json(x);
	json_open_object(w);
	json_field_text(w, "secret", str_of(offer.secret));
	json_field_text(w, "address", str_of(offer.address));
	json_close_object(w);
	secret_wipe(&offer, sizeof(offer));
	x->answer.status = 201;
	return answer_json_close(x, w, e);
}

static bool post_begin(struct exchange *x, struct err *e)
{
	struct recovery_codes codes;
	struct json_out *w;
	struct str code;
	struct body b;

	if (!body_read(x, "code", &b, e) || !body_needs_text(&b, "code", &code, e) ||
	    !second_factor_begin(x->db, code, exchange_by(x, STR("")), &codes, e))
		return false;
	w = answer_json(x);
	json_open_object(w);
	json_key(w, "recovery_codes");
	json_open_array(w);
	for (size_t i = 0; i < RECOVERY_CODES; i++)
		json_put_text(w, str_of(codes.codes[i]));
	json_close_array(w);
	json_close_object(w);
	secret_wipe(&codes, sizeof(codes));
	return answer_json_close(x, w, e);
}

static bool delete_of_user(struct exchange *x, struct err *e)
{
	struct body b;
	struct str why;

	if (!body_read(x, "why", &b, e) || !body_needs_text(&b, "why", &why, e) ||
	    !second_factor_take_off(x->db, x->params[0], exchange_by(x, why), e))
		return false;
	answer_empty(x, 204);
	return true;
}

static bool get_demand(struct exchange *x, struct err *e)
{
	SCOPED_BUF words = buf_new(256);
	struct json_out *w;
	unsigned roles;

	if (!second_factor_roles(x->db, &roles, e))
		return false;
	roles_write(roles, &words);
	w = answer_json(x);
	json_open_object(w);
	json_field_text(w, "roles", buf_str(&words));
	json_close_object(w);
	return answer_json_close(x, w, e);
}

static bool put_demand(struct exchange *x, struct err *e)
{
	struct str words, why;
	unsigned roles = 0;
	struct body b;

	if (!body_read(x, "roles|why", &b, e) || !body_words(&b, "roles", &words, e) ||
	    !body_text(&b, "why", &why, e))
		return false;
	if (!words.ptr)
		return err_fail(e, ERR_INPUT, "body: /roles is missing");
	if (words.len && !roles_parse(words, &roles, e))
		return err_within(e, "body: /roles");
	return second_factor_demand(x->db, roles, exchange_by(x, why), e) && get_demand(x, e);
}

const struct route routes_second_factor[] = {
	{ METHOD_POST, "/api/v1/session/second-factor", post_offer, ROUTE_OWN | ROUTE_TELLS_SECRET, 0,
	    "user.factor-offer" },
	{ METHOD_POST, "/api/v1/session/second-factor/confirmation", post_begin,
	    ROUTE_OWN | ROUTE_SECRET | ROUTE_TELLS_SECRET, 0, "user.factor" },
	{ METHOD_DELETE, "/api/v1/users/{user}/second-factor", delete_of_user, 0, 0, "user.factor-remove" },
	{ METHOD_GET, "/api/v1/second-factor", get_demand, 0, 0, NULL },
	{ METHOD_PUT, "/api/v1/second-factor", put_demand, 0, 0, "user.factor-roles" },
	{ 0 },
};
