#include "check.h"

#include <malloc.h>

#include "base/arena.h"
#include "formats/pdf/pdf_write.h"
#include "formats/pdf_objects.h"

static const struct pdf_look look = { .size = 10 };
static const struct pdf_ink ink = { PDF_NO_COLOUR, 0x0d5a75, 1, 3, 2 };

static void draw(struct pdf *pdf, const char *text, double y)
{
	struct pdf_text *t = pdf_text_new(pdf, &(struct pdf_run){ str_of(text), look }, 1, 0);

	for (size_t i = 0; i < pdf_text_lines(t); i++)
		pdf_text_draw(pdf, t, i, 50, y + 12 * (double)i);
	pdf_text_free(t);
}

static void element(struct pdf *pdf, enum pdf_role role, const char *text, double y)
{
	pdf_tag(pdf, role, STR(""));
	draw(pdf, text, y);
	pdf_tag_end(pdf, role);
}

static void put_document(struct pdf *pdf)
{
	const struct pdf_point points[] = { { 50, 300 }, { 100, 350 } };
	const double box[4] = { 60, 310, 20, 10 };

	pdf_tag(pdf, PDF_DOCUMENT, STR(""));
	pdf_outline(pdf, pdf_outline(pdf, 0, STR("First (1)"), 80), STR("\xc3\x9c"), 100);
	element(pdf, PDF_H1, "Heading", 80);
	pdf_path(pdf, &ink, points, 2);
	pdf_tag(pdf, PDF_TABLE, STR(""));
	pdf_tag(pdf, PDF_ROW, STR(""));
	element(pdf, PDF_COLUMN_HEAD, "Name", 120);
	element(pdf, PDF_ROW_HEAD, "CVE", 140);
	pdf_tag(pdf, PDF_CELL, STR(""));
	draw(pdf, "line\nand line", 160);
	pdf_next_page(pdf);
	pdf_apart(pdf, true);
	draw(pdf, "Name again", 60);
	pdf_apart(pdf, false);
	draw(pdf, "on the next page", 80);
	pdf_tag_end(pdf, PDF_CELL);
	pdf_tag_end(pdf, PDF_ROW);
	pdf_tag_end(pdf, PDF_TABLE);
	pdf_tag(pdf, PDF_FIGURE, STR("A line (long)"));
	pdf_path(pdf, &ink, points, 2);
	pdf_rectangle(pdf, &ink, box, 3);
	pdf_circle(pdf, &ink, points[0], 4);
	draw(pdf, "in the figure", 320);
	pdf_tag_end(pdf, PDF_FIGURE);
	pdf_tag_end(pdf, PDF_DOCUMENT);
	for (int page = 1; page <= 2; page++) {
		pdf_over(pdf, page);
		draw(pdf, "foot", 800);
	}
}

static struct str write_document(void (*put)(struct pdf *pdf), struct arena *arena)
{
	static const struct pdf_meta meta = { { "T \\", 3 }, { "", 0 }, { "S", 1 }, { "aftercare", 9 },
		{ INT64_C(1767225600000000) }, PDF_A4 };
	char *bytes = NULL;
	size_t len = 0;
	FILE *to = open_memstream(&bytes, &len);
	struct err e = { 0 };
	struct pdf *pdf;
	struct str out;

	assert_true(pdf_open(to, &meta, &pdf, &e));
	put(pdf);
	if (!pdf_close(pdf, &e))
		fail_msg("%s", e.text);
	assert_int_equal(fclose(to), 0);
	out = arena_copy(arena, (struct str){ bytes, len });
	free(bytes);
	return out;
}

static int count(struct str in, const char *what)
{
	struct str needle = str_of(what);
	int n = 0;

	for (size_t at; (at = str_find(in, needle)) < in.len; n++)
		in = str_from(in, at + needle.len);
	return n;
}

static void a_document_has_its_structure(void **state)
{
	static const struct {
		const char *text;
		int times;
	} cases[] = {
		{ "/Type/Page/", 2 },
		{ "/Count 2/Kids[", 1 },
		{ "/MediaBox[0 0 595.276 841.89]", 2 },
		{ "/StructParents 0/", 1 },
		{ "/StructParents 1/", 1 },
		{ "/Contents[", 2 },
		{ "/Lang(en)", 1 },
		{ "/MarkInfo<</Marked true>>", 1 },
		{ "/DisplayDocTitle true", 1 },
		{ "/Title(T \\\\)", 1 },
		{ "/Subject(S)", 1 },
		{ "/Author", 0 },
		{ "(D:20260101000000Z)", 2 },
		{ "/Title(First \\(1\\))", 1 },
		{ "/Title<FEFF00DC>", 1 },
		{ "/Count 1", 1 },
		{ "/Count -1", 1 },
		{ "/S/H1/", 1 },
		{ "/S/Table/", 1 },
		{ "/S/TR/", 1 },
		{ "/S/TH/", 2 },
		{ "/S/TD/", 1 },
		{ "/S/Figure/", 1 },
		{ "/Alt(A line \\(long\\))", 1 },
		{ "/Scope/Column", 1 },
		{ "/Scope/Row", 1 },
		{ "/Type/MCR/Pg", 1 },
		/* two lines on the first page, one on the second, and the figure one piece with all it holds
		 */
		{ "/TD<</MCID", 3 },
		{ "/Figure<</MCID", 1 },
		{ "/H1<</MCID 0>>BDC", 1 },
		/* the line, the head that is drawn again, two feet */
		{ "/Artifact BMC", 4 },
		{ "EMC", 11 },
		{ "[3 2 ]0 d", 2 },
		{ "/FontFile2", 1 },
		{ "+LiberationSans/", 3 },
		{ "/ToUnicode", 1 },
		{ "beginbfchar", 1 },
	};
	SCOPED_ARENA arena = { 0 };
	struct str all = pdf_objects(write_document(put_document, &arena), &arena);

	for (size_t i = 0; i < COUNT(cases); i++) {
		CASE(cases[i].text);
		assert_int_equal(count(all, cases[i].text), cases[i].times);
	}
	(void)state;
}

