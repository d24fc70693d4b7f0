/*
 * Events: medical device reports, sharing with another applicant, reopening. In every scope, whatever the
 * risk.
 */
#include "decision/evaluation.h"

static enum answer is_kind(const struct event_fact *event, enum event_kind kind)
{
	return event->kind == EVENT_UNKNOWN ? UNKNOWN : answer_of(event->kind == kind);
}

/* The firm has named the product code of the device among those whose malfunctions it tells of in summaries.
 */
static enum answer summary_offered(const struct facts *f)
{
	const struct names *codes = &f->firm.summary_product_codes;

	if (!codes->given || !f->device.product_code.len)
		return UNKNOWN;
	for (size_t i = 0; i < codes->count; i++)
		if (str_eq(codes->items[i], f->device.product_code))
			return YES;
	return NO;
}

/* 5 work days behind from, 21 CFR 803.53. */
static struct date five_day_due(struct date from)
{
	struct calendar federal = calendar_federal();

	return calendar_add_working_days(&federal, from, 5, false);
}

static void know_event(struct evaluation *v, const struct event_fact *event)
{
	struct date today = v->ev.facts->today, decided = event->remedial_action_decided_on;
	struct date filed = date_by(event->mdr_submitted_on, today) ? event->mdr_submitted_on : DATE_NONE;
	bool acts = date_by(decided, today);
	struct arena *a = v->ev.arena;
	const char *kind = evidence_key(&v->ev, "events", event->index, "kind").ptr;

	know(&v->k, a, DEATH, is_kind(event, EVENT_DEATH), kind);
	know(&v->k, a, SERIOUS_INJURY, is_kind(event, EVENT_SERIOUS_INJURY), kind);
	know(&v->k, a, MALFUNCTION, is_kind(event, EVENT_MALFUNCTION), kind);
	know(&v->k, a, LIKELY_IF_RECURS, event->likely_if_recurs,
	    evidence_key(&v->ev, "events", event->index, "likely_if_recurs").ptr);
	know(&v->k, a, REMEDIAL_ACTION, answer_of(acts),
	    evidence_key(&v->ev, "events", event->index, "remedial_action_decided_on").ptr);
	know(&v->k, a, FILED_BEFORE,
	    answer_of(acts && date_is_known(filed) && event_is_filed_before(event, filed)),
	    evidence_key(&v->ev, "events", event->index, "mdr_submitted_on").ptr);
	know(&v->k, a, THIRTY_DAYS_BEFORE,
	    answer_of(acts && date_is_known(event->known_on) &&
		      event->known_on.days + 30 < five_day_due(decided).days),
	    evidence_key(&v->ev, "events", event->index, "known_on").ptr);
	know(&v->k, a, FIVE_DAY_ASKED, event->five_day_requested,
	    evidence_key(&v->ev, "events", event->index, "five_day_requested").ptr);
	know(&v->k, a, SUMMARY_JUDGED, event->summary_report,
	    evidence_key(&v->ev, "events", event->index, "summary_report").ptr);
	know(&v->k, a, JUDGED_NOT_REPORTABLE, answer_of(date_by(event->not_reportable_on, today)),
	    evidence_key(&v->ev, "events", event->index, "not_reportable_on").ptr);
}

/* Quarters end with March, June, September and December; the summary is due by the end of the month behind:
 * 30 April, 31 July, 31 October, 31 January. No day of it moves for a weekend. Taken from descriptions of the
 * programme (WARN-9). */
static struct date summary_due(struct date known_on)
{
	int year, month, day, due;

	date_split(known_on, &year, &month, &day);
	due = (month - 1) / 3 * 3 + 4;
	if (due > 12) {
		due -= 12;
		year++;
	}
	return date_of(year, due, date_month_days(year, due));
}

/* from: what a 5-day report counts from. */
static void add_mdr(
    struct evaluation *v, const struct event_fact *event, enum mdr_kind kind, struct date from)
{
	struct date filed = event->mdr_submitted_on, today = v->ev.facts->today;
	struct mdr m = { .kind = kind, .starts = event->known_on, .due = DATE_NONE, .event = event->index };

