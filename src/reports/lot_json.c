#include "reports/lot_json.h"

void lot_json_fields(const struct lot *l, struct str release, struct json_out *w)
{
	json_field_text(w, "release", release);
	json_field_optional(w, "lot", l->lot);
	json_field_optional(w, "serial_from", l->serial_from);
	json_field_optional(w, "serial_to", l->serial_to);
	json_field_optional(w, "model_number", l->model_number);
	json_field_date(w, "manufactured_on", l->manufactured_on);
	json_field_date(w, "expires_on", l->expires_on);
	json_field_int_or_null(w, "quantity", l->quantity, 0);
}
