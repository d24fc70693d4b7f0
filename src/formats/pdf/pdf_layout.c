/*
 * pdf_layout - texts that Pango lays out: any script, from right to left as well, whatever fonts it takes.
 *
 * Of what a glyph does not say by itself the text is told beside it (ISO 32000-1, 14.9.4), so that it is
 * found and copied.
 */
#include <math.h>
#include <stdlib.h>

#include "base/vec.h"
#include "formats/pdf/pdf_pen.h"
#include "formats/pdf/pdf_syntax.h"
#include "formats/pdf/pdf_text.h"
#include "limits.h"

/* A piece of a line in one font: its glyphs are written to t->bytes. */
struct piece {
	struct pdf_text *t;
	const PangoGlyphItem *item;
	struct str text; /* all of it */
	const struct pdf_look *look;
	struct pdf_pen pen;
	double x; /* where the next glyph stands, in thousandths of the size */
	int rise;
	bool open; /* within a string */
};

static void add_attribute(
    const struct pdf_library *lib, PangoAttrList *list, PangoAttribute *a, size_t from, size_t to)
{
	a->start_index = (guint)from;
	a->end_index = (guint)to;
	lib->pango_attr_list_insert(list, a);
}

/* Pango parts glyphs at a change of colour: so one piece has one look. It is not told what is to be
 * whole: 1.50.12 ends the program (process_line) where a long text that is meets one that may be broken. */
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
		add_attribute(lib, list, lib->pango_attr_family_new(pdf_pango_mono()), from, to);
}

/* Where each run ends in the text goes to ends. */
static PangoLayout *lay_out(
    struct pdf_setter *s, const struct pdf_run *runs, size_t count, double width, size_t *ends)
{
	const struct pdf_library *lib = s->lib;
	PangoLayout *layout = pdf_pango_layout(s->pango);
	PangoAttrList *list = lib->pango_attr_list_new();
	SCOPED_BUF text = buf_new(LIMIT_RECORD_BYTES);

	for (size_t i = 0; i < count; i++) {
		size_t from = text.len;

		pdf_add_clean(runs[i].text, &text);
		add_look(lib, list, &runs[i].look, from, text.len);
		ends[i] = text.len;
	}
	add_attribute(lib, list, lib->pango_attr_insert_hyphens_new(FALSE), 0, text.len);
	lib->pango_layout_set_text(layout, buf_str(&text).ptr, (int)text.len);
	lib->pango_layout_set_attributes(layout, list);
	if (width > 0)
		lib->pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
	lib->pango_attr_list_unref(list);
	return layout;
}

static void set_open(struct piece *p, bool open)
{
	if (open != p->open)
		pdf_say(&p->t->bytes, open ? "[(" : ")]TJ\n");
	p->open = open;
}

static void set_rise(struct piece *p, int rise)
{
	if (rise == p->rise)
		return;
	set_open(p, false);
	pdf_put_real(&p->t->bytes, rise * p->look->size / 1000);
	pdf_say(&p->t->bytes, " Ts\n");
	p->rise = rise;
}

/* From Pango's units. */
static double thousandths(const struct piece *p, int length)
{
	return length * 1000.0 / (p->look->size * PANGO_SCALE);
}

static void put_glyph(struct piece *p, const PangoGlyphInfo *info)
{
	bool unknown = info->glyph & PANGO_GLYPH_UNKNOWN_FLAG;

	if (info->glyph != PANGO_GLYPH_EMPTY) {
		set_rise(p, (int)-lround(thousandths(p, info->geometry.y_offset)));
		set_open(p, true);
		pdf_pen_glyph(&p->pen, unknown ? 0 : info->glyph,
		    (int)lround(p->x + thousandths(p, info->geometry.x_offset)));
	}
	p->x += thousandths(p, info->geometry.width);
}

/* Glyphs that stand for a text together. */
static void put_cluster(struct piece *p, const PangoGlyphInfo *glyphs, int count, struct str text)
{
	bool told = count == 1 && !(glyphs[0].glyph & PANGO_GLYPH_UNKNOWN_FLAG) &&
		    glyphs[0].glyph != PANGO_GLYPH_EMPTY && pdf_font_name(p->pen.font, glyphs[0].glyph, text);

	if (!told) {
		set_open(p, false);
		pdf_say(&p->t->bytes, "/Span<</ActualText<FEFF");
		pdf_put_utf16(&p->t->bytes, text);
		pdf_say(&p->t->bytes, ">>>BDC\n");
	}
	for (int i = 0; i < count; i++)
		put_glyph(p, &glyphs[i]);
	if (!told) {
		set_open(p, false);
		pdf_say(&p->t->bytes, "EMC\n");
	}
}

/* The text of the cluster that glyphs from to to make: to where the next one begins, which in what is read
 * from the right is the one before. */
static struct str cluster_text(const struct piece *p, int from, int to)
{
	const PangoGlyphString *g = p->item->glyphs;
	const PangoItem *item = p->item->item;
	bool right_to_left = item->analysis.level % 2;
	int begin = g->log_clusters[from], end = item->length;

	if (right_to_left && from > 0)
		end = g->log_clusters[from - 1];
	else if (!right_to_left && to < g->num_glyphs)
		end = g->log_clusters[to];
	return str_first(
	    str_from(p->text, (size_t)item->offset + (size_t)begin), end > begin ? (size_t)(end - begin) : 0);
}

