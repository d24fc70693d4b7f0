/*
 * Answers to the rubric: whatever is taken has a vector once no question is open, and taking the same again
 * changes nothing.
 */
#include "fuzz.h"

#include "actions/casework/rubric_answers.h"

static void check(const struct rubric_changes *changes)
{
	struct rubric_sheet sheet = { 0 }, again;
	struct rubric_result r;
	struct err e = { 0 };
	struct cvss c;

	if (!rubric_change(&sheet, changes, &e)) {
		if (e.text[0] == '\0')
			__builtin_trap();
		return;
	}
	again = sheet;
	if (!rubric_change(&again, changes, &e) || memcmp(&again, &sheet, sizeof(again)) != 0)
		__builtin_trap();
	rubric_derive(&sheet, &r);
	if (r.open)
		return;
	rubric_vector(&r, CVSS_3_1, &c);
	if (!rubric_agrees(&c, &c))
		__builtin_trap();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	SCOPED_INPUT *in = input_open_memory(STR("answers"), (struct str){ (const char *)bytes, len });
	struct rubric_changes changes = { 0 };
	struct err e = { 0 };

	if (rubric_answers_read(in, &changes, &e))
		check(&changes);
	else if (e.text[0] == '\0')
		__builtin_trap(); /* a failure that says nothing */
	return 0;
}
