/*
 * /api/v1/tokens - words with which programs act for a user.
 */
#include "actions/users/tokens.h"
#include "server/body.h"
#include "server/page.h"
#include "server/tables.h"

static void put_instant(struct json_out *w, const char *key, struct instant at)
{
	char text[INSTANT_TEXT_SIZE];

	json_field_text_or_null(w, key, instant_is_known(at) ? str_of(instant_write(at, text)) : STR_NONE);
}

static void put_token(struct json_out *w, const struct access_token *t)
{
	SCOPED_BUF roles = buf_new(256);

	roles_write(t->roles, &roles);
	json_open_object(w);
	json_field_int(w, "token", t->id);
	json_field_text(w, "user", t->user);
	json_field_text(w, "label", t->label);
	json_field_text(w, "roles", buf_str(&roles));
	put_instant(w, "created_at", t->created_at);
	put_instant(w, "expires_at", t->expires_at);
	put_instant(w, "ended_at", t->ended_at);
	json_close_object(w);
}

/* One's own; an administrator sees all. */
static bool get_tokens(struct exchange *x, struct err *e)
{
	struct access_token *tokens;
	struct json_out *w;
	struct page page;
	size_t all, count = 0;

	if (!access_token_list(x->db, &x->arena, &tokens, &all, e))
		return false;
	for (size_t i = 0; i < all; i++)
		if (x->who.roles & ROLE_ADMINISTRATOR || str_eq(tokens[i].user, x->who.name))
			tokens[count++] = tokens[i];
	if (!page_of(x, count, &page, e))
		return false;
	w = page_begin(x);
	json_open_array(w);
	for (size_t i = 0; i < page.count; i++)
		put_token(w, &tokens[page.from + i]);
	json_close_array(w);
	return page_end(x, w, &page, e);
}

static bool post_token(struct exchange *x, struct err *e)
{
	struct token_wish wish = { .days = 90 };
	char word[SECRET_WORD_SIZE];
	struct str roles, why;
	struct json_out *w;
	struct body b;
	int64_t id;

	if (!body_read(x, "label|roles|days|why", &b, e) || !body_needs_text(&b, "label", &wish.label, e) ||
	    !body_words(&b, "roles", &roles, e) ||
	    !body_number(&b, "days", 1, TOKEN_DAYS_MOST, &wish.days, e) || !body_text(&b, "why", &why, e) ||
	    (roles.ptr && !roles_parse(roles, &wish.roles, e)) ||
	    !token_make(x->db, &wish, exchange_by(x, why), word, &id, e))
		return false;
	w = answer_json(x);
	json_open_object(w);
	json_field_int(w, "token", id);
	json_field_text(w, "secret", str_of(word));
	json_close_object(w);
	secret_wipe(word, sizeof(word));
	x->answer.status = 201;
	return answer_json_close(x, w, e);
}

static bool delete_token(struct exchange *x, struct err *e)
{
	int64_t id;

	if (!exchange_number(x, 0, &id, e) || !token_end(x->db, id, exchange_by(x, STR("")), e))
		return false;
	answer_empty(x, 204);
	return true;
}

const struct route routes_tokens[] = {
	{ METHOD_GET, "/api/v1/tokens", get_tokens, 0, 0, NULL },
	{ METHOD_POST, "/api/v1/tokens", post_token, ROUTE_TELLS_SECRET, 0, "user.token" },
	{ METHOD_DELETE, "/api/v1/tokens/{token}", delete_token, 0, 0, "user.token-end" },
	{ 0 },
};
