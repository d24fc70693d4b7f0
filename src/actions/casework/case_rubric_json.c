#include "actions/casework/case_rubric_json.h"

const char *case_rubric_gives(const struct case_rubric *r, size_t question)
{
	const char *value = rubric_value(&r->sheet, question);

	return value ? value : "";
}

static void put_question(struct json_out *w, const struct case_rubric *r, size_t q)
{
	json_open_object(w);
	json_field_text(w, "id", str_of(rubric_questions[q].id));
	json_field_text(w, "question", str_of(rubric_questions[q].text));
	json_field_text(w, "choices", str_of(rubric_questions[q].choices));
	json_field_bool(w, "asked", r->result.asked[q]);
	json_field_optional(w, "answer", str_of(rubric_answer_word(r->sheet.answers[q])));
	json_field_optional(w, "gives", str_of(case_rubric_gives(r, q)));
	json_close_object(w);
}

static void put_result(struct json_out *w, const struct case_rubric *r, struct arena *arena)
{
	struct str vector = case_rubric_vector(r, arena);
	struct cvss_scores s;

	json_field_int(w, "open_questions", (int64_t)r->result.open);
	json_field_optional(w, "vector", vector);
	if (vector.len) {
		cvss_score(&r->cvss, &s);
		json_key(w, "score");
		json_put_decimal(w, s.score, 1);
	} else
		json_field_null(w, "score");
	json_key(w, "patient_safety");
	json_open_array(w);
	for (size_t i = 0; i < r->result.safety_count; i++)
		json_put_text(w, str_of(rubric_questions[r->result.safety[i]].id));
	json_close_array(w);
}

void case_rubric_json(struct json_out *w, const struct case_rubric *r, struct arena *arena)
{
	json_open_object(w);
	json_field_text(w, "edition", STR(RUBRIC_EDITION));
	json_field_int_or_null(w, "record", r->record, 1);
	json_field_text(w, "xprs_unknown", str_of(rubric_unknown_word(&r->sheet)));
	put_result(w, r, arena);
	json_key(w, "questions");
	json_open_array(w);
	for (size_t q = 0; q < RUBRIC_QUESTIONS; q++)
		put_question(w, r, q);
	json_close_array(w);
	json_close_object(w);
}
