#include "actions/casework/rubric_answers.h"

#include "formats/json_stream.h"

bool rubric_answers_read(struct input *in, struct rubric_changes *changes, struct err *e)
{
	SCOPED_JSON *j = json_open(in);
	struct rubric_changes read = *changes;
	struct str key, word;

	while (json_next_key(j, &key)) {
		struct err bad;
		size_t q;

		if (!rubric_find(key, &q)) {
			json_skip(j);
			json_refuse(j, "the rubric has no such question");
			continue;
		}
		if (!json_text(j, &word))
			word = STR("");
		read.given[q] = true;
		if (!rubric_answer_read(q, word, &read.answers[q], &bad))
			json_refuse(j, "%s", bad.text);
	}
	if (!json_finish(j, e))
		return false;
	*changes = read;
	return true;
}
