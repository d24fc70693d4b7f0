#include <jansson.h>

#include "casefile_example.h"
#include "reports/casefile_document.h"
#include "reports/casefile_json.h"
#include "reports/document/document_html.h"

#define HOSTILE "</td><script>alert(1)</script>\" onload='x' &amp; \x1b[31m \x07 \xff end"
#define DEEPEST 64

static void add_everything(struct example *x)
{
	example_assess(x);
	example_add(x, "communication", 0,
	    "{\"on\":\"2026-01-08\",\"to\":[\"customers\",\"user_community\"],\"isao_on\":\"2026-01-08\"}",
	    "{\"text\":\"first notice\"}");
	example_add(x, "event", 0,
	    "{\"kind\":\"serious_injury\",\"known_on\":\"2026-01-09\",\"associated\":true}", "{}");
	example_add(x, "fix", 0, "{\"kind\":\"software\",\"validated_on\":\"2026-01-20\"}", "{}");
	example_add(x, "fix", 5, "{\"kind\":\"software\",\"validated_on\":\"2026-01-21\"}", "{}");
	example_add(x, "finding", 0, "{}",
	    "{\"release\":\"3.2\",\"findings\":[{\"vulnerability\":\"CVE-2021-31571\","
	    "\"component\":{\"name\":\"<b>FreeRTOS\",\"version\":\"10.0.1\"},\"tier\":\"B\","
	    "\"state\":\"affected\",\"source\":\"nvd\",\"trace\":[\"10.0.1 < 10.4.3\"],"
	    "\"cvss\":[{\"source\":\"nvd\",\"score\":9.8,\"severity\":\"critical\"}],"
	    "\"epss\":0.5,\"kev\":true}]}");
}

static void write_page(struct example *x, struct buf *out)
{
	struct casefile_report r;
	struct err e = { 0 };
	struct html *h;

	buf_clear(out);
	assert_true(example_report(x, &r, &e));
	h = html_buf(out);
	document_write_html(casefile_document(&r, &x->arena), h);
	assert_true(html_close(h));
}

static bool holds(const struct buf *page, const char *text)
{
	return str_has(buf_str(page), str_of(text));
}

static void the_page_says_what_the_model_says(void **state)
{
	static const char *const wanted[] = {
		"<html lang=\"en\">",
		"<title>Casefile 7: Queue overflow</title>",
		"<h1>Queue overflow</h1>",
		"UDI-DI</dt><dd>09521000000025",
		"<strong>9.8 critical</strong>",
		"no alarm sounds",
		"Before controls the risk lies at exploitability high, severity critical.",
		"After controls the risk lies at exploitability low, severity serious.",
		"replaced by 6",
		"replaces 5",
		"customers, user community",
		"10.0.1 &lt; 10.4.3",
		"EPSS 50.0 % within 30 days",
		"The audit trail is whole.",
		"1234567-2/1/26-001-C",
		"<th scope=\"col\">Condition</th>",
		"serious injury known",
		"day 30, 2026-02-01",
		"Report required",
	};
	SCOPED_BUF page = buf_new(1 << 20);
	struct example x;

	example_begin(&x, 2026, 2, 1);
	add_everything(&x);
	write_page(&x, &page);
	for (size_t i = 0; i < COUNT(wanted); i++) {
		CASE(wanted[i]);
		assert_true(holds(&page, wanted[i]));
	}
	arena_free(&x.arena);
	(void)state;
}

