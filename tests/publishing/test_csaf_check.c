#include "check.h"

#include "formats/unpack.h"
#include "publishing/csaf/csaf_check.h"

/* A document that breaks no mandatory test, and nothing optional but what the cases add. */
#define TRACKING(version, status, history)                                                                   \
	"\"tracking\": {\"current_release_date\": \"2026-02-01T00:00:00Z\", \"id\": \"AC-2026-0001\", "      \
	"\"initial_release_date\": \"2026-01-01T00:00:00Z\", \"revision_history\": [" history                \
	"], \"status\": \"" status "\", \"version\": \"" version "\"}"
#define REVISION(date, number)                                                                               \
	"{\"date\": \"" date "T00:00:00Z\", \"number\": \"" number "\", \"summary\": \"x\"}"
#define FIRST TRACKING("1", "final", REVISION("2026-01-01", "1"))
#define DOCUMENT(category, more, tracking)                                                                   \
	"\"document\": {\"category\": \"" category "\", \"csaf_version\": \"2.0\", " more                    \
	"\"publisher\": {\"category\": \"vendor\", \"name\": \"Maker\", \"namespace\": "                     \
	"\"https://maker.example\"}, \"title\": \"Pumps\", " tracking "}"
#define BASE DOCUMENT("csaf_base", "", FIRST)
#define NAMES(list) "\"product_tree\": {\"full_product_names\": [" list "]}"
#define NAME(id) "{\"name\": \"Pump\", \"product_id\": \"" id "\"}"
#define FLAWS(list) "\"vulnerabilities\": [" list "]"
#define VEX(flaw) "{" DOCUMENT("csaf_vex", "", FIRST) ", " NAMES(NAME("P1")) ", " FLAWS(flaw) "}"
#define SCORE_3(more)                                                                                        \
	"{" BASE ", " NAMES(NAME("P1")) ", " FLAWS(                                                          \
	    "{\"scores\": [{\"products\": [\"P1\"], \"cvss_v3\": {\"version\": \"3.1\", " more "}}]}") "}"
#define VECTOR "\"vectorString\": \"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H\", "

static struct csaf_verdict check(const char *document, const char *name, struct arena *arena)
{
	SCOPED_INPUT *in = input_open_memory(STR("test"), str_of(document));
	struct csaf_verdict verdict;
	const struct json_node *root;
	struct err e = { 0 };

	if (!json_tree_read(in, arena, &root, &e))
		fail_msg("%s", e.text);
	csaf_check(root, str_of(name), arena, &verdict);
	return verdict;
}

/* The first fault of the level or below it as "6.1.9 /path: text"; empty where there is none. */
static struct str first_fault(const struct csaf_verdict *v, enum csaf_level level, struct arena *arena)
{
	for (size_t i = 0; i < v->fault_count; i++) {
		const struct csaf_fault *f = &v->faults[i];

		if (f->test->level <= level)
			return arena_printf(arena, "%s " STR_FMT ": " STR_FMT, f->test->id, STR_ARG(f->path),
			    STR_ARG(f->text));
	}
	return STR("");
}

