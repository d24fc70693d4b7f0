/*
 * /api/v1/session/oidc - signing in at a provider; /api/v1/users/{user}/identity - who is who there.
 */
#include "actions/users/oidc.h"
#include "actions/users/identities.h"
#include "server/api/session.h"
#include "server/body.h"
#include "server/state.h"
#include "server/tables.h"
#include "store/users.h"

#define COOKIE "aftercare-oidc"

static bool needs_provider(const struct exchange *x, const struct oidc_config **out, struct err *e)
{
	*out = &x->server->config.oidc;
	return (*out)->issuer.ptr || err_fail(e, ERR_ABSENT, "no provider is set up") ||
	       err_remedy(e, REMEDY_PROVIDER);
}

static void put_browser(struct exchange *x, struct str word, bool ends)
{
	answer_header(x, "Set-Cookie",
	    arena_printf(&x->arena,
		COOKIE "=" STR_FMT "; Path=/api/v1/session/oidc; HttpOnly; SameSite=Strict%s%s",
		STR_ARG(word), x->is_secure ? "; Secure" : "", ends ? "; Max-Age=0" : ""));
}

/* Where the browser goes. */
static bool post_begin(struct exchange *x, struct err *e)
{
	struct visit_away away = { .at = x->at };
	const struct oidc_config *config;
	char browser[SECRET_WORD_SIZE];
	struct str address;
	struct json_out *w;
	struct body b;

	if (!needs_provider(x, &config, e) || !body_read(x, "accept", &b, e) ||
	    !body_bool(&b, "accept", &away.accepts, e) ||
	    !oidc_begin(config, &away.request, &x->arena, &address, e))
		return false;
	away.browser = sha256_of(str_of(secret_word(browser)));
	visits_add(x->server->visits, &away);
	put_browser(x, str_of(browser), false);
	w = answer_json(x);
	json_open_object(w);
	json_field_text(w, "address", address);
	json_close_object(w);
	secret_wipe(&away, sizeof(away));
	return answer_json_close(x, w, e);
}

static bool take_visit(struct exchange *x, struct str state, struct visit_away *out, struct err *e)
{
	struct sha256 browser = sha256_of(exchange_cookie(x, COOKIE));

	return visits_take(x->server->visits, state, &browser, x->at, out) ||
	       err_fail(e, ERR_DENIED,
		   "this browser has not gone to the provider, or has been back already, or was away for too "
		   "long: sign in again");
}

static bool post_return(struct exchange *x, struct err *e)
{
	const struct oidc_config *config;
	struct str state, code;
	struct oidc_claims claims;
	struct visit_away away;
	struct sign_in s = { 0 };
	struct body b;
	bool done;

	if (!needs_provider(x, &config, e) || !body_read(x, "state|code", &b, e) ||
	    !body_needs_text(&b, "state", &state, e) || !body_needs_text(&b, "code", &code, e) ||
	    !take_visit(x, state, &away, e))
		return false;
	s.accepts = away.accepts;
	done = oidc_identify(config, &away.request, code, x->at, &x->arena, &claims, e);
	secret_wipe(&away, sizeof(away));
	return done && session_enter_identified(x, &s, &claims, e);
}

static bool put_identity(struct exchange *x, struct err *e)
{
	struct person_identity i = { x->server->config.oidc.issuer, STR(""), STR("") };
	struct str issuer, subject, email, why;
	struct body b;

	if (!body_read(x, "issuer|subject|email|why", &b, e) || !body_text(&b, "issuer", &issuer, e) ||
	    !body_text(&b, "subject", &subject, e) || !body_text(&b, "email", &email, e) ||
	    !body_text(&b, "why", &why, e))
		return false;
	if (issuer.ptr)
		i.issuer = issuer;
	if (!i.issuer.ptr)
		return err_fail(e, ERR_INPUT, "body: /issuer is missing: this server has no provider");
	i.subject = subject.ptr ? subject : STR("");
	i.email = email.ptr ? email : STR("");
	if (!identity_link(x->db, x->params[0], &i, exchange_by(x, why), e))
		return false;
	answer_empty(x, 204);
	return true;
}

static bool get_identity(struct exchange *x, struct err *e)
{
	struct person_identity i;
	struct json_out *w;
	struct user u;
	bool found;

	if (!user_find(x->db, x->params[0], &x->arena, &u, &found, e))
		return false;
	if (!found)
		return err_fail(e, ERR_ABSENT, "there is no user \"" STR_FMT "\"", STR_ARG(x->params[0]));
	if (!identity_of(x->db, u.id, &x->arena, &i, &found, e))
		return false;
	w = answer_json(x);
	json_open_object(w);
	json_field_text(w, "issuer", i.issuer);
	json_field_text(w, "subject", i.subject);
	json_field_text(w, "email", i.email);
	json_close_object(w);
	return answer_json_close(x, w, e);
}

static bool delete_identity(struct exchange *x, struct err *e)
{
	if (!identity_unlink(x->db, x->params[0], exchange_by(x, STR("")), e))
		return false;
	answer_empty(x, 204);
	return true;
}

const struct route routes_oidc[] = {
	{ METHOD_POST, "/api/v1/session/oidc", post_begin, ROUTE_PUBLIC | ROUTE_SECRET | ROUTE_TELLS_SECRET,
	    0, NULL },
	{ METHOD_POST, "/api/v1/session/oidc/return", post_return,
	    ROUTE_PUBLIC | ROUTE_SECRET | ROUTE_TELLS_SECRET, 0, "user.sign-in" },
	{ METHOD_GET, "/api/v1/users/{user}/identity", get_identity, 0, ROLE_ADMINISTRATOR, NULL },
	{ METHOD_PUT, "/api/v1/users/{user}/identity", put_identity, 0, 0, "user.identity" },
	{ METHOD_DELETE, "/api/v1/users/{user}/identity", delete_identity, 0, 0, "user.identity-remove" },
	{ 0 },
};
