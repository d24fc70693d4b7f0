#include "formats/pdf/pdf_write.h"

#include <assert.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/vec.h"
#include "formats/pdf/pdf_canvas.h"
#include "formats/pdf/pdf_outline.h"
#include "formats/pdf/pdf_syntax.h"
#include "limits.h"

static const struct {
	double width, height;
	const char *box;
} papers[] = { [PDF_A4] = { 595.276, 841.89, "595.276 841.89" }, [PDF_LETTER] = { 612, 792, "612 792" } };

struct page {
	int number, content, over; /* of objects; over 0: nothing was put over it */
};

struct pdf {
	struct pdf_library lib;
	const struct pdf_meta *meta;
	struct pdf_file *file;
	struct pdf_tags *tags;
	struct pdf_outline *outline;
	struct pdf_setter setter;
	struct pdf_canvas canvas;
	double width, height;
	struct page *pages;
	size_t page_count, page_room;
	int over; /* the page that is drawn over; 0: the last one is being filled */
	int resources, tree;
	bool apart;
	bool marked; /* a piece of a figure is open */
};

static void begin_page(struct pdf *pdf)
{
	struct page page = { .number = pdf_file_number(pdf->file), .content = pdf_file_number(pdf->file) };

	pdf->pages = vec_room(pdf->pages, &pdf->page_room, pdf->page_count + 1, sizeof(*pdf->pages));
	pdf->pages[pdf->page_count++] = page;
	pdf_tags_begin_page(pdf->tags, page.number);
	pdf_canvas_begin(&pdf->canvas, pdf->height);
}

static void drop(struct pdf *pdf)
{
	pdf_setter_end(&pdf->setter);
	buf_free(&pdf->canvas.out);
	pdf_outline_free(pdf->outline);
	pdf_tags_free(pdf->tags);
	pdf_file_free(pdf->file);
	free(pdf->pages);
	free(pdf);
}

bool pdf_open(FILE *to, const struct pdf_meta *meta, struct pdf **out, struct err *e)
{
	struct pdf_library lib;
	struct pdf *pdf;

	if (!pdf_library_load(&lib, e))
		return false;
	pdf = memory_alloc(1, sizeof(*pdf));
	pdf->lib = lib;
	pdf->meta = meta;
	pdf->setter.lib = &pdf->lib;
	pdf->setter.pango = pdf_pango_new(&pdf->lib);
	if (!pdf_pango_has_fonts(pdf->setter.pango)) {
		drop(pdf);
		return err_fail(
		    e, ERR_IO, "no font is installed; PDF is set in Liberation Sans, or any other");
	}
	pdf->width = papers[meta->paper].width;
	pdf->height = papers[meta->paper].height;
	pdf->file = pdf_file_new(to);
	pdf->tags = pdf_tags_new(pdf->file);
	pdf->outline = pdf_outline_new();
	pdf->resources = pdf_file_number(pdf->file);
	pdf->tree = pdf_file_number(pdf->file);
	pdf->canvas.out = buf_new(LIMIT_PDF_BYTES);
	pdf->setter.fonts = pdf_fonts_new(&pdf->lib, pdf->file);
	pdf->setter.pictures = pdf_pictures_new(&pdf->lib, pdf->file);
	pdf->setter.words = pdf_words_new(&pdf->lib, pdf->setter.pango, pdf->setter.fonts);
	begin_page(pdf);
	*out = pdf;
	return true;
}

/* Ends a piece of a figure. */
static void end_mark(struct pdf *pdf)
{
	if (pdf->marked)
		pdf_say(&pdf->canvas.out, "EMC\n");
	pdf->marked = false;
}

static void end_page(struct pdf *pdf)
{
	struct page *page = &pdf->pages[pdf->over ? pdf->over - 1 : (int)pdf->page_count - 1];
	int number = pdf->over ? page->over : page->content;

	end_mark(pdf);
	pdf_file_stream(pdf->file, number, STR(""), buf_str(&pdf->canvas.out));
	if (!pdf->over)
		pdf_tags_end_page(pdf->tags);
}