static void csaf_faults_are_named_with_their_place(void **state)
{
	static const struct {
		const char *document, *fault;
	} cases[] = {
		{ "{" BASE "}", "" },
		{ "[]", "schema : expected an object" },
		{ "{}", "schema : document is missing" },
		{ "{" DOCUMENT("csaf_base", "\"lang\": 7, ", FIRST) "}",
		    "schema /document/lang: expected a language tag, found \"7\"" },
		{ "{" DOCUMENT("csaf_base", "\"notes\": [], ", FIRST) "}",
		    "schema /document/notes: expected a list of at least 1" },
		{ "{" BASE
		  ", " FLAWS("{\"flags\": [{\"label\": \"none\", \"product_ids\": [\"P1\", \"P1\"]}]}") "}",
		    "schema /vulnerabilities/0/flags/0/label: expected one of component_not_present|"
		    "inline_mitigations_already_exist|vulnerable_code_cannot_be_controlled_by_adversary|"
		    "vulnerable_code_not_in_execute_path|vulnerable_code_not_present, found \"none\"" },
		{ "{" BASE ", " FLAWS("{\"ids\": [{\"text\": \"1\", \"system_name\": \"a\"}, "
				      "{\"system_name\": \"a\", \"text\": \"1\"}]}") "}",
		    "schema /vulnerabilities/0/ids/1: it stands in the list already" },
		{ "{" BASE ", " FLAWS("{\"product_status\": {\"fixed\": [\"P1\"]}}") "}",
		    "6.1.1 /vulnerabilities/0/product_status/fixed/0: \"P1\" is not defined" },
		{ "{" BASE ", " NAMES(NAME("P1") ", " NAME("P1")) "}",
		    "6.1.2 /product_tree/full_product_names/1/product_id: \"P1\" is defined already" },
		{ SCORE_3(VECTOR "\"baseScore\": 9.8"),
		    "6.1.8 /vulnerabilities/0/scores/0/cvss_v3: baseSeverity is missing" },
		{ SCORE_3("\"vectorString\": \"CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H\", "
			  "\"baseScore\": 9.8, \"baseSeverity\": \"CRITICAL\""),
		    "6.1.8 /vulnerabilities/0/scores/0/cvss_v3/vectorString: a vector of CVSS 3.0 in an "
		    "object of 3.1" },
		{ SCORE_3(VECTOR "\"baseScore\": 9.80, \"baseSeverity\": \"CRITICAL\""), "" },
		{ SCORE_3(VECTOR "\"baseScore\": 9.81, \"baseSeverity\": \"CRITICAL\""),
		    "6.1.9 /vulnerabilities/0/scores/0/cvss_v3/baseScore: the vector gives 9.8, not 9.81" },
		{ SCORE_3(VECTOR "\"baseScore\": 9.8, \"baseSeverity\": \"HIGH\""),
		    "6.1.9 /vulnerabilities/0/scores/0/cvss_v3/baseSeverity: a score of 9.8 is critical, not "
		    "HIGH" },
		{ SCORE_3(
		      VECTOR "\"baseScore\": 9.8, \"baseSeverity\": \"CRITICAL\", \"scope\": \"CHANGED\""),
		    "6.1.10 /vulnerabilities/0/scores/0/cvss_v3/scope: the vector has S:U, not CHANGED" },
		{ "{" BASE ", " FLAWS("{\"cwe\": {\"id\": \"CWE-79\", \"name\": \"XSS\"}}") "}",
		    "6.1.11 /vulnerabilities/0/cwe: CWE-79 is \"Improper Neutralization of Input During Web "
		    "Page Generation ('Cross-site Scripting')\", not \"XSS\"" },
		{ "{" DOCUMENT("csaf_base", "\"lang\": \"ez\", ", FIRST) "}",
		    "6.1.12 /document/lang: language \"ez\" is not registered" },
		{ "{" DOCUMENT("csaf_base", "",
		      TRACKING(
			  "2", "final", REVISION("2026-01-01", "1") ", " REVISION("2025-12-01", "2"))) "}",
		    "6.1.14 /document/tracking/revision_history/0/number: revision 1 has a later date than "
		    "2" },
		{ "{" DOCUMENT("csaf_base", "",
		      TRACKING(
			  "1", "final", REVISION("2026-01-01", "1") ", " REVISION("2026-02-01", "2"))) "}",
		    "6.1.16 /document/tracking/version: version 1, but the newest revision is 2" },
		{ "{" DOCUMENT("Informational-Advisory", "", FIRST) "}",
		    "6.1.26 /document/category: \"Informational-Advisory\" can be taken for a profile" },
		{ VEX("{\"cve\": \"CVE-2026-1001\", \"notes\": [{\"category\": \"summary\", \"text\": "
		      "\"x\"}], "
		      "\"product_status\": {\"known_affected\": [\"P1\"]}}"),
		    "6.1.27.10 /vulnerabilities/0/product_status/known_affected/0: \"P1\" has no "
		    "remediation" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct csaf_verdict v;
		struct str fault;

		CASE(cases[i].fault);
		v = check(cases[i].document, "", &arena);
		fault = first_fault(&v, CSAF_MANDATORY, &arena);
		assert_string_equal(arena_text(&arena, fault), cases[i].fault);
	}
	(void)state;
}

/* 6.1.21 goes by dates: what is dated first is the first revision. */
static void csaf_counts_revisions_by_their_dates(void **state)
{
	static const struct {
		const char *document;
		bool good;
	} cases[] = {
		{ "{" DOCUMENT("csaf_base", "",
		      TRACKING(
			  "2", "final", REVISION("2026-02-01", "2") ", " REVISION("2026-01-01", "1"))) "}",
		    true },
		{ "{" DOCUMENT("csaf_base", "",
		      TRACKING(
			  "1", "final", REVISION("2026-02-01", "1") ", " REVISION("2026-01-01", "2"))) "}",
		    false },
		{ "{" DOCUMENT("csaf_base", "",
		      TRACKING(
			  "3", "final", REVISION("2026-01-01", "1") ", " REVISION("2026-02-01", "3"))) "}",
		    false },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct csaf_verdict v = check(cases[i].document, "", &arena);
		size_t gaps = 0;

		for (size_t k = 0; k < v.fault_count; k++)
			gaps += strcmp(v.faults[k].test->id, "6.1.21") == 0;
		assert_int_equal(gaps == 0, cases[i].good);
	}
	(void)state;
}

/* A remediation of a group is one of each product in it, and of no other. */
static void csaf_looks_into_groups(void **state)
{
#define GROUPED(group)                                                                                       \
	"{" DOCUMENT("csaf_vex", "", FIRST) ", \"product_tree\": {\"full_product_names\": [" NAME(           \
	    "P1") ", " NAME("P2") ", " NAME("P3") "], \"product_groups\": [{\"group_id\": \"G\", "           \
						  "\"product_ids\": [\"P1\", "                               \
						  "\"P2\"]}, {\"group_id\": \"H\", \"product_ids\": "        \
						  "[\"P2\", \"P3\"]}]}, " FLAWS(                             \
						      "{\"cve\": \"CVE-2026-1001\", \"notes\": "             \
						      "[{\"category\": \"summary\", \"text\": \"x\"}], "     \
						      "\"product_status\": {\"known_affected\": [\"P1\", "   \
						      "\"P2\"]}, \"remediations\": [{\"category\": "         \
						      "\"none_available\", \"details\": \"d\", "             \
						      "\"group_ids\": [\"" group "\"]}]}") "}"
	SCOPED_ARENA arena = { 0 };
	struct csaf_verdict v = check(GROUPED("G"), "", &arena);

	assert_string_equal(arena_text(&arena, first_fault(&v, CSAF_MANDATORY, &arena)), "");
	v = check(GROUPED("H"), "", &arena);
	assert_int_equal(v.of_level[CSAF_MANDATORY], 1);
	assert_string_equal(arena_text(&arena, first_fault(&v, CSAF_MANDATORY, &arena)),
	    "6.1.27.10 /vulnerabilities/0/product_status/known_affected/0: \"P1\" has no remediation");
	(void)state;
}

/* Equations of the environmental score differ from those of the base where the scope changes. */
static void csaf_takes_the_environmental_score_of_a_calculator(void **state)
{
#define CHANGED(score)                                                                                       \
	SCORE_3("\"vectorString\": \"CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:C/C:H/I:H/A:H/RL:O/RC:C\", "             \
		"\"baseScore\": 9, \"baseSeverity\": \"CRITICAL\", \"environmentalScore\": " score)
	static const struct {
		const char *document;
		bool good;
	} cases[] = { { CHANGED("8.6"), true }, { CHANGED("8.7"), true }, { CHANGED("8.8"), false } };

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };

		assert_int_equal(
		    check(cases[i].document, "", &arena).of_level[CSAF_MANDATORY] == 0, cases[i].good);
	}
	(void)state;
}

