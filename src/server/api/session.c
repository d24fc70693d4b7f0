/*
 * /api/v1/session - signing in and out, who one is; /api/v1/first - the first user.
 */
#include "server/api/session.h"

#include "actions/users/access.h"
#include "actions/users/identities.h"
#include "actions/users/security_events.h"
#include "actions/users/sign_in.h"
#include "actions/users/users.h"
#include "server/admission.h"
#include "server/body.h"
#include "server/tables.h"
#include "store/second_factors.h"
#include "store/users.h"

/* The page may not read it, no other site may send it. */
static void put_cookie(struct exchange *x, struct str token, bool ends)
{
	answer_header(x, "Set-Cookie",
	    arena_printf(&x->arena, "%s=" STR_FMT "; Path=/; HttpOnly; SameSite=Strict%s%s",
		x->is_secure ? SESSION_COOKIE_SECURE : SESSION_COOKIE, STR_ARG(token),
		x->is_secure ? "; Secure" : "", ends ? "; Max-Age=0" : ""));
}

static bool put_roles(struct json_out *w, unsigned roles)
{
	SCOPED_BUF words = buf_new(256);
	struct str rest, word;

	roles_write(roles, &words);
	rest = buf_str(&words);
	json_key(w, "roles");
	json_open_array(w);
	while (str_next(&rest, ',', &word))
		json_put_text(w, str_trim(word));
	json_close_array(w);
	return true;
}

/* Who has signed in, and what its page needs to know. */
static bool answer_session(struct exchange *x, const struct user *u, struct err *e)
{
	struct json_out *w;
	char csrf[CSRF_SIZE];
	int64_t events = 0, codes = 0;
	struct access_standing access;

	if (!recovery_code_count(x->db, u->id, &codes, e) ||
	    !access_standing(x->db, x->at, &x->arena, &access, e))
		return false;
	if (x->who.roles & ROLE_ADMINISTRATOR && !security_events_since(x->db, u->name, &events, e))
		return false;
	w = answer_json(x);
	json_open_object(w);
	json_field_text(w, "user", u->name);
	json_field_text(w, "full_name", u->full_name);
	put_roles(w, x->who.roles);
	json_field_text(w, "csrf_token", str_of(csrf_of(x->who.token, csrf)));
	json_field_int(w, "idle_minutes", SESSION_IDLE_US / 60000000);
	json_field_int(w, "most_hours", SESSION_MOST_US / 3600000000);
	json_field_bool(w, "secret_too_old", access_secret_over(&access.rules, u, x->at) > 0);
	json_field_bool(
	    w, "access_review_overdue", access.review_overdue && x->who.roles & ROLE_ADMINISTRATOR);
	json_field_int(w, "security_events", events);
	json_field_bool(w, "second_factor", u->has_second_factor);
	json_field_bool(w, "second_factor_missing", x->who.lacks_second_factor);
	json_field_int(w, "recovery_codes", codes);
	json_field_text(w, "version", STR(PROGRAM_VERSION));
	json_field_int_or_null(w, "stale_after_days", x->server->config.stale_after, 1);
	json_close_object(w);
	return answer_json_close(x, w, e);
}

static bool get_session(struct exchange *x, struct err *e)
{
	struct server *s = x->server;
	struct user u;
	bool found;

	if (!x->who.name.ptr) {
		struct json_out *w = answer_json(x);

		/* 200, as a page asks this to find out */
		json_open_object(w);
		json_field_null(w, "user");
		json_field_bool(w, "first_start", s->is_first);
		json_field_text(w, "statement", str_of(user_statement));
		json_field_text_or_null(w, "provider", s->config.oidc.title);
		json_close_object(w);
		return answer_json_close(x, w, e);
	}
	return user_find(x->db, x->who.name, &x->arena, &u, &found, e) && answer_session(x, &u, e);
}

/* No error, as a page asks for the code then. */
static bool answer_wants_code(struct exchange *x, struct err *e)
{
	struct json_out *w = answer_json(x);

	json_open_object(w);
	json_field_null(w, "user");
	json_field_bool(w, "wants_code", true);
	json_close_object(w);
	x->answer.status = 202;
	return answer_json_close(x, w, e);
}

/* The one who has signed in asks from then on; answered as get_session does. */
static bool begin(struct exchange *x, struct str name, const char *token, struct err *e)
{
	struct user u;
	unsigned asked = 0;
	bool found;

	if (!user_find(x->db, name, &x->arena, &u, &found, e) ||
	    (!u.has_second_factor && !second_factor_roles(x->db, &asked, e)))
		return false;
	x->who = (struct principal){ .name = u.name,
		.roles = u.roles,
		.token = str_of(token),
		.by_cookie = true,
		.lacks_second_factor = asked & u.roles };
	put_cookie(x, x->who.token, false);
	return answer_session(x, &u, e);
}

static struct str terminal_of(struct exchange *x)
{
	return arena_printf(&x->arena, "browser at " STR_FMT, STR_ARG(x->address));
}

