#include "reports/sbom_diff_json.h"

static struct str date_text(struct date date, char text[DATE_TEXT_SIZE])
{
	return date_is_known(date) ? str_of(date_write(date, text)) : STR_NONE;
}

static void write_component(const struct component *c, struct json_out *w)
{
	char date[DATE_TEXT_SIZE];

	json_open_object(w);
	json_field_text(w, "name", c->name);
	json_field_optional(w, "version", c->version);
	json_field_optional(w, "supplier", c->supplier);
	json_field_optional(w, "support", c->support);
	json_field_optional(w, "end_of_support", date_text(c->end_of_support, date));
	json_field_optional(w, "identity", c->identity_count > 0 ? c->identities[0].written : STR_NONE);
	json_close_object(w);
}

/* Those on one side only: the second where added, else the first. */
static void write_side(const struct sbom_diff *d, const char *key, bool added, struct json_out *w)
{
	json_key(w, key);
	json_open_array(w);
	for (size_t i = 0; i < d->count; i++) {
		const struct sbom_difference *row = &d->rows[i];

		if (added ? !row->from : !row->to)
			write_component(added ? row->to : row->from, w);
	}
	json_close_array(w);
}

static void write_change(const struct sbom_difference *row, struct json_out *w)
{
	static const struct {
		int change;
		const char *word;
	} words[] = {
		{ SBOM_VERSION_CHANGED, "version" },
		{ SBOM_SUPPLIER_CHANGED, "supplier" },
		{ SBOM_SUPPORT_CHANGED, "support" },
		{ SBOM_END_OF_SUPPORT_CHANGED, "end_of_support" },
	};

	json_open_object(w);
	json_key(w, "what");
	json_open_array(w);
	for (size_t i = 0; i < COUNT(words); i++)
		if (row->changes & words[i].change)
			json_put_text(w, str_of(words[i].word));
	json_close_array(w);
	json_key(w, "from");
	write_component(row->from, w);
	json_key(w, "to");
	write_component(row->to, w);
	json_close_object(w);
}

void sbom_diff_write(struct str from, struct str to, const struct sbom_diff *d, struct json_out *w)
{
	json_open_object(w);
	json_field_text(w, "from", from);
	json_field_text(w, "to", to);
	write_side(d, "added", true, w);
	write_side(d, "removed", false, w);
	json_key(w, "changed");
	json_open_array(w);
	for (size_t i = 0; i < d->count; i++)
		if (d->rows[i].from && d->rows[i].to)
			write_change(&d->rows[i], w);
	json_close_array(w);
	json_field_int(w, "unchanged", (int64_t)d->unchanged);
	json_close_object(w);
}
