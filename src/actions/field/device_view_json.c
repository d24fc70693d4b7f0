#include "actions/field/device_view_json.h"

#include "reports/device_json.h"
#include "reports/lot_json.h"

void device_list_json(struct json_out *w, const struct device *devices, size_t count)
{
	json_open_array(w);
	for (size_t i = 0; i < count; i++) {
		json_open_object(w);
		json_field_int(w, "id", devices[i].id);
		json_field_text(w, "name", devices[i].name);
		json_field_optional(w, "common_name", devices[i].common_name);
		json_field_optional(w, "class", devices[i].device_class);
		json_field_optional(w, "pathway", devices[i].pathway);
		json_field_optional(w, "product_code", devices[i].product_code);
		json_field_optional(w, "udi_di", devices[i].udi_di);
		json_field_optional(w, "support", devices[i].support);
		json_close_object(w);
	}
	json_close_array(w);
}

void device_view_json(struct json_out *w, const struct device_view *d)
{
	json_open_object(w);
	json_field_int(w, "id", d->profile.device.id);
	device_json_all(&d->profile, w);
	json_key(w, "releases");
	json_open_array(w);
	for (size_t i = 0; i < d->release_count; i++) {
		json_open_object(w);
		json_field_text(w, "version", d->releases[i].version);
		json_field_int_or_null(w, "units", d->releases[i].units, 0);
		json_close_object(w);
	}
	json_close_array(w);
	json_field_int(w, "consignees", d->shipped.consignees);
	json_field_int(w, "units_shipped", d->shipped.units);
	json_field_int(w, "units_returned", d->shipped.returned);
	json_close_object(w);
}

void release_json(struct json_out *w, const struct release *r, const struct release_units *units)
{
	json_open_object(w);
	json_field_int(w, "id", r->id);
	json_field_text(w, "version", r->version);
	json_field_int_or_null(w, "units", r->units, 0);
	json_field_int_or_null(w, "units_in_lots", units->in_lots, 0);
	json_field_int_or_null(w, "units_held", units->held, 0);
	json_field_date(w, "released_on", r->released_on);
	json_field_bool(w, "sbom", r->list_id != 0);
	json_close_object(w);
}

void release_listing_json(struct json_out *w, const struct release_listing *l)
{
	json_open_array(w);
	for (size_t i = 0; i < l->count; i++)
		release_json(w, &l->releases[i], &l->units[i]);
	json_close_array(w);
}

void lot_row_json(struct json_out *w, const struct lot_row *row)
{
	json_open_object(w);
	json_field_int(w, "number", row->lot.id);
	lot_json_fields(&row->lot, row->release, w);
	json_close_object(w);
}

void lot_listing_json(struct json_out *w, const struct lot_row *rows, size_t count)
{
	json_open_array(w);
	for (size_t i = 0; i < count; i++)
		lot_row_json(w, &rows[i]);
	json_close_array(w);
}