	m.submitted_on = date_by(filed, today) ? filed : DATE_NONE;
	if (kind == MDR_5_DAY) {
		m.starts = from;
		if (date_is_known(from))
			m.due = five_day_due(from);
		know(&v->k, v->ev.arena, WORK_DAYS_803, YES, NULL);
	} else if (date_is_known(event->known_on)) {
		m.due = kind == MDR_SUMMARY ? summary_due(event->known_on) : date_plus(event->known_on, 30);
	}
	v->d->mdrs[v->d->mdr_count++] = m;
}

static void add_summary(struct evaluation *v, const struct event_fact *event)
{
	add_mdr(v, event, MDR_SUMMARY, DATE_NONE);
	v->k.of[SUMMARY_USED].is = YES;
	texts_add(&v->k.of[SUMMARY_USED].keys, v->ev.arena,
	    evidence_key(&v->ev, "events", event->index, "summary_report"));
}

/* Who has submitted a report of it has decided. */
static void add_undecided(struct evaluation *v, const struct event_fact *event)
{
	struct undecided_event u = { .event = event->index,
		.starts = event->known_on,
		.due = DATE_NONE,
		.kind_known = event->kind != EVENT_UNKNOWN };

	if (date_by(event->mdr_submitted_on, v->ev.facts->today))
		return;
	if (date_is_known(event->known_on))
		u.due = date_plus(event->known_on, 30);
	v->d->undecided[v->d->undecided_count++] = u;
}

static void report_event(struct evaluation *v, const struct event_fact *event)
{
	enum outcome reported = evaluation_ask(v, rules_803, NEEDED)->then, kind;

	if (reported == OUTCOME_OPEN)
		add_undecided(v, event);
	if (reported == OUTCOME_YES) {
		kind = evaluation_ask(v, rules_803_kind, ASIDE)->then;
		if (kind == OUTCOME_MDR_SUMMARY)
			add_summary(v, event);
		if (kind == OUTCOME_MDR_ASKED)
			add_mdr(v, event, MDR_5_DAY, event->known_on);
		if (kind == OUTCOME_MDR_30_DAY || kind == OUTCOME_MDR_BOTH)
			add_mdr(v, event, MDR_30_DAY, DATE_NONE);
		if (kind == OUTCOME_MDR_5_DAY || kind == OUTCOME_MDR_BOTH)
			add_mdr(v, event, MDR_5_DAY, event->remedial_action_decided_on);
		if (!date_is_known(event->known_on))
			texts_add(&v->missing, v->ev.arena,
			    evidence_key(&v->ev, "events", event->index, "known_on"));
	}
	if (v->k.of[REMEDIAL_ACTION].is != YES &&
	    !(event->kind == EVENT_MALFUNCTION && event->likely_if_recurs == NO)) {
		v->k.of[EVENT_WITHOUT_DECISION].is = YES;
		texts_add(&v->k.of[EVENT_WITHOUT_DECISION].keys, v->ev.arena,
		    evidence_key(&v->ev, "events", event->index, "known_on"));
	}
}

static void share_event(struct evaluation *v, const struct event_fact *event)
{
	struct determination *d = v->d;

	if (v->k.of[CONSTITUENT_APPLICANT].is == NO ||
	    evaluation_ask(v, rules_share, NEEDED)->then != OUTCOME_YES || !date_is_known(event->known_on))
		return;
	d->share_with_other_applicant_due =
	    date_earlier(d->share_with_other_applicant_due, date_plus(event->known_on, 5));
}

/* A death or serious injury that the closing did not know of. */
static void know_of_closure(struct evaluation *v, const struct event_fact *event)
{
	bool after = date_is_known(event->known_on) && event->known_on.days > v->ev.facts->closed_on.days;
	struct known *k = &v->k.of[after ? EVENT_AFTER_CLOSURE : EVENT_MISSED_AT_CLOSURE];

	if (!after && event->entered_after_closure != YES)
		return;
	k->is = YES;
	texts_add(&k->keys, v->ev.arena,
	    evidence_key(&v->ev, "events", event->index, after ? "known_on" : "entered_after_closure"));
}

