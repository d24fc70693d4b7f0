#include "actions/casework/case_siblings_json.h"

static void put_casefile(struct json_out *w, const struct case_sibling *c)
{
	json_open_object(w);
	json_field_int(w, "casefile", c->casefile.id);
	json_field_text(w, "vulnerability", c->casefile.vulnerability);
	json_field_text(w, "device", c->device);
	json_field_date(w, "learned_on", c->learned_on);
	json_field_date(w, "assessed_on", c->assessed_on);
	json_field_text(w, "risk", str_of(risk_word(c->risk)));
	json_field_date(w, "closed_on", c->casefile.closed_on);
	json_close_object(w);
}

static void put_place(struct json_out *w, const struct where_row *at, int64_t casefile)
{
	json_open_object(w);
	json_field_text(w, "device", at->device.name);
	json_field_text(w, "release", at->release.version);
	json_field_text(w, "component", at->component.name);
	json_field_text(w, "version", at->component.version);
	json_field_text(w, "state", at->state);
	json_field_optional(w, "statement", at->statement);
	json_field_int_or_null(w, "casefile", casefile, 1);
	json_close_object(w);
}

void case_siblings_json(struct json_out *w, const struct case_siblings *s)
{
	json_open_object(w);
	json_key(w, "casefiles");
	json_open_array(w);
	for (size_t i = 0; i < s->count; i++)
		put_casefile(w, &s->casefiles[i]);
	json_close_array(w);
	json_field_bool(w, "told", s->told);
	json_key(w, "without_casefile");
	json_open_array(w);
	for (size_t i = 0; i < s->missing_count; i++)
		json_put_text(w, s->missing[i]);
	json_close_array(w);
	json_key(w, "places");
	json_open_array(w);
	for (size_t i = 0; i < s->place_count; i++)
		put_place(w, &s->places[i], s->place_casefile[i]);
	json_close_array(w);
	json_close_object(w);
}
