/*
 * What the guidance of 2016 and the regulations around it oblige to. An element dated after today is not
 * there yet.
 */
#include <stdlib.h>

#include "decision/evidence.h"
#include "obligations/obligation.h"

struct obligations {
	const struct facts *facts;
	const struct policy *policy;
	const struct determination *d;
	struct evidence ev;
	struct obligation *items;
	size_t count;
};

/* met_on is left out where it is after today. */
static void add(
    struct obligations *o, enum obligation_kind kind, struct date starts, struct date due, struct date met_on)
{
	struct date today = o->facts->today;
	struct obligation *ob = &o->items[o->count++];

	*ob = (struct obligation){
		.kind = kind, .starts = starts, .due = due, .met_on = DATE_NONE, .until = DATE_NONE
	};
	if (date_by(met_on, today)) {
		ob->met_on = met_on;
		ob->state = date_is_known(due) && met_on.days > due.days ? OBLIGATION_MISSED : OBLIGATION_MET;
	} else if (date_is_known(due) && today.days > due.days) {
		ob->state = OBLIGATION_OVERDUE;
	}
}

static void add_clocks(struct obligations *o)
{
	const struct reading *r = &o->d->reading;
	const struct facts *f = o->facts;

	if (!o->d->clock_runs)
		return;
	if (date_is_known(r->day_0)) {
		add(o, OBLIGATION_COMMUNICATE, r->day_0, r->day30, o->d->told_on);
		/* nobody plans behind day 30 what is fixed */
		if (date_by(o->d->planned_on, f->today) || f->today.days <= r->day30.days ||
		    !date_by(o->d->fixed_on, f->today))
			add(o, OBLIGATION_PLAN_REMEDIATION, r->day_0, r->day30, o->d->planned_on);
		add(o, OBLIGATION_DISTRIBUTE_FIX, r->day_0, r->day60, o->d->fixed_on);
	}
	for (size_t i = 0; i < f->communication_count; i++) {
		struct date on = f->communications[i].on;

		if (date_by(on, f->today) && evidence_isao_member(f, &f->communications[i]) != NO)
			add(o, OBLIGATION_SHARE_ISAO, on, evidence_isao_due(&o->ev, on),
			    f->communications[i].isao_on);
	}
}

/* What the report had belongs into no amendment; amendment_806_due says that there is one. */
static void add_806(struct obligations *o)
{
	const struct reading *r = &o->d->reading;
	const struct correction_facts *c = &o->facts->correction;

	if (r->report_806 == REPORT_REQUIRED)
		add(o, OBLIGATION_REPORT_806, o->d->initiated_on, r->report_806_due, c->reported_on);
	for (size_t i = 0; i < c->extension_count && date_is_known(o->d->amendment_806_due); i++) {
		struct date starts = c->extensions[i].initiated_on;

		if (date_by(starts, o->facts->today) && evidence_extended_since(&o->ev, &c->extensions[i]))
			add(o, OBLIGATION_AMEND_806, starts,
			    calendar_add_working_days(
				&o->ev.calendar, starts, 10, o->policy->count_initiation_day),
			    c->extensions[i].amended_on);
	}
	if (o->d->record_806_20)
		add(o, OBLIGATION_RECORD_806_20, o->d->initiated_on, DATE_NONE, DATE_NONE);
}

static struct date action_behind(const struct obligations *o, size_t mdr)
{
	return evidence_action_behind_report(&o->ev, o->d->mdrs[mdr].event, o->d->mdrs[mdr].submitted_on);
}

/* A remedial action that was decided behind the report goes into a supplement, as if the decision were
 * received (803.56; rule 803-7). A supplement that is on record as received on that day is it. */