/* A made B of C, B made C of A: each is part of itself. */
static void csaf_finds_circles_of_any_length(void **state)
{
#define RELATION(made, a, b)                                                                                 \
	"{\"category\": \"installed_on\", \"full_product_name\": {\"name\": \"x\", \"product_id\": \"" made  \
	"\"}, \"product_reference\": \"" a "\", \"relates_to_product_reference\": \"" b "\"}"
#define RELATIONS(list)                                                                                      \
	"{" BASE ", \"product_tree\": {\"full_product_names\": [" NAME("P") "], \"relationships\": [" list   \
									    "]}}"
	static const struct {
		const char *document;
		size_t circles;
	} cases[] = {
		{ RELATIONS(RELATION("A", "P", "P")), 0 },
		{ RELATIONS(
		      RELATION("A", "P", "P") ", " RELATION("B", "A", "P") ", " RELATION("C", "A", "B")),
		    0 },
		{ RELATIONS(RELATION("A", "A", "P")), 1 },
		{ RELATIONS(
		      RELATION("A", "P", "B") ", " RELATION("B", "C", "P") ", " RELATION("C", "P", "A")),
		    1 },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct csaf_verdict v = check(cases[i].document, "", &arena);
		size_t circles = 0;

		for (size_t k = 0; k < v.fault_count; k++)
			circles += strcmp(v.faults[k].test->id, "6.1.3") == 0;
		assert_int_equal(circles, cases[i].circles);
	}
	(void)state;
}

