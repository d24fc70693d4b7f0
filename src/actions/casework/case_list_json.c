#include "actions/casework/case_list_json.h"

void case_list_json(struct json_out *w, const struct case_row *rows, size_t count)
{
	json_open_array(w);
	for (size_t i = 0; i < count; i++) {
		const struct casefile *c = &rows[i].casefile;

		json_open_object(w);
		json_field_int(w, "casefile", c->id);
		json_field_text(w, "vulnerability", c->vulnerability);
		json_field_text(w, "device", rows[i].device);
		json_field_text(w, "title", c->title);
		json_field_date(w, "closed_on", c->closed_on);
		json_field_bool(w, "reopened", rows[i].reopened);
		json_close_object(w);
	}
	json_close_array(w);
}
