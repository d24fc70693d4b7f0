#include "reports/consignee_json.h"

void consignee_json_fields(const struct consignee *c, bool personal, struct json_out *w)
{
	json_field_text(w, "account", c->account);
	for (const struct consignee_field *f = consignee_fields; f->name; f++)
		if (personal || !consignee_is_personal(c, f))
			json_field_optional(w, f->name, consignee_text(c, f));
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
			json_field_optional(w, f->name, consignee_text(c, f));
			count++;
		}
	return count;
}

void shipment_json_fields(const struct shipment *s, struct str device, struct str release, struct json_out *w)
{
	json_field_optional(w, "shipment", s->reference);
	json_field_text(w, "device", device);
	json_field_optional(w, "release", release);
	json_field_optional(w, "lot", s->lot);
	json_field_optional(w, "serial_from", s->serial_from);
	json_field_optional(w, "serial_to", s->serial_to);
	json_field_date(w, "shipped_on", s->shipped_on);
	json_field_int(w, "quantity", s->quantity);
	json_field_int(w, "returned", s->returned);
}