static void add_action_supplements(struct obligations *o)
{
	struct date today = o->facts->today;
	const struct facts *f = o->facts;

	for (size_t i = 0; i < o->d->mdr_count; i++) {
		struct date decided = action_behind(o, i);
		size_t owed = 0, kept = 0;

		if (!date_is_known(decided))
			continue;
		for (size_t k = 0; k <= i; k++) {
			struct date other = action_behind(o, k);

			owed += date_is_known(other) && other.days == decided.days;
		}
		for (size_t k = 0; k < f->supplement_count; k++)
			kept += date_by(f->supplements[k].received_on, today) &&
				f->supplements[k].received_on.days == decided.days;
		if (owed > kept)
			add(o, OBLIGATION_SUPPLEMENT_MDR, decided, date_plus(decided, 30), DATE_NONE);
	}
}

/* 803.17(a)(2): it is decided while a report could still be in time. */
static void add_undecided(struct obligations *o)
{
	for (size_t i = 0; i < o->d->undecided_count; i++) {
		const struct undecided_event *u = &o->d->undecided[i];
		struct obligation *ob = &o->items[o->count];
		const char *asks = u->kind_known
				       ? "would the malfunction be likely to cause or contribute to a death "
					 "or serious injury if it recurred (likely_if_recurs)?"
				       : "was it a death, a serious injury or a malfunction (kind)?";

		add(o, OBLIGATION_DECIDE_MDR, u->starts, u->due, DATE_NONE);
		ob->says = arena_text(o->ev.arena,
		    arena_printf(o->ev.arena, "events[%lld]: is it a reportable event? Nobody has said: %s",
			(long long)u->event, asks));
	}
}

static void add_events(struct obligations *o)
{
	static const enum obligation_kind of_mdr[] = { OBLIGATION_MDR_30_DAY, OBLIGATION_MDR_5_DAY,
		OBLIGATION_MDR_SUMMARY };
	const struct facts *f = o->facts;

	for (size_t i = 0; i < o->d->mdr_count; i++) {
		const struct mdr *m = &o->d->mdrs[i];

		add(o, of_mdr[m->kind], m->starts, m->due, m->submitted_on);
	}
	for (size_t i = 0; i < f->event_count && f->device.constituent_part_applicant == YES; i++) {
		const struct event_fact *event = &f->events[i];

		if (date_by(event->known_on, f->today) &&
		    (event->kind == EVENT_DEATH || event->kind == EVENT_SERIOUS_INJURY))
			add(o, OBLIGATION_SHARE_WITH_OTHER_APPLICANT, event->known_on,
			    date_plus(event->known_on, 5), event->shared_on);
	}
	for (size_t i = 0; i < f->supplement_count; i++) {
		const struct supplement_fact *s = &f->supplements[i];

		if (date_by(s->received_on, f->today) && !fact_text_is_given(s->not_due_because))
			add(o, OBLIGATION_SUPPLEMENT_MDR, s->received_on, date_plus(s->received_on, 30),
			    s->submitted_on);
	}
	add_action_supplements(o);
	add_undecided(o);
}

/* How many changes went out since the assessment. */
static size_t count_gone_out(const struct facts *f, struct date assessed_on)
{
	size_t count = 0;

	for (size_t i = 0; i < f->fix_count; i++) {
		struct date first = date_earlier(f->fixes[i].available_on, f->fixes[i].distributed_on);

		count += date_by(first, f->today) && first.days >= assessed_on.days;
	}
	return count;
}

static size_t evaluations_by(const struct facts *f, struct date assessed_on, struct date day)
{
	size_t count = 0;

	for (size_t i = 0; i < f->premarket_count; i++)
		count += date_by(f->premarket[i].on, day) && f->premarket[i].on.days >= assessed_on.days;
	return count;
}

/* The day by which there was an evaluation for each change that went out, and one in any case. One before the
 * assessment that counts was of something else. */
static struct date evaluated_on(const struct facts *f, struct date assessed_on)
{
	size_t changes = count_gone_out(f, assessed_on);
	struct date on = DATE_NONE;

	for (size_t i = 0; i < f->premarket_count; i++)
		if (evaluations_by(f, assessed_on, f->premarket[i].on) >= (changes ? changes : 1))
			on = date_earlier(on, f->premarket[i].on);
	return on;
}

