/*
 * What hangs on the device: periodic report, update cycle, proposed recall class, retention.
 */
#include "decision/evaluation.h"

static enum answer pathway_has_periodic_report(enum pathway pathway)
{
	switch (pathway) {
	case PATHWAY_PMA:
	case PATHWAY_PDP:
	case PATHWAY_HDE:
		return YES;
	case PATHWAY_510K:
	case PATHWAY_DENOVO:
	case PATHWAY_EXEMPT:
	case PATHWAY_PREAMENDMENT:
	case PATHWAY_BLA:
	case PATHWAY_NDA:
		return NO;
	case PATHWAY_UNKNOWN:
		break;
	}
	return UNKNOWN;
}

/* The first day not before day that lies a whole number of intervals, at least least of them, behind from. */
static struct date next_report(struct date from, int interval_months, int least, struct date day)
{
	int from_year, from_month, to_year, to_month, ignored, count;
	struct date due;

	date_split(from, &from_year, &from_month, &ignored);
	date_split(day, &to_year, &to_month, &ignored);
	count = ((to_year - from_year) * 12 + to_month - from_month) / interval_months - 1;
	if (count < least)
		count = least;
	due = calendar_add_months(from, count * interval_months);
	while (due.days < day.days)
		due = calendar_add_months(from, ++count * interval_months);
	return due;
}

/* By the day that is stated, which lies in a series without end; else by the anniversaries of the approval.
 */
static void periodic_due(struct evaluation *v, struct date change)
{
	const struct device_facts *device = &v->ev.facts->device;
	int interval = device->periodic_interval_months > 0 ? (int)device->periodic_interval_months : 12;

	if (date_is_known(device->periodic_report_on))
		v->d->periodic_due = next_report(device->periodic_report_on, interval, INT32_MIN, change);
	else if (date_by(device->approved_on, v->ev.facts->today))
		v->d->periodic_due = next_report(device->approved_on, interval, 1, change);
	else
		texts_add(&v->missing, v->ev.arena, STR("device.approved_on"));
}

static void periodic_report(struct evaluation *v)
{
	const struct facts *f = v->ev.facts;
	const struct device_facts *device = &f->device;
	enum answer pathway = pathway_has_periodic_report(device->pathway);
	struct arena *a = v->ev.arena;

	know(&v->k, a, PERIODIC_PATHWAY, pathway, "device.pathway");
	know(&v->k, a, PERIODIC_STATED, device->periodic_report,
	    device->periodic_report != UNKNOWN || pathway == UNKNOWN ? "device.periodic_report" : NULL);
	v->k.of[DISTRIBUTED] = evidence_distributed(&v->ev);
	v->d->distributed_on = v->k.of[DISTRIBUTED].on;
	v->d->periodic_owed = evaluation_ask(v, rules_814, NEEDED)->then == OUTCOME_YES;
	v->d->unreported_on = evidence_distributed_behind(
	    &v->ev, date_by(f->periodic.reported_on, f->today) ? f->periodic.reported_on : DATE_NONE)
				  .on;
	if (v->d->periodic_owed && date_is_known(v->d->distributed_on))
		periodic_due(
		    v, date_is_known(v->d->unreported_on) ? v->d->unreported_on : v->d->distributed_on);
}

static void update_cycle(struct evaluation *v)
{
	enum outcome cycle;

	know(&v->k, v->ev.arena, CYBER_DEVICE, v->ev.facts->device.cyber_device, "device.cyber_device");
	cycle = evaluation_ask(v, rules_524b, ASIDE)->then;
	v->d->out_of_cycle_update = cycle == OUTCOME_UNCONTROLLED;
	v->d->regular_cycle_update = cycle == OUTCOME_CONTROLLED;
}

static void recall_class(struct evaluation *v)
{
	enum outcome class =
	    v->d->scope == SCOPE_IN ? evaluation_ask(v, rules_recall, ASIDE)->then : OUTCOME_NO;

	v->d->proposed_recall_class = class == OUTCOME_CLASS_I	  ? RECALL_I
				      : class == OUTCOME_CLASS_II ? RECALL_II
								  : RECALL_NONE;
}

/* The last day on which a file of an event ends, 21 CFR 803.18(c), counted from the day of the event, else
 * from that of awareness, which is never before it; DATE_NONE without an event. Its keys go to the fact. */
static struct date event_files_until(struct evaluation *v)
{
	const struct facts *f = v->ev.facts;
	int64_t years = f->device.expected_life_years > 2 ? f->device.expected_life_years : 2;
	struct date last = DATE_NONE;

