#include "actions/matching/search_json.h"

static void put_hits(struct json_out *w, const char *key, const struct search_hits *hits, bool versions)
{
	json_key(w, key);
	json_open_array(w);
	for (size_t i = 0; i < hits->count; i++) {
		json_open_object(w);
		if (hits->items[i].id)
			json_field_int(w, "id", hits->items[i].id);
		json_field_text(w, "name", hits->items[i].name);
		if (versions)
			json_field_optional(w, "version", hits->items[i].version);
		json_close_object(w);
	}
	json_close_array(w);
}

void search_json(struct json_out *w, const struct search *found)
{
	json_open_object(w);
	put_hits(w, "devices", &found->devices, false);
	put_hits(w, "vulnerabilities", &found->vulnerabilities, false);
	put_hits(w, "components", &found->components, true);
	json_close_object(w);
}
