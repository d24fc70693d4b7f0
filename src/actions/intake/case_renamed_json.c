#include "actions/intake/case_renamed_json.h"

static const char *what_word(const struct case_renamed *r)
{
	switch (r->what) {
	case CASE_RENAMED:
		return "renamed";
	case CASE_NAME_STANDS:
		return "stands";
	case CASE_NAME_ALIKE:
		return "alike";
	}
	return "";
}

void case_renamed_json(struct json_out *w, const struct case_renamed *r)
{
	json_open_object(w);
	json_field_int(w, "casefile", r->casefile);
	json_field_text(w, "what", str_of(what_word(r)));
	json_field_text(w, "device", r->device);
	json_field_text(w, "before", r->before);
	json_field_text(w, "vulnerability", r->name);
	json_field_bool(w, "vulnerability_known", r->known);
	json_field_text(w, "why", r->why);
	json_close_object(w);
}

void case_renames_json(struct json_out *w, const struct case_renames *renames)
{
	json_open_array(w);
	for (size_t i = 0; i < renames->count; i++)
		case_renamed_json(w, &renames->items[i]);
	json_close_array(w);
}
