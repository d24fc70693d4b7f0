/*
 * /api/v1/devices - devices of the manufacturer.
 */
#include "store/devices.h"
#include "reports/device_json.h"
#include "server/tables.h"

static bool get_device(struct exchange *x, struct err *e)
{
	struct device_profile p;
	struct json_out *w;

	if (!device_profile_get(x->db, x->params[0], &x->arena, &p, e))
		return false;
	w = answer_json(x);
	json_open_object(w);
	json_field_int(w, "id", p.device.id);
	device_json_all(&p, w);
	json_close_object(w);
	return answer_json_close(x, w, e);
}

const struct route routes_devices[] = {
	{ METHOD_GET, "/api/v1/devices/{device}", get_device, 0, 0, NULL },
	{ 0 },
};
