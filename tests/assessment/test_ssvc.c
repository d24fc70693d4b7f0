/*
 * The tables against CERT/CC's own, row by row.
 */
#include "check.h"

#include "assessment/ssvc.h"

enum { COLUMNS = 6, LINE_BYTES = 400 };

static char line[LINE_BYTES];

/* The next row of a table cut at commas, with underscores for blanks as we write words; false at its end. */
static bool next_row(FILE *file, struct str columns[COLUMNS], size_t *count)
{
	struct str rest;

	if (!fgets(line, sizeof(line), file))
		return false;
	for (char *c = line; *c; c++)
		if (*c == ' ')
			*c = '_';
	CASE(line);
	rest = str_trim(str_of(line));
	for (*count = 0; *count < COLUMNS && str_next(&rest, ',', &columns[*count]);)
		++*count;
	return true;
}

static FILE *open_table(const char *name)
{
	char path[200];
	const char *found;
	FILE *file;

	snprintf(path, sizeof(path), "suites/ssvc/csv/ssvc/%s_1_0_0.csv", name);
	found = check_data(path);
	file = found ? fopen(found, "r") : NULL;
	if (!file)
		skip();
	assert_non_null(fgets(line, sizeof(line), file)); /* headings */
	return file;
}

/* Answers that give each value of what is derived from others. */
static void answer_utility(struct ssvc_answers *a, struct str word)
{
	bool laborious = str_eq(word, STR("laborious")), super = str_eq(word, STR("super_effective"));

	assert_true(laborious || super || str_eq(word, STR("efficient")));
	assert_true(ssvc_answer(a, SSVC_AUTOMATABLE, super ? STR("yes") : STR("no")));
	assert_true(ssvc_answer(a, SSVC_VALUE_DENSITY, laborious ? STR("diffuse") : STR("concentrated")));
}

static void assert_outcome(enum ssvc_outcome outcome, struct str word)
{
	assert_true(outcome != SSVC_OPEN);
	assert_true(str_eq(str_of(ssvc_outcome_word(outcome)), word));
}

static void the_supplier_is_told_as_by_cert(void **state)
{
	FILE *file = open_table("supplier_patch_development_priority");
	struct str c[COLUMNS];
	size_t count, rows = 0;

	(void)state;
	for (; next_row(file, c, &count); rows++) {
		struct ssvc_answers a = ssvc_unanswered();

		assert_int_equal(count, 6);
		assert_true(ssvc_answer(&a, SSVC_EXPLOITATION, c[1]));
		answer_utility(&a, c[2]);
		assert_true(ssvc_answer(&a, SSVC_TECHNICAL_IMPACT, c[3]));
		assert_true(ssvc_answer(&a, SSVC_SAFETY_IMPACT,
		    str_eq(c[4], STR("minimal")) ? STR("negligible") : STR("marginal")));
		assert_outcome(ssvc_derive(&a).supplier, c[5]);
		assert_int_equal(ssvc_derive(&a).deployer, SSVC_OPEN);
	}
	assert_int_equal(rows, 36);
	fclose(file);
	printf("# figure: SSVC: 36 rows of the supplier's table agree\n");
}

static void the_deployer_is_told_as_by_cert(void **state)
{
	/* a safety and a mission impact for low, medium, high, very high */
	static const char *const humans[][3] = { { "low", "negligible", "degraded" },
		{ "medium", "negligible", "mef_failure" }, { "high", "critical", "mef_failure" },
		{ "very_high", "negligible", "mission_failure" } };
	FILE *file = open_table("deployer_patch_application_priority");
	struct str c[COLUMNS];
	size_t count, rows = 0;

	(void)state;
	for (; next_row(file, c, &count); rows++) {
		struct ssvc_answers a = ssvc_unanswered();

		assert_int_equal(count, 6);
		assert_true(ssvc_answer(&a, SSVC_EXPLOITATION, c[1]));
		assert_true(ssvc_answer(&a, SSVC_EXPOSURE, c[2]));
		assert_true(ssvc_answer(&a, SSVC_AUTOMATABLE, c[3]));
		for (size_t i = 0; i < COUNT(humans); i++)
			if (str_eq(c[4], str_of(humans[i][0])))
				assert_true(ssvc_answer(&a, SSVC_SAFETY_IMPACT, str_of(humans[i][1])) &&
					    ssvc_answer(&a, SSVC_MISSION_IMPACT, str_of(humans[i][2])));
		assert_outcome(ssvc_derive(&a).deployer, c[5]);
		assert_int_equal(ssvc_derive(&a).supplier, SSVC_OPEN);
	}
	assert_int_equal(rows, 72);
	fclose(file);
	printf("# figure: SSVC: 72 rows of the deployer's table agree\n");
}

static int among(struct str word, const char *const *words, int count)
{
	for (int i = 0; i < count; i++)
		if (str_eq(word, str_of(words[i])))
			return i;
	fail();
	return -1;
}

static void what_is_derived_on_the_way_is_as_by_cert(void **state)
{
	static const char *const utility[] = { "laborious", "efficient", "super_effective" };
	static const char *const safety[] = { "minimal", "significant" };
	static const char *const human[] = { "low", "medium", "high", "very_high" };
	struct str c[COLUMNS];
	size_t count;
	FILE *file;

	(void)state;
	file = open_table("utility");
	while (next_row(file, c, &count)) {
		struct ssvc_answers a = ssvc_unanswered();

		assert_true(
		    ssvc_answer(&a, SSVC_AUTOMATABLE, c[1]) && ssvc_answer(&a, SSVC_VALUE_DENSITY, c[2]));
		assert_int_equal(ssvc_derive(&a).utility, among(c[3], utility, 3));
	}
	fclose(file);
	file = open_table("public_safety_impact");
	while (next_row(file, c, &count)) {
		struct ssvc_answers a = ssvc_unanswered();

		assert_true(ssvc_answer(&a, SSVC_SAFETY_IMPACT, c[1]));
		assert_int_equal(ssvc_derive(&a).public_safety, among(c[2], safety, 2));
	}
	fclose(file);
	file = open_table("human_impact");
	while (next_row(file, c, &count)) {
		struct ssvc_answers a = ssvc_unanswered();

		assert_true(
		    ssvc_answer(&a, SSVC_SAFETY_IMPACT, c[1]) && ssvc_answer(&a, SSVC_MISSION_IMPACT, c[2]));
		assert_int_equal(ssvc_derive(&a).human_impact, among(c[3], human, 4));
	}
	fclose(file);
}

static void what_is_not_answered_has_no_outcome(void **state)
{
	struct ssvc_answers a = ssvc_unanswered();

	(void)state;
	assert_int_equal(ssvc_derive(&a).supplier, SSVC_OPEN);
	assert_false(ssvc_answer(&a, SSVC_EXPLOITATION, STR("often")));
	assert_false(ssvc_answer(&a, SSVC_EXPLOITATION, STR("")));
	assert_true(ssvc_answer(&a, SSVC_EXPLOITATION, STR("active")));
	assert_int_equal(ssvc_derive(&a).supplier, SSVC_OPEN);
	assert_int_equal(ssvc_derive(&a).deployer, SSVC_OPEN);
}

TESTS(cmocka_unit_test(the_supplier_is_told_as_by_cert), cmocka_unit_test(the_deployer_is_told_as_by_cert),
    cmocka_unit_test(what_is_derived_on_the_way_is_as_by_cert),
    cmocka_unit_test(what_is_not_answered_has_no_outcome))