static void the_same_document_is_the_same_bytes(void **state)
{
	SCOPED_ARENA arena = { 0 };

	assert_true(str_eq(write_document(put_document, &arena), write_document(put_document, &arena)));
	(void)state;
}

/* A place where a word may be broken is not seen: that it is there stands beside its letters. */
static void put_soft_hyphen(struct pdf *pdf)
{
	pdf_tag(pdf, PDF_P, STR(""));
	draw(pdf, "soft\xc2\xadhyphen bell\x07 \xff", 80);
	pdf_tag_end(pdf, PDF_P);
}

static void what_glyphs_do_not_tell_is_told(void **state)
{
	SCOPED_ARENA arena = { 0 };
	struct str all = pdf_objects(write_document(put_soft_hyphen, &arena), &arena);

	assert_true(str_has(all, STR("/Span<</ActualText<FEFF00AD>>>BDC")));
	assert_true(str_has(all, STR("FFFD")));
	assert_false(str_has(all, STR("0007>")));
	(void)state;
}

/* A mark without a letter before it is raised or moved as the first thing of its line. */
static void put_marks(struct pdf *pdf)
{
	draw(pdf, "\xcc\xa3\xcc\x81 e\xcc\xa3\xcc\x81", 80);
	draw(pdf, "\xd9\x8e\xd9\x91 \xd9\x85\xd9\x8e", 100);
	draw(pdf, "\xe0\xb8\xb5\xe0\xb9\x88 \xe0\xb8\x81\xe0\xb8\xb5\xe0\xb9\x88", 120);
}

static void operators_are_parted_by_blanks(void **state)
{
	SCOPED_ARENA arena = { 0 };
	struct str all = pdf_objects(write_document(put_marks, &arena), &arena);

	assert_true(count(all, "Td ") >= 3);
	assert_int_equal(count(all, "Td"), count(all, "Td "));
	assert_int_equal(count(all, "Tf"), count(all, " Tf\n"));
	(void)state;
}

static void put_nothing(struct pdf *pdf)
{
	(void)pdf;
}

static void a_document_may_be_empty(void **state)
{
	SCOPED_ARENA arena = { 0 };
	struct str all = pdf_objects(write_document(put_nothing, &arena), &arena);

	assert_int_equal(count(all, "/Type/Page/"), 1);
	assert_int_equal(count(all, "/Outlines"), 0);
	(void)state;
}

static size_t held_bytes(void)
{
	return mallinfo2().uordblks; /* 0 where a sanitizer gives out the memory */
}

static void put_pages(struct pdf *pdf)
{
	size_t before = 0;

	pdf_tag(pdf, PDF_DOCUMENT, STR(""));
	for (int i = 0; i < 2100; i++) {
		if (i == 100)
			before = held_bytes();
		for (int k = 0; k < 20; k++)
			element(pdf, PDF_P, "a paragraph of a page", 80 + 12 * k);
		pdf_next_page(pdf);
	}
	/* of 2,000 pages with 20 paragraphs each: its number for each of their objects and of their kids */
	assert_true(held_bytes() < before + (size_t)2000 * 20 * 40);
	pdf_tag_end(pdf, PDF_DOCUMENT);
}

/* Pages and what they say are written as they are done, and not held. */
static void pages_go_out_as_they_are_done(void **state)
{
	SCOPED_ARENA arena = { 0 };
	struct str all = pdf_objects(write_document(put_pages, &arena), &arena);

	assert_int_equal(count(all, "/Type/Page/"), 2101);
	assert_int_equal(count(all, "/S/P/"), 42000);
	(void)state;
}

TESTS(cmocka_unit_test(a_document_has_its_structure), cmocka_unit_test(the_same_document_is_the_same_bytes),
    cmocka_unit_test(what_glyphs_do_not_tell_is_told), cmocka_unit_test(operators_are_parted_by_blanks),
    cmocka_unit_test(a_document_may_be_empty), cmocka_unit_test(pages_go_out_as_they_are_done))
