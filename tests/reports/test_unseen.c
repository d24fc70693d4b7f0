#include "check.h"

#include "reports/unseen.h"

static void what_is_not_seen_is_said_in_a_line(void **state)
{
	SCOPED_ARENA arena = { 0 };
	struct unseen u = { 0 };

	(void)state;
	assert_int_equal(unseen_line(&u, &arena).len, 0);
	unseen_add(&u, STR(""), STR(""));
	assert_int_equal(unseen_line(&u, &arena).len, 0);
	assert_int_equal(unseen_kinds_line(&u, &arena).len, 0);
	unseen_add(&u, STR("no purl, no CPE"), STR(""));
	assert_true(str_eq(unseen_line(&u, &arena),
	    STR("no source can see 1 of 2 components: 1 names nothing that can be looked up")));
	unseen_add(&u, STR(""), STR("purl type npm"));
	unseen_add(&u, STR(""), STR("CPE part h"));
	unseen_add(&u, STR(""), STR("purl type npm"));
	assert_true(str_eq(unseen_line(&u, &arena), STR("no source can see 4 of 5 components: 1 names "
							"nothing that can be looked up, no source serves "
							"the kind of 3 (CPE part h 1, purl type npm 2)")));
	assert_true(str_eq(unseen_kinds_line(&u, &arena),
	    STR("no source serves the kind of 3 components: CPE part h 1, purl type npm 2")));
}

/* An SBOM may make up as many kinds as it likes. */
static void kinds_beyond_the_most_are_counted(void **state)
{
	SCOPED_ARENA arena = { 0 };
	struct unseen u = { 0 };
	struct str line;

	(void)state;
	for (int i = 0; i < UNSEEN_KINDS_MOST + 2; i++)
		unseen_add(&u, STR(""), arena_printf(&arena, "purl type t%02d", i));
	line = unseen_kinds_line(&u, &arena);
	assert_true(str_starts(line, STR("no source serves the kind of 22 components: purl type t00 1, ")));
	assert_true(str_ends(line, STR("purl type t19 1, of other kinds 2")));
}

TESTS(
    cmocka_unit_test(what_is_not_seen_is_said_in_a_line), cmocka_unit_test(kinds_beyond_the_most_are_counted))
