/*
 * metrics_json - the measures for machines: counts as numbers, shares and means with one decimal, null where
 * there is none.
 */
#include "reports/metrics/metrics_report.h"

static void put_ratio(struct json_out *w, const char *key, int64_t n, int64_t d)
{
	int64_t tenths;

	json_key(w, key);
	if (figure_tenths(n, d, &tenths))
		json_put_decimal(w, tenths, 1);
	else
		json_put_null(w);
}

static void put_date(struct json_out *w, const char *key, struct date on)
{
	char text[DATE_TEXT_SIZE];

	json_field_text(w, key, str_of(date_write(on, text)));
}

static void put_days(struct json_out *w, const char *key, const struct spread *s)
{
	json_key(w, key);
	json_open_object(w);
	put_ratio(w, "mean", s->sum, s->count);
	put_ratio(w, "median", s->count ? s->median_halves : 0, s->count ? 2 : 0);
	if (s->count) {
		json_field_int(w, "least", s->least);
		json_field_int(w, "most", s->most);
	}
	json_field_int(w, "n", s->count);
	json_close_object(w);
}

static void put_reached(struct json_out *w, const char *key, int64_t days)
{
	if (days == ADOPTION_NONE)
		json_field_null(w, key);
	else
		json_field_int(w, key, days);
}

static void put_part(struct json_out *w, const struct metric_part *part)
{
	const struct patching *p = &part->patching;

	json_open_object(w);
	json_field_text(w, "name", part->name);
	json_field_int(w, "identified", p->patched.whole);
	json_field_int(w, "patched", p->patched.part);
	json_field_int(w, "dealt_with", p->dealt_with.part);
	put_ratio(w, "m1", 100 * p->patched.part, p->patched.whole);
	put_ratio(w, "m1b", 100 * p->dealt_with.part, p->dealt_with.whole);
	put_ratio(w, "m1_flow", 100 * p->flow.part, p->flow.whole);
	put_days(w, "m2", &p->duration);
	put_reached(w, "m2_estimate", p->estimate);
	json_field_int(w, "open", p->open);
	if (p->open)
		json_field_int(w, "oldest", p->oldest);
	json_close_object(w);
}

static void put_rollout(struct json_out *w, const struct metric_rollout *at, struct date as_of)
{
	struct adoption a = adoption_of(&at->rollout, at->rollout.installed, as_of);

	json_open_object(w);
	json_field_int(w, "casefile", at->casefile);
	if (at->device.len)
		json_field_text(w, "device", at->device);
	json_field_text(w, "release", at->release);
	put_date(w, "available_on", at->rollout.available_on);
	json_field_int(w, "target", a.done.whole);
	json_field_int(w, "known", a.known.part);
	json_field_int(w, "done", a.done.part);
	put_reached(w, "days_50", a.days_50);
	put_reached(w, "days_90", a.days_90);
	put_reached(w, "days_100", a.days_100);
	json_close_object(w);
}

void metrics_write_rollouts(
    struct json_out *w, const struct metric_rollout *list, size_t count, struct date as_of)
{
	json_open_array(w);
	for (size_t i = 0; i < count; i++)
		put_rollout(w, &list[i], as_of);
	json_close_array(w);
}

static void put_definitions(struct json_out *w, const struct definition *definitions)
{
	for (const struct definition *d = definitions; d->id; d++) {
		json_open_object(w);
		json_field_text(w, "id", str_of(d->id));
		json_field_text(w, "name", str_of(d->name));
		json_field_text(w, "says", str_of(d->says));
		json_close_object(w);
	}
}

static void put_head(struct json_out *w, const struct metrics *m)
{
	put_date(w, "from", m->window.from);
	put_date(w, "to", m->window.to);
	json_field_text(w, "unit", str_of(metric_unit_word(m->unit)));
	json_field_text_or_null(w, "by", m->by == SLICE_NONE ? STR_NONE : str_of(metric_slice_word(m->by)));
	if (m->edition)
		json_field_int(w, "edition", m->edition);
	else
		json_field_null(w, "edition");
	json_field_int(w, "left_out", slices_left_out(m));
}

void metrics_write_json(const void *report, struct json_out *w)
{
	const struct metrics_report *r = report;

	json_open_object(w);
	json_field_text(w, "report", STR("metrics"));
	put_head(w, r->metrics);
	json_key(w, "findings");
	json_open_array(w);
	for (size_t i = 0; i < r->part_count; i++)
		put_part(w, &r->parts[i]);
	json_close_array(w);
	put_days(w, "m3", &r->rollouts);
	put_ratio(w, "rate", 100 * r->capability.part, r->capability.whole);
	json_key(w, "updates");
	metrics_write_rollouts(w, r->metrics->rollouts, r->metrics->rollout_count, r->metrics->window.to);
	json_key(w, "programme");
	json_open_array(w);
	for (size_t i = 0; i < r->measure_count; i++) {
		json_open_object(w);
		json_field_text(w, "id", str_of(r->measures[i].id));
		json_field_text(w, "name", str_of(r->measures[i].name));
		json_field_text(w, "value", r->measures[i].value);
		json_field_text(w, "basis", r->measures[i].basis);
		json_close_object(w);
	}
	json_close_array(w);
	json_key(w, "definitions");
	json_open_array(w);
	put_definitions(w, patching_definitions);
	put_definitions(w, programme_definitions);
	json_close_array(w);
	json_close_object(w);
}
