/*
 * /api/v1/program/templates - texts of notices with places to fill in, version by version
 * (docs/man/program.md).
 */
#include "actions/program/program_json.h"
#include "server/body.h"
#include "server/page.h"
#include "server/tables.h"
#include "store/program_versions.h"

static bool get_templates(struct exchange *x, struct err *e)
{
	struct program_version *versions;
	struct json_out *w;
	struct page page;
	size_t count;

	if (!program_versions(x->db, STR("template"), &x->arena, &versions, &count, e) ||
	    !page_of(x, count, &page, e))
		return false;
	w = page_begin(x);
	template_list_json(w, PAGE_FROM(versions, page), page.count);
	return page_end(x, w, &page, e);
}

static bool answer_template(struct exchange *x, int64_t number, struct err *e)
{
	struct program_version version;
	char at[INSTANT_TEXT_SIZE];
	struct json_out *w;
	struct str text;

	if (!program_template(x->db, x->params[0], number, &x->arena, &version, &text, e))
		return false;
	w = answer_json(x);
	json_open_object(w);
	json_field_text(w, "template", version.name);
	json_field_int(w, "version", version.number);
	json_field_text(w, "at", str_of(instant_write(version.at, at)));
	json_field_text(w, "by", version.who);
	json_field_text(w, "text", text);
	json_close_object(w);
	return answer_json_close(x, w, e);
}

static bool get_template(struct exchange *x, struct err *e)
{
	int64_t number = 0;

	return exchange_query_number(x, "version", 1, INT64_MAX, &number, e) && answer_template(x, number, e);
}

/* A further version. */
static bool put_template(struct exchange *x, struct err *e)
{
	struct program_version version;
	struct str text, why;
	struct body b;

	if (!body_read(x, "text|why", &b, e) || !body_needs_text(&b, "text", &text, e) ||
	    !body_text(&b, "why", &why, e) ||
	    !program_import_template(x->db, x->params[0], text, exchange_by(x, why), &x->arena, &version, e))
		return false;
	x->answer.status = 201;
	return answer_template(x, version.number, e);
}

const struct route routes_templates[] = {
	{ METHOD_GET, "/api/v1/program/templates", get_templates, 0, 0, NULL },
	{ METHOD_GET, "/api/v1/program/templates/{template}", get_template, 0, 0, NULL },
	{ METHOD_PUT, "/api/v1/program/templates/{template}", put_template, 0, 0, "program.template" },
	{ 0 },
};
