#include "check.h"

#include <math.h>

#include "base/memory.h"
#include "formats/pdf/pdf_text.h"

#define SIZE 10.0
#define ADVANCE 6.0 /* of a character in code: three fifths of the size */

static const struct pdf_look code_look = { .size = SIZE, .mono = true };
static const struct pdf_look whole_look = { .size = SIZE, .mono = true, .whole = true };
static const struct pdf_look text_look = { .size = SIZE };
static const struct pdf_look bold_look = { .size = 7.5, .bold = true, .colour = 0x0d5a75 };

struct fixture {
	struct pdf_library lib;
	struct pdf_setter setter;
	struct pdf_file *file;
	FILE *to;
};

static struct fixture *begin(void)
{
	struct fixture *f = memory_alloc(1, sizeof(*f));
	struct err e = { 0 };

	if (!pdf_library_load(&f->lib, &e))
		fail_msg("%s", e.text);
	f->to = fopen("/dev/null", "w");
	f->file = pdf_file_new(f->to);
	f->setter.lib = &f->lib;
	f->setter.pango = pdf_pango_new(&f->lib);
	f->setter.fonts = pdf_fonts_new(&f->lib, f->file);
	f->setter.pictures = pdf_pictures_new(&f->lib, f->file);
	f->setter.words = pdf_words_new(&f->lib, f->setter.pango, f->setter.fonts);
	return f;
}

static void end(struct fixture *f)
{
	pdf_setter_end(&f->setter);
	pdf_file_free(f->file);
	fclose(f->to);
	free(f);
}

static struct pdf_text *set(struct fixture *f, const char *text, struct pdf_look look, double width)
{
	return pdf_setter_text(&f->setter, &(struct pdf_run){ str_of(text), look }, 1, width);
}

/* How many characters of code each line has, "12 7". */
static void lengths(const struct pdf_text *t, char *out, size_t room)
{
	size_t at = 0;

	out[0] = '\0';
	for (size_t i = 0; i < t->line_count && at + 8 < room; i++)
		at += (size_t)snprintf(
		    out + at, room - at, "%s%ld", i ? " " : "", lround(t->lines[i].width / ADVANCE));
}

static void lines_end_where_they_may(void **state)
{
	struct fixture *f = begin();
	static const struct {
		const char *text;
		int characters; /* that a line has room for */
		const char *lengths;
		bool whole;
	} cases[] = {
		{ "", 10, "0", false },
		{ "one two", 10, "7", false },
		{ "one two three", 10, "7 5", false },
		{ "one two   three", 10, "7 5", false },
		{ "exactly10c next", 10, "10 4", false },
		{ "trailing  ", 10, "8", false },
		{ " leading", 10, "8", false },
		{ "first\nsecond", 10, "5 6", false },
		{ "a\n\nb\n", 10, "1 0 1 0", false },
		{ "cross-site scripting", 10, "10 9", false },
		{ "a cross-site", 9, "8 4", false },
		{ "CVE-2021-31571", 10, "9 5",
		    false }, /* too long for any line: after a sign in its latter half */
		{ "in CVE-2021-3157", 14, "2 13", false }, /* a hyphen between digits is none to break at */
		{ "abc/def ghi/123", 8, "7 7", false },
		{ "--option", 6, "6 2", false },
		{ "abcdefghijklmnopqrstuvwxyz", 10, "10 10 6", false },
		{ "a abcdefghijklmnopqrstuvwxyz", 10, "1 10 10 6", false },
		{ "a_long_identifier_of_c", 10, "7 10 5", false },
		{ "one two three", 11, "13", true },
		{ "whole but far too long", 10, "10 8 4", true },
		{ "\xd1\x89\xd0\xb8\xd1\x82 \xc3\xbc"
		  "ber",
		    5, "3 4", false },
		{ "abcdefghi\xc3\xbcxyz", 10, "10 3", false },
		{ "x", 0, "1", false },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct pdf_text *t = set(f, cases[i].text, cases[i].whole ? whole_look : code_look,
		    cases[i].characters * ADVANCE + 0.1);
		char found[256];

		CASE(cases[i].text);
		lengths(t, found, sizeof(found));
		assert_string_equal(found, cases[i].lengths);
		pdf_text_free(t);
	}
	end(f);
	(void)state;
}

/* What is put together from words is as wide and as high as Pango makes it. */
static void words_are_set_as_pango_sets_them(void **state)
{
	struct fixture *f = begin();
	static const char *const texts[] = { "affected", "The quick brown fox",
		"nvd CVE-2021-31571: 1.50 = 1.50", "AVATAR To We",
		"\xc3\x9c"
		"berlauf in der Gr\xc3\xb6\xc3\x9f"
		"e",
		"\xce\x9f \xce\xb3\xcf\x81\xce\xae\xce\xb3\xce\xbf\xcf\x81\xce\xbf\xcf\x82",
		"\xd0\xa1\xd1\x8a\xd0\xb5\xd1\x88\xd1\x8c", "\xe2\x96\xb2 \xe2\x80\x93 \xe2\x82\xac" };
	static const struct pdf_look *const looks[] = { &text_look, &bold_look, &code_look };

	for (size_t i = 0; i < COUNT(texts) * COUNT(looks); i++) {
		struct pdf_run run = { str_of(texts[i / COUNT(looks)]), *looks[i % COUNT(looks)] };
		struct pdf_text *plain = pdf_setter_text(&f->setter, &run, 1, 0);
		struct pdf_text *pango = pdf_setter_text(&f->setter, NULL, 0, 0);

		CASE(texts[i / COUNT(looks)]);
		pango->line_count = 0;
		pdf_layout_set(pango, &run, 1, 0);
		assert_int_equal(plain->line_count, 1);
		assert_int_equal(pango->line_count, 1);
		assert_true(
		    fabs(plain->lines[0].width - pango->lines[0].width) < 0.02 * pango->lines[0].width);
		assert_true(fabs(plain->lines[0].above - pango->lines[0].above) < 0.05);
		assert_true(fabs(plain->lines[0].below - pango->lines[0].below) < 0.05);
		pdf_text_free(plain);
		pdf_text_free(pango);
	}
	end(f);
	(void)state;
}

