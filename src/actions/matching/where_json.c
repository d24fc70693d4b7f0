#include "actions/matching/where_json.h"

static void put_row(struct json_out *w, enum where_kind kind, const struct where_row *row)
{
	json_open_object(w);
	json_field_text(w, "device", row->device.name);
	json_field_text(w, "release", row->release.version);
	json_field_int_or_null(w, "units", row->release.units, 0);
	json_field_text(w, "component", row->component.name);
	json_field_text(w, "version", row->component.version);
	if (kind == WHERE_PACKAGE)
		json_field_optional(w, "through", row->why);
	if (kind == WHERE_VULNERABILITY) {
		json_field_text(w, "vulnerability", row->vulnerability);
		json_field_text(w, "state", row->state);
		json_field_text(w, "trace", row->why);
		if (row->statement.len)
			json_field_text(w, "statement", row->statement);
	}
	json_close_object(w);
}

void where_json(struct json_out *w, const struct where *found)
{
	json_open_array(w);
	for (size_t i = 0; i < found->count; i++)
		put_row(w, found->kind, &found->rows[i]);
	json_close_array(w);
}
