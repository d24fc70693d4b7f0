/*
 * Every vector of the suites beside the data: what other libraries compute, and what NVD and CNAs published.
 */
#include "check.h"

#include <jansson.h>

#include "assessment/cvss.h"
#include "assessment/cvss_tables.h"
#include "base/number.h"

enum { COLUMNS = 9, LINE_BYTES = 4096 };

struct row {
	char line[LINE_BYTES];
	struct str column[COLUMNS];
};

/* The next line of a table, cut at tabs; false at its end. */
static bool next_row(FILE *file, struct row *r)
{
	struct str rest;

	if (!fgets(r->line, sizeof(r->line), file))
		return false;
	rest = str_trim(str_of(r->line));
	for (size_t i = 0; i < COLUMNS; i++)
		if (!str_next(&rest, '\t', &r->column[i]))
			r->column[i] = STR("");
	check_case = r->line;
	return true;
}

/* Opens a suite and passes over its first line where that is a head; skips the test without data. */
static FILE *open_suite(const char *name, bool head)
{
	const char *path = check_data(name);
	FILE *file = path ? fopen(path, "r") : NULL;
	struct row r;

	if (!file)
		skip();
	if (head)
		assert_true(next_row(file, &r));
	return file;
}

/* "9.8" gives 98; "-" and "None" give -1. */
static int tenths(struct str s)
{
	int64_t n;

	if (str_eq(s, STR("-")) || str_eq(s, STR("None")))
		return -1;
	assert_true(number_decimal(s, 1, &n));
	return (int)n;
}

static struct cvss_scores scores_of(struct str vector, struct cvss *c)
{
	SCOPED_BUF text = buf_new(1000);
	struct cvss_scores s;
	struct cvss again;
	struct err e = { 0 };

	if (!cvss_parse(vector, c, &e))
		fail_msg("%s", e.text);
	cvss_score(c, &s);
	cvss_write(c, &text);
	assert_true(cvss_parse(buf_str(&text), &again, &e));
	assert_memory_equal(&again, c, sizeof(again));
	return s;
}

/* The environmental score of a vector that modifies nothing: what the formula says, with the scope "modified"
 * to what it is. In 3.1 it may differ from the base. */
static int formal_environmental(const struct cvss *c, const struct cvss_scores *s)
{
	struct cvss same = *c;
	struct cvss_scores scores;

	if (c->version == CVSS_2_0)
		return s->temporal >= 0 ? s->temporal : s->base;
	same.value[V3_MAV + V3_S] = c->value[V3_S];
	cvss_score(&same, &scores);
	return scores.environmental;
}

/* The suites give scores for groups that define nothing, too. */
static void compare(const struct cvss *c, const struct cvss_scores *s, const int expected[3])
{
	assert_int_equal(s->base, expected[0]);
	if (s->temporal >= 0 || expected[1] < 0)
		assert_int_equal(s->temporal, expected[1]);
	else
		assert_int_equal(s->base, expected[1]);
	if (s->environmental >= 0 || expected[2] < 0)
		assert_int_equal(s->environmental, expected[2]);
	else
		assert_int_equal(formal_environmental(c, s), expected[2]);
}

static void vectors_of_2_and_3_score_as_in_other_libraries(void **state)
{
	static const char *const suites[] = { "generated-v2", "generated-v3.0", "generated-v3.1" };
	int count = 0;

	for (size_t i = 0; i < COUNT(suites); i++) {
		char name[100];
		struct row r;
		FILE *file;

		snprintf(name, sizeof(name), "suites/cvss/%s.tsv", suites[i]);
		file = open_suite(name, true);
		while (next_row(file, &r)) {
			struct cvss c;
			struct cvss_scores s = scores_of(r.column[0], &c);

			compare(
			    &c, &s, (int[]){ tenths(r.column[1]), tenths(r.column[2]), tenths(r.column[3]) });
			count++;
		}
		fclose(file);
	}
	assert_int_equal(count, 3744 + 3751 + 5973);
	(void)state;
}

static void vectors_of_4_score_as_in_other_libraries(void **state)
{
	FILE *file = open_suite("suites/cvss/generated-v4.0.tsv", true);
	struct row r;

	while (next_row(file, &r)) {
		struct cvss c;
		struct cvss_scores s = scores_of(r.column[0], &c);

		assert_int_equal(s.score, tenths(r.column[1]));
		assert_true(str_eq(str_of(cvss_nomenclature(&c)), r.column[2]));
	}
	fclose(file);
	(void)state;
}

