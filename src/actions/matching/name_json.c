#include "actions/matching/name_json.h"

void name_said_json(struct json_out *w, const struct name_said *said)
{
	json_open_object(w);
	json_field_text(w, "source", said->source);
	json_field_text(w, "record", said->record);
	json_field_text(w, "name", said->name);
	json_key(w, "refused");
	if (said->refused) {
		json_open_object(w);
		json_field_int(w, "number", said->refused->id);
		json_field_instant(w, "at", said->refused->at);
		json_field_text(w, "by", said->refused->by);
		json_field_text(w, "why", said->refused->why);
		json_close_object(w);
	} else {
		json_put_null(w);
	}
	json_close_object(w);
}

void names_said_json(struct json_out *w, const struct name_said *said, size_t count)
{
	json_open_array(w);
	for (size_t i = 0; i < count; i++)
		name_said_json(w, &said[i]);
	json_close_array(w);
}

void refused_name_json(struct json_out *w, const struct refused_name *refused)
{
	struct name_said said = { refused->source, refused->record, refused->name, refused };

	name_said_json(w, &said);
}

void refused_names_json(struct json_out *w, const struct refused_name *refused, size_t count)
{
	json_open_array(w);
	for (size_t i = 0; i < count; i++)
		refused_name_json(w, &refused[i]);
	json_close_array(w);
}
