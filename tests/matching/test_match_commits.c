#include "check.h"

#include "matching/match.h"

#define BAD "0123456789abcdef0123456789abcdef01234567"
#define FIX "89abcdef0123456789abcdef0123456789abcdef"
#define OPEN "commits have no order without the repository"

/* Rows of a repository against components that come from it. */
static void commits_are_the_one_that_is_named_or_not(void **state)
{
	static const struct {
		const char *version, *commit; /* the component's */
		enum version_scheme scheme;
		const char *low, *high; /* the row's */
		bool high_in;
		enum meeting how;
		const char *unconfirmed;
	} cases[] = {
		{ "", BAD, VERSION_LITERAL, BAD, BAD, true, MEETS, "" },
		{ "", FIX, VERSION_LITERAL, BAD, BAD, true, MEETS_NOT, "" },
		/* an abbreviated one of the row */
		{ "", BAD, VERSION_LITERAL, "0123456789ab", "0123456789ac", false, MEETS, "" },
		{ "", FIX, VERSION_LITERAL, "0123456789ab", "0123456789ac", false, MEETS_NOT, "" },
		{ "", "0123456789ac", VERSION_LITERAL, "0123456789ab", "0123456789ac", false, MEETS_NOT, "" },
		/* some between: nobody can tell, with a commit or without */
		{ "", BAD, VERSION_LITERAL, "", "", false, MEETS_UNCONFIRMED, OPEN },
		{ "1.2.3", "", VERSION_LITERAL, "", "", false, MEETS_UNCONFIRMED, OPEN },
		/* no commit: one that is named it is not known to be */
		{ "1.2.3", "", VERSION_LITERAL, BAD, BAD, true, MEETS_NOT, "" },
		/* a version is no commit, and a commit no version */
		{ BAD, "", VERSION_LITERAL, BAD, BAD, true, MEETS_NOT, "" },
		{ "1.2.3", BAD, VERSION_GENERIC, "", "1.3", false, MEETS, "" },
		{ "1.4", BAD, VERSION_GENERIC, "", "1.3", false, MEETS_NOT, "" },
		{ "v1.2.3", BAD, VERSION_GENERIC, "1.2.3", "1.2.3", true, MEETS, "" },
		{ "", BAD, VERSION_GENERIC, "", "1.3", false, MEETS_UNCONFIRMED,
		    "the component states no version" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct affected row = { .kind = PACKAGE_GIT,
			.scheme = cases[i].scheme,
			.config = -1,
			.low = str_of(cases[i].low),
			.high = str_of(cases[i].high),
			.low_inclusive = true,
			.high_inclusive = cases[i].high_in };
		struct identity identity = { .kind = PACKAGE_GIT,
			.version = str_of(cases[i].version),
			.qualifier = str_of(cases[i].commit),
			.scheme = VERSION_GENERIC };
		struct range r = range_of(&row, 1, &arena);
		struct str unconfirmed = STR("");
		char words[128];

		snprintf(words, sizeof(words), "%s @%s in %s..%s", cases[i].version, cases[i].commit,
		    cases[i].low, cases[i].high);
		CASE(words);
		assert_int_equal(match_meets(&identity, &r, &arena, &unconfirmed), cases[i].how);
		assert_string_equal(arena_text(&arena, unconfirmed), cases[i].unconfirmed);
	}
	(void)state;
}

/* "< august 28": the record means some versions, and nobody can tell which; that is never silent, nor
 * certain. */
static void some_versions_are_met_unconfirmed(void **state)
{
	SCOPED_ARENA arena = { 0 };
	struct affected row = { .kind = PACKAGE_CPE, .scheme = VERSION_LITERAL, .config = -1 };
	struct identity identity = { .kind = PACKAGE_CPE, .version = STR("1.2"), .scheme = VERSION_GENERIC };
	struct range r = range_of(&row, 1, &arena);
	struct str unconfirmed = STR("");

	assert_int_equal(match_meets(&identity, &r, &arena, &unconfirmed), MEETS_UNCONFIRMED);
	assert_string_equal(
	    arena_text(&arena, unconfirmed), "the record does not say which in words that can be compared");
	assert_string_equal(
	    arena_text(&arena, range_words(&r, identity.version, &arena)), "1.2 of some versions");
	assert_string_equal(arena_text(&arena, range_words(&r, STR_NONE, &arena)), "some versions");
	(void)state;
}

TESTS(cmocka_unit_test(commits_are_the_one_that_is_named_or_not),
    cmocka_unit_test(some_versions_are_met_unconfirmed))
