#include "formats/pdf_write.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/utf8.h"
#include "formats/pdf_library.h"
#include "formats/text_out.h"
#include "limits.h"

#define FONT "Liberation Sans, DejaVu Sans, sans-serif"
#define FONT_MONO "Liberation Mono, DejaVu Sans Mono, monospace"
#define TEXT_MOST LIMIT_RECORD_BYTES

struct pdf {
	struct pdf_library lib;
	FILE *to;
	struct buf out; /* the whole of it, until the end */
	cairo_surface_t *surface;
	cairo_t *cr;
	PangoFontMap *fonts;
	PangoContext *context;
	PangoFontDescription *font;
	double width, height;
	int page;
};

struct pdf_text {
	struct pdf *pdf;
	PangoLayout *layout;
};

/* Adds s to out, with U+FFFD for what is not UTF-8 and for controls. */
static void add_clean(struct str s, struct buf *out)
{
	while (s.len) {
		size_t n = utf8_sequence(s);
		bool control = n == 1 && ((unsigned char)s.ptr[0] < 0x20 || s.ptr[0] == 0x7f) &&
			       s.ptr[0] != '\t' && s.ptr[0] != '\n';

		buf_add(out, n && !control ? str_first(s, n) : STR(UTF8_REPLACEMENT));
		s = str_from(s, n ? n : 1);
	}
}

static cairo_status_t keep_bytes(void *ctx, const unsigned char *bytes, unsigned count)
{
	struct pdf *pdf = ctx;

	if (pdf->to)
		buf_add(&pdf->out, (struct str){ (const char *)bytes, count });
	return buf_full(&pdf->out) ? CAIRO_STATUS_WRITE_ERROR : CAIRO_STATUS_SUCCESS;
}

/* What stands behind the last needle of s; empty where there is none. */
static struct str behind_last(struct str s, struct str needle)
{
	struct str behind = STR("");

	while (str_find(s, needle) < s.len)
		behind = s = str_from(s, str_find(s, needle) + needle.len);
	return behind;
}

static void put_bytes(FILE *to, struct str s)
{
	fwrite(s.ptr, 1, s.len, to);
}

/* cairo has no word for the language of a document, nor for that its title is to be shown. Its catalogue is
 * the last object, so that nothing but the table of objects moves as it grows. A later cairo may write it
 * otherwise: then it stays as it is. Whether the stream failed is told by whoever ends it. */
static void put_with_language(FILE *to, struct str pdf)
{
	static const char more[] = "   /Lang (en)\n   /ViewerPreferences << /DisplayDocTitle true >>\n";
	struct str tail = behind_last(pdf, STR("<< /Type /Catalog\n"));
	struct str number = behind_last(tail, STR("startxref\n"));
	size_t behind = number.len;
	struct err e = { 0 };
	int64_t at;

	number = str_first(number, str_index(number, '\n'));
	if (!number_parse(number, "offset", 0, INT32_MAX, &at, &e)) {
		put_bytes(to, pdf);
		return;
	}
	put_bytes(to, str_first(pdf, pdf.len - tail.len));
	put_bytes(to, str_of(more));
	put_bytes(to, str_first(tail, tail.len - behind));
	fprintf(to, "%lld", (long long)at + (long long)sizeof(more) - 1);
	put_bytes(to, str_from(pdf, pdf.len - behind + number.len));
}

static void set_metadata(struct pdf *pdf, const struct pdf_meta *meta)
{
	const struct {
		cairo_pdf_metadata_t key;
		struct str text;
	} texts[] = {
		{ CAIRO_PDF_METADATA_TITLE, meta->title },
		{ CAIRO_PDF_METADATA_AUTHOR, meta->author },
		{ CAIRO_PDF_METADATA_SUBJECT, meta->subject },
		{ CAIRO_PDF_METADATA_CREATOR, meta->program },
	};
	char at[INSTANT_TEXT_SIZE];
	SCOPED_BUF clean = buf_new(TEXT_MOST);

	for (size_t i = 0; i < COUNT(texts); i++) {
		buf_clear(&clean);
		add_clean(texts[i].text, &clean);
		buf_byte(&clean, '\0');
		if (texts[i].text.len)
			pdf->lib.cairo_pdf_surface_set_metadata(pdf->surface, texts[i].key, clean.ptr);
	}
	/* whole seconds: cairo reads no fractions */
	instant_write((struct instant){ meta->at.us - meta->at.us % 1000000 }, at);
	pdf->lib.cairo_pdf_surface_set_metadata(pdf->surface, CAIRO_PDF_METADATA_CREATE_DATE, at);
	pdf->lib.cairo_pdf_surface_set_metadata(pdf->surface, CAIRO_PDF_METADATA_MOD_DATE, at);
}

static void open_fonts(struct pdf *pdf)
{
	struct pdf_library *lib = &pdf->lib;

	pdf->fonts = lib->pango_cairo_font_map_new();
	pdf->context = lib->pango_font_map_create_context(pdf->fonts);
	pdf->font = lib->pango_font_description_from_string(FONT);
	/* Neither the locale nor the text decides. */
	lib->pango_context_set_language(pdf->context, lib->pango_language_from_string("en"));
	lib->pango_context_set_base_dir(pdf->context, PANGO_DIRECTION_LTR);
	lib->pango_cairo_update_context(pdf->cr, pdf->context);
}

