#include "reports/metrics/metrics_chart.h"

#include "reports/document/drawing.h"

#define ROWS_MOST 24
#define LEFT 220
#define BAR 360
#define ROW 24
#define ROW_OF_TWO 36

/* A bar of its length, with its name before and what it says behind. */
struct bar {
	struct str name, says; /* no name: of the row above */
	int64_t length;
	enum look look;
};

static void put_bar(struct drawing *chart, const struct bar *b, int64_t whole, int y, int height)
{
	int width = whole > 0 ? (int)(BAR * b->length / whole) : 0;

	if (b->name.len)
		drawing_text(chart, LOOK_TEXT, LEFT - 10, y + 14, b->name)->anchor = ANCHOR_END;
	if (width)
		drawing_rect(chart, b->look, LEFT, y, width, height);
	drawing_text(chart, LOOK_TEXT, LEFT + BAR + 8, y + 14, b->says);
}

static struct str count_text(int64_t n, const char *what, struct arena *arena)
{
	return arena_printf(arena, "%lld%s", (long long)n, what);
}

void metrics_chart_parts(const struct metrics_report *r, struct document *d)
{
	size_t count = r->part_count < ROWS_MOST ? r->part_count : ROWS_MOST;
	struct drawing *chart = drawing_new(d->arena, "m1", LEFT + BAR + 80, (int)count * ROW + 8);

	chart->title = STR("M1, the share of identified findings that are patched");
	for (size_t i = 0; i < count; i++) {
		struct share s = r->parts[i].patching.patched;
		struct bar b = { r->parts[i].name, figure_percent(s, d->arena), s.part, LOOK_MARK };
		int y = (int)i * ROW + 4;

		drawing_rect(chart, LOOK_CELL_C_BORDERLINE, LEFT, y, BAR, ROW - 6);
		put_bar(chart, &b, s.whole, y, ROW - 6);
	}
	document_figure(d, chart);
	document_say(d, "A bar for each row of the table above, as long as its M1.");
}

/* Months; quarters or years where there would be too many. The whole stands first. */
static struct metric_part *over_time(const struct metrics *m, struct arena *arena, size_t *count)
{
	static const enum metric_slice by[] = { SLICE_MONTH, SLICE_QUARTER, SLICE_YEAR };
	struct metrics divided = *m;
	struct metric_part *parts = NULL;

	for (size_t i = 0; i < COUNT(by); i++) {
		divided.by = by[i];
		parts = slices_of(&divided, arena, count);
		if (*count <= ROWS_MOST + 1)
			break;
	}
	return parts;
}

static void chart_over_time(const struct metrics_report *r, struct document *d)
{
	size_t count, from;
	struct metric_part *parts = over_time(r->metrics, d->arena, &count);
	struct drawing *chart;
	int64_t most = 1;

	from = count > ROWS_MOST + 1 ? count - ROWS_MOST : 1;
	chart = drawing_new(d->arena, "over-time", LEFT + BAR + 130, (int)(count - from) * ROW_OF_TWO + 8);
	chart->title = STR("Findings identified, and findings patched, in each part of the period");
	for (size_t i = from; i < count; i++) {
		const struct share *s = &parts[i].patching.flow;

		most = s->whole > most ? s->whole : most;
		most = s->part > most ? s->part : most;
	}
	for (size_t i = from; i < count; i++) {
		const struct share *s = &parts[i].patching.flow;
		struct bar identified = { parts[i].name, count_text(s->whole, " identified", d->arena),
			s->whole, LOOK_CELL_U_BORDERLINE };
		struct bar patched = { STR(""), count_text(s->part, " patched", d->arena), s->part,
			LOOK_MARK };
		int y = (int)(i - from) * ROW_OF_TWO + 4;

		put_bar(chart, &identified, most, y, ROW_OF_TWO / 2 - 4);
		put_bar(chart, &patched, most, y + ROW_OF_TWO / 2 - 3, ROW_OF_TWO / 2 - 4);
	}
	document_figure(d, chart);
	document_say(
	    d, "Findings that were identified, above, and patched, below, in each part of the period.");
}

static void chart_days_left(const struct metrics_report *r, struct document *d)
{
	int64_t counts[PROGRAMME_LEFT_CLASSES], most = 1;
	struct drawing *chart =
	    drawing_new(d->arena, "days-left", LEFT + BAR + 80, PROGRAMME_LEFT_CLASSES * ROW + 8);

	chart->title = STR("What is owed at the end of the period, by the days left");
	programme_days_left(r->metrics, counts);
	for (size_t i = 0; i < PROGRAMME_LEFT_CLASSES; i++)
		most = counts[i] > most ? counts[i] : most;
	for (size_t i = 0; i < PROGRAMME_LEFT_CLASSES; i++) {
		struct bar b = { str_of(programme_left_name(i)), count_text(counts[i], "", d->arena),
			counts[i], i == 0 ? LOOK_CELL_U : LOOK_MARK };

		put_bar(chart, &b, most, (int)i * ROW + 4, ROW - 6);
	}
	document_figure(d, chart);
	document_say(d,
	    "K4: what was owed at the end of the period by the days left, of casefiles and to who reported.");
}

void metrics_put_charts(const struct metrics_report *r, struct document *d)
{
	document_section(d, "charts", "The period in charts", "Charts");
	chart_over_time(r, d);
	chart_days_left(r, d);
}
