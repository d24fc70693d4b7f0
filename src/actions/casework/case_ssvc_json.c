#include "actions/casework/case_ssvc_json.h"

static struct str word_at(const struct ssvc_answers *answers, enum ssvc_point p)
{
	struct str rest = str_of(ssvc_point_words(p)), word = STR_NONE;

	for (int i = 0; i <= answers->at[p]; i++)
		str_next(&rest, '|', &word);
	return word;
}

static struct str outcome(enum ssvc_outcome o)
{
	return o == SSVC_OPEN ? STR_NONE : str_of(ssvc_outcome_word(o));
}

void case_ssvc_json(struct json_out *w, const struct ssvc_answers *answers)
{
	struct ssvc_result r = ssvc_derive(answers);

	json_open_object(w);
	json_field_text_or_null(w, "supplier", outcome(r.supplier));
	json_field_text_or_null(w, "deployer", outcome(r.deployer));
	json_key(w, "answers");
	json_open_object(w);
	for (enum ssvc_point p = 0; p < SSVC_POINT_COUNT; p++)
		json_field_text_or_null(w, ssvc_point_key(p), word_at(answers, p));
	json_close_object(w);
	json_close_object(w);
}