static void of_two_readings_the_one_that_governs_is_named(void **state)
{
	static const struct {
		const char *text, *governs, *stands_behind;
	} cases[] = {
		{ "{\"on\":\"2026-01-21\",\"choice\":\"literal\"}", "Read literally", "Restarted" },
		{ "{\"on\":\"2026-01-21\",\"choice\":\"restart\"}", "Restarted", "</section>" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_BUF page = buf_new(1 << 20);
		struct str from, said = STR("This reading governs.");
		struct example x;

		CASE(cases[i].text);
		example_begin(&x, 2026, 2, 1);
		example_add(&x, "assessment", 0,
		    "{\"on\":\"2026-01-03\",\"exploitability\":\"low\",\"severity\":\"minor\"}", "{}");
		example_add(&x, "assessment", 0,
		    "{\"on\":\"2026-01-20\",\"exploitability\":\"high\",\"severity\":\"critical\"}", "{}");
		example_add(&x, "clock_decision", 0, cases[i].text, "{}");
		write_page(&x, &page);
		from = str_from(buf_str(&page), str_find(buf_str(&page), str_of(cases[i].governs)));
		assert_true(str_find(from, said) < str_find(from, str_of(cases[i].stands_behind)));
		arena_free(&x.arena);
	}
	(void)state;
}

static void the_matrix_marks_both_cells(void **state)
{
	SCOPED_BUF page = buf_new(1 << 20);
	struct example x;

	example_begin(&x, 2026, 2, 1);
	add_everything(&x);
	write_page(&x, &page);
	/* high is the first row, critical the fourth column; low the third row, serious the third column */
	assert_true(holds(&page, "<rect class=\"before\" x=\"458\" y=\"34\""));
	assert_true(holds(&page, "<rect class=\"after\" x=\"339\" y=\"159\""));
	arena_free(&x.arena);
	(void)state;
}

static void hostile_texts_come_out_escaped(void **state)
{
	static const char *const never[] = { "<script", "onload='", "\x1b", "\x07", "\xff",
		"http:", "https:", "url(", "@import", " src=" };
	SCOPED_BUF page = buf_new(1 << 20);
	struct example x;

	example_begin(&x, 2026, 2, 1);
	add_everything(&x);
	x.title = STR(HOSTILE);
	x.device = STR(HOSTILE);
	x.records[1].who = STR(HOSTILE);
	x.records[3].more = STR("{\"</td><script>\":\"<script>alert(1)</script>\\u0007\"}");
	write_page(&x, &page);
	for (size_t i = 0; i < COUNT(never); i++) {
		CASE(never[i]);
		assert_false(holds(&page, never[i]));
	}
	assert_true(holds(&page, "&lt;script&gt;alert(1)"));
	arena_free(&x.arena);
	(void)state;
}

/* Cuts the next tag out of *rest: "p", "/p", "br"; false at the end. */
static bool next_tag(struct str *rest, struct str *name, bool *ends_itself)
{
	struct str before, tag;

	if (!str_cut(rest, '<', &before) || !str_cut(rest, '>', &tag))
		return false;
	*ends_itself = str_ends(tag, STR("/"));
	*name = tag;
	for (size_t i = 0; i < tag.len; i++)
		if (tag.ptr[i] == ' ' || tag.ptr[i] == '\n' || (tag.ptr[i] == '/' && i > 0)) {
			*name = str_first(tag, i);
			break;
		}
	return true;
}

static void every_tag_is_closed_in_order(void **state)
{
	SCOPED_BUF page = buf_new(1 << 20);
	struct str rest, name, open[DEEPEST];
	size_t depth = 0;
	struct example x;
	bool ends_itself;

	example_begin(&x, 2026, 2, 1);
	add_everything(&x);
	write_page(&x, &page);
	rest = buf_str(&page);
	while (next_tag(&rest, &name, &ends_itself)) {
		if (ends_itself || str_eq(name, STR("br")) || str_eq(name, STR("meta")) ||
		    str_eq(name, STR("col")) || str_eq(name, STR("!DOCTYPE")))
			continue;
		if (!str_starts(name, STR("/"))) {
			assert_true(depth < DEEPEST);
			open[depth++] = name;
			continue;
		}
		assert_true(depth > 0);
		assert_true(str_eq(open[--depth], str_from(name, 1)));
	}
	assert_int_equal(depth, 0);
	arena_free(&x.arena);
	(void)state;
}

static void equal_inputs_give_equal_bytes(void **state)
{
	SCOPED_BUF one = buf_new(1 << 20), other = buf_new(1 << 20);
	struct example x;

	example_begin(&x, 2026, 2, 1);
	add_everything(&x);
	write_page(&x, &one);
	write_page(&x, &other);
	assert_true(str_eq(buf_str(&one), buf_str(&other)));
	arena_free(&x.arena);
	(void)state;
}

static void a_page_can_be_empty_or_crowded(void **state)
{
	static const struct {
		const char *text;
		int year;
		int notices;
	} cases[] = {
		{ "the day before anything was learned", 2025, 0 },
		{ "on the day", 2026, 0 },
		{ "thirty years later", 2056, 14 },
		{ "centuries later", 2456, 14 },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_BUF page = buf_new(1 << 20);
		char facts[14][64];
		struct example x;

		CASE(cases[i].text);
		example_begin(&x, cases[i].year, 1, 2);
		for (int k = 0; k < cases[i].notices; k++) {
			snprintf(facts[k], sizeof(facts[k]), "{\"on\":\"2026-01-%02d\"}", 3 + k);
			example_add(&x, "communication", 0, facts[k], "{}");
		}
		write_page(&x, &page);
		assert_true(holds(&page, "</html>"));
		arena_free(&x.arena);
	}
	(void)state;
}

static void the_json_form_holds_the_same(void **state)
{
	SCOPED_BUF out = buf_new(1 << 20);
	struct casefile_report r;
	json_t *report, *matrix;
	struct err e = { 0 };
	struct json_out *w;
	struct example x;

	example_begin(&x, 2026, 2, 1);
	add_everything(&x);
	x.title = STR(HOSTILE);
	assert_true(example_report(&x, &r, &e));
	w = json_out_buf(&out, true);
	casefile_write_json(&r, w);
	assert_true(json_out_close(w));
	report = json_loadb(out.ptr, out.len, JSON_REJECT_DUPLICATES, NULL);
	assert_non_null(report);
	assert_int_equal(json_array_size(json_object_get(report, "records")), 7);
	assert_int_equal(json_array_size(json_object_get(report, "findings")), 1);
	assert_int_equal(json_array_size(json_object_get(report, "assessments")), 1);
	matrix = json_object_get(json_object_get(report, "matrix"), "medium");
	assert_string_equal(json_string_value(json_object_get(matrix, "serious")), "U*");
	assert_int_equal(json_integer_value(json_object_get(json_object_get(report, "clock"), "day")), 30);
	assert_string_equal(
	    json_string_value(json_object_get(json_object_get(report, "determination"), "risk")),
	    "uncontrolled");
	json_decref(report);
	arena_free(&x.arena);
	(void)state;
}

TESTS(cmocka_unit_test(the_page_says_what_the_model_says),
    cmocka_unit_test(of_two_readings_the_one_that_governs_is_named),
    cmocka_unit_test(the_matrix_marks_both_cells), cmocka_unit_test(hostile_texts_come_out_escaped),
    cmocka_unit_test(every_tag_is_closed_in_order), cmocka_unit_test(equal_inputs_give_equal_bytes),
    cmocka_unit_test(a_page_can_be_empty_or_crowded), cmocka_unit_test(the_json_form_holds_the_same))
