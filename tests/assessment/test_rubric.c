/*
 * The questionnaire against the worksheet of MITRE's repository: its questions, its two worked examples, and
 * the formulas of its cells written down once more.
 */
#include "check.h"

#include <jansson.h>

#include "assessment/rubric.h"

static void answer(struct rubric_sheet *sheet, const char *id, const char *word)
{
	struct err e = { 0 };
	size_t q;

	CASE(id);
	assert_true(rubric_find(str_of(id), &q));
	assert_true(rubric_answer_read(q, str_of(word), &sheet->answers[q], &e));
}

/* Every question that stands first, so that no further one is asked. */
static struct rubric_sheet least(void)
{
	struct rubric_sheet sheet = { 0 };

	for (size_t i = 0; i < RUBRIC_QUESTIONS; i++)
		if (!rubric_questions[i].follows)
			answer(&sheet, rubric_questions[i].id,
			    str_has(str_of(rubric_questions[i].choices), STR("none")) ? "none" : "no");
	return sheet;
}

static void assert_vector(const struct rubric_sheet *sheet, enum cvss_version v, const char *want, int tenths)
{
	SCOPED_BUF text = buf_new(200);
	struct rubric_result r;
	struct cvss_scores s;
	struct cvss c;

	rubric_derive(sheet, &r);
	assert_int_equal(r.open, 0);
	rubric_vector(&r, v, &c);
	cvss_write(&c, &text);
	buf_byte(&text, 0);
	assert_string_equal(buf_str(&text).ptr, want);
	cvss_score(&c, &s);
	assert_int_equal(s.base, tenths);
}

static void rubric_derive_gives_the_vectors_of_the_domain(void **state)
{
	struct rubric_sheet sheet = least();
	struct rubric_result r;

	(void)state;
	answer(&sheet, "XAVN", "yes");
	answer(&sheet, "XAVT", "no");
	answer(&sheet, "XAVW", "yes");
	answer(&sheet, "XAVR", "no");
	answer(&sheet, "XACL", "yes");
	answer(&sheet, "XIT", "high");
	answer(&sheet, "XAT", "high");
	assert_vector(&sheet, CVSS_3_1, "CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H", 81);
	rubric_derive(&sheet, &r);
	assert_int_equal(r.safety_count, 2);
	sheet = least();
	answer(&sheet, "XAVP", "yes");
	answer(&sheet, "XPRL", "yes");
	answer(&sheet, "XPRZ", "yes");
	answer(&sheet, "XPRS", "yes");
	answer(&sheet, "XCP", "yes");
	answer(&sheet, "XCPM", "no");
	assert_vector(&sheet, CVSS_3_0, "CVSS:3.0/AV:P/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N", 16);
	rubric_derive(&sheet, &r);
	assert_int_equal(r.safety_count, 0);
	answer(&sheet, "XPRS", "unknown");
	assert_vector(&sheet, CVSS_3_0, "CVSS:3.0/AV:P/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N", 20);
	sheet.unknown_is_low = true;
	assert_vector(&sheet, CVSS_3_0, "CVSS:3.0/AV:P/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N", 18);
	sheet.unknown_is_low = false;
	answer(&sheet, "XPRS", "yes");
	answer(&sheet, "XAVPA", "no"); /* recorded, and no more: asked all the same */
	assert_vector(&sheet, CVSS_3_0, "CVSS:3.0/AV:P/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N", 16);
	rubric_derive(&sheet, &r);
	for (size_t i = 0; i < RUBRIC_QUESTIONS; i++)
		if (strcmp(rubric_questions[i].id, "XAVPA") == 0)
			assert_true(r.asked[i]);
}

static void rubric_answer_read_takes_the_choices_of_its_question_alone(void **state)
{
	static const struct {
		const char *id, *word;
		bool good;
	} cases[] = { { "XAVN", "YES", true }, { "XAVN", "high", false }, { "XIT", "High", true },
		{ "XIT", "yes", false }, { "XIT", "", true }, { "xacl", "Unknown", true },
		{ "XACL", "no|unknown", false } };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		enum rubric_answer to;
		struct err e = { 0 };
		size_t q;

		CASE(cases[i].word);
		assert_true(rubric_find(str_of(cases[i].id), &q));
		assert_int_equal(rubric_answer_read(q, str_of(cases[i].word), &to, &e), cases[i].good);
	}
}