/* Scores exactly between two tenths: the one that goes up is right, and Red Hat's library has it. */
static void disputed_scores_of_2_go_up(void **state)
{
	FILE *file = open_suite("suites/cvss/disputed-v2.tsv", true);
	struct row r;

	while (next_row(file, &r)) {
		struct str rest = r.column[1], piece[3];
		struct cvss c;
		struct cvss_scores s = scores_of(r.column[0], &c);

		for (size_t i = 0; i < 3; i++)
			assert_true(str_next(&rest, '/', &piece[i]));
		compare(&c, &s, (int[]){ tenths(piece[0]), tenths(piece[1]), tenths(piece[2]) });
	}
	fclose(file);
	(void)state;
}

static void disputed_scores_of_4_are_those_of_the_first_calculator(void **state)
{
	FILE *file = open_suite("suites/cvss/disputed-v4.0.tsv", true);
	struct row r;

	while (next_row(file, &r)) {
		struct cvss c;

		assert_int_equal(scores_of(r.column[0], &c).score, tenths(r.column[3]));
	}
	fclose(file);
	(void)state;
}

/* Lines such as "VECTOR - (9.0, 7.7, None)" and "VECTOR - 7.2". */
static void red_hat_vectors_score_as_there(void **state)
{
	static const char *const suites[] = { "calculator2", "calculator3", "cvsslib2", "cvsslib3",
		"security4", "simple2", "simple3", "simple31", "simple4", "supplemental4", "threat4" };
	int count = 0;

	for (size_t i = 0; i < COUNT(suites); i++) {
		char name[100];
		struct row r;
		FILE *file;

		snprintf(name, sizeof(name), "suites/cvss/redhat/vectors_%s.txt", suites[i]);
		file = open_suite(name, false);
		while (next_row(file, &r)) {
			struct str vector = str_first(r.column[0], str_index(r.column[0], ' ')), piece;
			struct str rest = str_from(r.column[0], vector.len + 3);
			struct cvss c;
			struct cvss_scores s = scores_of(vector, &c);
			int expected[3] = { -1, -1, -1 };

			if (str_starts(rest, STR("(")))
				rest = (struct str){ rest.ptr + 1, rest.len - 2 };
			for (size_t k = 0; k < 3 && str_next(&rest, ',', &piece); k++)
				if (piece.len)
					expected[k] = tenths(str_trim(piece));
			if (c.version == CVSS_4_0)
				assert_int_equal(s.score, expected[0]);
			else
				compare(&c, &s, expected);
			count++;
		}
		fclose(file);
	}
	assert_int_equal(count, 3883);
	(void)state;
}

static void nvd_vectors_score_as_published(void **state)
{
	static const char *const suites[] = { "v2", "v3.0", "v3.1" };

	for (size_t i = 0; i < COUNT(suites); i++) {
		char name[100];
		struct row r;
		FILE *file;

		snprintf(name, sizeof(name), "suites/cvss/nvd-observed-%s.tsv", suites[i]);
		file = open_suite(name, true);
		while (next_row(file, &r)) {
			struct cvss c;
			struct cvss_scores s = scores_of(r.column[0], &c);

			assert_int_equal(s.base, tenths(r.column[1]));
			assert_int_equal(s.score, s.base);
			assert_int_equal(s.exploitability, tenths(r.column[2]));
			assert_int_equal(s.impact, tenths(r.column[3]));
			assert_true(
			    str_eq_nocase(str_of(cvss_band_name(cvss_band(c.version, s.base))), r.column[4]));
		}
		fclose(file);
	}
	(void)state;
}

struct inconsistent {
	char vector[500];
	int published, recomputed;
};

static size_t read_inconsistent(struct inconsistent *to, size_t room)
{
	FILE *file = open_suite("suites/cvss/cve5-observed-inconsistent.tsv", true);
	size_t count = 0;
	struct row r;

	for (; next_row(file, &r); count++) {
		assert_true(count < room);
		snprintf(to[count].vector, sizeof(to->vector), STR_FMT, STR_ARG(r.column[4]));
		to[count].published = tenths(r.column[5]);
		to[count].recomputed = tenths(r.column[7]);
	}
	fclose(file);
	return count;
}

