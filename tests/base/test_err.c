/* What is wrong, in one line that ends well. */
#include "check.h"

#include "base/err.h"

static void a_long_text_ends_behind_a_whole_word(void **state)
{
	char words[600];
	struct err e = { 0 };
	size_t len;

	(void)state;
	for (len = 0; len + 10 < sizeof(words); len += 10)
		memcpy(words + len, "some_word|", 11);
	err_fail(&e, ERR_INPUT, "keys are %s", words);
	assert_true(strlen(e.text) > sizeof(e.text) - 20);
	assert_string_equal(e.text + strlen(e.text) - 13, "some_word|...");
	err_within(&e, "body of the request");
	assert_true(strlen(e.text) > sizeof(e.text) - 20);
	assert_string_equal(e.text + strlen(e.text) - 13, "some_word|...");
}

static void a_long_word_ends_behind_a_whole_character(void **state)
{
	char word[600], expected[600];
	struct err e = { 0 };

	(void)state;
	for (size_t i = 0; i + 2 < sizeof(word); i += 2)
		memcpy(word + i, "ä", 3);
	for (int ahead = 1; ahead <= 2; ahead++) {
		err_fail(&e, ERR_INPUT, "%.*s%s", ahead, "xx", word);
		snprintf(expected, sizeof(expected), "%.*s%.*s...", ahead, "xx", 506, word);
		assert_string_equal(e.text, expected);
	}
}

static void what_fits_is_whole(void **state)
{
	char word[sizeof(((struct err *)NULL)->text)];
	struct err e = { 0 };

	(void)state;
	memset(word, 'a', sizeof(word) - 1);
	word[sizeof(word) - 1] = '\0';
	err_fail(&e, ERR_INPUT, "%s", word);
	assert_string_equal(e.text, word);
}

static void what_helps_stands_beside_the_text(void **state)
{
	struct err e = { 0 };

	(void)state;
	assert_false(err_fail(&e, ERR_ABSENT, "there is no casefile 7") || err_remedy(&e, REMEDY_CASEFILES));
	err_within(&e, "row 3");
	assert_string_equal(e.text, "row 3: there is no casefile 7");
	assert_string_equal(remedy_word(e.remedy), "casefiles");
	assert_string_equal(remedy_terminal(e.remedy), "; aftercare case list shows all");
	assert_false(err_fail(&e, ERR_CONFLICT, "say why") || err_field(&e, "why"));
	assert_string_equal(e.field, "why");
	assert_int_equal(e.remedy, REMEDY_NONE);
}

static void each_remedy_has_its_words(void **state)
{
	(void)state;
	assert_string_equal(remedy_terminal(REMEDY_NONE), "");
	for (enum remedy r = REMEDY_NONE + 1; r < REMEDY_COUNT; r++)
		assert_true(strlen(remedy_word(r)) > 0 && strlen(remedy_terminal(r)) > 0);
}

TESTS(cmocka_unit_test(a_long_text_ends_behind_a_whole_word),
    cmocka_unit_test(a_long_word_ends_behind_a_whole_character), cmocka_unit_test(what_fits_is_whole),
    cmocka_unit_test(what_helps_stands_beside_the_text), cmocka_unit_test(each_remedy_has_its_words))