	for (size_t i = 0; i < f->event_count; i++) {
		const struct event_fact *event = &f->events[i];
		bool dated = date_is_known(event->happened_on);
		struct date until;

		if (!date_by(event->known_on, f->today))
			continue;
		until = calendar_add_months(event_date(event), (int)years * 12);
		if (!date_is_known(last) || until.days > last.days)
			last = until;
		texts_add(&v->k.of[EVENT_FILE_LATER].keys, v->ev.arena,
		    evidence_key(&v->ev, "events", event->index, dated ? "happened_on" : "known_on"));
	}
	return last;
}

static enum retention_rule retention_rule_of(enum outcome outcome)
{
	if (outcome == OUTCOME_EVENT_FILE)
		return RETENTION_EVENT_FILE;
	if (outcome == OUTCOME_TEN_YEARS)
		return RETENTION_TEN_YEARS;
	return outcome == OUTCOME_LIFE_PLUS_2 ? RETENTION_LIFE_PLUS_2 : RETENTION_NONE;
}

static void retention(struct evaluation *v)
{
	const struct facts *f = v->ev.facts;
	const struct device_facts *device = &f->device;
	bool known = device->expected_life_years >= 0 && date_by(device->last_distributed_on, f->today);
	bool drug_led = device->combination_product == YES &&
			(device->pathway == PATHWAY_NDA || device->pathway == PATHWAY_BLA);
	struct date until[RETENTION_COUNT] = { DATE_NONE, DATE_NONE, calendar_add_months(f->today, 120),
		DATE_NONE };
	struct arena *a = v->ev.arena;
	bool ten_later, file_later;

	if (known)
		until[RETENTION_LIFE_PLUS_2] = calendar_add_months(
		    device->last_distributed_on, ((int)device->expected_life_years + 2) * 12);
	know(&v->k, a, LIFE_KNOWN, answer_of(known), "device.expected_life_years");
	texts_add(&v->k.of[LIFE_KNOWN].keys, a, STR("device.last_distributed_on"));
	know(&v->k, a, DRUG_LED, answer_of(drug_led), "device.pathway");
	ten_later = known && until[RETENTION_TEN_YEARS].days > until[RETENTION_LIFE_PLUS_2].days;
	know(&v->k, a, TEN_YEARS_LATER, answer_of(ten_later), NULL);
	know(&v->k, a, EVENT_FILE_LATER, NO, NULL);
	until[RETENTION_EVENT_FILE] = event_files_until(v);
	file_later = date_is_known(until[RETENTION_EVENT_FILE]) && known &&
		     until[RETENTION_EVENT_FILE].days >
			 until[drug_led && ten_later ? RETENTION_TEN_YEARS : RETENTION_LIFE_PLUS_2].days;
	v->k.of[EVENT_FILE_LATER].is = answer_of(file_later);
	v->d->retention_rule = retention_rule_of(evaluation_ask(v, rules_retention, ASIDE)->then);
	v->d->retention_until = until[v->d->retention_rule];
}

static void take_fix(struct evaluation *v, enum fact fact, const struct fix_fact *fix, const char *member)
{
	v->k.of[fact].is = YES;
	texts_add(&v->k.of[fact].keys, v->ev.arena, evidence_key(&v->ev, "fixes", fix->index, member));
}

/* What a person should look at of the fixes. One that is known to add risk raises a question whatever the
 * risk is. */
static void look_at_fixes(struct evaluation *v)
{
	static const enum fact looked_at[] = { FIX_ADDS_RISK, FIX_UNJUDGED, FIX_NOT_FOR_ALL };
	const struct facts *f = v->ev.facts;
	bool reached = f->concerned_given && evidence_reaches_all(&v->ev);

	for (size_t i = 0; i < COUNT(looked_at); i++)
		know(&v->k, v->ev.arena, looked_at[i], NO, NULL);
	for (size_t i = 0; i < f->fix_count; i++) {
		const struct fix_fact *fix = &f->fixes[i];
		bool sent = date_by(fix->distributed_on, f->today);
		struct date first =
		    date_earlier(fix->validated_on, date_earlier(fix->available_on, fix->distributed_on));

		if (date_by(fix->adds_risk_known_on, f->today)) {
			take_fix(v, FIX_ADDS_RISK, fix, "adds_risk_known_on");
			continue;
		}
		if (fix->residual_risk == RESIDUAL_UNJUDGED && date_not_after(first, f->today))
			take_fix(v, FIX_UNJUDGED, fix, "residual_risk");
		if (date_by(fix->available_on, f->today) && !sent && !(fix->distribution_count && reached))
			take_fix(v, FIX_NOT_FOR_ALL, fix, "available_on");
	}
}

void evaluate_device(struct evaluation *v)
{
	periodic_report(v);
	update_cycle(v);
	recall_class(v);
	retention(v);
	look_at_fixes(v);
}
