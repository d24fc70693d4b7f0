#include "reports/offered.h"

#include "decision/evidence.h"

bool control_is_offered(const struct control_fact *c, struct date today)
{
	return c->adds_risk != YES && !date_by(c->withdrawn_on, today);
}

bool fix_is_contradicted(const struct fix_fact *fix, const struct determination *d)
{
	struct date out = date_later(fix->validated_on, fix->distributed_on);

	return date_is_known(d->left_uncontrolled_on) && date_is_known(fix->distributed_on) &&
	       d->left_uncontrolled_on.days >= out.days;
}

bool fix_holds(const struct fix_fact *fix, const struct determination *d, struct date today)
{
	return fix->validated != NO && fix->residual_risk != RESIDUAL_UNACCEPTABLE &&
	       !date_by(fix->adds_risk_known_on, today) && !fix_is_contradicted(fix, d);
}

bool fix_is_offered(const struct fix_fact *fix, const struct determination *d, struct date today)
{
	struct date from = fix->kind == FIX_WORKAROUND || fix->kind == FIX_COMPENSATING_CONTROL
			       ? fix->validated_on
			       : date_earlier(fix->available_on, fix->distributed_on);

	return date_by(from, today) && fix_holds(fix, d, today);
}

/* By the day that they did, and of those that do not count by the warning, where clocks run. */
static bool fixes_reach_all(const struct determination *d)
{
	if (date_is_known(d->fixed_on) || !d->reading.has_conditions)
		return date_is_known(d->fixed_on);
	for (size_t i = 0; i < d->warning_count; i++)
		if (str_eq(str_of(d->warnings[i].id), STR("fix_not_for_all")))
			return false;
	return true;
}

struct date fix_out_on(const struct fix_fact *fix, const struct determination *d)
{
	struct date last = fix->distributed_on;

	if (date_is_known(last) || !fix->distribution_count || !fixes_reach_all(d))
		return last;
	for (size_t i = 0; i < fix->distribution_count; i++)
		if (date_by(fix->distributions[i].on, d->today))
			last = date_later(last, fix->distributions[i].on);
	return last;
}

static void add_once(struct report_texts *list, struct str text, struct arena *arena)
{
	for (size_t i = 0; i < list->count; i++)
		if (str_eq(list->items[i], text))
			return;
	list->items = arena_room(arena, list->items, list->count, &list->room, sizeof(*list->items));
	list->items[list->count++] = text;
}

struct report_texts fix_releases(
    const struct casefile_report *r, const struct fix_fact *fix, struct arena *arena)
{
	struct report_texts found = { 0 };

	for (size_t i = 0; i < r->record_count; i++) {
		const struct report_record *one = &r->records[i];
		struct str release = report_fields_text(&one->more, STR("release"));
		int64_t of = report_fields_number(&one->more, STR("fix"), 0);
		struct date on;
		struct err unread;

		if (one->replaced_by || !str_eq(one->record->kind, STR("distribution")) || !release.len ||
		    casefile_place(r->case_records, r->case_record_count, "fix", of) != fix->index ||
		    !date_parse(report_fields_text(&one->more, STR("on")), &on, &unread) ||
		    !date_by(on, r->facts->today) || !date_by(fix->available_on, on))
			continue;
		add_once(&found, release, arena);
	}
	return found;
}
