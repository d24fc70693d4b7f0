#include "reports/metrics/metrics_report.h"

#include "reports/metrics/metrics_chart.h"

void metrics_report_make(const struct metrics *m, struct arena *arena, struct metrics_report *out)
{
	struct metrics_report r = { .metrics = m };
	struct rollout *rollouts = arena_alloc(arena, m->rollout_count, sizeof(*rollouts));

	for (size_t i = 0; i < m->rollout_count; i++)
		rollouts[i] = m->rollouts[i].rollout;
	r.parts = slices_of(m, arena, &r.part_count);
	r.rollouts = rollout_spread(rollouts, m->rollout_count, m->window, &r.rollouts_waiting, arena);
	r.capability = rollout_capability(rollouts, m->rollout_count, m->window);
	if (!m->patching_only)
		r.measures = programme_measures(m, arena, &r.measure_count);
	*out = r;
}

struct str metrics_edition(const struct metrics *m, struct arena *arena)
{
	if (m->edition)
		return arena_printf(arena, "edition %lld", (long long)m->edition);
	if (m->issued)
		return arena_printf(arena, "draft; the last issued is edition %lld", (long long)m->issued);
	return STR("draft");
}

struct str metrics_m3(const struct metrics_report *r, struct arena *arena)
{
	struct str mean = figure_mean(&r->rollouts, arena);

	if (r->metrics->rollout_count == 0)
		return STR("n/a: not recorded; needs which units got the update, and when");
	return arena_printf(arena, STR_FMT ", %lld complete, %lld not complete", STR_ARG(mean),
	    (long long)r->rollouts.count, (long long)r->rollouts_waiting);
}

struct str metrics_rate(const struct metrics_report *r, struct arena *arena)
{
	struct str percent = figure_percent(r->capability, arena);

	if (r->capability.whole == 0)
		return STR("n/a: no update has a plan whose target day lies in the period");
	return arena_printf(arena, STR_FMT ", %lld of %lld known units by the target day", STR_ARG(percent),
	    (long long)r->capability.part, (long long)r->capability.whole);
}

/* --- the document --- */

static void cell(struct document *d, struct str text)
{
	document_cell(d);
	document_text_or_dash(d, text);
}

static void cell_count(struct document *d, int64_t n)
{
	document_cell(d);
	document_printf(d, RUN_PLAIN, "%lld", (long long)n);
}

static void cell_days(struct document *d, int64_t days)
{
	document_cell(d);
	if (days == ADOPTION_NONE)
		document_say(d, "not reached");
	else
		document_printf(d, RUN_PLAIN, "%lld", (long long)days);
}

static void put_part(const struct metric_part *part, struct document *d)
{
	const struct patching *p = &part->patching;

	document_row(d, ROW_PLAIN);
	cell(d, part->name);
	cell_count(d, p->patched.whole);
	cell_count(d, p->patched.part);
	cell(d, figure_percent(p->patched, d->arena));
	cell(d, figure_percent(p->dealt_with, d->arena));
	cell(d, figure_percent(p->flow, d->arena));
	cell(d, figure_mean(&p->duration, d->arena));
	cell(d, figure_median(&p->duration, d->arena));
	document_cell(d);
	if (p->duration.count)
		document_printf(
		    d, RUN_PLAIN, "%lld to %lld", (long long)p->duration.least, (long long)p->duration.most);
	cell_count(d, p->duration.count);
	if (p->patched.whole)
		cell_days(d, p->estimate);
	else
		cell(d, FIGURE_NONE);
	cell_count(d, p->open);
	document_cell(d);
	if (p->open)
		document_printf(d, RUN_PLAIN, "%lld", (long long)p->oldest);
}

static void put_parts(const struct metrics_report *r, struct document *d)
{
	static const struct table_column columns[] = { { .title = "Findings" },
		{ .title = "Identified", .align = ALIGN_END },
		{ .title = "Patched of these", .align = ALIGN_END }, { .title = "M1", .align = ALIGN_END },
		{ .title = "M1b", .align = ALIGN_END }, { .title = "M1-flow", .align = ALIGN_END },
		{ .title = "M2 mean", .align = ALIGN_END }, { .title = "M2 median", .align = ALIGN_END },
		{ .title = "M2 range", .align = ALIGN_END }, { .title = "M2 n", .align = ALIGN_END },
		{ .title = "M2-est", .align = ALIGN_END }, { .title = "Open", .align = ALIGN_END },
		{ .title = "Oldest, days", .align = ALIGN_END } };

	document_table(d, STR("Identified and patched"), columns, COUNT(columns));
	for (size_t i = 0; i < r->part_count; i++)
		put_part(&r->parts[i], d);
}

