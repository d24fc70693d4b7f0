#include "actions/program/program_check_json.h"

static void put_answer(struct json_out *w, const struct check_answer *a)
{
	json_open_object(w);
	json_field_text(w, "id", str_of(a->question->id));
	json_field_text(w, "part", str_of(a->question->part));
	json_field_text(w, "cites", str_of(a->question->cites));
	json_field_text(w, "asks", str_of(a->question->asks));
	json_field_optional(w, "answer", a->answer);
	json_field_text(w, "evidence", a->evidence);
	json_field_text(w, "owner", a->owner);
	json_field_optional(w, "on", a->on);
	json_field_text(w, "next_step", a->next_step);
	json_field_instant(w, "answered_at", a->at);
	json_field_optional(w, "answered_by", a->who);
	json_field_optional(w, "computed", a->computed);
	json_field_bool(w, "speaks_against", a->speaks_against);
	json_close_object(w);
}

void program_check_json(struct json_out *w, const struct check_answer *answers, size_t count)
{
	json_open_array(w);
	for (size_t i = 0; i < count; i++)
		put_answer(w, &answers[i]);
	json_close_array(w);
}
