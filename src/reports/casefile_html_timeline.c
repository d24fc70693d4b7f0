/*
 * casefile_html_timeline - day 0, 30 and 60 and today above a line, what was done and what is due below it.
 *
 * A text begins at its day, in the lane nearest to the line where it meets no other text and no thread that
 * leads from the line to a lane farther off.
 */
#include "reports/casefile_html_parts.h"

#define WIDTH 704
#define LEFT 8
#define RIGHT (WIDTH - 126) /* a text such as "day 60, 2026-11-08" fits behind the last day */
#define LANE 19
#define LANES_MOST 40
#define GAP 12		    /* between two texts of a lane */
#define CHARACTER_TENTHS 70 /* of a pixel: what a character of these texts takes up on average */
#define DAYS_MOST 5

struct label {
	struct date on;
	struct str text;
	const struct report_mark *mark; /* NULL: a day of the clock */
	int x, start, lane;
};

struct drawing {
	struct date first, last;
	struct label days[DAYS_MOST];
	size_t day_count;
	struct label *marks;
	size_t mark_count;
	int lanes_above, lanes_below, axis;
	struct arena arena;
};

static void span(struct drawing *d, struct date on)
{
	if (!date_is_known(d->first) || on.days < d->first.days)
		d->first = on;
	if (!date_is_known(d->last) || on.days > d->last.days)
		d->last = on;
}

static int place(const struct drawing *d, struct date on)
{
	int64_t days = d->last.days - d->first.days;

	return LEFT + (int)((int64_t)(on.days - d->first.days) * (RIGHT - LEFT) / (days > 0 ? days : 1));
}

/* Keeps them by day; there are at most DAYS_MOST. */
static void add_day(struct drawing *d, struct date on, const char *name)
{
	char date[DATE_TEXT_SIZE];
	size_t at = d->day_count;

	if (!date_is_known(on))
		return;
	span(d, on);
	for (; at > 0 && d->days[at - 1].on.days > on.days; at--)
		d->days[at] = d->days[at - 1];
	d->days[at] =
	    (struct label){ .on = on, .text = arena_printf(&d->arena, "%s, %s", name, date_write(on, date)) };
	d->day_count++;
}

static void add_days(struct drawing *d, const struct casefile_report *r)
{
	const struct determination *det = r->determination;
	struct date learned = r->facts->vulnerability.learned_on;

	if (det->clock_runs) {
		add_day(d, det->reading.day_0, "day 0");
		add_day(d, det->reading.day30, "day 30");
		add_day(d, det->reading.day60, "day 60");
	}
	if (!det->clock_runs || learned.days != det->reading.day_0.days)
		add_day(d, learned, "learned of");
	add_day(d, det->today, "today");
}

static void add_marks(struct drawing *d, const struct casefile_report *r)
{
	char date[DATE_TEXT_SIZE];

	d->marks = arena_alloc(&d->arena, r->mark_count, sizeof(*d->marks));
	for (size_t i = 0; i < r->mark_count; i++) {
		const struct report_mark *m = &r->marks[i];

		span(d, m->on);
		d->marks[d->mark_count++] = (struct label){ .on = m->on,
			.text =
			    arena_printf(&d->arena, "%s " STR_FMT, date_write(m->on, date), STR_ARG(m->says)),
			.mark = m };
	}
}

/* From the last to the first: what is to the right is known. The number of lanes used. */
static int assign_lanes(const struct drawing *d, struct label *labels, size_t count)
{
	int free_until[LANES_MOST], used = 0;

	for (size_t i = count; i-- > 0;) {
		struct label *l = &labels[i];
		int width = (int)l->text.len * CHARACTER_TENTHS / 10, lane = 0;

		l->x = place(d, l->on);
		l->start = l->x + width > WIDTH ? WIDTH - width : l->x;
		while (lane < used && l->start + width + GAP > free_until[lane] && lane < LANES_MOST - 1)
			lane++;
		if (lane == used)
			used++;
		for (int passed = 0; passed <= lane; passed++)
			free_until[passed] = l->start;
		l->lane = lane;
	}
	return used;
}

