#include "actions/users/access_json.h"

void access_json(struct json_out *w, const struct access_standing *s)
{
	json_open_object(w);
	json_field_int_or_null(w, "secret_days", s->rules.secret_days, 1);
	json_field_int_or_null(w, "review_days", s->rules.review_days, 1);
	json_field_int_or_null(w, "stale_days", s->rules.stale_days, 1);
	if (date_is_known(s->review.on)) {
		json_key(w, "review");
		json_open_object(w);
		json_field_date(w, "on", s->review.on);
		json_field_text(w, "by", s->review.by);
		json_field_text(w, "note", s->review.note);
		json_close_object(w);
	} else {
		json_field_null(w, "review");
	}
	if (date_is_known(s->review_due))
		json_field_date(w, "review_due", s->review_due);
	else
		json_field_null(w, "review_due");
	json_field_bool(w, "review_overdue", s->review_overdue);
	json_close_object(w);
}

static void put_instant(struct json_out *w, const char *key, struct instant at)
{
	char text[INSTANT_TEXT_SIZE];

	json_field_text(w, key, str_of(instant_write(at, text)));
}

void open_session_json(struct json_out *w, const struct open_session *s)
{
	json_open_object(w);
	json_field_text(w, "session", str_of(s->name));
	json_field_text(w, "user", s->user);
	json_field_text(w, "terminal", s->terminal);
	put_instant(w, "began_at", s->began_at);
	put_instant(w, "used_at", s->used_at);
	put_instant(w, "ends_at", s->ends_at);
	json_field_bool(w, "current", s->is_asking);
	json_close_object(w);
}
