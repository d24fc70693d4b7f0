#include "actions/duties/due_json.h"

#include "reports/casefile_words.h"

static void put_row(struct json_out *w, const struct due_row *row)
{
	const struct obligation *o = &row->obligation;

	json_open_object(w);
	json_field_date(w, "due", o->due);
	json_field_text(w, "state", str_of(obligation_state_word(o->state)));
	json_field_text(w, "kind", str_of(obligation_kind_word(o->kind)));
	json_field_text(w, "to", str_of(obligation_to(o->kind)));
	json_field_text(w, "cites", str_of(obligation_cites(o)));
	if (row->signal)
		json_field_int(w, "signal", row->signal);
	else
		json_field_int(w, "casefile", row->casefile.id);
	json_field_text(w, "vulnerability", row->vulnerability);
	json_field_text(w, "device", row->device);
	json_field_date(w, "report_806_due_if_lapsed", row->report_806_if_lapsed);
	json_field_date(w, "until", o->until);
	json_field_text_or_null(w, "says", str_of(words_besides(o)));
	json_close_object(w);
}

void due_json(struct json_out *w, const struct due_row *rows, size_t count)
{
	json_open_array(w);
	for (size_t i = 0; i < count; i++)
		put_row(w, &rows[i]);
	json_close_array(w);
}