static void put_rollouts(const struct metrics_report *r, struct document *d)
{
	static const struct table_column columns[] = { { .title = "Casefile", .align = ALIGN_END },
		{ .title = "Device and release" }, { .title = "Available" },
		{ .title = "Done of the target", .align = ALIGN_END },
		{ .title = "Known", .align = ALIGN_END }, { .title = "50 %, days", .align = ALIGN_END },
		{ .title = "90 %, days", .align = ALIGN_END },
		{ .title = "100 %, days", .align = ALIGN_END } };
	const struct metrics *m = r->metrics;

	if (!m->rollout_count)
		return;
	document_table(d, STR("Updates in the field, against the units in use"), columns, COUNT(columns));
	for (size_t i = 0; i < m->rollout_count; i++) {
		const struct metric_rollout *at = &m->rollouts[i];
		struct adoption a = adoption_of(&at->rollout, at->rollout.installed, m->window.to);

		document_row(d, ROW_PLAIN);
		cell_count(d, at->casefile);
		document_cell(d);
		document_text(d, at->device);
		document_say(d, " ");
		document_text(d, at->release);
		document_cell(d);
		document_date(d, at->rollout.available_on);
		cell(d, figure_percent(a.done, d->arena));
		cell(d, figure_percent(a.known, d->arena));
		cell_days(d, a.days_50);
		cell_days(d, a.days_90);
		cell_days(d, a.days_100);
	}
}

static void put_definitions(const struct definition *definitions, struct document *d)
{
	static const struct table_column columns[] = { { .title = "Id", .percent = 10 },
		{ .title = "Measure", .percent = 25 }, { .title = "How it is computed" } };

	document_table(d, STR("Definitions used"), columns, COUNT(columns));
	for (const struct definition *def = definitions; def->id; def++) {
		document_row(d, ROW_PLAIN);
		cell(d, str_of(def->id));
		cell(d, str_of(def->name));
		cell(d, str_of(def->says));
	}
}

static void say_unit(const struct metrics *m, struct document *d)
{
	static const char *const says[] = {
		"One finding is a vulnerability in a release of a device, by its casefiles; in the device "
		"where "
		"they name no release.",
		"One finding is a vulnerability in a device, by its casefiles.",
		"One finding is a vulnerability, in whatever devices: identified in the first, patched once "
		"it "
		"is in all.",
	};

	_Static_assert(COUNT(says) == UNIT_COUNT, "a sentence for every unit");
	document_paragraph(d, TONE_PLAIN);
	document_say(d, says[m->unit]);
	document_printf(d, RUN_PLAIN,
	    " Casefiles left out, as not affected or out of scope: %lld. Percentages and days have one "
	    "decimal, "
	    "half up.",
	    (long long)slices_left_out(m));
}

void metrics_put_patching(const struct metrics_report *r, struct document *d)
{
	document_section(d, "patching", "Identified, patched, installed", "Patching");
	say_unit(r->metrics, d);
	put_parts(r, d);
	if (r->part_count > 1)
		metrics_chart_parts(r, d);
	document_fields(d, FIELDS_WIDE);
	document_field(d, "m3", STR("M3, mean in days"));
	document_text(d, metrics_m3(r, d->arena));
	document_field(d, "rate", STR("Patching capability"));
	document_text(d, metrics_rate(r, d->arena));
	put_rollouts(r, d);
	put_definitions(patching_definitions, d);
}

static void put_programme(const struct metrics_report *r, struct document *d)
{
	static const struct table_column columns[] = { { .title = "Id", .percent = 8 },
		{ .title = "Measure", .percent = 36 }, { .title = "Value", .percent = 18 },
		{ .title = "Basis" } };

	document_section(d, "programme", "Measures of the programme", "Programme");
	document_table(d, STR("At the end of the period"), columns, COUNT(columns));
	for (size_t i = 0; i < r->measure_count; i++) {
		document_row(d, ROW_PLAIN);
		cell(d, str_of(r->measures[i].id));
		cell(d, str_of(r->measures[i].name));
		cell(d, r->measures[i].value);
		cell(d, r->measures[i].basis);
	}
	put_definitions(programme_definitions, d);
}

struct document *metrics_document(
    const struct metrics_report *r, const struct document_meta *meta, struct arena *arena)
{
	const struct metrics *m = r->metrics;
	struct document *d = document_new(arena, meta);

	document_fields(d, FIELDS_WIDE);
	document_field(d, "period", STR("Period"));
	document_date(d, m->window.from);
	document_say(d, " to ");
	document_date(d, m->window.to);
	document_field(d, "unit", STR("Unit of count"));
	document_say(d, metric_unit_word(m->unit));
	if (m->by != SLICE_NONE) {
		document_field(d, "slice", STR("Divided by"));
		document_say(d, metric_slice_word(m->by));
	}
	document_field(d, "edition", STR("Edition"));
	document_text(d, metrics_edition(m, arena));
	metrics_put_charts(r, d);
	metrics_put_patching(r, d);
	if (!m->patching_only)
		put_programme(r, d);
	return d;
}

struct document *metrics_report_document(const struct metrics_report *r, struct arena *arena)
{
	struct document_meta meta = { .kind = "metrics",
		.title = STR("Measures of the cybersecurity programme"),
		.kicker = metrics_edition(r->metrics, arena),
		.as_of = r->metrics->window.to,
		.at = { r->metrics->window.to.days * DAY_US },
		.program = STR("aftercare " PROGRAM_VERSION),
		.contents = true };

	return metrics_document(r, &meta, arena);
}
