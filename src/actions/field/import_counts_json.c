#include "actions/field/import_counts_json.h"

void import_counts_json(struct json_out *w, const struct import_counts *c)
{
	json_open_object(w);
	json_field_int(w, "new", (int64_t)c->added);
	json_field_int(w, "changed", (int64_t)c->changed);
	json_field_int(w, "unchanged", (int64_t)c->unchanged);
	json_close_object(w);
}
