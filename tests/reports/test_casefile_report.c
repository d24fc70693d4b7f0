#include "casefile_example.h"

static void what_was_replaced_stays_and_says_by_what(void **state)
{
	struct casefile_report r;
	struct err e = { 0 };
	struct example x;

	example_begin(&x, 2026, 2, 1);
	example_add(&x, "fix", 0, "{\"kind\":\"software\",\"validated_on\":\"2026-01-20\"}", "{}");
	example_add(&x, "fix", 2,
	    "{\"kind\":\"software\",\"validated_on\":\"2026-01-20\",\"distributed_on\":\"2026-01-30\"}",
	    "{}");
	assert_true(example_report(&x, &r, &e));
	assert_int_equal(r.record_count, 3);
	assert_int_equal(r.records[0].replaced_by, 0);
	assert_int_equal(r.records[1].replaced_by, 3);
	assert_int_equal(r.records[2].replaced_by, 0);
	assert_int_equal(r.records[2].facts.count, 3);
	assert_true(str_eq(r.opened_by, STR("ra")));
	arena_free(&x.arena);
	(void)state;
}

static void the_last_assessment_not_after_today_counts(void **state)
{
	static const struct {
		const char *text;
		int month, day;
		int counts; /* the index of the assessment; -1: none */
	} cases[] = {
		{ "before the first", 1, 4, -1 },
		{ "on the day of the first", 1, 5, 0 },
		{ "on the day of two", 1, 9, 2 },
		{ "later", 2, 9, 2 },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct casefile_report r;
		struct err e = { 0 };
		struct example x;

		CASE(cases[i].text);
		example_begin(&x, 2026, cases[i].month, cases[i].day);
		example_assess(&x);
		example_add(&x, "assessment", 0,
		    "{\"on\":\"2026-01-09\",\"exploitability\":\"low\",\"severity\":\"none\"}", "{}");
		example_add(&x, "assessment", 0,
		    "{\"on\":\"2026-01-09\",\"exploitability\":\"low\",\"severity\":\"minor\"}", "{}");
		assert_true(example_report(&x, &r, &e));
		assert_int_equal(r.assessment_count, 3);
		assert_ptr_equal(r.current, cases[i].counts < 0 ? NULL : &r.assessments[cases[i].counts]);
		arena_free(&x.arena);
	}
	(void)state;
}

static void an_assessment_has_its_cells_and_its_score(void **state)
{
	struct casefile_report r;
	struct err e = { 0 };
	struct example x;

	example_begin(&x, 2026, 2, 1);
	example_assess(&x);
	example_add(&x, "assessment", 0,
	    "{\"on\":\"2026-01-06\",\"exploitability\":\"medium\",\"severity\":\"none\"}",
	    "{\"cvss_vector\":\"AV:odd\"}");
	assert_true(example_report(&x, &r, &e));
	assert_int_equal(casefile_report_cell(&r, r.assessments[0].fact, false), CELL_U);
	assert_int_equal(casefile_report_cell(&r, r.assessments[0].fact, true), CELL_C_BORDERLINE);
	assert_int_equal(r.assessments[0].cvss.scores.score, 98);
	assert_int_equal(r.assessments[0].cvss.band, CVSS_CRITICAL);
	assert_true(str_eq(r.assessments[0].hazardous_situation, STR("no alarm sounds")));
	assert_int_equal(casefile_report_cell(&r, r.assessments[1].fact, false), CELL_NONE);
	assert_int_equal(r.assessments[1].cvss.band, CVSS_UNSCORED);
	assert_int_equal(r.assessments[1].record->record->id, 3);
	arena_free(&x.arena);
	(void)state;
}