/* A risk that is accepted and not fixed is looked at again, while the file is open. */
static void add_reassessment(struct obligations *o)
{
	const struct determination *d = o->d;
	int months = (int)o->policy->reassessment_months;

	if (months > 0 && d->scope == SCOPE_IN && d->risk == RISK_CONTROLLED &&
	    date_is_known(d->assessed_on) && !date_by(d->fixed_on, o->facts->today) &&
	    !date_by(o->facts->closed_on, o->facts->today))
		add(o, OBLIGATION_REASSESS, d->assessed_on, calendar_add_months(d->assessed_on, months),
		    DATE_NONE);
}

/* 807.81(a)(3) and 814.39 ask about the change, whatever is said of the vulnerability by now. */
static bool asks_premarket(const struct obligations *o)
{
	return o->d->scope == SCOPE_IN ||
	       (o->d->scope != SCOPE_OUT && count_gone_out(o->facts, o->d->assessed_on) > 0);
}

static void add_device(struct obligations *o)
{
	const struct determination *d = o->d;
	struct date starts = date_is_known(d->assessed_on) ? d->assessed_on : d->reading.day_0;
	int cycle = (int)o->policy->regular_cycle_months;

	if (d->periodic_owed && date_is_known(d->unreported_on))
		add(o, OBLIGATION_PERIODIC_REPORT, d->unreported_on, d->periodic_due, DATE_NONE);
	else if (d->periodic_owed)
		add(o, OBLIGATION_PERIODIC_REPORT, d->distributed_on, d->periodic_due,
		    o->facts->periodic.reported_on);
	if (asks_premarket(o) && date_is_known(d->assessed_on))
		add(o, OBLIGATION_EVALUATE_PREMARKET, d->assessed_on, DATE_NONE,
		    evaluated_on(o->facts, d->assessed_on));
	add_reassessment(o);
	if (date_is_known(d->overtaken_on))
		add(o, OBLIGATION_REASSESS_CHANGED, d->overtaken_on, d->overtaken_on, DATE_NONE);
	if (d->out_of_cycle_update)
		add(o, OBLIGATION_UPDATE_OUT_OF_CYCLE, starts, DATE_NONE, d->updated_on);
	if (d->regular_cycle_update)
		add(o, OBLIGATION_UPDATE_REGULAR_CYCLE, starts,
		    cycle > 0 && date_is_known(starts) ? calendar_add_months(starts, cycle) : DATE_NONE,
		    d->updated_on);
}

static int compare_dates(struct date a, struct date b)
{
	if (date_is_known(a) != date_is_known(b))
		return date_is_known(a) ? -1 : 1;
	return (a.days > b.days) - (a.days < b.days);
}

/* By due day, kind, start, and how it stands: nothing of the order of the facts is left. */
static int compare(const void *left, const void *right)
{
	const struct obligation *a = left, *b = right;
	int sign = compare_dates(a->due, b->due);

	if (!sign)
		sign = (a->kind > b->kind) - (a->kind < b->kind);
	if (!sign)
		sign = compare_dates(a->starts, b->starts);
	if (!sign)
		sign = compare_dates(a->met_on, b->met_on);
	if (!sign)
		sign = compare_dates(a->until, b->until);
	return sign;
}

struct obligation *obligations_fda(const struct facts *facts, const struct policy *policy,
    const struct determination *d, struct arena *a, size_t *count)
{
	struct obligations o = {
		.facts = facts,
		.policy = policy,
		.d = d,
		.ev = { .facts = facts,
		    .since = DATE_NONE,
		    .policy = policy,
		    .calendar = { policy->extra_closures, policy->extra_closure_count },
		    .arena = a }, /* no fix is asked about: what the assessment says of it is left out */
	};
	size_t most = 14 + facts->supplement_count + facts->communication_count +
		      facts->correction.extension_count + 2 * d->mdr_count + 3 * facts->event_count;

	o.items = arena_alloc(a, most, sizeof(*o.items));
	add_clocks(&o);
	add_806(&o);
	add_events(&o);
	add_device(&o);
	o.count += obligations_keep(facts, d, o.items + o.count);
	qsort(o.items, o.count, sizeof(*o.items), compare);
	*count = o.count;
	return o.items;
}
