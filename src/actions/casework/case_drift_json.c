#include "actions/casework/case_drift_json.h"

static void put_change(struct json_out *w, const struct context_change *c, struct arena *arena)
{
	json_open_object(w);
	json_field_text(w, "what", str_of(c->what));
	json_field_text(w, "name", c->name);
	json_field_text_or_null(w, "before", c->before);
	json_field_text_or_null(w, "now", c->after);
	json_field_text(w, "says", context_change_says(c, arena));
	json_close_object(w);
}

static void put_drift(struct json_out *w, const struct case_drift *d, struct arena *arena)
{
	json_open_object(w);
	json_field_int(w, "casefile", d->casefile.id);
	json_field_text(w, "vulnerability", d->casefile.vulnerability);
	json_field_text(w, "device", d->device);
	json_field_date(w, "closed_on", d->casefile.closed_on);
	json_field_int_or_null(w, "assessment", d->assessment, 1);
	json_field_date(w, "assessed_on", d->assessed_on);
	json_field_bool(w, "watched", d->kept);
	json_key(w, "changes");
	json_open_array(w);
	for (size_t i = 0; i < d->change_count; i++)
		put_change(w, &d->changes[i], arena);
	json_close_array(w);
	json_close_object(w);
}

void case_drift_json(struct json_out *w, const struct case_drift *rows, size_t count, struct arena *arena)
{
	json_open_array(w);
	for (size_t i = 0; i < count; i++)
		put_drift(w, &rows[i], arena);
	json_close_array(w);
}
