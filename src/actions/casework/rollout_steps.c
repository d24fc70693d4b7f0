#include "actions/casework/rollout_steps.h"

#include <stdlib.h>

#include "decision/evidence.h"

static int64_t number_of(const struct report_fields *f, struct str key)
{
	for (size_t i = 0; i < f->count; i++)
		if (str_eq(f->items[i].key, key) && f->items[i].kind == REPORT_NUMBER)
			return f->items[i].number;
	return -1;
}

bool rollout_record_read(
    const struct case_record *r, struct arena *arena, struct rollout_record *out, struct err *e)
{
	struct rollout_record s = { .record = r->id, .on = DATE_NONE };
	struct str on;

	if (!report_fields_read(r->more, arena, &s.fields, e))
		return err_within(e, "record %lld", (long long)r->id);
	on = report_fields_text(&s.fields, STR("on"));
	if (on.len && !date_parse(on, &s.on, e))
		return err_within(e, "record %lld: on", (long long)r->id);
	s.fix = number_of(&s.fields, STR("fix"));
	s.units = number_of(&s.fields, STR("units"));
	s.known_units = number_of(&s.fields, STR("known_units"));
	s.target_days = number_of(&s.fields, STR("target_days"));
	s.release = report_fields_text(&s.fields, STR("release"));
	s.result = report_fields_text(&s.fields, STR("result"));
	s.reason = report_fields_text(&s.fields, STR("reason"));
	s.consignee = report_fields_text(&s.fields, STR("consignee"));
	for (size_t i = 0; i < s.fields.count; i++)
		if (str_eq(s.fields.items[i].key, STR("to")) && s.fields.items[i].kind == REPORT_TEXTS)
			s.to = s.fields.items[i].texts;
	*out = s;
	return true;
}

bool rollout_records(const struct case_view *view, struct str kind, struct date as_of, struct arena *arena,
    struct rollout_record **out, size_t *count, struct err *e)
{
	struct rollout_record *steps = arena_alloc(arena, view->record_count, sizeof(*steps));
	size_t found = 0;

	for (size_t i = 0; i < view->record_count; i++) {
		const struct case_record *r = &view->records[i];

		if (!str_eq(r->kind, kind) || casefile_standing(view->records, view->record_count, i) != r)
			continue;
		if (!rollout_record_read(r, arena, &steps[found], e))
			return false;
		found += date_by(steps[found].on, as_of);
	}
	*out = steps;
	*count = found;
	return true;
}

const struct case_record *rollout_fix(const struct case_view *view, int64_t id)
{
	const struct case_record *named = casefile_record(view->records, view->record_count, id);

	if (!named || !str_eq(named->kind, STR("fix")))
		return NULL;
	return casefile_standing(view->records, view->record_count, (size_t)(named - view->records));
}

/* By day, and of one day in the order they were recorded. */
static int by_day(const void *left, const void *right)
{
	const struct rollout_record *a = left, *b = right;

	if (a->on.days != b->on.days)
		return a->on.days < b->on.days ? -1 : 1;
	return (a->record > b->record) - (a->record < b->record);
}

bool rollout_validated(const struct case_view *view, const struct case_record *fix, struct date as_of,
    struct fix_validated *out, struct err *e)
{
	struct fix_validated v = { .last_on = DATE_NONE, .passed_on = DATE_NONE, .failed_on = DATE_NONE };
	SCOPED_ARENA arena = { 0 };
	struct rollout_record *list;
	size_t count;

	if (!rollout_records(view, STR("validation"), as_of, &arena, &list, &count, e))
		return false;
	if (count)
		qsort(list, count, sizeof(*list), by_day);
	for (size_t i = 0; i < count; i++) {
		if (rollout_fix(view, list[i].fix) != fix)
			continue;
		v.count++;
		v.last = list[i].record;
		v.last_on = list[i].on;
		if (!str_eq(list[i].result, STR("pass"))) {
			v.passed_on = DATE_NONE;
			v.failed_on = list[i].on;
		} else if (!date_is_known(v.passed_on)) {
			v.passed_on = list[i].on;
			v.passed = list[i].record;
		}
	}
	*out = v;
	return true;
}

bool rollout_failed_behind(const struct case_view *view, const struct case_record *fix,
    const struct rollout_record *distribution, struct date as_of, struct date *out, struct err *e)
{
	struct date day = distribution->on, first = DATE_NONE;
	SCOPED_ARENA arena = { 0 };
	struct rollout_record *list;
	size_t count;

	if (!rollout_records(view, STR("validation"), as_of, &arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (rollout_fix(view, list[i].fix) == fix && !str_eq(list[i].result, STR("pass")) &&
		    (list[i].on.days > day.days ||
			(list[i].on.days == day.days && list[i].record > distribution->record)))
			first = date_earlier(first, list[i].on);
	*out = first;
	return true;
}

bool rollout_counts(const struct fix_validated *v, const struct rollout_record *d)
{
	if (!date_is_known(v->failed_on) || !date_is_known(v->passed_on))
		return true;
	if (d->on.days != v->passed_on.days)
		return d->on.days > v->passed_on.days;
	return v->failed_on.days != v->passed_on.days || d->record > v->passed;
}

bool rollout_distributions(const struct case_view *view, struct date as_of, struct arena *arena,
    struct rollout_record **out, size_t *count, struct err *e)
{
	size_t all, found = 0;

	if (!rollout_records(view, STR("distribution"), as_of, arena, out, &all, e))
		return false;
	for (size_t i = 0; i < all; i++) {
		const struct case_record *fix = rollout_fix(view, (*out)[i].fix);
		struct fix_validated v;

		if (fix && !rollout_validated(view, fix, as_of, &v, e))
			return false;
		if (!fix || rollout_counts(&v, &(*out)[i]))
			(*out)[found++] = (*out)[i];
	}
	*count = found;
	return true;
}