static struct pdf_segment *add_segment(struct piece *p, double x)
{
	struct pdf_text *t = p->t;

	t->segments = vec_room(t->segments, &t->segment_room, t->segment_count + 1, sizeof(*t->segments));
	t->segments[t->segment_count] = (struct pdf_segment){ .font = p->pen.font,
		.size = p->look->size,
		.colour = p->look->colour,
		.x = x,
		.from = t->bytes.len };
	t->lines[t->line_count - 1].count++;
	return &t->segments[t->segment_count++];
}

static int cluster_end(const PangoGlyphString *g, int from)
{
	int to = from + 1;

	while (to < g->num_glyphs && g->log_clusters[to] == g->log_clusters[from])
		to++;
	return to;
}

static void put_glyphs(struct piece *p, double x)
{
	const PangoGlyphString *g = p->item->glyphs;
	struct pdf_segment *segment = add_segment(p, x);

	for (int i = 0, to; i < g->num_glyphs; i = to) {
		to = cluster_end(g, i);
		put_cluster(p, &g->glyphs[i], to - i, cluster_text(p, i, to));
	}
	set_rise(p, 0);
	set_open(p, false);
	segment->len = p->t->bytes.len - segment->from;
}

/* Each a segment of its own, whose bytes are the text it stands for. Readers find a text only where a glyph
 * is: an unseen one of the first font is put before the picture. */
static void put_pictures(struct piece *p, double x)
{
	const PangoGlyphString *g = p->item->glyphs;

	for (int i = 0, to; i < g->num_glyphs; i = to) {
		to = cluster_end(g, i);
		for (int k = i; k < to; k++) {
			const struct pdf_picture *picture = NULL;
			struct pdf_segment *segment;

			if (!(g->glyphs[k].glyph & PANGO_GLYPH_UNKNOWN_FLAG) &&
			    g->glyphs[k].glyph != PANGO_GLYPH_EMPTY)
				picture = pdf_picture_of(p->t->setter->pictures, p->item->item->analysis.font,
				    g->glyphs[k].glyph, p->look->size);
			if (picture) {
				segment = add_segment(p, x);
				segment->picture = picture;
				segment->font = pdf_words_font(p->t->setter->words, 0);
				pdf_font_keep(segment->font, 0);
				if (k == i)
					pdf_put_utf16(&p->t->bytes, cluster_text(p, i, to));
				segment->len = p->t->bytes.len - segment->from;
			}
			x += (double)g->glyphs[k].geometry.width / PANGO_SCALE;
		}
	}
}

static const struct pdf_look *look_at(const struct pdf_run *runs, const size_t *ends, size_t count, size_t at)
{
	for (size_t i = 0; i + 1 < count; i++)
		if (at < ends[i])
			return &runs[i].look;
	return &runs[count - 1].look;
}

static void put_line(struct pdf_text *t, PangoLayoutLine *from, struct str text, const struct pdf_run *runs,
    const size_t *ends, size_t count)
{
	const struct pdf_library *lib = t->setter->lib;
	PangoRectangle box;
	double x = 0;

	lib->pango_layout_line_get_extents(from, NULL, &box);
	t->lines = vec_room(t->lines, &t->line_room, t->line_count + 1, sizeof(*t->lines));
	t->lines[t->line_count++] = (struct pdf_line){ .first = t->segment_count,
		.width = (double)box.width / PANGO_SCALE,
		.above = -(double)box.y / PANGO_SCALE,
		.below = (double)(box.height + box.y) / PANGO_SCALE };
	for (const GSList *run = from->runs; run; run = run->next) {
		const PangoGlyphItem *item = run->data;
		struct pdf_font *font = pdf_font_of(t->setter->fonts, item->item->analysis.font);
		struct piece p = { t, item, text, look_at(runs, ends, count, (size_t)item->item->offset),
			{ font, &t->bytes, 0 }, 0, 0, false };

		if (pdf_font_has_outlines(font))
			put_glyphs(&p, x);
		else
			put_pictures(&p, x);
		for (int i = 0; i < item->glyphs->num_glyphs; i++)
			x += (double)item->glyphs->glyphs[i].geometry.width / PANGO_SCALE;
	}
}

void pdf_layout_set(struct pdf_text *t, const struct pdf_run *runs, size_t count, double width)
{
	const struct pdf_library *lib = t->setter->lib;
	size_t room = 0, *ends = vec_room(NULL, &room, count + 1, sizeof(*ends));
	PangoLayout *layout = lay_out(t->setter, runs, count, width, ends);
	struct str text = str_of(lib->pango_layout_get_text(layout));

	/* the glyphs of these fonts stand for ASCII before they stand for anything that looks the same */
	for (size_t i = 0; i < count; i++)
		(void)pdf_words_font(t->setter->words, pdf_face(runs[i].look.bold, runs[i].look.mono));
	for (int i = 0; i < lib->pango_layout_get_line_count(layout); i++)
		put_line(t, lib->pango_layout_get_line_readonly(layout, i), text, runs, ends, count);
	lib->g_object_unref(layout);
	free(ends);
}