static void csaf_file_names_follow_the_tracking_id(void **state)
{
	static const struct {
		const char *id, *name;
	} cases[] = {
		{ "Example Company - 2019-YH3234", "example_company_-_2019-yh3234.json" },
		{ "RHBA-2019_0024", "rhba-2019_0024.json" },
		{ "2022 #01-A", "2022_01-a.json" },
	};
	SCOPED_ARENA arena = { 0 };

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str name = csaf_file_name(str_of(cases[i].id), &arena);

		CASE(cases[i].id);
		assert_string_equal(arena_text(&arena, name), cases[i].name);
	}
	assert_int_equal(check("{" BASE "}", "ac-2026-0001.json", &arena).of_level[CSAF_OPTIONAL] + 1,
	    check("{" BASE "}", "AC-2026-0001.json", &arena).of_level[CSAF_OPTIONAL]);
	(void)state;
}

struct suite {
	size_t documents, agree, tests;
};

/* Does the test of this id say of the document what the suite says? */
static void hold_document(
    const struct json_node *of, struct str id, bool fails, struct suite *suite, struct arena *arena)
{
	struct str name = json_node_field(of, STR("name"));
	SCOPED_INPUT *in = NULL;
	const struct json_node *root;
	struct csaf_verdict v;
	struct err e = { 0 };
	char path[512];
	const char *there;
	bool found = false;

	snprintf(path, sizeof(path), "suites/csaf-2.0/" STR_FMT, STR_ARG(name));
	there = check_data(path);
	if (!there)
		return;
	CASE(there);
	if (!input_open_file(there, &in, &e) || !json_tree_read(in, arena, &root, &e))
		fail_msg("%s", e.text);
	csaf_check(root, STR(""), arena, &v);
	for (size_t i = 0; i < v.fault_count; i++) {
		assert_string_not_equal(v.faults[i].test->id, "schema");
		found = found || str_eq(str_of(v.faults[i].test->id), id);
	}
	suite->documents++;
	suite->agree += found == fails;
	if (found != fails)
		printf("# %s: test " STR_FMT " says otherwise\n", there, STR_ARG(id));
}

/* These need a network or a dictionary. */
static bool is_left_out(struct str id)
{
	return str_eq(id, STR("6.3.6")) || str_eq(id, STR("6.3.7")) || str_eq(id, STR("6.3.8"));
}

static void csaf_tests_agree_with_the_test_documents_of_oasis(void **state)
{
	const char *path = check_data("suites/csaf-2.0/testcases.json");
	struct suite suite = { 0 };
	SCOPED_ARENA arena = { 0 };
	SCOPED_INPUT *in = NULL;
	const struct json_node *root;
	struct json_nodes groups;
	struct err e = { 0 };

	if (!path)
		skip();
	if (!input_open_file(path, &in, &e) || !json_tree_read(in, &arena, &root, &e))
		fail_msg("%s", e.text);
	groups = json_tree_find(root, "tests/?", &arena);
	for (size_t i = 0; i < groups.count; i++) {
		struct str id = json_node_field(groups.at[i], STR("id"));
		struct json_nodes fail = json_tree_find(groups.at[i], "failures/?", &arena);
		struct json_nodes good = json_tree_find(groups.at[i], "valid/?", &arena);

		suite.tests += !is_left_out(id);
		for (size_t k = 0; k < fail.count && !is_left_out(id); k++)
			hold_document(fail.at[k], id, true, &suite, &arena);
		for (size_t k = 0; k < good.count && !is_left_out(id); k++)
			hold_document(good.at[k], id, false, &suite, &arena);
	}
	assert_true(suite.documents > 100);
	assert_int_equal(suite.agree, suite.documents);
	printf("# figure: %zu test documents of CSAF 2.0 for %zu tests of the standard, all verdicts agree\n",
	    suite.documents, suite.tests);
	(void)state;
}

TESTS(cmocka_unit_test(csaf_faults_are_named_with_their_place),
    cmocka_unit_test(csaf_counts_revisions_by_their_dates), cmocka_unit_test(csaf_looks_into_groups),
    cmocka_unit_test(csaf_takes_the_environmental_score_of_a_calculator),
    cmocka_unit_test(csaf_finds_circles_of_any_length),
    cmocka_unit_test(csaf_file_names_follow_the_tracking_id),
    cmocka_unit_test(csaf_tests_agree_with_the_test_documents_of_oasis))
