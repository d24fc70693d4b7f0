/*
 * drawing_svg - a drawing as SVG within a page, with its legend.
 */
#include "reports/document/html_parts.h"

static void put_number(struct html *h, const char *name, int n)
{
	char text[16];

	snprintf(text, sizeof(text), "%d", n);
	html_attribute(h, name, str_of(text));
}

static void put_class(struct html *h, enum look look, enum anchor anchor)
{
	static const char *const anchors[] = { "", " mid", " end" };

	html_raw(h, " class=\"");
	html_printf(h, "%s%s", drawing_looks[look].classes, anchors[anchor]);
	html_raw(h, "\"");
}

static void put_rect(struct html *h, const struct stroke *s)
{
	html_raw(h, "<rect");
	put_class(h, s->look, ANCHOR_START);
	put_number(h, "x", s->x);
	put_number(h, "y", s->y);
	put_number(h, "width", s->width);
	put_number(h, "height", s->height);
	if (s->radius)
		put_number(h, "rx", s->radius);
	html_raw(h, "/>\n");
}

static void put_line(struct html *h, const struct stroke *s)
{
	html_raw(h, "<line");
	put_class(h, s->look, ANCHOR_START);
	put_number(h, "x1", s->x);
	put_number(h, "y1", s->y);
	put_number(h, "x2", s->to_x);
	put_number(h, "y2", s->to_y);
	html_raw(h, "/>\n");
}

static void put_mark(struct html *h, enum look look, int x, int y)
{
	html_raw(h, "<path");
	put_class(h, look, ANCHOR_START);
	if (look == LOOK_MARK_ADVERSE)
		html_raw(h, " d=\"M0-8 7 5H-7Z\"");
	else if (look == LOOK_MARK_DUE)
		html_raw(h, " d=\"M0-6 6 0 0 6-6 0Z\"");
	else
		html_raw(h, " d=\"M-5 0A5 5 0 1 0 5 0 5 5 0 1 0-5 0Z\"");
	html_raw(h, " transform=\"translate(");
	html_printf(h, "%d %d", x, y);
	html_raw(h, ")\"/>\n");
}

static void put_text(struct html *h, const struct stroke *s)
{
	html_raw(h, "<text");
	put_class(h, s->look, s->anchor);
	put_number(h, "x", s->x);
	put_number(h, "y", s->y);
	html_raw(h, ">");
	html_text(h, s->text);
	html_raw(h, "</text>\n");
}

static void put_stroke(struct html *h, const struct stroke *s)
{
	switch (s->kind) {
	case STROKE_RECT:
		put_rect(h, s);
		return;
	case STROKE_LINE:
		put_line(h, s);
		return;
	case STROKE_MARK:
		put_mark(h, s->look, s->x, s->y);
		return;
	case STROKE_TEXT:
		put_text(h, s);
		return;
	}
}

static void put_key(struct html *h, const struct drawing_key *key)
{
	bool mark = key->look >= LOOK_MARK && key->look <= LOOK_MARK_ADVERSE;
	bool edge = key->look == LOOK_EDGE;

	html_raw(h, "<span class=\"key\"><svg");
	put_number(h, "width", mark ? 16 : 26);
	html_raw(h, " height=\"16\" aria-hidden=\"true\">");
	if (mark)
		put_mark(h, key->look, 8, 9);
	else
		put_rect(h, &(struct stroke){ .look = key->look,
				.x = 2,
				.y = edge ? 7 : 3,
				.width = 22,
				.height = edge ? 2 : 10,
				.radius = edge ? 0 : 5 });
	html_raw(h, "</svg>");
	html_text(h, str_of(key->text));
	html_raw(h, "</span> ");
}

static void put_named(struct html *h, const struct drawing *d)
{
	html_raw(h, " aria-labelledby=\"");
	html_printf(h, "%s-title %s-desc", d->id, d->id);
	html_raw(h, "\" viewBox=\"0 0 ");
	html_printf(h, "%d %d", d->width, d->height);
	html_raw(h, "\">\n<title id=\"");
	html_printf(h, "%s-title", d->id);
	html_raw(h, "\">");
	html_text(h, d->title);
	html_raw(h, "</title>\n<desc id=\"");
	html_printf(h, "%s-desc", d->id);
	html_raw(h, "\">");
	html_prose(h, &d->description);
	html_raw(h, "</desc>\n");
}

void html_drawing(struct html *h, const struct drawing *d)
{
	html_raw(h, "<figure>\n<svg role=\"img\"");
	html_attribute(h, "class", str_of(d->id));
	put_named(h, d);
	for (size_t i = 0; i < d->stroke_count; i++)
		put_stroke(h, &d->strokes[i]);
	html_raw(h, "</svg>\n");
	if (d->key_count) {
		html_raw(h, "<figcaption>");
		for (size_t i = 0; i < d->key_count; i++)
			put_key(h, &d->keys[i]);
		html_raw(h, "</figcaption>\n");
	}
	html_raw(h, "</figure>\n");
}

static void put_colour(struct html *h, int colour)
{
	if (colour == LOOK_NO_COLOUR)
		html_raw(h, "none");
	else
		html_printf(h, "#%06x", (unsigned)colour);
}

void html_look_rules(struct html *h)
{
	for (size_t i = 0; i < LOOK_COUNT; i++) {
		const struct drawing_look *look = &drawing_looks[i];

		html_raw(h, "svg .");
		html_printf(h, "%s", look->classes);
		html_raw(h, " { fill: ");
		put_colour(h, look->fill);
		if (look->stroke != LOOK_NO_COLOUR) {
			html_raw(h, "; stroke: ");
			put_colour(h, look->stroke);
			html_printf(h, "; stroke-width: %d.%02d", look->width_hundredths / 100,
			    look->width_hundredths % 100);
		}
		if (look->dash)
			html_printf(h, "; stroke-dasharray: %d %d", look->dash, look->gap);
		html_raw(h, "; }\n");
	}
}
