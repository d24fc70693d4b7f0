#include "actions/intake/learning_json.h"

static const char *kind_word(const struct learning_move *m)
{
	switch (m->kind) {
	case LEARNING_MOVED:
		return "moved";
	case LEARNING_CLOSED:
		return "closed";
	case LEARNING_LATER:
		return "later";
	}
	return "";
}

void learning_moves_json(struct json_out *w, const struct learning_moves *moves)
{
	json_open_array(w);
	for (size_t i = 0; i < moves->count; i++) {
		const struct learning_move *m = &moves->items[i];

		json_open_object(w);
		json_field_int(w, "casefile", m->casefile_id);
		json_field_text(w, "what", str_of(kind_word(m)));
		json_field_date(w, "before", m->before);
		json_field_date(w, "after", m->after);
		json_field_text(w, "why", m->reason);
		json_close_object(w);
	}
	json_close_array(w);
}