static void what_is_not_plain_is_left_to_pango(void **state)
{
	struct fixture *f = begin();
	static const struct {
		const char *text;
		bool plain;
	} cases[] = { { "plain words", true }, { "tab\tbed", false }, { "bell\x07", false },
		{ "\xff", false }, { "\xd9\x85\xd8\xb6\xd8\xae\xd8\xa9", false }, { "e\xcc\x81", false },
		{ "\xe5\x8c\xbb", false }, { "soft\xc2\xadhyphen", false }, { "\xf0\x9f\x9a\x91", false },
		{ "\xe2\x80\xae", false }, { "line\nend", true },
		{ "\xe2\x80\x9cquoted\xe2\x80\x9d", true } };

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct pdf_text *t = set(f, cases[i].text, text_look, 0);

		CASE(cases[i].text);
		assert_int_equal(pdf_words_may(str_of(cases[i].text)), cases[i].plain);
		assert_true(t->line_count > 0 && t->lines[0].above > 0);
		pdf_text_free(t);
	}
	end(f);
	(void)state;
}

static void looks_part_a_line_into_segments(void **state)
{
	struct fixture *f = begin();
	const struct pdf_run runs[] = { { STR("\xe2\x96\xb2 "), bold_look }, { STR("affec"), text_look },
		{ STR("ted"), text_look }, { STR(" 5.5"), code_look } };
	struct pdf_text *t = pdf_setter_text(&f->setter, runs, COUNT(runs), 0);

	assert_int_equal(t->line_count, 1);
	assert_int_equal(t->segment_count, 3);
	assert_int_equal(t->segments[0].colour, bold_look.colour);
	assert_true(t->segments[1].x > 0 && t->segments[2].x > t->segments[1].x);
	pdf_text_free(t);
	t = pdf_setter_text(&f->setter, runs, COUNT(runs), 12); /* "affected" is one word of two runs */
	assert_int_equal(t->lines[1].first, 1);
	pdf_text_free(t);
	end(f);
	(void)state;
}

/* A word of any length is broken in a time that grows with it, and on no line is more than there is room for.
 */
static void a_word_without_end_is_broken(void **state)
{
	struct fixture *f = begin();
	char *text = memory_alloc(100001, 1);
	struct pdf_text *t;

	memset(text, 'w', 100000);
	t = set(f, text, code_look, 20 * ADVANCE + 0.1);
	assert_int_equal(t->line_count, 5000);
	for (size_t i = 0; i < t->line_count; i++)
		assert_int_equal(lround(t->lines[i].width / ADVANCE), 20);
	pdf_text_free(t);
	free(text);
	end(f);
	(void)state;
}

/* More words than are kept: those that come later are set as well as the first. */
static void words_are_forgotten_and_set_again(void **state)
{
	struct fixture *f = begin();
	for (int round = 0; round < 2; round++)
		for (int i = 0; i < 30000; i++) {
			char text[32];
			struct pdf_text *t;

			snprintf(text, sizeof(text), "w%d", 100000 + i);
			t = set(f, text, code_look, 0);
			assert_int_equal(lround(t->lines[0].width / ADVANCE), 7);
			pdf_text_free(t);
		}
	end(f);
	(void)state;
}

/* Pango 1.50.12 ended the program at a text that is to be whole and just fits, before one that may be broken.
 */
static void a_whole_text_before_a_strange_one_ends_nothing(void **state)
{
	struct fixture *f = begin();
	const struct pdf_look bold = { .size = 8.5, .bold = true },
			      whole = { .size = 8.5, .bold = true, .whole = true };
	const struct pdf_run runs[] = { { STR("DL,QX*EdtM^ZoT-kVdB`';Lb:\\^PJc>x\"6.$|q"), whole },
		{ STR("\r"), bold } };

	for (int width = 300; width < 720; width++) {
		struct pdf_text *t = pdf_setter_text(&f->setter, runs, COUNT(runs), width / 4.0);

		assert_true(t->line_count > 0);
		pdf_text_free(t);
	}
	end(f);
	(void)state;
}

TESTS(cmocka_unit_test(lines_end_where_they_may), cmocka_unit_test(words_are_set_as_pango_sets_them),
    cmocka_unit_test(what_is_not_plain_is_left_to_pango), cmocka_unit_test(looks_part_a_line_into_segments),
    cmocka_unit_test(a_word_without_end_is_broken), cmocka_unit_test(words_are_forgotten_and_set_again),
    cmocka_unit_test(a_whole_text_before_a_strange_one_ends_nothing))
