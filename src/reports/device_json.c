#include "reports/device_json.h"

#include "base/number.h"

void device_json_field(const struct device_field *f, struct str text, struct json_out *w)
{
	int64_t number = 0;
	struct err none;

	switch (f->form) {
	case DEVICE_ANSWER:
		json_field_bool(w, f->name, str_eq(text, STR("yes")));
		return;
	case DEVICE_WHOLE:
		/* what is kept was read before; the text stands where it is damaged */
		if (number_parse(text, f->name, f->least, f->most, &number, &none)) {
			json_field_int(w, f->name, number);
			return;
		}
		break;
	case DEVICE_TEXT:
	case DEVICE_WORD:
	case DEVICE_DATE:
	case DEVICE_REGULATION:
	case DEVICE_ESTABLISHMENT:
		break;
	}
	json_field_text(w, f->name, text);
}

static void write_list(const struct device_profile *p, enum device_list list, struct json_out *w)
{
	json_key(w, device_list_name(list));
	json_open_array(w);
	for (size_t i = 0; i < p->lists[list].count; i++)
		json_put_text(w, p->lists[list].items[i]);
	json_close_array(w);
}

static void write_field(const struct device *d, const struct device_field *f, struct json_out *w)
{
	struct str text = device_field_text(d, f);

	if (text.len)
		device_json_field(f, text, w);
	else
		json_field_null(w, f->name);
}

static void write_keys(const struct device_profile *p, bool all, struct json_out *w)
{
	json_field_text(w, "name", p->device.name);
	for (const struct device_field *f = device_fields; f->name; f++)
		if (all || device_field_text(&p->device, f).len)
			write_field(&p->device, f, w);
	for (enum device_list list = 0; list < DEVICE_LIST_COUNT; list++)
		if (all || p->lists[list].count)
			write_list(p, list, w);
}

void device_json_stated(const struct device_profile *p, struct json_out *w)
{
	write_keys(p, false, w);
}

void device_json_all(const struct device_profile *p, struct json_out *w)
{
	write_keys(p, true, w);
}

static bool same_numbers(const struct device_numbers *a, const struct device_numbers *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (!str_eq(a->items[i], b->items[i]))
			return false;
	return true;
}

size_t device_json_different(
    const struct device_profile *p, const struct device_profile *other, struct json_out *w)
{
	size_t count = 0;

	if (!str_eq(p->device.name, other->device.name)) {
		json_field_text(w, "name", p->device.name);
		count++;
	}
	for (const struct device_field *f = device_fields; f->name; f++)
		if (!str_eq(device_field_text(&p->device, f), device_field_text(&other->device, f))) {
			write_field(&p->device, f, w);
			count++;
		}
	for (enum device_list list = 0; list < DEVICE_LIST_COUNT; list++)
		if (!same_numbers(&p->lists[list], &other->lists[list])) {
			write_list(p, list, w);
			count++;
		}
	return count;
}
