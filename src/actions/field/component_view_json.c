#include "actions/field/component_view_json.h"

/* Within an object. */
static void put_component(struct json_out *w, int64_t id, const struct component *c)
{
	json_field_int(w, "id", id);
	json_field_text(w, "name", c->name);
	json_field_optional(w, "version", c->version);
	json_field_text_or_null(w, "purl", component_written(c, PACKAGE_PURL));
	json_field_text_or_null(w, "cpe", component_written(c, PACKAGE_CPE));
	json_field_optional(w, "kind", c->kind);
	json_field_optional(w, "supplier", c->supplier);
	json_field_optional(w, "support", c->support);
	json_field_date(w, "end_of_support", c->end_of_support);
	json_field_optional(w, "why_not_matchable", component_why_not_matchable(c));
}

static void put_texts(struct json_out *w, const char *key, const struct str *items, size_t count)
{
	json_key(w, key);
	json_open_array(w);
	for (size_t i = 0; i < count; i++)
		json_put_text(w, items[i]);
	json_close_array(w);
}

void component_view_json(struct json_out *w, const struct component_view *v)
{
	const struct component *c = &v->component;

	json_open_object(w);
	put_component(w, v->id, c);
	json_key(w, "identities");
	json_open_array(w);
	for (size_t i = 0; i < c->identity_count; i++)
		json_put_text(w, c->identities[i].written);
	json_close_array(w);
	put_texts(w, "hashes", c->hashes, c->hash_count);
	put_texts(w, "problems", c->problems, c->problem_count);
	json_key(w, "releases");
	json_open_array(w);
	for (size_t i = 0; i < v->place_count; i++) {
		json_open_object(w);
		json_field_text(w, "device", v->places[i].device);
		json_field_text(w, "release", v->places[i].release);
		json_close_object(w);
	}
	json_close_array(w);
	json_close_object(w);
}

void component_listing_json(struct json_out *w, const struct component_row *rows, size_t count)
{
	json_open_array(w);
	for (size_t i = 0; i < count; i++) {
		json_open_object(w);
		put_component(w, rows[i].id, &rows[i].component);
		json_close_object(w);
	}
	json_close_array(w);
}
