/*
 * pdf_drawing - a drawing on a page, as wide as the text, with its legend and what it shows in words.
 */
#include "limits.h"
#include "reports/document/pdf_parts.h"

#define TEXT_SIZE 12.0 /* of a drawing, in its own units */
#define SMALL_SIZE 11.0
#define KEY_GAP 16.0

static const struct pdf_look key_look = { SIZE_NOTE, SOFT, false, false, false };

struct frame {
	struct pages *p;
	double scale, y; /* of a unit; where the drawing begins */
};

static struct pdf_ink ink_of(enum look look, double scale)
{
	const struct drawing_look *from = &drawing_looks[look];

	return (struct pdf_ink){ from->fill, from->stroke, from->width_hundredths * scale / 100,
		from->dash * scale, from->gap * scale };
}

static struct pdf_point point(const struct frame *f, double x, double y)
{
	return (struct pdf_point){ f->p->left + x * f->scale, f->y + y * f->scale };
}

static void put_rect(const struct frame *f, const struct stroke *s)
{
	struct pdf_ink ink = ink_of(s->look, f->scale);
	struct pdf_point corner = point(f, s->x, s->y);
	const double box[4] = { corner.x, corner.y, s->width * f->scale, s->height * f->scale };

	pdf_rectangle(f->p->pdf, &ink, box, s->radius * f->scale);
}

static void put_line(const struct frame *f, const struct stroke *s)
{
	struct pdf_ink ink = ink_of(s->look, f->scale);
	struct pdf_point ends[2] = { point(f, s->x, s->y), point(f, s->to_x, s->to_y) };

	pdf_path(f->p->pdf, &ink, ends, 2);
}

static void put_mark(const struct frame *f, enum look look, double x, double y)
{
	struct pdf_ink ink = ink_of(look, f->scale);

	if (look == LOOK_MARK) {
		pdf_circle(f->p->pdf, &ink, point(f, x, y), 5 * f->scale);
	} else if (look == LOOK_MARK_DUE) {
		struct pdf_point diamond[5] = { point(f, x, y - 6), point(f, x + 6, y), point(f, x, y + 6),
			point(f, x - 6, y), point(f, x, y - 6) };

		pdf_path(f->p->pdf, &ink, diamond, 5);
	} else {
		struct pdf_point triangle[4] = { point(f, x, y - 8), point(f, x + 7, y + 5),
			point(f, x - 7, y + 5), point(f, x, y - 8) };

		pdf_path(f->p->pdf, &ink, triangle, 4);
	}
}

static void put_text(const struct frame *f, const struct stroke *s)
{
	double size = s->look == LOOK_TEXT_SMALL ? SMALL_SIZE : TEXT_SIZE;
	struct pdf_run run = { s->text,
		{ size * f->scale, drawing_looks[s->look].fill, s->look == LOOK_TEXT_STRONG, false, false } };
	struct pdf_text *text = pdf_text_new(f->p->pdf, &run, 1, 0);
	struct pdf_point at = point(f, s->x, s->y);
	double width = pdf_text_line_width(text, 0);

	if (s->anchor != ANCHOR_START)
		at.x -= s->anchor == ANCHOR_END ? width : width / 2;
	pdf_text_draw(f->p->pdf, text, 0, at.x, at.y - pdf_text_baseline(text, 0));
	pdf_text_free(text);
}

static void put_stroke(const struct frame *f, const struct stroke *s)
{
	switch (s->kind) {
	case STROKE_RECT:
		put_rect(f, s);
		return;
	case STROKE_LINE:
		put_line(f, s);
		return;
	case STROKE_MARK:
		put_mark(f, s->look, s->x, s->y);
		return;
	case STROKE_TEXT:
		put_text(f, s);
		return;
	}
}

static void put_keys(struct pages *p, const struct drawing *d)
{
	double x = 0;

	for (size_t i = 0; i < d->key_count; i++) {
		enum look look = d->keys[i].look;
		bool mark = look >= LOOK_MARK && look <= LOOK_MARK_ADVERSE;
		struct frame f = { p, 0.75, p->y };
		struct pdf_run run = { str_of(d->keys[i].text), key_look };
		struct pdf_text *text = pdf_text_new(p->pdf, &run, 1, 0);

		if (mark)
			put_mark(&f, look, x / f.scale + 8, 7);
		else
			put_rect(&f, &(struct stroke){ .look = look,
					 .x = (int)(x / f.scale) + 2,
					 .y = look == LOOK_EDGE ? 6 : 2,
					 .width = 22,
					 .height = look == LOOK_EDGE ? 2 : 10,
					 .radius = look == LOOK_EDGE ? 0 : 5 });
		x += mark ? 14 : 22;
		pdf_text_draw(p->pdf, text, 0, p->left + x, p->y);
		x += pdf_text_line_width(text, 0) + KEY_GAP;
		pdf_text_free(text);
	}
	p->y += d->key_count ? KEY_GAP : 0;
}

static void put_words(struct pages *p, const struct drawing *d)
{
	struct band *b = band_new(p, PDF_NO_ROLE);

	band_prose(p, band_cell(p, b, PDF_CAPTION), &d->description, &key_look,
	    (struct piece){ .width = pages_width(p) });
	b->after = 8;
	pages_place(p, b);
}

void pdf_put_drawing(struct pages *p, const struct drawing *d)
{
	SCOPED_BUF words = buf_new(LIMIT_RECORD_BYTES);
	struct frame f = { .p = p, .scale = pages_width(p) / d->width };
	double most = p->bottom - p->top - 2 * KEY_GAP;

	if (d->height * f.scale > most)
		f.scale = most / d->height;
	p->y += 8;
	pages_need(p, d->height * f.scale + 2 * KEY_GAP);
	f.y = p->y;
	document_plain(&d->description, &words);
	pdf_tag(p->pdf, PDF_FIGURE, buf_str(&words));
	for (size_t i = 0; i < d->stroke_count; i++)
		put_stroke(&f, &d->strokes[i]);
	p->y += d->height * f.scale + 4;
	put_keys(p, d);
	pdf_tag_end(p->pdf, PDF_FIGURE);
	put_words(p, d);
}
