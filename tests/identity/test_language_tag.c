#include "check.h"

#include "identity/language_tag.h"

/* Examples of RFC 5646, appendix A, among them. */
static void language_tags_are_checked(void **state)
{
	static const struct {
		const char *tag, *why; /* NULL: a good one */
		bool is_private;
	} cases[] = {
		{ "en", NULL, false },
		{ "EN", NULL, false },
		{ "de-CH", NULL, false },
		{ "zh-cmn-Hans-CN", NULL, false },
		{ "sr-Latn-RS", NULL, false },
		{ "sl-rozaj-biske", NULL, false },
		{ "de-CH-1901", NULL, false },
		{ "es-419", NULL, false },
		{ "yue-HK", NULL, false },
		{ "en-a-myext-b-another", NULL, false },
		{ "de-CH-x-phonebk", NULL, true },
		{ "x-whatever", NULL, true },
		{ "qtx", NULL, true },
		{ "de-Qaaa", NULL, true },
		{ "sr-Latn-QM", NULL, true },
		{ "i-default", NULL, false },
		{ "EZ", "language \"ez\" is not registered", false },
		{ "deu", "language \"deu\" is not registered", false },
		{ "en-UK", "region \"uk\" is not registered", false },
		{ "en-Abcd", "script \"abcd\" is not registered", false },
		{ "de-419-DE", "\"de-419-DE\" has no place for \"de\"", false },
		{ "en-US-Latn", "\"en-US-Latn\" has no place for \"latn\"", false },
		{ "a-DE", "\"a-DE\" is no language tag", false },
		{ "ar-a-aaa-b-bbb-a-ccc", "extension \"a\" stands twice", false },
		{ "en-a", "it ends in the middle of an extension", false },
		{ "en-a-b-cc", "it has an empty extension", false },
		{ "", "\"\" is no language tag", false },
		{ "en-", "\"en-\" is no language tag", false },
		{ "en_US", "\"en_US\" is no language tag", false },
		{ "english-language", "language \"english\" is not registered", false },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct err e = { 0 };

		CASE(cases[i].tag);
		assert_int_equal(language_tag_check(str_of(cases[i].tag), &e), cases[i].why == NULL);
		assert_string_equal(e.text, cases[i].why ? cases[i].why : "");
		assert_int_equal(language_tag_is_private(str_of(cases[i].tag)), cases[i].is_private);
	}
	(void)state;
}

TESTS(cmocka_unit_test(language_tags_are_checked))
