/* Texts that must be stated, and names that are shown beside others. */
#include "check.h"

#include "base/text.h"

static void a_text_says_something_only_where_it_can_be_seen(void **state)
{
	static const struct {
		const char *text;
		bool says;
	} cases[] = {
		{ "", false }, { " \t\r\n", false }, { "\xc2\xa0", false }, /* U+00A0 */
		{ "\xe2\x80\x8b", false },				    /* U+200B */
		{ "\xef\xbb\xbf", false },				    /* U+FEFF */
		{ "\xe3\x80\x80 \xe3\x80\x80", false },			    /* U+3000 */
		{ "\xe2\x80\xae\xe2\x81\xa0", false },			    /* U+202E, U+2060 */
		{ "\xe3\x85\xa4", false },				    /* U+3164 */
		{ "\xe2\xa0\x80", false },				    /* U+2800 */
		{ "\xf3\xa0\x81\x81", false },				    /* U+E0041, a tag */
		{ "\x7f\x01", false }, { "x", true }, { "\xc2\xa0.", true },
		{ "\xe3\x80\x81", true },     /* U+3001 */
		{ "\xd7\xa9", true },	      /* a Hebrew letter */
		{ "\xf0\x9f\xa9\xba", true }, /* U+1FA7A */
		{ "\xff", true },	      /* no UTF-8, which is somebody else's to refuse */
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		CASE(cases[i].text);
		assert_int_equal(text_says(str_of(cases[i].text)), cases[i].says);
	}
	assert_false(text_says(STR_NONE));
}

static void a_line_has_nothing_that_turns_or_breaks_it(void **state)
{
	static const struct {
		const char *text;
		bool plain;
	} cases[] = {
		{ "", true },
		{ "Pump One", true },
		{ "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d", true }, /* Hebrew turns by itself */
		{ "a\nb", false },
		{ "a\x1b[31m", false },
		{ "a\xc2\x85", false },	    /* U+0085 */
		{ "a\xe2\x80\xa8", false }, /* U+2028 */
		{ "a\xe2\x80\xae", false }, /* U+202E */
		{ "a\xe2\x81\xa6", false }, /* U+2066 */
		{ "a\xe2\x80\xac", false }, /* U+202C */
		{ "a\x7f", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		CASE(cases[i].text);
		assert_int_equal(text_is_plain_line(str_of(cases[i].text)), cases[i].plain);
	}
}

TESTS(cmocka_unit_test(a_text_says_something_only_where_it_can_be_seen),
    cmocka_unit_test(a_line_has_nothing_that_turns_or_breaks_it))