static void judge_event(struct evaluation *v, const struct event_fact *event)
{
	const struct facts *f = v->ev.facts;
	struct arena *a = v->ev.arena;

	know_event(v, event);
	if (f->device.combination_product == YES)
		v->k.of[OTHER_PART].is = YES;
	report_event(v, event);
	share_event(v, event);
	if (event->associated == UNKNOWN) {
		v->k.of[EVENT_UNJUDGED].is = YES;
		texts_add(&v->k.of[EVENT_UNJUDGED].keys, a,
		    evidence_key(&v->ev, "events", event->index, "associated"));
	}
	if ((event->kind == EVENT_DEATH || event->kind == EVENT_SERIOUS_INJURY) &&
	    date_by(f->closed_on, f->today))
		know_of_closure(v, event);
}

/* A receipt without its day counts for nothing, and its day is missing. */
static void supplements(struct evaluation *v)
{
	const struct facts *f = v->ev.facts;
	struct arena *a = v->ev.arena;

	know(&v->k, a, NEW_INFORMATION, NO, "supplements");
	for (size_t i = 0; i < f->supplement_count; i++) {
		struct str key = evidence_key(&v->ev, "supplements", f->supplements[i].index, "received_on");

		if (!date_is_known(f->supplements[i].received_on))
			texts_add(&v->missing, a, key);
		if (!date_by(f->supplements[i].received_on, f->today) ||
		    fact_text_is_given(f->supplements[i].not_due_because))
			continue;
		v->k.of[NEW_INFORMATION].is = YES;
		texts_add(&v->k.of[NEW_INFORMATION].keys, a, key);
	}
	for (size_t i = 0; i < v->d->mdr_count; i++) {
		const struct mdr *m = &v->d->mdrs[i];

		if (!date_is_known(evidence_action_behind_report(&v->ev, m->event, m->submitted_on)))
			continue;
		v->k.of[NEW_INFORMATION].is = YES;
		texts_add(&v->k.of[NEW_INFORMATION].keys, a,
		    evidence_key(&v->ev, "events", m->event, "remedial_action_decided_on"));
	}
	if (f->supplement_count || v->k.of[NEW_INFORMATION].is == YES)
		evaluation_ask(v, rules_supplement, ASIDE);
}

void evaluate_events(struct evaluation *v)
{
	const struct facts *f = v->ev.facts;
	struct arena *a = v->ev.arena;

	if (!f->events_given && v->d->scope == SCOPE_IN) /* whether a report is owed hangs on them */
		texts_add(&v->missing, a, STR("events"));
	v->d->mdrs = arena_alloc(a, f->event_count * 2, sizeof(*v->d->mdrs));
	v->d->undecided = arena_alloc(a, f->event_count, sizeof(*v->d->undecided));
	know(&v->k, a, WORK_DAYS_803, NO, NULL);
	know(&v->k, a, EVENT_UNJUDGED, NO, NULL);
	know(&v->k, a, EVENT_WITHOUT_DECISION, NO, NULL);
	know(&v->k, a, EVENT_AFTER_CLOSURE, NO, NULL);
	know(&v->k, a, EVENT_MISSED_AT_CLOSURE, NO, NULL);
	know(&v->k, a, SUMMARY_USED, NO, NULL);
	know(&v->k, a, OTHER_PART, NO, "device.combination_product");
	know(&v->k, a, SUMMARY_OFFERED, summary_offered(f), "firm.summary_product_codes");
	texts_add(&v->k.of[SUMMARY_OFFERED].keys, a, STR("device.product_code"));
	know(&v->k, a, REOPENING, answer_of(v->ev.policy->event_after_closure == AFTER_CLOSURE_REOPEN), NULL);
	know(&v->k, a, CONSTITUENT_APPLICANT, f->device.constituent_part_applicant,
	    "device.constituent_part_applicant");
	for (size_t i = 0; i < f->event_count; i++)
		if (date_not_after(f->events[i].known_on, f->today))
			judge_event(v, &f->events[i]);
	supplements(v);
	if (date_by(f->closed_on, f->today))
		v->d->reopened = evaluation_ask(v, rules_reopened, ASIDE)->then == OUTCOME_YES;
}