static void what_is_initiated_is_called_what_it_is(void **state)
{
	static const struct {
		const char *severity, *kind, *says;
	} cases[] = {
		{ "critical", "correction", "correction initiated" },
		{ "critical", "removal", "removal initiated" },
		{ "none", "correction", "routine update initiated" },
		{ "none", "removal", "routine update initiated" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct casefile_report r;
		struct err e = { 0 };
		struct example x;

		CASE(cases[i].says);
		example_begin(&x, 2026, 1, 9);
		example_add(&x, "assessment", 0,
		    arena_text(&x.arena,
			arena_printf(&x.arena,
			    "{\"on\":\"2026-01-05\",\"exploitability\":\"high\",\"severity\":\"%s\"}",
			    cases[i].severity)),
		    "{}");
		example_add(&x, "correction", 0,
		    arena_text(
			&x.arena, arena_printf(&x.arena, "{\"kind\":\"%s\",\"initiated_on\":\"2026-01-08\"}",
				      cases[i].kind)),
		    "{}");
		assert_true(example_report(&x, &r, &e));
		assert_true(r.mark_count > 1);
		assert_string_equal(arena_text(&x.arena, r.marks[1].says), cases[i].says);
		arena_free(&x.arena);
	}
	(void)state;
}

static void a_day_has_one_mark_and_the_future_none(void **state)
{
	static const struct {
		const char *says;
		int month, day;
		bool adverse, due;
	} wanted[] = {
		{ "assessed", 1, 5, false, false },
		{ "control, plan", 1, 6, false, false },
		{ "communication, correction initiated, serious injury known", 1, 8, true, false },
		{ "806 report due", 1, 23, false, true },
		{ "MDR due", 2, 7, false, true },
	};
	struct casefile_report r;
	struct err e = { 0 };
	struct example x;

	example_begin(&x, 2026, 1, 20);
	example_assess(&x);
	example_add(&x, "control", 0, "{\"identified_on\":\"2026-01-06\"}", "{}");
	example_add(&x, "control", 0, "{\"identified_on\":\"2026-01-06\"}", "{}");
	example_add(&x, "plan", 0, "{\"on\":\"2026-01-06\"}", "{}");
	example_add(&x, "event", 0,
	    "{\"kind\":\"serious_injury\",\"known_on\":\"2026-01-08\",\"associated\":true}", "{}");
	example_add(&x, "communication", 0, "{\"on\":\"2026-01-08\",\"to\":[\"customers\"]}", "{}");
	example_add(&x, "correction", 0, "{\"kind\":\"correction\",\"initiated_on\":\"2026-01-08\"}", "{}");
	example_add(&x, "fix", 0, "{\"distributed_on\":\"2026-01-21\"}", "{}");
	assert_true(example_report(&x, &r, &e));
	assert_int_equal(r.mark_count, COUNT(wanted));
	for (size_t i = 0; i < COUNT(wanted); i++) {
		CASE(wanted[i].says);
		assert_true(str_eq(r.marks[i].says, str_of(wanted[i].says)));
		assert_int_equal(r.marks[i].on.days, date_of(2026, wanted[i].month, wanted[i].day).days);
		assert_int_equal(r.marks[i].adverse, wanted[i].adverse);
		assert_int_equal(r.marks[i].due, wanted[i].due);
	}
	arena_free(&x.arena);
	(void)state;
}

static void findings_are_those_of_records_that_stand(void **state)
{
	static const char finding[] =
	    "{\"release\":\"3.2\",\"findings\":[{\"vulnerability\":\"CVE-2021-31571\",\"aliases\":[\"GHSA-"
	    "1\"],"
	    "\"component\":{\"name\":\"FreeRTOS\",\"version\":\"10.0.1\",\"purl\":null,\"cpe\":\"cpe:2.3:o\"}"
	    ","
	    "\"tier\":\"B\",\"state\":\"affected\",\"source\":\"nvd\",\"trace\":[\"nvd: one\",\"cve: two\"],"
	    "\"cvss\":[{\"source\":\"nvd\",\"vector\":null,\"score\":9.8,\"severity\":\"critical\"}],"
	    "\"kev\":true,\"epss\":0.944170,\"fixed_in\":[],\"published\":null,\"more\":{\"a\":[1]}}]}";
	struct casefile_report r;
	struct err e = { 0 };
	struct example x;

	example_begin(&x, 2026, 2, 1);
	example_add(&x, "finding", 0, "{}", finding);
	example_add(&x, "finding", 2, "{}", finding);
	assert_true(example_report(&x, &r, &e));
	assert_int_equal(r.finding_count, 1);
	assert_int_equal(r.findings[0].record, 3);
	assert_true(str_eq(r.findings[0].release, STR("3.2")));
	assert_true(str_eq(r.findings[0].component, STR("FreeRTOS")));
	assert_int_equal(r.findings[0].trace.count, 2);
	assert_int_equal(r.findings[0].scores[0].tenths, 98);
	assert_int_equal(r.findings[0].epss, 944170);
	assert_true(r.findings[0].kev);
	assert_int_equal(r.findings[0].purl.len, 0);
	arena_free(&x.arena);
	(void)state;
}

static void a_damaged_record_is_named(void **state)
{
	static const struct {
		const char *kind, *more, *why;
	} cases[] = {
		{ "plan", "{\"text\":", "casefile 7: record 2: record:1" },
		{ "plan", "{\"text\":{\"a\":{\"b\":1}}}", "casefile 7: record 2: record:1" },
		{ "plan", "[]", "casefile 7: record 2: record:1" },
		{ "plan", "", "casefile 7: record 2: record:" },
		{ "finding", "{\"findings\":[{\"kev\":\"yes\"}]}", "casefile 7: record 2: finding:1" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct casefile_report r;
		struct err e = { 0 };
		struct example x;

		CASE(cases[i].more);
		example_begin(&x, 2026, 2, 1);
		example_add(&x, cases[i].kind, 0, "{}", cases[i].more);
		assert_false(example_report(&x, &r, &e));
		assert_int_equal(e.code, ERR_STORE);
		assert_memory_equal(e.text, cases[i].why, strlen(cases[i].why));
		arena_free(&x.arena);
	}
	(void)state;
}

static void fields_keep_their_kinds_and_paths(void **state)
{
	static const struct {
		const char *key;
		enum report_value kind;
	} wanted[] = {
		{ "text", REPORT_TEXT },
		{ "count", REPORT_NUMBER },
		{ "yes", REPORT_ANSWER },
		{ "list", REPORT_TEXTS },
		{ "blocks[0].on", REPORT_TEXT },
		{ "blocks[1].on", REPORT_TEXT },
		{ "none", REPORT_NULL },
	};
	SCOPED_ARENA arena = { 0 };
	struct report_fields f;
	struct err e = { 0 };

	assert_true(report_fields_read(STR("{\"text\":\"a\",\"count\":3,\"yes\":true,\"list\":[\"a\",\"b\"],"
					   "\"blocks\":[{\"on\":\"x\"},{\"on\":\"y\"}],\"none\":null}"),
	    &arena, &f, &e));
	assert_int_equal(f.count, COUNT(wanted));
	for (size_t i = 0; i < COUNT(wanted); i++) {
		CASE(wanted[i].key);
		assert_true(str_eq(f.items[i].key, str_of(wanted[i].key)));
		assert_int_equal(f.items[i].kind, wanted[i].kind);
	}
	assert_int_equal(f.items[3].texts.count, 2);
	(void)state;
}

TESTS(cmocka_unit_test(what_was_replaced_stays_and_says_by_what),
    cmocka_unit_test(the_last_assessment_not_after_today_counts),
    cmocka_unit_test(an_assessment_has_its_cells_and_its_score),
    cmocka_unit_test(what_is_initiated_is_called_what_it_is),
    cmocka_unit_test(a_day_has_one_mark_and_the_future_none),
    cmocka_unit_test(findings_are_those_of_records_that_stand), cmocka_unit_test(a_damaged_record_is_named),
    cmocka_unit_test(fields_keep_their_kinds_and_paths))
