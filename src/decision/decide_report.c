/*
 * What follows from the report's position: its number, an amendment, the 806.20 record.
 */
#include "decision/evaluation.h"
#include "decision/report_number.h"

/* The last extension initiated by today, first of those that the report did not have; NULL where there is
 * none. */
static const struct extension_fact *last_extension(const struct evidence *ev)
{
	const struct facts *f = ev->facts;
	const struct extension_fact *last = NULL;
	bool last_since = false;

	for (size_t i = 0; i < f->correction.extension_count; i++) {
		const struct extension_fact *one = &f->correction.extensions[i];
		bool since = evidence_extended_since(ev, one);

		if (!date_by(one->initiated_on, f->today) || (last_since && !since))
			continue;
		if (last && since == last_since && one->initiated_on.days < last->initiated_on.days)
			continue;
		last = one;
		last_since = since;
	}
	return last;
}

static enum answer report_owed(enum report_806 report)
{
	switch (report) {
	case REPORT_REQUIRED:
		return YES;
	case REPORT_NOT_REQUIRED:
	case REPORT_NOT_ENFORCED:
		return NO;
	case REPORT_ON_INITIATION:
	case REPORT_PENDING:
	case REPORT_COUNT:
		break;
	}
	return UNKNOWN;
}

static void number(struct evaluation *v)
{
	const struct facts *f = v->ev.facts;
	struct date made =
	    date_by(f->correction.reported_on, f->today) ? f->correction.reported_on : f->today;
	struct report_number n = { .registration = f->firm.registration_number,
		.removal = f->correction.kind == CORRECTION_REMOVAL,
		.made_on = made };

	if ((v->d->reading.report_806 != REPORT_REQUIRED && v->k.of[REPORT_MADE].is != YES) ||
	    n.registration.len == 0)
		return;
	n.sequence = report_number_next(
	    v->ev.policy, n.removal, f->firm.earlier_corrections, f->firm.earlier_removals);
	v->d->report_806_number = report_number_write(&n, v->ev.policy->report_number_date, v->ev.arena);
}

void evaluate_report_details(struct evaluation *v)
{
	const struct facts *f = v->ev.facts;
	const struct extension_fact *extension = last_extension(&v->ev);
	struct arena *a = v->ev.arena;

	know(&v->k, a, REPORT_OWED, report_owed(v->d->reading.report_806), NULL);
	know(&v->k, a, REPORT_MADE, answer_of(date_by(f->correction.reported_on, f->today)),
	    "correction.reported_on");
	know(&v->k, a, EXTENDED_SINCE, answer_of(extension && evidence_extended_since(&v->ev, extension)),
	    NULL);
	know(&v->k, a, ROUTINE_RECORD, answer_of(v->ev.policy->record_806_20_for_routine), NULL);
	if (extension) {
		texts_add(&v->k.of[EXTENDED_SINCE].keys, a,
		    evidence_key(&v->ev, "correction.extensions", extension->index, "initiated_on"));
		if (evaluation_ask(v, rules_amendment, ASIDE)->then == OUTCOME_YES)
			v->d->amendment_806_due = calendar_add_working_days(
			    &v->ev.calendar, extension->initiated_on, 10, v->ev.policy->count_initiation_day);
	}
	v->d->record_806_20 = evaluation_ask(v, rules_806_20, ASIDE)->then == OUTCOME_YES;
	number(v);
}
