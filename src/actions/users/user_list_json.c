#include "actions/users/user_list_json.h"

#define ROLES_BYTES_MOST 256

const char *user_state_word(const struct user *u, struct instant now)
{
	if (u->state == USER_DISABLED)
		return "disabled";
	if (instant_is_known(u->locked_until) && now.us < u->locked_until.us)
		return "locked";
	if (u->reset_by.len)
		return "reset asked for";
	return u->one_time ? "not yet signed in" : "active";
}

void user_json_state(
    struct json_out *w, const struct user *u, const struct access_rules *rules, struct instant now)
{
	SCOPED_BUF roles = buf_new(ROLES_BYTES_MOST);

	roles_write(u->roles, &roles);
	json_open_object(w);
	json_field_text(w, "name", u->name);
	json_field_text(w, "full_name", u->full_name);
	json_field_text(w, "roles", buf_str(&roles));
	json_field_text(w, "state", u->state == USER_DISABLED ? STR("disabled") : STR("active"));
	json_field_text(w, "standing", str_of(user_state_word(u, now)));
	if (u->secret.len && instant_is_known(u->secret_at))
		json_field_date(w, "secret_since", instant_date(u->secret_at, 0));
	json_field_bool(w, "secret_too_old", access_secret_over(rules, u, now) > 0);
	if (instant_is_known(u->signed_in_at))
		json_field_date(w, "signed_in_on", instant_date(u->signed_in_at, 0));
	json_field_bool(w, "unused", access_is_stale(rules, u, now));
	json_field_bool(w, "second_factor", u->has_second_factor);
	json_field_text(w, "attested_by", u->attested_by);
	if (date_is_known(u->attested_on))
		json_field_date(w, "attested_on", u->attested_on);
	json_field_text(w, "accepted_statement", u->accepted);
	json_field_text(w, "training", u->training);
	if (date_is_known(u->training_until))
		json_field_date(w, "training_until", u->training_until);
	json_close_object(w);
}