void pdf_next_page(struct pdf *pdf)
{
	assert(!pdf->over);
	end_page(pdf);
	begin_page(pdf);
}

void pdf_over(struct pdf *pdf, int page)
{
	assert(page > 0 && (size_t)page <= pdf->page_count && !pdf->pages[page - 1].over);
	end_page(pdf);
	pdf->over = page;
	pdf->pages[page - 1].over = pdf_file_number(pdf->file);
	pdf_canvas_begin(&pdf->canvas, pdf->height);
}

static void put_page(struct pdf *pdf, size_t rank, struct buf *out)
{
	const struct page *page = &pdf->pages[rank];

	buf_clear(out);
	buf_printf(out,
	    "<</Type/Page/Parent %d 0 R/Resources %d 0 R/StructParents %zu/Tabs/S/MediaBox[0 0 %s]",
	    pdf->tree, pdf->resources, rank, papers[pdf->meta->paper].box);
	if (page->over)
		buf_printf(out, "/Contents[%d 0 R %d 0 R]>>", page->content, page->over);
	else
		buf_printf(out, "/Contents %d 0 R>>", page->content);
	pdf_file_put(pdf->file, page->number, buf_str(out));
}

static void put_pages(struct pdf *pdf)
{
	SCOPED_BUF out = buf_new(LIMIT_PDF_BYTES);

	for (size_t i = 0; i < pdf->page_count; i++)
		put_page(pdf, i, &out);
	buf_clear(&out);
	buf_printf(&out, "<</Type/Pages/Count %zu/Kids[", pdf->page_count);
	for (size_t i = 0; i < pdf->page_count; i++) {
		pdf_put_reference(&out, pdf->pages[i].number);
		buf_byte(&out, ' ');
	}
	pdf_say(&out, "]>>");
	pdf_file_put(pdf->file, pdf->tree, buf_str(&out));
}

static bool put_resources(struct pdf *pdf, struct err *e)
{
	SCOPED_BUF out = buf_new(LIMIT_PDF_BYTES);

	pdf_say(&out, "<</Font<<");
	if (!pdf_fonts_end(pdf->setter.fonts, &out, e))
		return false;
	pdf_say(&out, ">>/XObject<<");
	pdf_pictures_end(pdf->setter.pictures, &out);
	pdf_say(&out, ">>>>");
	pdf_file_put(pdf->file, pdf->resources, buf_str(&out));
	return true;
}

static int put_information(struct pdf *pdf)
{
	const struct {
		const char *key;
		struct str text;
	} texts[] = { { "Title", pdf->meta->title }, { "Author", pdf->meta->author },
		{ "Subject", pdf->meta->subject }, { "Creator", pdf->meta->program },
		{ "Producer", pdf->meta->program } };
	SCOPED_BUF out = buf_new(LIMIT_PDF_BYTES), clean = buf_new(LIMIT_RECORD_BYTES);
	int number = pdf_file_number(pdf->file);

	pdf_say(&out, "<</CreationDate");
	pdf_put_instant(&out, pdf->meta->at);
	pdf_say(&out, "/ModDate");
	pdf_put_instant(&out, pdf->meta->at);
	for (size_t i = 0; i < COUNT(texts); i++) {
		if (!texts[i].text.len)
			continue;
		buf_clear(&clean);
		pdf_add_clean(texts[i].text, &clean);
		buf_printf(&out, "/%s", texts[i].key);
		pdf_put_text(&out, buf_str(&clean));
	}
	pdf_say(&out, ">>");
	pdf_file_put(pdf->file, number, buf_str(&out));
	return number;
}

static int put_catalogue(struct pdf *pdf)
{
	int outline = pdf_outline_end(pdf->outline, pdf->file), structure = pdf_tags_end(pdf->tags),
	    number = pdf_file_number(pdf->file);
	SCOPED_BUF out = buf_new(LIMIT_RECORD_BYTES);

	buf_printf(&out,
	    "<</Type/Catalog/Pages %d 0 R/Lang(en)/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R"
	    "/ViewerPreferences<</DisplayDocTitle true>>",
	    pdf->tree, structure);
	if (outline)
		buf_printf(&out, "/PageMode/UseOutlines/Outlines %d 0 R", outline);
	pdf_say(&out, ">>");
	pdf_file_put(pdf->file, number, buf_str(&out));
	return number;
}

