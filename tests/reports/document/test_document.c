#include "check.h"

#include "formats/pdf_objects.h"
#include "reports/document/document_csv.h"
#include "reports/document/document_html.h"
#include "reports/document/document_json.h"
#include "reports/document/document_pdf.h"
#include "reports/document/drawing.h"

#define MOST ((size_t)8 << 20)
#define HOSTILE "</td><script>alert(1)</script>\" onload='x' &amp; \x1b[31m \x07 \xff end"

static const struct table_column columns[] = { { .title = "No.", .align = ALIGN_END }, { .title = "Name" },
	{ .title = "Address", .personal = true }, { .title = "Sent", .percent = 20 } };

static struct document *begin(struct arena *arena, struct str title)
{
	struct document_meta meta = { .kind = "example",
		.title = title,
		.kicker = STR("Example 7"),
		.as_of = date_of(2026, 2, 1),
		.program = STR("aftercare"),
		.contents = true };

	meta.at = (struct instant){ INT64_C(1767225600000000) };
	return document_new(arena, &meta);
}

static void add_table(struct document *d, int rows, struct str text)
{
	document_table(d, STR("Consignees"), columns, COUNT(columns));
	for (int i = 0; i < rows; i++) {
		document_row(d, ROW_PLAIN);
		document_cell(d);
		document_printf(d, RUN_PLAIN, "%d", i + 1);
		document_cell(d);
		document_text(d, text);
		document_cell(d);
		document_text(d, STR("12 Example Street\nExampleton"));
		document_cell(d);
		document_date(d, date_of(2026, 1, 1 + i % 28));
	}
}

/* One block of every kind. */
static struct document *example(struct arena *arena, struct str text)
{
	struct document *d = begin(arena, text);
	struct drawing *drawing = drawing_new(arena, "picture", 100, 50);

	document_fields(d, FIELDS_TWO_COLUMNS);
	document_field(d, "device", text);
	document_put(d, RUN_STRONG, text);
	document_section(d, "first", "The first", "First");
	document_fields(d, FIELDS_CARDS);
	document_field(d, "risk", STR("Risk"));
	document_state(d, SHAPE_LATE, "uncontrolled");
	document_field_note(d);
	document_say(d, "after controls");
	document_list(d, LIST_ALERT, STR("To look at"));
	document_item(d);
	document_text(d, text);
	document_fields(d, FIELDS_WIDE);
	document_field(d, "item_4", STR("Marketing status"))->mark = FIELD_MISSING;
	document_field(d, "item_8", STR("Injuries"))->mark = FIELD_DEFERRED;
	document_say(d, "because; on 2026-03-01");
	document_field(d, "item_2", STR("Responsible"))->personal = true;
	document_text(d, text);
	add_table(d, 2, text);
	document_row(d, ROW_UNDER);
	document_cell(d);
	document_field(d, NULL, STR("Rationale"));
	document_put(d, RUN_CODE, text);
	document_section(d, "second", "The second", "Second");
	document_part(d, BLOCK_ARTICLE);
	document_text(d, text);
	document_paragraph(d, TONE_ALERT);
	document_cites(d, "PMG VII.B; 21 CFR 806.10(b)");
	document_link(d, "first", "see there");
	document_text_or_dash(d, STR(""));
	drawing->title = STR("A picture");
	drawing_rect(drawing, LOOK_BEFORE, 1, 1, 20, 10)->radius = 3;
	drawing_mark(drawing, LOOK_MARK_DUE, 10, 10);
	drawing_mark(drawing, LOOK_MARK_ADVERSE, 30, 10);
	drawing_text(drawing, LOOK_TEXT_STRONG, 5, 30, text)->anchor = ANCHOR_MIDDLE;
	document_figure(d, drawing);
	document_say(d, "what it shows");
	document_sign(d, &(struct document_signature){
			     text, STR("review"), STR("record 3"), { INT64_C(1767225600000000) }, false });
	return d;
}

static bool html_holds(struct buf *page, const char *text)
{
	return str_has(buf_str(page), str_of(text));
}

static void write_html(const struct document *d, struct buf *out)
{
	struct html *h = html_buf(out);

	document_write_html(d, h);
	assert_true(html_close(h));
}

