/*
 * Texts as they come into reports, set in a PDF: of whatever bytes, it has its objects where its table says,
 * its lines have a height, and the same texts are the same bytes. The first byte is how wide lines may be; a
 * unit separator (0x1f) begins another run, in another look.
 */
#include "fuzz.h"

#include <stdlib.h>

#include "base/arena.h"
#include "formats/pdf/pdf_write.h"
#include "formats/pdf_objects.h"

#define RUNS_MOST 8
#define LINE_LEAST 1.0 /* points */
#define PAGE_FOOT 760.0

static size_t take_runs(struct str text, struct pdf_run *runs)
{
	size_t count = 0;

	while (count < RUNS_MOST && str_next(&text, 0x1f, &runs[count].text)) {
		runs[count].look = (struct pdf_look){ .size = count & 4 ? 18 : 8.5,
			.bold = count & 1,
			.mono = count & 2,
			.whole = count % 3 == 0 };
		count++;
	}
	return count;
}

static void put_lines(struct pdf *pdf, struct pdf_text *text)
{
	double y = 20;

	for (size_t i = 0; i < pdf_text_lines(text); i++) {
		double height = pdf_text_line_height(text, i);

		if (height < LINE_LEAST)
			__builtin_trap();
		if (y + height > PAGE_FOOT) {
			pdf_next_page(pdf);
			y = 20;
		}
		pdf_text_draw(pdf, text, i, 50, y);
		y += height;
	}
}

static struct str write_pdf(
    struct str title, const struct pdf_run *runs, size_t count, double width, struct arena *arena)
{
	const struct pdf_meta meta = { .title = title, .program = STR("fuzz") };
	char *bytes = NULL;
	size_t len = 0;
	FILE *to = open_memstream(&bytes, &len);
	struct err e = { 0 };
	struct pdf_text *text;
	struct str out;
	struct pdf *pdf;

	if (!to || !pdf_open(to, &meta, &pdf, &e))
		__builtin_trap();
	pdf_tag(pdf, PDF_FIGURE, title);
	pdf_outline(pdf, 0, title, 20);
	text = pdf_text_new(pdf, runs, count, width);
	put_lines(pdf, text);
	pdf_text_free(text);
	pdf_tag_end(pdf, PDF_FIGURE);
	if (!pdf_close(pdf, &e) || fclose(to) != 0)
		__builtin_trap();
	out = arena_copy(arena, (struct str){ bytes, len });
	free(bytes);
	return out;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct pdf_run runs[RUNS_MOST] = { 0 };
	struct str text = { (const char *)bytes, len };
	SCOPED_ARENA arena = { 0 };
	double width = len ? bytes[0] : 0;
	size_t count;
	struct str pdf;

	count = take_runs(str_from(text, 1), runs);
	if (count == 0)
		return 0;
	pdf = write_pdf(str_from(text, 1), runs, count, width, &arena);
	(void)pdf_objects(pdf, &arena);
	if (!str_eq(pdf, write_pdf(str_from(text, 1), runs, count, width, &arena)))
		__builtin_trap();
	return 0;
}