bool pdf_close(struct pdf *pdf, struct err *e)
{
	bool good;

	end_page(pdf);
	put_pages(pdf);
	good = put_resources(pdf, e);
	if (good) {
		int catalogue = put_catalogue(pdf), information = put_information(pdf);

		good = pdf_file_end(pdf->file, catalogue, information, e);
	}
	drop(pdf);
	return good;
}

double pdf_width(const struct pdf *pdf)
{
	return pdf->width;
}

double pdf_height(const struct pdf *pdf)
{
	return pdf->height;
}

int pdf_page(const struct pdf *pdf)
{
	return (int)pdf->page_count;
}

void pdf_tag(struct pdf *pdf, enum pdf_role role, struct str alt)
{
	SCOPED_BUF clean = buf_new(LIMIT_RECORD_BYTES);

	pdf_add_clean(alt, &clean);
	end_mark(pdf);
	pdf_tags_open(pdf->tags, role, buf_str(&clean));
}

void pdf_tag_end(struct pdf *pdf, enum pdf_role role)
{
	end_mark(pdf);
	pdf_tags_close(pdf->tags, role);
}

void pdf_apart(struct pdf *pdf, bool apart)
{
	end_mark(pdf);
	pdf->apart = apart;
}

int pdf_outline(struct pdf *pdf, int under, struct str title, double y)
{
	SCOPED_BUF clean = buf_new(LIMIT_RECORD_BYTES);

	pdf_add_clean(title, &clean);
	return pdf_outline_add(
	    pdf->outline, under, buf_str(&clean), pdf->pages[pdf->page_count - 1].number, pdf->height - y);
}

struct pdf_text *pdf_text_new(struct pdf *pdf, const struct pdf_run *runs, size_t count, double width)
{
	return pdf_setter_text(&pdf->setter, runs, count, width);
}

/* All of a figure on a page is one piece; of what is no figure each line is one by itself: some readers join
 * the last word of a line to the first of the next otherwise. */
static void begin_mark(struct pdf *pdf, bool is_text)
{
	bool figure = pdf_tags_role(pdf->tags) == PDF_FIGURE;

	if (pdf->marked)
		return;
	if (pdf->apart || pdf->over || !(is_text || figure))
		pdf_say(&pdf->canvas.out, "/Artifact BMC\n");
	else
		pdf_tags_mark(pdf->tags, &pdf->canvas.out);
	pdf->marked = true;
}

static void leave_mark(struct pdf *pdf)
{
	if (pdf_tags_role(pdf->tags) != PDF_FIGURE)
		end_mark(pdf);
}

void pdf_text_draw(struct pdf *pdf, const struct pdf_text *t, size_t line, double x, double y)
{
	if (t->lines[line].count == 0)
		return;
	begin_mark(pdf, true);
	pdf_canvas_line(&pdf->canvas, t, line, x, y);
	leave_mark(pdf);
}

void pdf_rectangle(struct pdf *pdf, const struct pdf_ink *ink, const double box[4], double radius)
{
	begin_mark(pdf, false);
	pdf_canvas_rectangle(&pdf->canvas, ink, box, radius);
	leave_mark(pdf);
}

void pdf_circle(struct pdf *pdf, const struct pdf_ink *ink, struct pdf_point middle, double radius)
{
	const double box[4] = { middle.x - radius, middle.y - radius, 2 * radius, 2 * radius };

	pdf_rectangle(pdf, ink, box, radius);
}

void pdf_path(struct pdf *pdf, const struct pdf_ink *ink, const struct pdf_point *points, size_t count)
{
	begin_mark(pdf, false);
	pdf_canvas_path(&pdf->canvas, ink, points, count);
	leave_mark(pdf);
}