static void every_block_is_on_the_page(void **state)
{
	static const char *const wanted[] = {
		"<title>Example 7: Pump &lt;1&gt;</title>",
		"as of <time>2026-02-01</time>",
		"<a href=\"#second\">Second</a>",
		"<h2 id=\"first\">The first</h2>",
		"missing</span>",
		"submitted later</span><br>because; on 2026-03-01",
		"personal data</span></dd>",
		"<th scope=\"col\" class=\"number\">No.</th>",
		"<col style=\"width: 20%\">",
		"12 Example Street<br>Exampleton",
		"<td></td><td colspan=\"3\">",
		"<span class=\"cite\">PMG VII.B</span>; <span class=\"cite\">21 CFR 806.10(b)</span>",
		"<a href=\"#first\">see there</a>",
		"aria-label=\"not set\"",
		"<rect class=\"before\" x=\"1\" y=\"1\" width=\"20\" height=\"10\" rx=\"3\"/>",
		"<desc id=\"picture-desc\">what it shows</desc>",
		"svg .after { fill: none; stroke: #0d5a75; stroke-width: 2.25; stroke-dasharray: 6 4; }",
		"<time>2026-01-01T00:00:00Z</time><br>review of record 3",
		"It no longer covers",
		"@bottom-left { content: \"Example 7\"; }",
	};
	SCOPED_BUF page = buf_new(MOST);
	SCOPED_ARENA arena = { 0 };

	write_html(example(&arena, STR("Pump <1>")), &page);
	for (size_t i = 0; i < COUNT(wanted); i++) {
		CASE(wanted[i]);
		assert_true(html_holds(&page, wanted[i]));
	}
	(void)state;
}

static void texts_from_outside_are_texts_in_every_form(void **state)
{
	static const char *const never[] = { "<script", "onload='", "\x1b", "\x07", "\xff" };
	SCOPED_BUF page = buf_new(MOST), json = buf_new(MOST), csv = buf_new(MOST);
	SCOPED_ARENA arena = { 0 };
	struct document *d = example(&arena, STR(HOSTILE));
	struct json_out *w = json_out_buf(&json, true);
	struct csv_out *table = csv_out_buf(&csv);
	struct err e = { 0 };
	FILE *to = tmpfile();

	write_html(d, &page);
	document_write_json(d, w);
	assert_true(json_out_close(w));
	document_write_csv(d, table);
	assert_true(csv_out_close(table));
	for (size_t i = 0; i < COUNT(never); i++) {
		CASE(never[i]);
		assert_false(html_holds(&page, never[i]));
		assert_true(i < 2 || !html_holds(&json, never[i]));
		assert_true(i < 2 || !html_holds(&csv, never[i]));
	}
	assert_non_null(to);
	assert_true(document_write_pdf(d, PDF_LETTER, to, &e));
	assert_int_equal(fclose(to), 0);
	(void)state;
}

static void a_table_is_csv_and_json(void **state)
{
	SCOPED_BUF csv = buf_new(MOST), json = buf_new(MOST);
	SCOPED_ARENA arena = { 0 };
	struct document *d = begin(&arena, STR("t"));
	struct csv_out *w = csv_out_buf(&csv);
	struct json_out *j = json_out_buf(&json, false);

	add_table(d, 1, STR("=A, \"B\""));
	document_write_csv(d, w);
	assert_true(csv_out_close(w));
	assert_string_equal(arena_text(&arena, buf_str(&csv)),
	    "No.,Name,Address,Sent\r\n1,\"'=A, \"\"B\"\"\",\"12 Example Street\nExampleton\",2026-01-01\r\n");
	document_write_json(d, j);
	assert_true(json_out_close(j));
	assert_true(html_holds(&json, "{\"title\":\"Address\",\"personal\":true}"));
	assert_true(
	    html_holds(&json, "[\"1\",\"=A, \\\"B\\\"\",\"12 Example Street\\nExampleton\",\"2026-01-01\"]"));
	(void)state;
}

