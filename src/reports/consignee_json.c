#include "reports/consignee_json.h"

static void optional(struct json_out *w, const char *key, struct str text)
{
	json_field_text_or_null(w, key, text.len ? text : STR_NONE);
}

void consignee_json_fields(const struct consignee *c, bool personal, struct json_out *w)
{
	json_field_text(w, "account", c->account);
	for (const struct consignee_field *f = consignee_fields; f->name; f++)
		if (personal || !consignee_is_personal(c, f))
			optional(w, f->name, consignee_text(c, f));
	if (c->country.len)
		json_field_bool(w, "domestic", consignee_is_domestic(c));
	else
		json_field_null(w, "domestic");
}

size_t consignee_json_different(const struct consignee *c, const struct consignee *other, struct json_out *w)
{
	size_t count = 0;

	for (const struct consignee_field *f = consignee_fields; f->name; f++)
		if (!str_eq(consignee_text(c, f), consignee_text(other, f))) {
			optional(w, f->name, consignee_text(c, f));
			count++;
		}
	return count;
}

void shipment_json_fields(const struct shipment *s, struct str device, struct str release, struct json_out *w)
{
	char day[DATE_TEXT_SIZE];

	optional(w, "shipment", s->reference);
	json_field_text(w, "device", device);
	optional(w, "release", release);
	optional(w, "lot", s->lot);
	optional(w, "serial_from", s->serial_from);
	optional(w, "serial_to", s->serial_to);
	optional(w, "shipped_on",
	    date_is_known(s->shipped_on) ? str_of(date_write(s->shipped_on, day)) : STR_NONE);
	json_field_int(w, "quantity", s->quantity);
	json_field_int(w, "returned", s->returned);
}
