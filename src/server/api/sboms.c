/*
 * /api/v1/devices/{device}/releases/{release}/sbom, /api/v1/components - what a release consists of
 * (docs/man/sboms.md).
 */
#include "actions/casework/restate_register.h"
#include "actions/field/component_view_json.h"
#include "actions/field/register_json.h"
#include "server/page.h"
#include "server/tables.h"
#include "server/upload.h"

static bool register_file(struct exchange *x, const struct upload *file, struct str why,
    struct registered_sbom *made, struct err *e)
{
	struct sbom_registration what = { .device = x->params[0],
		.version = x->params[1],
		.path = file->path,
		.called = upload_name(file) };

	return restate_sbom(x->db, &what, exchange_by(x, why), &x->arena, made, e) || upload_blame(file, e);
}

static bool put_sbom(struct exchange *x, struct err *e)
{
	SCOPED_REGISTERED_SBOM made = { 0 };
	struct upload file;
	struct json_out *w;
	struct str why;
	bool done;

	if (!exchange_query(x, "why", &why, e) || !upload_take(x, &x->arena, &file, e))
		return false;
	done = register_file(x, &file, why, &made, e);
	upload_end(&file);
	if (!done)
		return false;
	w = answer_json(x);
	registered_sbom_json(w, &made);
	return answer_json_close(x, w, e);
}

static bool get_components(struct exchange *x, struct err *e)
{
	struct component_row *found;
	struct json_out *w;
	struct page page;
	size_t count;

	if (!component_listing(x->db, x->params[0], x->params[1], &x->arena, &found, &count, e) ||
	    !page_of(x, count, &page, e))
		return false;
	w = page_begin(x);
	component_listing_json(w, PAGE_FROM(found, page), page.count);
	return page_end(x, w, &page, e);
}

static bool get_component(struct exchange *x, struct err *e)
{
	struct component_view v;
	struct json_out *w;
	int64_t id;

	if (!exchange_number(x, 0, &id, e) || !component_view(x->db, id, &x->arena, &v, e))
		return false;
	w = answer_json(x);
	component_view_json(w, &v);
	return answer_json_close(x, w, e);
}

const struct route routes_sboms[] = {
	{ METHOD_PUT, "/api/v1/devices/{device}/releases/{release}/sbom", put_sbom, ROUTE_UPLOAD, 0,
	    "sbom.import" },
	{ METHOD_GET, "/api/v1/devices/{device}/releases/{release}/sbom/components", get_components,
	    ROUTE_SLOW, 0, NULL },
	{ METHOD_GET, "/api/v1/components/{component}", get_component, 0, 0, NULL },
	{ 0 },
};
