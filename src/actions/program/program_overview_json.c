#include "actions/program/program_overview_json.h"

void isao_standing_json(struct json_out *w, const struct isao_standing *s)
{
	json_open_object(w);
	json_field_optional(w, "name", s->name);
	json_field_bool(w, "active_member", s->stated_active);
	json_field_bool(w, "ended", s->ended);
	json_key(w, "criteria");
	json_open_array(w);
	for (int i = 0; i < ISAO_CRITERIA; i++) {
		json_open_object(w);
		json_field_int(w, "criterion", i + 1);
		json_field_text(w, "says", str_of(isao_criteria[i]));
		json_field_bool(w, "has_evidence", s->criteria[i].has_evidence);
		json_field_date(w, "on", s->criteria[i].on);
		json_field_date(w, "held_since", s->criteria[i].held_since);
		json_field_date(w, "counts_from", s->criteria[i].counts_from);
		json_close_object(w);
	}
	json_close_array(w);
	json_close_object(w);
}

static void put_people(struct json_out *w, const struct program_overview *p)
{
	json_key(w, "designated_persons");
	json_open_array(w);
	for (size_t i = 0; i < p->designated_count; i++) {
		json_open_object(w);
		json_field_text(w, "name", p->designated[i].name);
		json_field_text(w, "full_name", p->designated[i].full_name);
		json_close_object(w);
	}
	json_close_array(w);
}

static void put_templates(struct json_out *w, const struct program_overview *p)
{
	json_key(w, "templates");
	json_open_array(w);
	for (size_t i = 0; i < p->template_count; i++) {
		json_open_object(w);
		json_field_text(w, "name", p->templates[i].name);
		json_field_int(w, "version", p->templates[i].number);
		json_close_object(w);
	}
	json_close_array(w);
}

void program_overview_json(struct json_out *w, const struct program_overview *p)
{
	json_open_object(w);
	json_field_int(w, "profile_version", p->profile.number);
	report_fields_write("profile", &p->profile_fields, w);
	report_fields_write("firm", &p->firm, w);
	json_field_optional(w, "time_zone", p->time_zone);
	put_people(w, p);
	json_key(w, "isao");
	isao_standing_json(w, &p->isao);
	json_field_int(w, "isao_version", p->isao_version);
	json_field_int(w, "policy_number", p->policy_number);
	json_field_text(w, "policy_version", p->policy_version);
	json_field_int(w, "acknowledge_within_days", p->acknowledge_days);
	put_templates(w, p);
	json_close_object(w);
}
