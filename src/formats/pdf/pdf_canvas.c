#include "formats/pdf/pdf_canvas.h"

#include <assert.h>

#include "formats/pdf/pdf_syntax.h"

#define ROUND 0.5523 /* how far the middle points of a curve lie off, for a quarter of a circle */

void pdf_canvas_begin(struct pdf_canvas *c, double height)
{
	buf_clear(&c->out);
	c->height = height;
	c->font = NULL;
	c->size = c->width = c->dash = c->gap = 0;
	c->fill = c->stroke = 0; /* black (8.4.1) */
	pdf_say(&c->out, "0 w\n");
}

static void set_fill(struct pdf_canvas *c, int colour)
{
	if (c->fill == colour)
		return;
	pdf_put_colour(&c->out, colour);
	pdf_say(&c->out, "rg\n");
	c->fill = colour;
}

static void set_font(struct pdf_canvas *c, const struct pdf_font *font, double size)
{
	if (c->font == font && c->size == size)
		return;
	pdf_say(&c->out, "/F");
	pdf_put_int(&c->out, pdf_font_rank(font));
	buf_byte(&c->out, ' ');
	pdf_put_real(&c->out, size);
	pdf_say(&c->out, " Tf\n");
	c->font = font;
	c->size = size;
}

static void put_point(struct pdf_canvas *c, double x, double y, const char *operator)
{
	pdf_put_reals(&c->out, (double[]){ x, c->height - y }, 2);
	pdf_say(&c->out, operator);
}

static void put_picture(
    struct pdf_canvas *c, const struct pdf_text *t, const struct pdf_segment *s, double x, double base)
{
	const struct pdf_picture *p = s->picture;
	double box[] = { p->width * s->size, 0, 0, (p->above + p->below) * s->size, x,
		c->height - base - p->below * s->size };

	pdf_say(&c->out, "/Span<</ActualText<FEFF");
	buf_add(&c->out, str_first(str_from(buf_str(&t->bytes), s->from), s->len));
	pdf_say(&c->out, ">>>BDC BT 3 Tr ");
	set_font(c, s->font, s->size);
	put_point(c, x, base, "Td ");
	pdf_say(&c->out, "<0000>Tj 0 Tr ET q ");
	pdf_put_reals(&c->out, box, COUNT(box));
	pdf_say(&c->out, "cm /I");
	pdf_put_int(&c->out, p->number);
	pdf_say(&c->out, " Do Q EMC\n");
}

void pdf_canvas_line(struct pdf_canvas *c, const struct pdf_text *t, size_t line, double x, double y)
{
	const struct pdf_line *l = &t->lines[line];
	double base = y + l->above;

	for (size_t i = 0; i < l->count; i++) {
		const struct pdf_segment *s = &t->segments[l->first + i];

		if (s->picture) {
			put_picture(c, t, s, x + s->x, base);
			continue;
		}
		set_fill(c, s->colour);
		pdf_say(&c->out, "BT ");
		set_font(c, s->font, s->size);
		put_point(c, x + s->x, base, "Td ");
		buf_add(&c->out, str_first(str_from(buf_str(&t->bytes), s->from), s->len));
		pdf_say(&c->out, "ET\n");
	}
}

static void set_stroke(struct pdf_canvas *c, const struct pdf_ink *ink)
{
	if (c->stroke != ink->stroke) {
		pdf_put_colour(&c->out, ink->stroke);
		pdf_say(&c->out, "RG\n");
		c->stroke = ink->stroke;
	}
	if (c->width != ink->width) {
		pdf_put_real(&c->out, ink->width);
		pdf_say(&c->out, " w\n");
		c->width = ink->width;
	}
	if (c->dash != ink->dash || c->gap != ink->gap) {
		buf_byte(&c->out, '[');
		if (ink->dash > 0)
			pdf_put_reals(&c->out, (double[]){ ink->dash, ink->gap }, 2);
		pdf_say(&c->out, "]0 d\n");
		c->dash = ink->dash;
		c->gap = ink->gap;
	}
}

static void set_ink(struct pdf_canvas *c, const struct pdf_ink *ink)
{
	if (ink->fill != PDF_NO_COLOUR)
		set_fill(c, ink->fill);
	if (ink->stroke != PDF_NO_COLOUR)
		set_stroke(c, ink);
}

/* Paints the path that was put, in the ink that was set before it. */
static void paint(struct pdf_canvas *c, const struct pdf_ink *ink)
{
	bool fill = ink->fill != PDF_NO_COLOUR, stroke = ink->stroke != PDF_NO_COLOUR;

	pdf_say(&c->out, fill && stroke ? "B\n" : fill ? "f\n" : stroke ? "S\n" : "n\n");
}

/* A quarter of a circle from where the pen is, by way of the corner, to the end; both a radius from the
 * corner. */
static void put_corner(
    struct pdf_canvas *c, struct pdf_point from, struct pdf_point corner, struct pdf_point to)
{
	const double points[] = { from.x + (corner.x - from.x) * ROUND,
		c->height - (from.y + (corner.y - from.y) * ROUND), to.x + (corner.x - to.x) * ROUND,
		c->height - (to.y + (corner.y - to.y) * ROUND), to.x, c->height - to.y };

	pdf_put_reals(&c->out, points, COUNT(points));
	pdf_say(&c->out, "c\n");
}

void pdf_canvas_rectangle(struct pdf_canvas *c, const struct pdf_ink *ink, const double box[4], double radius)
{
	double x = box[0], y = box[1], right = box[0] + box[2], bottom = box[1] + box[3];
	const struct pdf_point corners[] = { { right, y }, { right, bottom }, { x, bottom }, { x, y } };
	const struct pdf_point before[] = { { right - radius, y }, { right, bottom - radius },
		{ x + radius, bottom }, { x, y + radius } };
	const struct pdf_point behind[] = { { right, y + radius }, { right - radius, bottom },
		{ x, bottom - radius }, { x + radius, y } };

	set_ink(c, ink);
	if (radius > 0) {
		put_point(c, x + radius, y, "m\n");
		for (size_t i = 0; i < COUNT(corners); i++) {
			put_point(c, before[i].x, before[i].y, "l\n");
			put_corner(c, before[i], corners[i], behind[i]);
		}
		pdf_say(&c->out, "h ");
	} else {
		pdf_put_reals(&c->out, (double[]){ x, c->height - bottom, box[2], box[3] }, 4);
		pdf_say(&c->out, "re ");
	}
	paint(c, ink);
}

void pdf_canvas_path(
    struct pdf_canvas *c, const struct pdf_ink *ink, const struct pdf_point *points, size_t count)
{
	assert(count > 0);
	set_ink(c, ink);
	for (size_t i = 0; i < count; i++)
		put_point(c, points[i].x, points[i].y, i ? "l " : "m ");
	if (ink->fill != PDF_NO_COLOUR)
		pdf_say(&c->out, "h ");
	paint(c, ink);
}