static void rubric_change_refuses_what_is_not_asked_and_drops_what_is_not_any_more(void **state)
{
	struct rubric_sheet sheet = least(); /* XAVN is no */
	struct rubric_changes changes = { 0 };
	struct err e = { 0 };
	size_t n, t;

	(void)state;
	assert_true(rubric_find(STR("XAVN"), &n));
	assert_true(rubric_find(STR("XAVT"), &t));
	changes.given[t] = true;
	changes.answers[t] = RUBRIC_NO;
	assert_false(rubric_change(&sheet, &changes, &e));
	assert_string_equal(e.text, "XAVT is not asked: XAVN is no");
	changes.given[n] = true;
	changes.answers[n] = RUBRIC_YES;
	assert_true(rubric_change(&sheet, &changes, &e));
	assert_int_equal(sheet.answers[t], RUBRIC_NO);
	changes = (struct rubric_changes){ 0 };
	changes.given[n] = true;
	changes.answers[n] = RUBRIC_UNKNOWN;
	assert_true(rubric_change(&sheet, &changes, &e));
	assert_int_equal(sheet.answers[t], RUBRIC_UNANSWERED);
}

static void rubric_agrees_looks_at_the_base_alone(void **state)
{
	struct cvss a, b;
	struct err e;

	(void)state;
	assert_true(cvss_parse(STR("CVSS:3.0/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H"), &a, &e));
	assert_true(cvss_parse(STR("CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H/E:P/MAV:P"), &b, &e));
	assert_true(rubric_agrees(&a, &b));
	assert_true(cvss_parse(STR("CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:L"), &b, &e));
	assert_false(rubric_agrees(&a, &b));
	assert_true(cvss_parse(STR("AV:N/AC:L/Au:N/C:N/I:N/A:C"), &b, &e));
	assert_false(rubric_agrees(&a, &b));
}

/* --- the worksheet --- */

static json_t *worksheet(void)
{
	const char *path = check_data("suites/cvss-medical-rubric/rubric.json");
	json_t *root = path ? json_load_file(path, 0, NULL) : NULL;

	if (!root)
		skip();
	return root;
}

/* What stands in a cell of a sheet; "" where it is empty. */
static const char *cell(json_t *root, const char *sheet, char column, size_t row)
{
	json_t *list = json_object_get(json_object_get(root, "sheets"), sheet), *item;
	char name[16];
	size_t i;

	snprintf(name, sizeof(name), "%c%zu", column, row);
	json_array_foreach(list, i, item)
	{
		const char *value = json_string_value(json_object_get(item, "value"));

		if (strcmp(json_string_value(json_object_get(item, "cell")), name) == 0)
			return value ? value : "";
	}
	return "";
}

static void the_questions_are_those_of_the_worksheet(void **state)
{
	json_t *root = worksheet(), *questions = json_object_get(root, "questions");

	(void)state;
	assert_int_equal(json_array_size(questions), RUBRIC_QUESTIONS);
	for (size_t i = 0; i < RUBRIC_QUESTIONS; i++)
		assert_string_equal(json_string_value(json_object_get(json_array_get(questions, i), "id")),
		    rubric_questions[i].id);
	json_decref(root);
}

/* The answers of an example stand in a column, beside "Q1 (XAVN). ..." in the first. */
static struct rubric_sheet example(json_t *root, char column)
{
	struct rubric_sheet sheet = { 0 };

	for (size_t row = 2; row <= 43; row++) {
		struct str question = str_of(cell(root, "Details", 'A', row)), before;
		char id[8];

		if (!str_cut(&question, '(', &before) || !str_cut(&question, ')', &before) ||
		    before.len > 7 || !str_starts(before, STR("X")))
			continue;
		snprintf(id, sizeof(id), STR_FMT, STR_ARG(before));
		answer(&sheet, id, cell(root, "Details", column, row));
	}
	return sheet;
}

/* Text of at most 80 bytes, "CVSS:3.0/" and the vector of an example. */
static const char *with_prefix(const char *vector, char text[80])
{
	snprintf(text, 80, "CVSS:3.0/%s", vector);
	return text;
}

