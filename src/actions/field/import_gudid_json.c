#include "actions/field/import_gudid_json.h"

const char *gudid_fate_word(enum gudid_fate fate)
{
	switch (fate) {
	case GUDID_FILLED:
		return "filled";
	case GUDID_ADDED:
		return "added";
	case GUDID_KEPT:
		return "kept";
	case GUDID_REFUSED:
		return "left";
	}
	return "";
}

void gudid_taken_json(struct json_out *w, const struct gudid_taken *taken, size_t count)
{
	json_open_array(w);
	for (size_t i = 0; i < count; i++) {
		json_open_object(w);
		json_field_text(w, "device", taken[i].device);
		json_field_text(w, "di", taken[i].di);
		json_field_bool(w, "is_new", taken[i].is_new);
		json_field_text(w, "fate", str_of(gudid_fate_word(taken[i].fate)));
		json_field_text(w, "key", taken[i].key);
		json_field_text(w, "says", taken[i].says);
		if (taken[i].fate == GUDID_KEPT)
			json_field_text(w, "stands", taken[i].stands);
		if (taken[i].fate == GUDID_REFUSED)
			json_field_text(w, "why", taken[i].stands);
		json_close_object(w);
	}
	json_close_array(w);
}

static void put_text(struct json_out *w, const char *key, struct str text)
{
	json_field_text_or_null(w, key, text.len ? text : STR_NONE);
}

void gudid_device_json(struct json_out *w, const struct gudid_device *d)
{
	json_open_object(w);
	json_field_text(w, "di", d->di);
	put_text(w, "brand", d->brand);
	put_text(w, "model", d->model);
	put_text(w, "company", d->company);
	put_text(w, "product_code", d->product_count ? d->products[0].code : STR_NONE);
	put_text(w, "distribution", d->distribution);
	json_close_object(w);
}
