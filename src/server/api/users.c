/*
 * /api/v1/users - who may act: enrolled, changed, never taken out.
 */
#include "actions/users/users.h"
#include "actions/users/user_list_json.h"
#include "base/secret.h"
#include "server/body.h"
#include "server/page.h"
#include "server/permission.h"
#include "server/tables.h"
#include "store/users.h"

static bool get_users(struct exchange *x, struct err *e)
{
	struct user *users;
	struct access_rules rules;
	struct json_out *w;
	struct page page;
	size_t count;

	if (!user_list(x->db, &x->arena, &users, &count, e) || !access_rules_get(x->db, &rules, e) ||
	    !page_of(x, count, &page, e))
		return false;
	w = page_begin(x);
	json_open_array(w);
	for (size_t i = 0; i < page.count; i++)
		user_json_state(w, &users[page.from + i], &rules, x->at);
	json_close_array(w);
	return page_end(x, w, &page, e);
}

static bool find_user(struct exchange *x, struct user *u, struct err *e)
{
	bool found;

	return user_find(x->db, x->params[0], &x->arena, u, &found, e) &&
	       (found || err_fail(e, ERR_ABSENT, "there is no user \"" STR_FMT "\"", STR_ARG(x->params[0])));
}

static bool answer_user(struct exchange *x, struct err *e)
{
	struct access_rules rules;
	struct json_out *w;
	struct user u;

	if (!find_user(x, &u, e) || !access_rules_get(x->db, &rules, e))
		return false;
	w = answer_json(x);
	user_json_state(w, &u, &rules, x->at);
	return answer_json_close(x, w, e);
}

/* What is given once and kept nowhere; no pointer: a second administrator has to ask as well. */
static bool answer_secret(struct exchange *x, int status, struct str user, struct str secret, struct err *e)
{
	struct json_out *w = answer_json(x);

	json_open_object(w);
	json_field_text(w, "user", user);
	json_field_text_or_null(w, "secret", secret);
	json_close_object(w);
	x->answer.status = status;
	return answer_json_close(x, w, e);
}

static bool read_roles(const struct body *b, unsigned *roles, struct str *words, struct err *e)
{
	return body_words(b, "roles", words, e) &&
	       (!words->ptr || roles_parse(*words, roles, e) || err_within(e, "body: /roles"));
}

static bool post_user(struct exchange *x, struct err *e)
{
	char secret[SECRET_WORD_SIZE];
	struct enrolment n = { 0 };
	struct str words, why;
	struct body b;
	bool done;

	if (!body_read(x, "user|full_name|roles|identity_verified_on|why", &b, e) ||
	    !body_needs_text(&b, "user", &n.name, e) || !body_needs_text(&b, "full_name", &n.full_name, e) ||
	    !read_roles(&b, &n.roles, &words, e) ||
	    !body_date(&b, "identity_verified_on", &n.verified_on, e) || !body_text(&b, "why", &why, e))
		return false;
	if (!words.ptr)
		return err_fail(e, ERR_INPUT, "body: /roles is missing");
	done = user_enrol(x->db, &n, exchange_by(x, why), secret, e) &&
	       answer_secret(x, 201, n.name, str_of(secret), e);
	secret_wipe(secret, sizeof(secret));
	return done;
}

/* One thing that a change of a user may say; several are several entries of the trail. What is sent as it
 * stands changes nothing: roles and state may come back as they were read. */
struct patch {
	struct str state, roles, training, why;
	unsigned role_bits;
	struct date verified_on, until;
};

static bool read_patch(struct exchange *x, struct patch *p, struct err *e)
{
	struct body b;

	return body_read(x, "state|roles|identity_verified_on|training|training_until|why", &b, e) &&
	       body_text(&b, "state", &p->state, e) && read_roles(&b, &p->role_bits, &p->roles, e) &&
	       body_date(&b, "identity_verified_on", &p->verified_on, e) &&
	       body_text(&b, "training", &p->training, e) && body_date(&b, "training_until", &p->until, e) &&
	       body_text(&b, "why", &p->why, e);
}

static bool patch_user(struct exchange *x, struct err *e)
{
	struct str name = x->params[0];
	struct change_by by;
	struct patch p = { 0 };
	enum user_state state;
	struct user u;

	if (!permission_has(x, "user.roles", arena_printf(&x->arena, "user " STR_FMT, STR_ARG(name)), e) ||
	    !read_patch(x, &p, e) || !find_user(x, &u, e))
		return false;
	by = exchange_by(x, p.why);
	if (p.state.ptr && !str_is_among(p.state, "active|disabled"))
		return err_fail(e, ERR_INPUT, "body: /state is active or disabled, not \"" STR_FMT "\"",
		    STR_ARG(p.state));
	if (p.training.ptr && !date_is_known(p.until))
		return err_fail(
		    e, ERR_INPUT, "body: /training_until is missing: how long the training holds");
	if (p.roles.ptr && p.role_bits != u.roles && !user_set_roles(x->db, name, p.role_bits, by, e))
		return false;
	if (date_is_known(p.verified_on) && !user_attest(x->db, name, p.verified_on, by, e))
		return false;
	if (p.training.ptr && !user_train(x->db, name, p.training, p.until, by, e))
		return false;
	state = str_eq(p.state, STR("active")) ? USER_ACTIVE : USER_DISABLED;
	if (p.state.ptr && state != u.state && !user_set_state(x->db, name, state, by, e))
		return false;
	return answer_user(x, e);
}

static bool post_reset(struct exchange *x, struct err *e)
{
	char secret[SECRET_WORD_SIZE];
	struct str why;
	struct body b;
	bool given = false, done;

	if (!body_read(x, "why", &b, e) || !body_text(&b, "why", &why, e) ||
	    !user_reset(x->db, x->params[0], exchange_by(x, why), secret, &given, e))
		return false;
	done = answer_secret(x, 200, x->params[0], given ? str_of(secret) : STR_NONE, e);
	secret_wipe(secret, sizeof(secret));
	return done;
}

const struct route routes_users[] = {
	{ METHOD_GET, "/api/v1/users", get_users, 0, ROLE_ADMINISTRATOR, NULL },
	{ METHOD_POST, "/api/v1/users", post_user, ROUTE_TELLS_SECRET, 0, "user.add" },
	{ METHOD_GET, "/api/v1/users/{user}", answer_user, 0, ROLE_ADMINISTRATOR, NULL },
	{ METHOD_PATCH, "/api/v1/users/{user}", patch_user, 0, 0, "user.*" },
	{ METHOD_POST, "/api/v1/users/{user}/reset", post_reset, ROUTE_TELLS_SECRET, 0, "user.reset" },
	{ 0 },
};
