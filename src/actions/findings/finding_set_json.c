#include "actions/findings/finding_set_json.h"

void finding_set_json(struct json_out *w, const struct finding_set *made)
{
	json_open_object(w);
	json_field_int(w, "statement", made->id);
	json_field_int_or_null(w, "replaces", made->replaces, 1);
	json_key(w, "warnings");
	json_open_array(w);
	for (size_t i = 0; i < made->warning_count; i++)
		json_put_text(w, made->warnings[i]);
	json_close_array(w);
	json_close_object(w);
}
