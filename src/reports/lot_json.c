#include "reports/lot_json.h"

static void optional(struct json_out *w, const char *key, struct str text)
{
	json_field_text_or_null(w, key, text.len ? text : STR_NONE);
}

static void day(struct json_out *w, const char *key, struct date d)
{
	char text[DATE_TEXT_SIZE];

	json_field_text_or_null(w, key, date_is_known(d) ? str_of(date_write(d, text)) : STR_NONE);
}

void lot_json_fields(const struct lot *l, struct str release, struct json_out *w)
{
	json_field_text(w, "release", release);
	optional(w, "lot", l->lot);
	optional(w, "serial_from", l->serial_from);
	optional(w, "serial_to", l->serial_to);
	optional(w, "model_number", l->model_number);
	day(w, "manufactured_on", l->manufactured_on);
	day(w, "expires_on", l->expires_on);
	if (l->quantity >= 0)
		json_field_int(w, "quantity", l->quantity);
	else
		json_field_null(w, "quantity");
}
