/*
 * /api/v1/devices - devices of the manufacturer, as docs/man/device.md has them.
 */
#include "store/devices.h"
#include "actions/casework/restate_device.h"
#include "actions/field/device_view_json.h"
#include "actions/field/register_device.h"
#include "server/device_body.h"
#include "server/page.h"
#include "server/tables.h"

static bool get_devices(struct exchange *x, struct err *e)
{
	struct device *devices;
	struct json_out *w;
	struct str from;
	size_t limit, found, count;
	int64_t all;

	if (!page_limit(x, &limit, e) || !exchange_query(x, "cursor", &from, e) ||
	    !device_page(x->db, from, limit + 1, &x->arena, &devices, &found, e) ||
	    !device_count(x->db, &all, e))
		return false;
	count = found > limit ? limit : found;
	w = page_begin(x);
	device_list_json(w, devices, count);
	return page_end_at(x, w, found > limit ? devices[limit].name : STR_NONE, all, e);
}

static bool answer_device(struct exchange *x, struct str name, struct err *e)
{
	struct device_view d;
	struct json_out *w;

	if (!device_view(x->db, name, &x->arena, &d, e))
		return false;
	w = answer_json(x);
	device_view_json(w, &d);
	return answer_json_close(x, w, e);
}

static bool get_device(struct exchange *x, struct err *e)
{
	return answer_device(x, x->params[0], e);
}

static bool post_device(struct exchange *x, struct err *e)
{
	/* what is registered is on the market, unless it is said not to be */
	struct device_profile p = { .device.marketed = STR("yes") };
	struct body b;
	struct str why;
	int64_t id;

	if (!body_read(x, device_body_keys(&x->arena), &b, e) ||
	    !body_needs_text(&b, "name", &p.device.name, e) || !body_text(&b, "why", &why, e) ||
	    !device_body_put(&b, &p, &x->arena, e) ||
	    !register_device(x->db, &p, exchange_by(x, why), &id, e) || !answer_device(x, p.device.name, e))
		return false;
	x->answer.status = 201;
	return true;
}

static bool alter(void *ctx, struct device_profile *p, struct arena *arena, struct err *e)
{
	return device_body_put(ctx, p, arena, e);
}

static bool patch_device(struct exchange *x, struct err *e)
{
	struct str why, name;
	size_t altered;
	struct body b;

	if (!body_read(x, device_body_keys(&x->arena), &b, e) || !body_text(&b, "why", &why, e) ||
	    !body_text(&b, "name", &name, e) ||
	    !restate_device(
		x->db, x->params[0], (struct device_change){ &b, alter }, exchange_by(x, why), &altered, e))
		return false;
	return answer_device(x, name.ptr ? name : x->params[0], e);
}

const struct route routes_devices[] = {
	{ METHOD_GET, "/api/v1/devices", get_devices, ROUTE_KEPT, 0, NULL },
	{ METHOD_POST, "/api/v1/devices", post_device, 0, 0, "device.add" },
	{ METHOD_GET, "/api/v1/devices/{device}", get_device, ROUTE_KEPT, 0, NULL },
	{ METHOD_PATCH, "/api/v1/devices/{device}", patch_device, 0, 0, "device.set" },
	{ 0 },
};
