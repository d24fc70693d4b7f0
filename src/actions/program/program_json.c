#include "actions/program/program_json.h"

#include "reports/casefile_record.h"

static void put_answer(struct json_out *w, const struct policy_answer *a)
{
	json_open_object(w);
	json_field_text(w, "question", str_of(a->question->number));
	json_field_text(w, "asks", str_of(a->question->asks));
	json_field_text(w, "key", str_of(a->question->key));
	json_field_text(w, "answer", a->answer);
	json_field_text(w, "default", a->standard);
	json_field_bool(w, "chosen", a->chosen);
	json_close_object(w);
}

void policy_answers_json(struct json_out *w, const struct policy_answers *p)
{
	json_open_object(w);
	json_field_int(w, "number", p->number);
	json_field_text(w, "version", p->version);
	json_key(w, "questions");
	json_open_array(w);
	for (size_t i = 0; i < p->count; i++)
		put_answer(w, &p->answers[i]);
	json_close_array(w);
	json_close_object(w);
}

void policy_diff_json(
    struct json_out *w, const struct policy_answers *before, const struct policy_answers *after)
{
	json_open_array(w);
	for (size_t i = 0; i < before->count; i++) {
		const struct policy_answer *was = &before->answers[i], *is = &after->answers[i];

		if (str_eq(was->answer, is->answer))
			continue;
		json_open_object(w);
		json_field_text(w, "question", str_of(was->question->number));
		json_field_text(w, "key", str_of(was->question->key));
		json_field_text(w, "before", was->answer);
		json_field_text(w, "after", is->answer);
		json_close_object(w);
	}
	json_close_array(w);
}

void policy_list_json(struct json_out *w, const struct policy_row *rows, size_t count)
{
	json_open_array(w);
	for (size_t i = 0; i < count; i++) {
		json_open_object(w);
		json_field_int(w, "number", rows[i].version.number);
		json_field_text(w, "version", rows[i].called);
		json_field_instant(w, "at", rows[i].version.at);
		json_field_text(w, "by", rows[i].version.who);
		json_field_optional(w, "approved_by", rows[i].approved_by);
		json_field_bool(w, "draft", rows[i].is_draft);
		json_field_bool(w, "in_force", rows[i].in_force);
		json_close_object(w);
	}
	json_close_array(w);
}

/* Which version of what, within an object. */
static void put_version(struct json_out *w, const char *key, const struct program_version *v)
{
	json_field_text(w, key, v->name);
	json_field_int(w, "version", v->number);
	json_field_instant(w, "at", v->at);
	json_field_text(w, "by", v->who);
}

void template_list_json(struct json_out *w, const struct program_version *versions, size_t count)
{
	json_open_array(w);
	for (size_t i = 0; i < count; i++) {
		json_open_object(w);
		put_version(w, "template", &versions[i]);
		json_close_object(w);
	}
	json_close_array(w);
}

static bool put_control(struct json_out *w, const struct program_version *v, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct report_fields f = { 0 };

	if (!report_fields_read(v->content, &arena, &f, e))
		return false;
	json_open_object(w);
	put_version(w, "control", v);
	json_field_optional(w, "term", report_fields_text(&f, STR("term")));
	json_field_optional(w, "text", report_fields_text(&f, STR("text")));
	json_field_optional(w, "customer_text", report_fields_text(&f, STR("customer_text")));
	json_close_object(w);
	return true;
}

bool control_list_json(
    struct json_out *w, const struct program_version *versions, size_t count, struct err *e)
{
	json_open_array(w);
	for (size_t i = 0; i < count; i++)
		if (!put_control(w, &versions[i], e))
			return false;
	json_close_array(w);
	return true;
}
