#include "actions/field/device_facts.h"

#include "reports/device_json.h"
#include "store/consignees.h"

#define FACTS_BYTES (64 * 1024) /* of one device: some twenty words and dates */

/* A text that the register has taken before. */
static bool kept_date(struct str text, struct date *out, struct err *e)
{
	*out = DATE_NONE;
	return text.len == 0 || date_parse(text, out, e);
}

/* As it holds on today. date: room for a day that is not the device's own. */
static bool text_on(const struct device *d, const struct device_field *f, struct date shipped_on,
    struct date today, char date[DATE_TEXT_SIZE], struct str *out, struct err *e)
{
	struct date day;

	*out = device_field_text(d, f);
	if (str_eq(str_of(f->name), STR("last_distributed_on"))) {
		if (!kept_date(d->last_distributed_on, &day, e))
			return false;
		/* what is stated for a day to come is of no use yet */
		if (date_is_known(shipped_on) && (shipped_on.days > day.days || day.days > today.days))
			*out = str_of(date_write(shipped_on, date));
	} else if (str_eq(str_of(f->name), STR("support"))) {
		if (!kept_date(d->end_of_support_on, &day, e))
			return false;
		if (date_is_known(day) && day.days <= today.days)
			*out = STR("end_of_support");
	}
	return true;
}

static bool write_facts(
    const struct device *d, struct date shipped_on, struct date today, struct json_out *w, struct err *e)
{
	char date[DATE_TEXT_SIZE];
	struct str text;

	for (const struct device_field *f = device_fields; f->name; f++) {
		if (!f->is_fact)
			continue;
		if (!text_on(d, f, shipped_on, today, date, &text, e))
			return err_within(e, "device \"" STR_FMT "\"", STR_ARG(d->name));
		if (text.len)
			device_json_field(f, text, w);
	}
	if (d->product_code.len)
		json_field_text(w, "product_code", d->product_code);
	return true;
}

bool device_facts(struct db *db, const struct device *d, struct date today, struct arena *arena,
    struct str *json, struct err *e)
{
	SCOPED_BUF out = buf_new(FACTS_BYTES);
	struct json_out *w;
	struct date shipped_on;

	if (!shipment_newest(db, d->id, today, &shipped_on, e))
		return false;
	w = json_out_buf(&out, false);
	json_open_object(w);
	if (!write_facts(d, shipped_on, today, w, e)) {
		json_out_drop(w);
		return false;
	}
	json_close_object(w);
	json_out_close(w);
	*json = arena_copy(arena, buf_str(&out));
	return true;
}