static void without_a_table_its_fields_are_csv(void **state)
{
	SCOPED_BUF csv = buf_new(MOST);
	SCOPED_ARENA arena = { 0 };
	struct document *d = begin(&arena, STR("t"));
	struct csv_out *w = csv_out_buf(&csv);

	document_fields(d, FIELDS_WIDE);
	document_field(d, "to", STR("To, whom"));
	document_say(d, "all hospitals");
	document_write_csv(d, w);
	assert_true(csv_out_close(w));
	assert_string_equal(
	    arena_text(&arena, buf_str(&csv)), "field,value\r\n\"To, whom\",all hospitals\r\n");
	(void)state;
}

/* The bytes of the PDF, NULL where it could not be written. */
static struct str write_pdf(const struct document *d, enum pdf_paper paper, struct arena *arena)
{
	struct err e = { 0 };
	char *bytes = NULL;
	size_t len = 0;
	FILE *to = open_memstream(&bytes, &len);
	struct str out;

	assert_non_null(to);
	if (!document_write_pdf(d, paper, to, &e))
		fail_msg("%s", e.text);
	assert_int_equal(fclose(to), 0);
	out = arena_copy(arena, (struct str){ bytes, len });
	free(bytes);
	return out;
}

static int count(struct str in, struct str what)
{
	int n = 0;

	for (size_t at; (at = str_find(in, what)) < in.len; n++)
		in = str_from(in, at + what.len);
	return n;
}

static void a_pdf_is_tagged_and_says_its_language(void **state)
{
	static const char *const wanted[] = { "/Lang(en)", "/DisplayDocTitle true", "/S/H1", "/S/H2",
		"/S/Table", "/S/TH", "/Scope/Column", "/Scope/Row", "/S/TD", "/S/LBody", "/S/Figure", "/Alt(",
		"/Title(Pump 1)", "/Outlines", "(D:20260101000000", "[0 0 612 792]" };
	SCOPED_ARENA arena = { 0 };
	struct str pdf = write_pdf(example(&arena, STR("Pump 1")), PDF_LETTER, &arena),
		   all = pdf_objects(pdf, &arena);

	for (size_t i = 0; i < COUNT(wanted); i++) {
		CASE(wanted[i]);
		assert_true(str_has(all, str_of(wanted[i])));
	}
	assert_true(str_eq(pdf, write_pdf(example(&arena, STR("Pump 1")), PDF_LETTER, &arena)));
	(void)state;
}

static int count_pages(const struct document *d, struct arena *arena)
{
	return count(pdf_objects(write_pdf(d, PDF_A4, arena), arena), STR("/Type/Page/"));
}

static void a_table_goes_over_as_many_pages_as_it_takes(void **state)
{
	static const struct {
		const char *text;
		int rows, least, most;
	} cases[] = { { "none", 0, 1, 1 }, { "one", 1, 1, 1 }, { "thousand", 1000, 25, 60 } };

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct document *d = begin(&arena, STR("t"));
		int pages;

		CASE(cases[i].text);
		add_table(d, cases[i].rows, STR("A hospital"));
		pages = count_pages(d, &arena);
		assert_in_range(pages, cases[i].least, cases[i].most);
	}
	(void)state;
}

/* A cell of some pages, one word without a blank in it, and nothing at all. */
static void a_row_higher_than_a_page_is_broken(void **state)
{
	static const struct {
		const char *text;
		char fill;
		int least;
	} cases[] = { { "words", ' ', 3 }, { "one word", 'x', 3 }, { "nothing", '\0', 1 } };

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct document *d = begin(&arena, STR("t"));
		char *text = arena_alloc(&arena, 20001, 1);

		CASE(cases[i].text);
		for (int k = 0; k < 20000; k++)
			text[k] = cases[i].fill && k % 5 == 0 ? cases[i].fill : 'y';
		add_table(d, 1, cases[i].fill ? str_of(text) : STR(""));
		assert_true(count_pages(d, &arena) >= cases[i].least);
	}
	(void)state;
}

TESTS(cmocka_unit_test(every_block_is_on_the_page),
    cmocka_unit_test(texts_from_outside_are_texts_in_every_form), cmocka_unit_test(a_table_is_csv_and_json),
    cmocka_unit_test(without_a_table_its_fields_are_csv),
    cmocka_unit_test(a_pdf_is_tagged_and_says_its_language),
    cmocka_unit_test(a_table_goes_over_as_many_pages_as_it_takes),
    cmocka_unit_test(a_row_higher_than_a_page_is_broken))