/* What a CNA publishes as its base score follows from the vector, or the pair is listed as one that does not.
 * Listed pairs are recomputed as base scores, 4.0 with all its metrics. */
static void cna_vectors_score_as_published(void **state)
{
	static struct inconsistent list[300];
	size_t list_count = read_inconsistent(list, COUNT(list)), differ = 0;
	FILE *file = open_suite("suites/cvss/cve5-observed-all.tsv", true);
	struct row r;

	while (next_row(file, &r)) {
		struct cvss c;
		struct cvss_scores s = scores_of(r.column[3], &c);
		int score = c.version == CVSS_4_0 ? s.score : s.base;
		size_t k = 0;

		while (k < list_count && (!str_eq(str_of(list[k].vector), r.column[3]) ||
					     list[k].published != tenths(r.column[4])))
			k++;
		if (score != tenths(r.column[4])) {
			assert_true(k < list_count);
			differ++;
		}
	}
	fclose(file);
	assert_true(differ < list_count);
	for (size_t k = 0; k < list_count; k++) {
		struct cvss c;
		struct cvss_scores s = scores_of(str_of(list[k].vector), &c);

		CASE(list[k].vector);
		assert_int_equal(c.version == CVSS_4_0 ? s.score : s.base, list[k].recomputed);
	}
	(void)state;
}

static json_t *load(const char *name)
{
	const char *path = check_data(name);
	json_t *document = path ? json_load_file(path, 0, NULL) : NULL;

	if (!document)
		skip();
	return document;
}

static int score_at(const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);

	return json_is_number(value) ? (int)(json_number_value(value) * 10 + 0.5) : -1;
}

static void pandatix_vectors_pass(void **state)
{
	json_t *rows = load("suites/cvss/pandatix/go-cvss-test-vectors.json"), *row;
	size_t i;

	json_array_foreach(rows, i, row)
	{
		struct str vector = str_of(json_string_value(json_object_get(row, "vector")));
		const json_t *verdict = json_object_get(row, "parse_ok");
		struct cvss_scores s;
		struct cvss c;
		struct err e = { 0 };

		CASE(vector.ptr);
		if (verdict)
			assert_int_equal(cvss_parse(vector, &c, &e), json_is_true(verdict));
		if (verdict)
			continue;
		s = scores_of(vector, &c);
		if (c.version == CVSS_4_0)
			assert_int_equal(s.score, score_at(row, "score"));
		else
			compare(&c, &s,
			    (int[]){ score_at(row, "base"), score_at(row, "temporal"),
				score_at(row, "environmental") });
	}
	assert_int_equal(json_array_size(rows), 36);
	json_decref(rows);
	(void)state;
}

static void the_table_of_4_is_that_of_first(void **state)
{
	json_t *tables = load("suites/cvss/first-v4/cvss-v4.0-tables.json");
	const json_t *scores = json_object_get(tables, "macrovector_score");
	size_t known = 0;

	for (int i = 0; i < 3 * 2 * 3 * 3 * 3 * 2; i++) {
		struct cvss_macro m = { i / 108, i / 54 % 2, i / 18 % 3, i / 6 % 3, i / 2 % 3, i % 2 };
		char key[80];

		snprintf(key, sizeof(key), "%d%d%d%d%d%d", m.eq1, m.eq2, m.eq3, m.eq4, m.eq5, m.eq6);
		CASE(key);
		assert_int_equal(cvss_v4_lookup(m), score_at(scores, key));
		known += cvss_v4_lookup(m) >= 0;
		CASE(NULL);
	}
	assert_int_equal(known, 270);
	json_decref(tables);
	(void)state;
}

TESTS(cmocka_unit_test(vectors_of_2_and_3_score_as_in_other_libraries),
    cmocka_unit_test(vectors_of_4_score_as_in_other_libraries), cmocka_unit_test(disputed_scores_of_2_go_up),
    cmocka_unit_test(disputed_scores_of_4_are_those_of_the_first_calculator),
    cmocka_unit_test(red_hat_vectors_score_as_there), cmocka_unit_test(nvd_vectors_score_as_published),
    cmocka_unit_test(cna_vectors_score_as_published), cmocka_unit_test(pandatix_vectors_pass),
    cmocka_unit_test(the_table_of_4_is_that_of_first))