bool pdf_open(FILE *to, const struct pdf_meta *meta, struct pdf **out, struct err *e)
{
	struct pdf_library lib;
	struct pdf *pdf;

	if (!pdf_library_load(&lib, e))
		return false;
	pdf = memory_alloc(1, sizeof(*pdf));
	pdf->lib = lib;
	pdf->to = to;
	pdf->out = buf_new(LIMIT_PDF_BYTES);
	pdf->width = meta->paper == PDF_LETTER ? 612 : 595.276;
	pdf->height = meta->paper == PDF_LETTER ? 792 : 841.89;
	pdf->page = 1;
	pdf->surface = lib.cairo_pdf_surface_create_for_stream(keep_bytes, pdf, pdf->width, pdf->height);
	pdf->cr = lib.cairo_create(pdf->surface);
	set_metadata(pdf, meta);
	open_fonts(pdf);
	*out = pdf;
	return true;
}

void pdf_drop(struct pdf *pdf)
{
	if (!pdf)
		return;
	pdf->lib.pango_font_description_free(pdf->font);
	pdf->lib.g_object_unref(pdf->context);
	pdf->lib.g_object_unref(pdf->fonts);
	pdf->lib.cairo_destroy(pdf->cr);
	pdf->lib.cairo_surface_destroy(pdf->surface);
	buf_free(&pdf->out);
	free(pdf);
}

bool pdf_close(struct pdf *pdf, struct err *e)
{
	cairo_status_t status;
	bool good = true;

	pdf->lib.cairo_show_page(pdf->cr);
	pdf->lib.cairo_surface_finish(pdf->surface);
	status = pdf->lib.cairo_surface_status(pdf->surface);
	if (buf_full(&pdf->out))
		good = err_fail(e, ERR_LIMIT, "the PDF is larger than %d bytes", LIMIT_PDF_BYTES);
	else if (status != CAIRO_STATUS_SUCCESS)
		good = err_fail(
		    e, ERR_IO, "the PDF could not be written: %s", pdf->lib.cairo_status_to_string(status));
	else if (pdf->to)
		put_with_language(pdf->to, buf_str(&pdf->out));
	pdf_drop(pdf);
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
	return pdf->page;
}

void pdf_next_page(struct pdf *pdf)
{
	pdf->lib.cairo_show_page(pdf->cr);
	pdf->page++;
}

void pdf_tag(struct pdf *pdf, const char *name)
{
	pdf->lib.cairo_tag_begin(pdf->cr, name, NULL);
}

void pdf_tag_end(struct pdf *pdf, const char *name)
{
	pdf->lib.cairo_tag_end(pdf->cr, name);
}

int pdf_outline(struct pdf *pdf, int under, struct str title, double y)
{
	SCOPED_BUF clean = buf_new(TEXT_MOST);
	char where[64];

	add_clean(title, &clean);
	buf_byte(&clean, '\0');
	snprintf(where, sizeof(where), "page=%d pos=[0 %d]", pdf->page, (int)y);
	return pdf->lib.cairo_pdf_surface_add_outline(
	    pdf->surface, under, clean.ptr, where, (cairo_pdf_outline_flags_t)0);
}

static void add_attribute(
    const struct pdf_library *lib, PangoAttrList *list, PangoAttribute *a, size_t from, size_t to)
{
	a->start_index = (guint)from;
	a->end_index = (guint)to;
	lib->pango_attr_list_insert(list, a);
}

static void add_look(
    const struct pdf_library *lib, PangoAttrList *list, const struct pdf_look *look, size_t from, size_t to)
{
	int colour = look->colour;

	add_attribute(
	    lib, list, lib->pango_attr_size_new_absolute((int)(look->size * PANGO_SCALE)), from, to);
	add_attribute(lib, list,
	    lib->pango_attr_foreground_new((guint16)(((colour >> 16) & 0xff) * 257),
		(guint16)(((colour >> 8) & 0xff) * 257), (guint16)((colour & 0xff) * 257)),
	    from, to);
	if (look->bold)
		add_attribute(lib, list, lib->pango_attr_weight_new(PANGO_WEIGHT_BOLD), from, to);
	if (look->mono)
		add_attribute(lib, list, lib->pango_attr_family_new(FONT_MONO), from, to);
	if (look->whole)
		add_attribute(lib, list, lib->pango_attr_allow_breaks_new(FALSE), from, to);
}

struct pdf_text *pdf_text_new(struct pdf *pdf, const struct pdf_run *runs, size_t count, double width)
{
	const struct pdf_library *lib = &pdf->lib;
	PangoAttrList *list = lib->pango_attr_list_new();
	struct pdf_text *t = memory_alloc(1, sizeof(*t));
	SCOPED_BUF text = buf_new(TEXT_MOST);

