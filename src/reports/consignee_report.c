#include "reports/consignee_report.h"

#include "base/number.h"
#include "formats/csv_write.h"
#include "reports/consignee_json.h"

const char *holding_state_name(enum holding_state state)
{
	switch (state) {
	case HOLDING_ASKED_FOR:
		break;
	case HOLDING_AFFECTED:
		return "affected";
	case HOLDING_NOT_TOLD:
		return "not known";
	}
	return "";
}

static void write_holding(const struct holding *h, struct json_out *w)
{
	json_open_object(w);
	shipment_json_fields(&h->shipment, h->device, h->release, w);
	if (h->state != HOLDING_ASKED_FOR) {
		json_field_text(w, "state", str_of(holding_state_name(h->state)));
		json_field_text(w, "why", h->why);
	}
	json_close_object(w);
}

void consignee_json(const struct consignee_holdings *c, bool personal, struct json_out *w)
{
	json_open_object(w);
	consignee_json_fields(&c->consignee, personal, w);
	json_field_int(w, "units", c->units);
	if (c->state != HOLDING_ASKED_FOR)
		json_field_text(w, "state", str_of(holding_state_name(c->state)));
	json_key(w, "shipments");
	json_open_array(w);
	for (size_t i = 0; i < c->count; i++)
		write_holding(&c->items[i], w);
	json_close_array(w);
	json_close_object(w);
}

void consignees_json(
    const struct consignee_holdings *consignees, size_t count, bool personal, struct json_out *w)
{
	json_open_array(w);
	for (size_t i = 0; i < count; i++)
		consignee_json(&consignees[i], personal, w);
	json_close_array(w);
}

void consignee_report_json(const struct consignee_report *r, bool personal, struct json_out *w)
{
	json_open_object(w);
	json_key(w, "personal_data");
	json_open_array(w);
	for (const struct consignee_field *f = consignee_fields; f->name && personal; f++)
		if (f->is_personal)
			json_put_text(w, str_of(f->name));
	json_close_array(w);
	json_field_int(w, "count", (int64_t)r->count);
	json_field_int(w, "units", r->units);
	json_key(w, "consignees");
	consignees_json(r->consignees, r->count, personal, w);
	json_close_object(w);
}

static const char *const shipment_columns[] = { "shipment", "device", "release", "lot", "serial_from",
	"serial_to", "shipped_on", "quantity", "returned", "state", "why" };

static void put_shipment(const struct holding *h, struct csv_out *w)
{
	const struct shipment *s = &h->shipment;
	char day[DATE_TEXT_SIZE], number[NUMBER_TEXT_SIZE];

	csv_put(w, s->reference);
	csv_put(w, h->device);
	csv_put(w, h->release);
	csv_put(w, s->lot);
	csv_put(w, s->serial_from);
	csv_put(w, s->serial_to);
	csv_put(w, date_is_known(s->shipped_on) ? str_of(date_write(s->shipped_on, day)) : STR(""));
	csv_put(w, number_write(s->quantity, number));
	csv_put(w, number_write(s->returned, number));
	csv_put(w, str_of(holding_state_name(h->state)));
	csv_put(w, h->why);
}

/* h may be NULL: a consignee of whom no shipment is known. */
static void put_row(const struct consignee *c, const struct holding *h, bool personal, struct csv_out *w)
{
	csv_put(w, c->account);
	for (const struct consignee_field *f = consignee_fields; f->name; f++)
		if (personal || !f->is_personal)
			csv_put(w, personal || !consignee_is_personal(c, f) ? consignee_text(c, f) : STR(""));
	if (h)
		put_shipment(h, w);
	else
		for (size_t i = 0; i < COUNT(shipment_columns); i++)
			csv_put(w, STR(""));
	csv_end_row(w);
}

/* The names of the columns; a comment before them says which are personal data. */
static void put_header(bool personal, FILE *to, struct csv_out *w)
{
	if (personal) {
		fputs("# personal data:", to);
		for (const struct consignee_field *f = consignee_fields; f->name; f++)
			if (f->is_personal)
				fprintf(to, " %s", f->name);
		fputs(", and name where kind is person\r\n", to);
	}
	csv_put(w, STR("account"));
	for (const struct consignee_field *f = consignee_fields; f->name; f++)
		if (personal || !f->is_personal)
			csv_put(w, str_of(f->name));
	for (size_t i = 0; i < COUNT(shipment_columns); i++)
		csv_put(w, str_of(shipment_columns[i]));
	csv_end_row(w);
}

bool consignee_report_csv(const struct consignee_report *r, bool personal, FILE *to)
{
	struct csv_out *w = csv_out_file(to);

	put_header(personal, to, w);
	for (size_t i = 0; i < r->count; i++) {
		const struct consignee_holdings *c = &r->consignees[i];

		for (size_t k = 0; k < c->count; k++)
			put_row(&c->consignee, &c->items[k], personal, w);
		if (c->count == 0)
			put_row(&c->consignee, NULL, personal, w);
	}
	return csv_out_close(w);
}
