/*
 * casefile_timeline - day 0, 30 and 60 and today above a line, what was done and what is due below it.
 *
 * A text begins at its day, in the lane nearest to the line where it meets no other text and no thread that
 * leads from the line to a lane farther off.
 */
#include "reports/casefile_sections.h"
#include "reports/document/drawing.h"

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

struct timeline {
	struct date first, last;
	struct label days[DAYS_MOST];
	size_t day_count;
	struct label *marks;
	size_t mark_count;
	int lanes_above, lanes_below, axis;
	struct arena *arena;
};

static void span(struct timeline *t, struct date on)
{
	if (!date_is_known(t->first) || on.days < t->first.days)
		t->first = on;
	if (!date_is_known(t->last) || on.days > t->last.days)
		t->last = on;
}

static int place(const struct timeline *t, struct date on)
{
	int64_t days = t->last.days - t->first.days;

	return LEFT + (int)((int64_t)(on.days - t->first.days) * (RIGHT - LEFT) / (days > 0 ? days : 1));
}

/* Keeps them by day; there are at most DAYS_MOST. */
static void add_day(struct timeline *t, struct date on, const char *name)
{
	char date[DATE_TEXT_SIZE];
	size_t at = t->day_count;

	if (!date_is_known(on))
		return;
	span(t, on);
	for (; at > 0 && t->days[at - 1].on.days > on.days; at--)
		t->days[at] = t->days[at - 1];
	t->days[at] =
	    (struct label){ .on = on, .text = arena_printf(t->arena, "%s, %s", name, date_write(on, date)) };
	t->day_count++;
}

static void add_days(struct timeline *t, const struct casefile_report *r)
{
	const struct determination *det = r->determination;
	struct date learned = r->facts->vulnerability.learned_on;

	if (det->clock_runs) {
		add_day(t, det->reading.day_0, "day 0");
		add_day(t, det->reading.day30, "day 30");
		add_day(t, det->reading.day60, "day 60");
	}
	if (!det->clock_runs || learned.days != det->reading.day_0.days)
		add_day(t, learned, "learned of");
	add_day(t, det->today, "today");
}

static void add_marks(struct timeline *t, const struct casefile_report *r)
{
	char date[DATE_TEXT_SIZE];

	t->marks = arena_alloc(t->arena, r->mark_count, sizeof(*t->marks));
	for (size_t i = 0; i < r->mark_count; i++) {
		const struct report_mark *m = &r->marks[i];

		span(t, m->on);
		t->marks[t->mark_count++] = (struct label){ .on = m->on,
			.text =
			    arena_printf(t->arena, "%s " STR_FMT, date_write(m->on, date), STR_ARG(m->says)),
			.mark = m };
	}
}

/* From the last to the first: what is to the right is known. The number of lanes used. */
static int assign_lanes(const struct timeline *t, struct label *labels, size_t count)
{
	int free_until[LANES_MOST], used = 0;

	for (size_t i = count; i-- > 0;) {
		struct label *l = &labels[i];
		int width = (int)l->text.len * CHARACTER_TENTHS / 10, lane = 0;

		l->x = place(t, l->on);
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

static enum look look_of(const struct report_mark *m)
{
	return m->adverse ? LOOK_MARK_ADVERSE : m->due ? LOOK_MARK_DUE : LOOK_MARK;
}

static void put_labels(struct drawing *to, const struct timeline *t)
{
	for (size_t i = 0; i < t->mark_count; i++) {
		const struct label *l = &t->marks[i];

		drawing_line(to, LOOK_THREAD, l->x, t->axis, l->x, t->axis + 12 + (l->lane + 1) * LANE - 5);
	}
	for (size_t i = 0; i < t->day_count; i++) {
		const struct label *l = &t->days[i];

		drawing_line(to, LOOK_TICK, l->x, t->axis - 10 - l->lane * LANE, l->x, t->axis + 8);
		drawing_text(to, str_starts(l->text, STR("today")) ? LOOK_TEXT_STRONG : LOOK_TEXT, l->start,
		    t->axis - 14 - l->lane * LANE, l->text);
	}
	for (size_t i = 0; i < t->mark_count; i++) {
		const struct label *l = &t->marks[i];

		drawing_mark(to, look_of(l->mark), l->x, t->axis);
		drawing_text(to, LOOK_TEXT, l->start, t->axis + 12 + (l->lane + 1) * LANE, l->text);
	}
}

static void describe(struct document *d, const struct timeline *t)
{
	for (size_t i = 0; i < t->day_count; i++) {
		document_text(d, t->days[i].text);
		document_say(d, "; ");
	}
	for (size_t i = 0; i < t->mark_count; i++) {
		document_text(d, t->marks[i].text);
		document_say(d, "; ");
	}
}

void casefile_timeline(const struct casefile_report *r, struct document *d)
{
	static const struct drawing_key keys[] = { { LOOK_MARK, "done" }, { LOOK_MARK_DUE, "due" },
		{ LOOK_MARK_ADVERSE, "adverse" } };
	struct timeline t = { .first = DATE_NONE, .last = DATE_NONE, .arena = d->arena };
	struct drawing *drawn;

	add_days(&t, r);
	add_marks(&t, r);
	t.lanes_above = assign_lanes(&t, t.days, t.day_count);
	t.lanes_below = assign_lanes(&t, t.marks, t.mark_count);
	t.axis = 14 + t.lanes_above * LANE;
	drawn = drawing_new(d->arena, "timeline", WIDTH, t.axis + 16 + t.lanes_below * LANE + 6);
	drawn->title = STR("Timeline");
	drawn->keys = keys;
	drawn->key_count = COUNT(keys);
	drawing_line(drawn, LOOK_LINE, 0, t.axis, WIDTH, t.axis);
	put_labels(drawn, &t);
	document_figure(d, drawn);
	describe(d, &t);
}