	t->pdf = pdf;
	t->layout = lib->pango_layout_new(pdf->context);
	for (size_t i = 0; i < count; i++) {
		size_t from = text.len;

		add_clean(runs[i].text, &text);
		add_look(lib, list, &runs[i].look, from, text.len);
	}
	lib->pango_layout_set_font_description(t->layout, pdf->font);
	lib->pango_layout_set_text(t->layout, buf_str(&text).ptr, (int)text.len);
	lib->pango_layout_set_attributes(t->layout, list);
	lib->pango_layout_set_wrap(t->layout, PANGO_WRAP_WORD_CHAR);
	if (width > 0)
		lib->pango_layout_set_width(t->layout, (int)(width * PANGO_SCALE));
	lib->pango_attr_list_unref(list);
	return t;
}

void pdf_text_free(struct pdf_text *t)
{
	if (!t)
		return;
	t->pdf->lib.g_object_unref(t->layout);
	free(t);
}

size_t pdf_text_lines(const struct pdf_text *t)
{
	return (size_t)t->pdf->lib.pango_layout_get_line_count(t->layout);
}

static PangoRectangle line_box(const struct pdf_text *t, size_t line)
{
	const struct pdf_library *lib = &t->pdf->lib;
	PangoRectangle box;

	lib->pango_layout_line_get_extents(
	    lib->pango_layout_get_line_readonly(t->layout, (int)line), NULL, &box);
	return box;
}

double pdf_text_line_height(const struct pdf_text *t, size_t line)
{
	return (double)line_box(t, line).height / PANGO_SCALE;
}

double pdf_text_line_width(const struct pdf_text *t, size_t line)
{
	return (double)line_box(t, line).width / PANGO_SCALE;
}

double pdf_text_baseline(const struct pdf_text *t, size_t line)
{
	return -(double)line_box(t, line).y / PANGO_SCALE;
}

void pdf_text_draw(struct pdf_text *t, size_t line, double x, double y)
{
	const struct pdf_library *lib = &t->pdf->lib;

	lib->cairo_move_to(t->pdf->cr, x, y + pdf_text_baseline(t, line));
	lib->pango_cairo_show_layout_line(
	    t->pdf->cr, lib->pango_layout_get_line_readonly(t->layout, (int)line));
	lib->cairo_new_path(t->pdf->cr);
}

static void set_colour(struct pdf *pdf, int colour)
{
	pdf->lib.cairo_set_source_rgb(pdf->cr, ((colour >> 16) & 0xff) / 255.0,
	    ((colour >> 8) & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

/* Paints the path that is there. */
static void paint(struct pdf *pdf, const struct pdf_ink *ink)
{
	double dash[2] = { ink->dash, ink->gap };

	if (ink->fill != PDF_NO_COLOUR) {
		set_colour(pdf, ink->fill);
		pdf->lib.cairo_fill_preserve(pdf->cr);
	}
	if (ink->stroke != PDF_NO_COLOUR) {
		set_colour(pdf, ink->stroke);
		pdf->lib.cairo_set_line_width(pdf->cr, ink->width);
		pdf->lib.cairo_set_dash(pdf->cr, dash, ink->dash > 0 ? 2 : 0, 0);
		pdf->lib.cairo_stroke(pdf->cr);
	}
	pdf->lib.cairo_new_path(pdf->cr);
}

void pdf_rectangle(struct pdf *pdf, const struct pdf_ink *ink, const double box[4], double radius)
{
	double x = box[0], y = box[1], right = box[0] + box[2], bottom = box[1] + box[3];
	const struct pdf_library *lib = &pdf->lib;

	if (radius > 0) {
		lib->cairo_new_sub_path(pdf->cr);
		lib->cairo_arc(pdf->cr, right - radius, y + radius, radius, -M_PI / 2, 0);
		lib->cairo_arc(pdf->cr, right - radius, bottom - radius, radius, 0, M_PI / 2);
		lib->cairo_arc(pdf->cr, x + radius, bottom - radius, radius, M_PI / 2, M_PI);
		lib->cairo_arc(pdf->cr, x + radius, y + radius, radius, M_PI, 1.5 * M_PI);
		lib->cairo_close_path(pdf->cr);
	} else {
		lib->cairo_rectangle(pdf->cr, x, y, box[2], box[3]);
	}
	paint(pdf, ink);
}

void pdf_circle(struct pdf *pdf, const struct pdf_ink *ink, struct pdf_point middle, double radius)
{
	pdf->lib.cairo_new_sub_path(pdf->cr);
	pdf->lib.cairo_arc(pdf->cr, middle.x, middle.y, radius, 0, 2 * M_PI);
	paint(pdf, ink);
}

void pdf_path(struct pdf *pdf, const struct pdf_ink *ink, const struct pdf_point *points, size_t count)
{
	assert(count > 0);
	pdf->lib.cairo_move_to(pdf->cr, points[0].x, points[0].y);
	for (size_t i = 1; i < count; i++)
		pdf->lib.cairo_line_to(pdf->cr, points[i].x, points[i].y);
	if (ink->fill != PDF_NO_COLOUR)
		pdf->lib.cairo_close_path(pdf->cr);
	paint(pdf, ink);
}
