/*
 * /api/v1/aliases - two packages are one product: the rules shipped and taught, and where a name leads
 * (docs/man/alias.md).
 */
#include "actions/matching/alias_json.h"
#include "actions/matching/teach_alias.h"
#include "matching/alias_read.h"
#include "server/body.h"
#include "server/page.h"
#include "server/tables.h"

static bool answer_shipped(struct exchange *x, struct err *e)
{
	struct json_out *w;
	struct page page;

	if (!page_of(x, alias_shipped_count(), &page, e))
		return false;
	w = page_begin(x);
	alias_shipped_json(w, page.from, page.count, &x->arena);
	return page_end(x, w, &page, e);
}

static bool get_aliases(struct exchange *x, struct err *e)
{
	struct package_alias *rules;
	struct json_out *w;
	struct str shipped;
	struct page page;
	size_t count;

	if (!exchange_query(x, "shipped", &shipped, e))
		return false;
	if (str_eq(shipped, STR("1")))
		return answer_shipped(x, e);
	if (!package_alias_list(x->db, &x->arena, &rules, &count, e) || !page_of(x, count, &page, e))
		return false;
	w = page_begin(x);
	alias_rules_json(w, PAGE_FROM(rules, page), page.count, &x->arena);
	return page_end(x, w, &page, e);
}

static bool get_check(struct exchange *x, struct err *e)
{
	struct alias_place *places;
	struct alias_name name;
	struct json_out *w;
	struct page page;
	struct str word;
	size_t count;

	if (!exchange_query(x, "name", &word, e))
		return false;
	if (!word.len)
		return err_fail(e, ERR_USAGE, "query: name is missing");
	if (!alias_read(word, &x->arena, &name, e) ||
	    !alias_check(x->db, name, &x->arena, &places, &count, e) || !page_of(x, count, &page, e))
		return false;
	w = page_begin(x);
	alias_check_json(w, PAGE_FROM(places, page), page.count, &x->arena);
	return page_end(x, w, &page, e);
}

static bool answer_rule(struct exchange *x, int64_t number, struct err *e)
{
	struct package_alias *rules;
	struct json_out *w;
	size_t count;

	if (!package_alias_list(x->db, &x->arena, &rules, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (rules[i].id == number) {
			w = answer_json(x);
			alias_rule_json(w, &rules[i], &x->arena);
			return answer_json_close(x, w, e);
		}
	return err_fail(e, ERR_ABSENT, "there is no rule %lld; /api/v1/aliases shows all", (long long)number);
}

static bool get_alias(struct exchange *x, struct err *e)
{
	int64_t number;

	return exchange_number(x, 0, &number, e) && answer_rule(x, number, e);
}

static bool post_alias(struct exchange *x, struct err *e)
{
	struct str package, is_also, why;
	struct alias_name left, right;
	struct body b;
	int64_t number;

	if (!body_read(x, "package|is_also|why", &b, e) || !body_needs_text(&b, "package", &package, e) ||
	    !body_needs_text(&b, "is_also", &is_also, e) || !body_needs_text(&b, "why", &why, e) ||
	    !alias_read(package, &x->arena, &left, e) || !alias_read(is_also, &x->arena, &right, e) ||
	    !teach_alias(x->db, left, right, exchange_by(x, why), &number, e))
		return false;
	x->answer.status = 201;
	return answer_rule(x, number, e);
}

static bool delete_alias(struct exchange *x, struct err *e)
{
	int64_t number;
	struct body b;
	struct str why;

	if (!exchange_number(x, 0, &number, e) || !body_read(x, "why", &b, e) ||
	    !body_needs_text(&b, "why", &why, e) || !forget_alias(x->db, number, exchange_by(x, why), e))
		return false;
	answer_empty(x, 204);
	return true;
}

const struct route routes_aliases[] = {
	{ METHOD_GET, "/api/v1/aliases", get_aliases, 0, 0, NULL },
	{ METHOD_POST, "/api/v1/aliases", post_alias, 0, 0, "alias.add" },
	{ METHOD_GET, "/api/v1/aliases/check", get_check, 0, 0, NULL },
	{ METHOD_GET, "/api/v1/aliases/{rule}", get_alias, 0, 0, NULL },
	{ METHOD_DELETE, "/api/v1/aliases/{rule}", delete_alias, 0, 0, "alias.remove" },
	{ 0 },
};
