#include "sources/vex/claim.h"

#include "limits.h"
#include "sources/sboms/collect.h"

void claim_clear(struct claim *c)
{
	arena_reset(&c->arena);
	c->s = (struct vex_statement){ .issued = INSTANT_NONE, .updated = INSTANT_NONE };
	c->id_room = c->product_room = c->response_room = 0;
}

void claim_free(struct claim *c)
{
	arena_free(&c->arena);
}

bool claim_add_id(struct claim *c, struct str id, struct err *why)
{
	struct vex_statement *s = &c->s;

	id = str_trim(id);
	if (id.len == 0)
		return true;
	for (size_t i = 0; i < s->id_count; i++)
		if (str_eq(s->ids[i], id))
			return true;
	if (s->id_count == LIMIT_STATEMENT_NAMES)
		return err_fail(
		    why, ERR_LIMIT, "more than %d names of one vulnerability", LIMIT_STATEMENT_NAMES);
	s->ids = arena_room(&c->arena, s->ids, s->id_count, &c->id_room, sizeof(*s->ids));
	s->ids[s->id_count++] = arena_copy(&c->arena, id);
	return true;
}

bool claim_add_main_id(struct claim *c, struct str id, struct err *why)
{
	struct vex_statement *s = &c->s;

	id = str_trim(id);
	if (!claim_add_id(c, id, why))
		return false;
	for (size_t i = s->id_count; i-- > 1;)
		if (str_eq(s->ids[i], id)) {
			struct str first = s->ids[0];

			s->ids[0] = s->ids[i];
			s->ids[i] = first;
		}
	return true;
}

struct statement_product *claim_add_product(struct claim *c, struct err *why)
{
	struct vex_statement *s = &c->s;

	if (s->product_count == LIMIT_STATEMENT_PRODUCTS) {
		err_fail(why, ERR_LIMIT, "more than %d products", LIMIT_STATEMENT_PRODUCTS);
		return NULL;
	}
	s->products =
	    arena_room(&c->arena, s->products, s->product_count, &c->product_room, sizeof(*s->products));
	s->products[s->product_count] = (struct statement_product){ 0 };
	return &s->products[s->product_count++];
}

bool claim_add_response(struct claim *c, struct str word, struct err *why)
{
	struct vex_statement *s = &c->s;

	for (size_t i = 0; i < s->response_count; i++)
		if (str_eq(s->responses[i], word))
			return true;
	if (s->response_count == LIMIT_STATEMENT_NAMES)
		return err_fail(why, ERR_LIMIT, "more than %d responses", LIMIT_STATEMENT_NAMES);
	s->responses =
	    arena_room(&c->arena, s->responses, s->response_count, &c->response_room, sizeof(*s->responses));
	s->responses[s->response_count++] = arena_copy(&c->arena, word);
	return true;
}

bool claim_set_status(struct claim *c, struct str word, struct err *why)
{
	if (!statement_status_parse(word, &c->s.status))
		return err_fail(why, ERR_INPUT, "status \"" STR_FMT "\" is not known", STR_ARG(word));
	if (!str_eq(word, statement_status_word(c->s.status)))
		c->s.status_word = arena_copy(&c->arena, word);
	return true;
}

bool claim_set_justification(struct claim *c, struct str word, struct err *why)
{
	if (word.len == 0)
		return true;
	if (!statement_justification_parse(word, &c->s.justification))
		return err_fail(why, ERR_INPUT, "justification \"" STR_FMT "\" is not known", STR_ARG(word));
	if (!str_eq(word, statement_justification_word(c->s.justification)))
		c->s.justification_word = arena_copy(&c->arena, word);
	return true;
}

static void refuse(struct json *j, const struct err *why)
{
	json_refuse(j, "%s", why->text);
}

void claim_id(struct claim *c, struct json *j, struct str id)
{
	struct err why;

	if (!claim_add_id(c, id, &why))
		refuse(j, &why);
}

void claim_main_id(struct claim *c, struct json *j, struct str id)
{
	struct err why;

	if (!claim_add_main_id(c, id, &why))
		refuse(j, &why);
}

struct statement_product *claim_product(struct claim *c, struct json *j)
{
	struct err why;
	struct statement_product *p = claim_add_product(c, &why);

	if (!p)
		refuse(j, &why);
	return p;
}

void claim_response(struct claim *c, struct json *j, struct str word)
{
	struct err why;

	if (!claim_add_response(c, word, &why))
		refuse(j, &why);
}

void claim_read_status(struct claim *c, struct json *j)
{
	struct str word;
	struct err why;

	if (collect_text(j, &c->arena, &word) && !claim_set_status(c, word, &why))
		refuse(j, &why);
}

void claim_read_justification(struct claim *c, struct json *j)
{
	struct str word;
	struct err why;

	if (collect_text(j, &c->arena, &word) && !claim_set_justification(c, word, &why))
		refuse(j, &why);
}

bool claim_give(struct claim *c, struct json *j, const struct statement_sink *out, struct err *e)
{
	struct err why = { 0 };

	if (!json_failed(j) && c->s.id_count == 0)
		json_refuse(j, "statement without a vulnerability");
	else if (!json_failed(j) && c->s.status == 0)
		json_refuse(j, "statement without a status");
	if (!json_record_end(j, &why)) /* json_finish() tells of a bad document */
		return json_failed(j) || out->warning(out->ctx, &why, e);
	return out->statement(out->ctx, &c->s, e);
}