static bool enter(struct exchange *x, struct sign_in *s, struct err *e)
{
	char *token = arena_alloc(&x->arena, SECRET_WORD_SIZE, 1);

	s->terminal = terminal_of(x);
	if (!sign_in(x->db, s, (struct change_by){ .who = s->name, .at = x->at, .why = STR("") }, token, e))
		return s->wants_code && answer_wants_code(x, e);
	return begin(x, s->name, token, e);
}

bool session_enter_identified(
    struct exchange *x, struct sign_in *s, const struct oidc_claims *claims, struct err *e)
{
	char *token = arena_alloc(&x->arena, SECRET_WORD_SIZE, 1);

	s->terminal = terminal_of(x);
	return identity_sign_in(x->db, claims, s, (struct change_by){ .at = x->at, .why = STR("") }, token,
		   &x->arena, e) &&
	       begin(x, s->name, token, e);
}

static bool post_session(struct exchange *x, struct err *e)
{
	struct sign_in s = { 0 };
	struct body b;

	return body_read(x, "user|secret|code|new_secret|accept", &b, e) &&
	       body_needs_text(&b, "user", &s.name, e) && body_needs_text(&b, "secret", &s.secret, e) &&
	       body_text(&b, "code", &s.code, e) && body_text(&b, "new_secret", &s.new_secret, e) &&
	       body_bool(&b, "accept", &s.accepts, e) && enter(x, &s, e);
}

/* One's own secret: as at signing in with a new one. Every other session of the user ends; this one goes on
 * as a new one, whose cookie is in the answer. */
static bool put_secret(struct exchange *x, struct err *e)
{
	struct sign_in s = { .name = x->who.name };
	struct body b;

	return body_read(x, "secret|new_secret|code", &b, e) && body_needs_text(&b, "secret", &s.secret, e) &&
	       body_needs_text(&b, "new_secret", &s.new_secret, e) && body_text(&b, "code", &s.code, e) &&
	       enter(x, &s, e);
}

static bool delete_session(struct exchange *x, struct err *e)
{
	if (!sign_out(x->db, exchange_by(x, STR("")), e))
		return false;
	put_cookie(x, STR(""), true);
	answer_empty(x, 204);
	return true;
}

static bool enrol_first(struct exchange *x, const struct enrolment *first, struct str secret, struct err *e)
{
	struct server *s = x->server;
	char once[SECRET_WORD_SIZE];
	struct sign_in in = { .name = first->name, .new_secret = secret, .accepts = true };

	if (!user_secret_check(first->name, secret, e) ||
	    !user_enrol(
		x->db, first, (struct change_by){ .who = first->name, .at = x->at, .why = STR("") }, once, e))
		return false;
	s->is_first = false;
	in.secret = str_of(once);
	return enter(x, &in, e);
}

static bool post_first(struct exchange *x, struct err *e)
{
	struct server *s = x->server;
	struct enrolment first = { .roles = ROLE_ADMINISTRATOR, .verified_on = DATE_NONE };
	struct str word, secret;
	struct sha256 given, wanted;
	bool accepts = false;
	struct body b;

	if (!body_read(x, "word|user|full_name|secret|accept", &b, e) ||
	    !body_needs_text(&b, "word", &word, e) || !body_needs_text(&b, "user", &first.name, e) ||
	    !body_needs_text(&b, "full_name", &first.full_name, e) ||
	    !body_needs_text(&b, "secret", &secret, e) || !body_bool(&b, "accept", &accepts, e))
		return false;
	if (!s->is_first)
		return err_fail(e, ERR_CONFLICT, "there are users already: sign in");
	given = sha256_of(word); /* their comparison tells nothing of the word */
	wanted = sha256_of(str_of(s->first_word));
	if (!sha256_same(&given, &wanted))
		return err_fail(
		    e, ERR_DENIED, "this is not the word that the server printed when it started");
	if (!accepts)
		return err_fail(e, ERR_CONFLICT, "the statement of accountability has not been accepted");
	return enrol_first(x, &first, secret, e);
}

const struct route routes_session[] = {
	{ METHOD_GET, "/api/v1/session", get_session, ROUTE_PUBLIC | ROUTE_TELLS_SECRET, 0, NULL },
	{ METHOD_POST, "/api/v1/session", post_session, ROUTE_PUBLIC | ROUTE_SECRET | ROUTE_TELLS_SECRET, 0,
	    "user.sign-in" },
	{ METHOD_PUT, "/api/v1/session/secret", put_secret, ROUTE_OWN | ROUTE_SECRET | ROUTE_TELLS_SECRET, 0,
	    "user.sign-in" },
	{ METHOD_DELETE, "/api/v1/session", delete_session, ROUTE_OWN, 0, "user.sign-out" },
	{ METHOD_POST, "/api/v1/first", post_first, ROUTE_PUBLIC | ROUTE_SECRET | ROUTE_TELLS_SECRET, 0,
	    "user.add" },
	{ 0 },
};