static void put_line(struct html *h, const char *class, int x1, int y1, int x2, int y2)
{
	html_raw(h, "<line");
	html_attribute(h, "class", str_of(class));
	parts_number(h, "x1", x1);
	parts_number(h, "y1", y1);
	parts_number(h, "x2", x2);
	parts_number(h, "y2", y2);
	html_raw(h, "/>\n");
}

static void put_shape(struct html *h, const struct report_mark *m, int x, int y)
{
	html_raw(h, "<path");
	if (m->adverse)
		html_raw(h, " class=\"mark adverse\" d=\"M0-8 7 5H-7Z\"");
	else if (m->due)
		html_raw(h, " class=\"mark due\" d=\"M0-6 6 0 0 6-6 0Z\"");
	else
		html_raw(h, " class=\"mark\" d=\"M-5 0A5 5 0 1 0 5 0 5 5 0 1 0-5 0Z\"");
	html_raw(h, " transform=\"translate(");
	html_printf(h, "%d %d", x, y);
	html_raw(h, ")\"/>\n");
}

static void put_labels(struct html *h, const struct drawing *d)
{
	for (size_t i = 0; i < d->mark_count; i++) {
		const struct label *l = &d->marks[i];

		put_line(h, "thread", l->x, d->axis, l->x, d->axis + 12 + (l->lane + 1) * LANE - 5);
	}
	for (size_t i = 0; i < d->day_count; i++) {
		const struct label *l = &d->days[i];

		put_line(h, "tick", l->x, d->axis - 10 - l->lane * LANE, l->x, d->axis + 8);
		parts_svg_text(h, str_starts(l->text, STR("today")) ? "strong" : "", l->start,
		    d->axis - 14 - l->lane * LANE, l->text);
	}
	for (size_t i = 0; i < d->mark_count; i++) {
		const struct label *l = &d->marks[i];

		put_shape(h, l->mark, l->x, d->axis);
		parts_svg_text(h, "", l->start, d->axis + 12 + (l->lane + 1) * LANE, l->text);
	}
}

static void put_description(struct html *h, const struct drawing *d)
{
	html_raw(h, "<title id=\"timeline-title\">Timeline</title>\n<desc id=\"timeline-desc\">");
	for (size_t i = 0; i < d->day_count; i++) {
		html_text(h, d->days[i].text);
		html_raw(h, "; ");
	}
	for (size_t i = 0; i < d->mark_count; i++) {
		html_text(h, d->marks[i].text);
		html_raw(h, "; ");
	}
	html_raw(h, "</desc>\n");
}

static void put_drawing(struct html *h, const struct drawing *d)
{
	int height = d->axis + 16 + d->lanes_below * LANE + 6;

	html_raw(h, "<figure>\n<svg class=\"timeline\" role=\"img\" aria-labelledby=\"timeline-title "
		    "timeline-desc\" viewBox=\"0 0 704 ");
	html_printf(h, "%d", height);
	html_raw(h, "\">\n");
	put_description(h, d);
	put_line(h, "line", 0, d->axis, WIDTH, d->axis);
	put_labels(h, d);
	html_raw(h,
	    "</svg>\n<figcaption><span class=\"key\"><svg width=\"14\" height=\"14\" "
	    "aria-hidden=\"true\"><path class=\"mark\" d=\"M2 7A5 5 0 1 0 12 7 5 5 0 1 0 2 7Z\"/></svg>done"
	    "</span> <span class=\"key\"><svg width=\"14\" height=\"14\" aria-hidden=\"true\"><path "
	    "class=\"mark due\" d=\"M7 1 13 7 7 13 1 7Z\"/></svg>due</span> <span class=\"key\"><svg "
	    "width=\"14\" height=\"14\" aria-hidden=\"true\"><path class=\"mark adverse\" d=\"M7 1 13 "
	    "12H1Z\"/></svg>adverse</span></figcaption>\n</figure>\n");
}

void html_timeline(const struct casefile_report *r, struct html *h)
{
	struct drawing d = { .first = DATE_NONE, .last = DATE_NONE };

	add_days(&d, r);
	add_marks(&d, r);
	d.lanes_above = assign_lanes(&d, d.days, d.day_count);
	d.lanes_below = assign_lanes(&d, d.marks, d.mark_count);
	d.axis = 14 + d.lanes_above * LANE;
	put_drawing(h, &d);
	arena_free(&d.arena);
}
