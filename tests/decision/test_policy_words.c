/* The words in which a policy is shown say what the program does. */
#include "check.h"

#include "base/buf.h"
#include "decision/facts_json.h"
#include "decision/fields.h"
#include "decision/policy_words.h"

static void write_defaults(struct buf *out)
{
	buf_byte(out, '{');
	for (const struct policy_question *q = policy_questions; q->number; q++)
		buf_printf(out, "%s\"%s\":%s", q == policy_questions ? "" : ",", q->key, q->standard);
	buf_byte(out, '}');
}

static void the_defaults_in_words_are_the_defaults(void **state)
{
	SCOPED_BUF json = buf_new(65536);
	struct policy said, is = policy_default();
	struct arena arena = { 0 };
	struct err e = { 0 };

	write_defaults(&json);
	assert_true(policy_json_read(buf_str(&json), &arena, &said, &e));
	/* but for the version, which a document of its own has, and the place of an empty list */
	said.version = is.version;
	said.extra_closures = is.extra_closures;
	assert_memory_equal(&said, &is, sizeof(is));
	arena_free(&arena);
	(void)state;
}

static void every_key_of_a_policy_is_asked(void **state)
{
	for (const struct field *f = policy_fields; f->key; f++) {
		bool asked = strcmp(f->key, "version") == 0;

		CASE(f->key);
		for (const struct policy_question *q = policy_questions; q->number; q++)
			asked |= strcmp(q->key, f->key) == 0;
		assert_true(asked);
	}
	(void)state;
}

TESTS(cmocka_unit_test(the_defaults_in_words_are_the_defaults),
    cmocka_unit_test(every_key_of_a_policy_is_asked))
