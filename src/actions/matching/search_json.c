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

static void put_casefiles(struct json_out *w, const struct search *found)
{
	json_key(w, "casefiles");
	json_open_array(w);
	for (size_t i = 0; i < found->casefile_count; i++) {
		const struct casefile_hit *c = &found->casefiles[i];

		json_open_object(w);
		json_field_int(w, "casefile", c->id);
		json_field_text(w, "title", c->title);
		json_field_text(w, "vulnerability", c->vulnerability);
		json_field_text(w, "device", c->device);
		json_close_object(w);
	}
	json_close_array(w);
}

static void put_signals(struct json_out *w, const struct search_hits *hits)
{
	json_key(w, "signals");
	json_open_array(w);
	for (size_t i = 0; i < hits->count; i++) {
		json_open_object(w);
		json_field_int(w, "signal", hits->items[i].id);
		json_field_text(w, "summary", hits->items[i].name);
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
	put_casefiles(w, found);
	put_signals(w, &found->signals);
	json_close_object(w);
}