static void the_examples_of_the_worksheet_give_their_vectors(void **state)
{
	json_t *root = worksheet();
	struct rubric_sheet sheet;
	char text[80];

	(void)state;
	/* scores of the worksheet: 8.3 and 8.7, rounded up from their binary fractions */
	sheet = example(root, 'B');
	assert_vector(&sheet, CVSS_3_0, with_prefix(cell(root, "Summary", 'C', 2), text), 83);
	sheet = example(root, 'C');
	assert_vector(&sheet, CVSS_3_0, with_prefix(cell(root, "Summary", 'C', 3), text), 87);
	json_decref(root);
}

/* The formulas of cells C9 and E9, as they stand; c2 to c6 are XAVN, XAVT, XAVW, XAVR, XAVP. Empty: 0. */
static char cell_c9(const enum rubric_answer c[5])
{
	if (c[1] == RUBRIC_YES || c[1] == RUBRIC_UNKNOWN || c[0] == RUBRIC_UNKNOWN)
		return 'N';
	if (c[3] == RUBRIC_YES || c[4] == RUBRIC_NO || c[4] == RUBRIC_UNKNOWN)
		return 'L';
	if (c[4] == RUBRIC_YES)
		return 'P';
	return c[2] == RUBRIC_NO || c[2] == RUBRIC_UNKNOWN || c[3] == RUBRIC_NO ? 'A' : 0;
}

static char cell_e9(const enum rubric_answer e[3])
{
	if (e[0] == RUBRIC_NO || e[0] == RUBRIC_UNKNOWN || e[1] == RUBRIC_NO || e[1] == RUBRIC_UNKNOWN)
		return 'N';
	return e[2] == RUBRIC_YES ? 'H' : e[2] == RUBRIC_NO ? 'L' : e[2] == RUBRIC_UNKNOWN ? 'N' : 0;
}

/* The n-th of all ways to answer count questions with nothing, yes, no or unknown. */
static void nth(size_t n, enum rubric_answer *to, size_t count)
{
	for (size_t i = 0; i < count; i++, n /= 4)
		to[i] = (enum rubric_answer)(n % 4);
}

/* Leaves only what is asked: the worksheet's reader is told to leave the rest blank. */
static bool is_tidy(
    const struct rubric_sheet *sheet, const struct rubric_result *r, size_t first, size_t count)
{
	for (size_t i = first; i < first + count; i++)
		if (r->asked[i] != (sheet->answers[i] != RUBRIC_UNANSWERED))
			return false;
	return true;
}

static void the_formulas_of_the_worksheet_say_the_same(void **state)
{
	struct rubric_sheet sheet;
	struct rubric_result r;
	size_t agreed = 0, ranged = 0;

	(void)state;
	for (size_t n = 0; n < 4096; n++) {
		sheet = least();
		nth(n, sheet.answers, 6);
		rubric_derive(&sheet, &r);
		if (!is_tidy(&sheet, &r, 0, 6))
			continue;
		/* of a range that is not known the worksheet says nothing; the worse of both is what we say
		 */
		if (sheet.answers[3] == RUBRIC_UNKNOWN) {
			assert_int_equal(cell_c9(sheet.answers), 0);
			assert_int_equal(r.values[0], 'A');
			ranged++;
		} else
			assert_int_equal(r.values[0], cell_c9(sheet.answers));
		agreed++;
	}
	for (size_t n = 0; n < 64; n++) {
		sheet = least();
		nth(n, &sheet.answers[7], 3);
		rubric_derive(&sheet, &r);
		if (!is_tidy(&sheet, &r, 7, 3))
			continue;
		assert_int_equal(r.values[2], cell_e9(&sheet.answers[7]));
		agreed++;
	}
	assert_int_equal(ranged, 1);
	printf(
	    "# figure: medical rubric: 31 questions and 2 examples of the worksheet agree, and %zu ways to "
	    "answer AV and PR\n",
	    agreed);
}

TESTS(cmocka_unit_test(rubric_derive_gives_the_vectors_of_the_domain),
    cmocka_unit_test(rubric_answer_read_takes_the_choices_of_its_question_alone),
    cmocka_unit_test(rubric_change_refuses_what_is_not_asked_and_drops_what_is_not_any_more),
    cmocka_unit_test(rubric_agrees_looks_at_the_base_alone),
    cmocka_unit_test(the_questions_are_those_of_the_worksheet),
    cmocka_unit_test(the_examples_of_the_worksheet_give_their_vectors),
    cmocka_unit_test(the_formulas_of_the_worksheet_say_the_same))
