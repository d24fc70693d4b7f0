/*
 * Day 30, day 60, the four conditions, the discretion and the report: once for each reading of A3.
 */
#include "base/buf.h"
#include "decision/evaluation.h"

static const struct rule *const condition_rules[] = {
	[CONDITION_EVENTS] = rules_condition_1,
	[CONDITION_DAY_30] = rules_condition_2,
	[CONDITION_DAY_60] = rules_condition_3,
	[CONDITION_ISAO] = rules_condition_4,
};
_Static_assert(COUNT(condition_rules) == CONDITION_COUNT, "a table for every condition");

/* Asks a table for a reading; only the one that governs gives reasons and says what is missing. */
static const struct rule *ask(struct evaluation *v, const struct rule *table, bool governs)
{
	struct texts aside = { 0 };

	return governs ? evaluation_ask(v, table, NEEDED) : rules_first(table, &v->k, v->ev.arena, &aside);
}

/* Had an MDR that was required been submitted by that day, or a supplement to one? 21 CFR 806.10(f). */
static bool mdr_is_on_file(const struct facts *f, struct date day)
{
	for (size_t i = 0; i < f->event_count; i++) {
		const struct event_fact *event = &f->events[i];
		bool required = event->kind != EVENT_MALFUNCTION || event->likely_if_recurs != NO;

		if (required && date_not_after(event->known_on, day) && date_by(event->mdr_submitted_on, day))
			return true;
	}
	for (size_t i = 0; i < f->supplement_count; i++)
		if (date_by(f->supplements[i].submitted_on, day))
			return true;
	return false;
}

/* That the action was reported in an MDR is known where there is one. Without one nobody knows. */
static void know_for_803(struct evaluation *v)
{
	const struct facts *f = v->ev.facts;
	struct date on = f->correction.reported_under_803;
	struct arena *a = v->ev.arena;
	bool said = date_by(on, f->today), filed = said && mdr_is_on_file(f, on);

	know(&v->k, a, REPORTED_UNDER_803,
	    !said   ? NO
	    : filed ? YES
		    : UNKNOWN,
	    said && !filed ? NULL : "correction.reported_under_803");
	know(&v->k, a, MDR_UNFILED, answer_of(said && !filed), "correction.reported_under_803");
	if (!said || filed)
		return;
	for (size_t i = 0; i < f->event_count; i++)
		if (date_not_after(f->events[i].known_on, f->today))
			texts_add(&v->k.of[REPORTED_UNDER_803].keys, a,
			    evidence_key(&v->ev, "events", f->events[i].index, "mdr_submitted_on"));
	if (!v->k.of[REPORTED_UNDER_803].keys.count)
		texts_add(&v->k.of[REPORTED_UNDER_803].keys, a, STR("events"));
}

/* A day that is stated behind what initiated the action does not count. */
static void know_for_initiation(struct evaluation *v)
{
	struct known deed = evidence_initiated_by_deed(&v->ev);
	struct date stated = v->ev.facts->correction.initiated_on;

	v->k.of[INITIATED] = evidence_initiated(&v->ev);
	v->d->initiated_on = v->k.of[INITIATED].on;
	know(&v->k, v->ev.arena, INITIATION_STATED_LATER,
	    answer_of(date_by(stated, v->ev.facts->today) && deed.is == YES && stated.days > deed.on.days),
	    "correction.initiated_on");
}

/* The conditions that do not hang on day 0. */
static void know_for_all_readings(struct evaluation *v)
{
	const struct correction_facts *c = &v->ev.facts->correction;
	struct arena *a = v->ev.arena;
	enum answer rely = c->rely_on_803;
	struct date today = v->ev.facts->today;

	if (rely == UNKNOWN && v->ev.policy->mdr_covers_correction == MDR_COVERS_FILE_BOTH)
		rely = NO;
	v->k.of[EVENT_KNOWN] = evidence_serious_event(&v->ev, false);
	evidence_isao(&v->ev, &v->k);
	know_for_initiation(v);
	know_for_803(v);
	know(&v->k, a, RELY_ON_803, rely, "correction.rely_on_803");
	v->d->told_on = evidence_told(&v->ev, today).on;
	v->d->planned_on = evidence_planned(&v->ev, today);
	v->k.of[FIX_COUNTS] = evidence_fixed(&v->ev, today);
	v->d->fixed_on = v->k.of[FIX_COUNTS].on;
	v->d->updated_on = evidence_updated(&v->ev);
	v->k.of[FIX_CONTRADICTED] = evidence_fix_contradicted(&v->ev);
	v->k.of[CONTROL_ADDS_RISK] = evidence_risky_control(&v->ev, today);
}

/* How what met condition 3 was lost behind day 60. */
static const struct {
	enum fix_loss how;
	enum fact fact;
} losses[] = {
	{ LOSS_ADDS_RISK, FIX_LOST_LATER },
	{ LOSS_CONTRADICTED, FIX_CONTRADICTED_LATER },
	{ LOSS_FAILED, FIX_FAILED_LATER },
	{ LOSS_WITHDRAWN, FIX_WITHDRAWN_LATER },
	{ LOSS_LACKED, FIX_LACKED_LATER },
};

static void know_for_loss(struct evaluation *v, struct date day60)
{
	enum fix_loss how;
	struct known lost = evidence_fix_lost(&v->ev, day60, &how);

	for (size_t i = 0; i < COUNT(losses); i++)
		v->k.of[losses[i].fact] =
		    losses[i].how == how ? lost : (struct known){ .is = NO, .on = DATE_NONE };
}

/* The day on which it was lost; else that it never was met. */
static struct date lost_on(const struct evaluation *v, struct date day60)
{
	for (size_t i = 0; i < COUNT(losses); i++)
		if (v->k.of[losses[i].fact].is == YES)
			return v->k.of[losses[i].fact].on;
	return day60;
}

/* What was done by day 30 and day 60 of a reading. Learned of after today: nothing can be said yet. */
static void know_for_reading(struct evaluation *v, const struct reading *r)
{
	static const enum fact hanging[] = { TOLD_BY_DAY_30, CONTROLS_BY_DAY_30, PLAN_BY_DAY_30,
		RISKY_CONTROL, TIMELINE_REASONED, DAY_30_OVER, FIXED_BY_DAY_60, FIX_LOST_LATER,
		FIX_CONTRADICTED_LATER, FIX_FAILED_LATER, FIX_WITHDRAWN_LATER, FIX_LACKED_LATER,
		DAY_60_OVER };
	struct date today = v->ev.facts->today, by_30, by_60;
	struct known *of = v->k.of;

	if (!date_is_known(r->day_0)) {
		for (size_t i = 0; i < COUNT(hanging); i++)
			know(&v->k, v->ev.arena, hanging[i], UNKNOWN, "vulnerability.learned_on");
		return;
	}
	by_30 = r->day30.days < today.days ? r->day30 : today;
	by_60 = r->day60.days < today.days ? r->day60 : today;
	of[TOLD_BY_DAY_30] = evidence_told(&v->ev, by_30);
	of[CONTROLS_BY_DAY_30] = evidence_controls(&v->ev, by_30);
	of[RISKY_CONTROL] = evidence_risky_control(&v->ev, r->day30);
	of[PLAN_BY_DAY_30] = evidence_plan(&v->ev, by_30);
	of[TIMELINE_REASONED] = evidence_timeline(&v->ev);
	of[FIXED_BY_DAY_60] = evidence_fixed(&v->ev, by_60);
	know_for_loss(v, r->day60);
	know(&v->k, v->ev.arena, DAY_30_OVER, answer_of(today.days > r->day30.days), "today");
	know(&v->k, v->ev.arena, DAY_60_OVER, answer_of(today.days > r->day60.days), "today");
}

static struct date met_on(const struct evaluation *v, enum condition_id id)
{
	const struct known *of = v->k.of;

	switch (id) {
	case CONDITION_DAY_30:
		return date_later(
		    date_later(of[TOLD_BY_DAY_30].on, of[CONTROLS_BY_DAY_30].on), of[PLAN_BY_DAY_30].on);
	case CONDITION_DAY_60:
		return of[FIXED_BY_DAY_60].on;
	case CONDITION_ISAO:
		return of[ISAO_WAITING].on;
	case CONDITION_EVENTS: /* continuous: it holds until something is known */
	case CONDITION_COUNT:
		break;
	}
	return DATE_NONE;
}

/* All that day 30 asks for, so that only a control that adds risk can fail it. */
static bool done_by_day_30(const struct evaluation *v)
{
	const struct known *of = v->k.of;

	return of[TOLD_BY_DAY_30].is == YES && of[CONTROLS_BY_DAY_30].is == YES &&
	       of[PLAN_BY_DAY_30].is == YES && of[TIMELINE_REASONED].is == YES;
}

static struct date failed_on(const struct evaluation *v, const struct reading *r, enum condition_id id)
{
	const struct known *of = v->k.of;

	switch (id) {
	case CONDITION_EVENTS:
		return of[EVENT_KNOWN].on;
	case CONDITION_DAY_30:
		return done_by_day_30(v) ? of[RISKY_CONTROL].on : r->day30;
	case CONDITION_DAY_60:
		return lost_on(v, r->day60);
	case CONDITION_ISAO:
		return of[ISAO_MEMBER].is == NO ? of[ISAO_MEMBER].on : of[ISAO_TOO_LATE].on;
	case CONDITION_COUNT:
		break;
	}
	return DATE_NONE;
}

/* What day 30 still lacks, for "why". */
static struct str lacking(const struct evaluation *v)
{
	static const struct {
		enum fact fact;
		const char *says;
	} parts[] = {
		{ CONTROLS_BY_DAY_30, "no interim compensating control is known" },
		{ PLAN_BY_DAY_30, "no remediation plan is known" },
		{ TIMELINE_REASONED, "no rationale for its timeline is known" },
	};
	struct str told = v->k.of[TOLD_BY_DAY_30].detail;
	SCOPED_BUF text = buf_new(1000);

	buf_add(&text, told);
	if (v->k.of[TOLD_BY_DAY_30].is == UNKNOWN && told.len == 0)
		buf_add(&text, STR("no communication is known"));
	for (size_t i = 0; i < COUNT(parts); i++)
		if (v->k.of[parts[i].fact].is != YES)
			buf_printf(&text, "%s%s", text.len ? "; " : "", parts[i].says);
	return arena_copy(v->ev.arena, buf_str(&text));
}

/* "Day 30 ended ...: customers not told of ...." */
static struct str why(const struct evaluation *v, const struct rule *r, enum condition_id id)
{
	struct str says = str_of(r->says), detail = STR("");

	if (id == CONDITION_DAY_30 && r->then == OUTCOME_PENDING)
		detail = lacking(v);
	else if (id == CONDITION_DAY_30 && r->then == OUTCOME_FAILED && v->k.of[TOLD_BY_DAY_30].is == NO)
		detail = v->k.of[TOLD_BY_DAY_30].detail;
	else if (id == CONDITION_DAY_60 && r->then != OUTCOME_MET)
		detail = v->k.of[FIXED_BY_DAY_60].detail;
	if (detail.len == 0)
		return says;
	return arena_printf(v->ev.arena,
	    "%.*s: "
	    "%.*s.",
	    (int)says.len - 1, says.ptr, (int)detail.len, detail.ptr);
}

static struct condition_result condition(
    struct evaluation *v, const struct reading *r, enum condition_id id, bool governs)
{
	const struct rule *rule = ask(v, condition_rules[id], governs);
	struct condition_result c = { .state = CONDITION_PENDING, .on = DATE_NONE, .due = DATE_NONE };

	if (rule->then == OUTCOME_MET) {
		c.state = CONDITION_MET;
		c.on = met_on(v, id);
	} else if (rule->then == OUTCOME_FAILED) {
		c.state = CONDITION_FAILED;
		c.on = failed_on(v, r, id);
	}
	if (id == CONDITION_DAY_30)
		c.due = r->day30;
	else if (id == CONDITION_DAY_60)
		c.due = r->day60;
	c.why = why(v, rule, id);
	return c;
}

static void conditions(struct evaluation *v, struct reading *r, bool governs)
{
	size_t met = 0, failed = 0;

	for (int i = 0; i < CONDITION_COUNT; i++) {
		r->conditions[i] = condition(v, r, (enum condition_id)i, governs);
		met += r->conditions[i].state == CONDITION_MET;
		failed += r->conditions[i].state == CONDITION_FAILED;
	}
	r->has_conditions = true;
	know(&v->k, v->ev.arena, ALL_MET, answer_of(met == CONDITION_COUNT), NULL);
	know(&v->k, v->ev.arena, ANY_FAILED, answer_of(failed > 0), NULL);
}

static enum discretion discretion_of(const struct rule *r)
{
	return r->then == OUTCOME_NOT_NEEDED	  ? DISCRETION_NOT_NEEDED
	       : r->then == OUTCOME_NOT_AVAILABLE ? DISCRETION_NOT_AVAILABLE
	       : r->then == OUTCOME_APPLIES	  ? DISCRETION_APPLIES
						  : DISCRETION_PROVISIONAL;
}

static enum report_806 report_of(const struct rule *r)
{
	return r->then == OUTCOME_NOT_REQUIRED	  ? REPORT_NOT_REQUIRED
	       : r->then == OUTCOME_NOT_ENFORCED  ? REPORT_NOT_ENFORCED
	       : r->then == OUTCOME_REQUIRED	  ? REPORT_REQUIRED
	       : r->then == OUTCOME_ON_INITIATION ? REPORT_ON_INITIATION
						  : REPORT_PENDING;
}

static void report(struct evaluation *v, struct reading *r, bool governs)
{
	const struct facts *f = v->ev.facts;
	struct date until =
	    date_by(f->correction.reported_on, f->today) ? f->correction.reported_on : f->today;
	struct date due;

	r->discretion = discretion_of(ask(v, rules_discretion, governs));
	r->report_806 = report_of(ask(v, rules_806, governs));
	if (v->k.of[INITIATED].is != YES)
		return;
	due = calendar_add_working_days(
	    &v->ev.calendar, v->k.of[INITIATED].on, 10, v->ev.policy->count_initiation_day);
	if (r->discretion == DISCRETION_PROVISIONAL && r->report_806 == REPORT_PENDING)
		r->report_806_due_if_lapsed = due;
	if (r->report_806 != REPORT_REQUIRED)
		return;
	r->report_806_due = due;
	if (until.days > r->report_806_due.days)
		r->days_overdue = until.days - r->report_806_due.days;
}

/* What was planned by day 30 stays so, though a control is withdrawn later. */
static void know_planned(struct evaluation *v, struct date day30)
{
	struct date today = v->ev.facts->today, by;

	if (!date_is_known(day30))
		return;
	by = evidence_planned(&v->ev, day30.days < today.days ? day30 : today);
	if (date_is_known(by))
		v->d->planned_on = by;
}

static struct reading read_from(struct evaluation *v, struct date day_0, bool governs)
{
	struct reading r = { .day_0 = day_0,
		.day30 = DATE_NONE,
		.day60 = DATE_NONE,
		.report_806_due = DATE_NONE,
		.report_806_due_if_lapsed = DATE_NONE };

	know(&v->k, v->ev.arena, ALL_MET, NO, NULL);
	know(&v->k, v->ev.arena, ANY_FAILED, NO, NULL);
	if (v->d->clock_runs) {
		if (date_is_known(day_0)) {
			r.day30 = calendar_roll(&v->ev.calendar, date_plus(day_0, 30), v->ev.policy->roll);
			r.day60 = calendar_roll(&v->ev.calendar, date_plus(day_0, 60), v->ev.policy->roll);
		}
		know_for_reading(v, &r);
		if (governs)
			know_planned(v, r.day30);
		conditions(v, &r, governs);
	}
	report(v, &r, governs);
	return r;
}

static bool is_before(const struct assessment_fact *a, const struct assessment_fact *b)
{
	return a->on.days < b->on.days || (a->on.days == b->on.days && a < b);
}

static bool is_uncontrolled(const struct policy *p, const struct assessment_fact *a, bool *known)
{
	enum cell cell = CELL_C;

	*known = a->severity == SEVERITY_NO_HARM || (a->severity && a->exploitability);
	if (*known && a->severity != SEVERITY_NO_HARM)
		cell = policy_cell(p, a->exploitability, a->severity);
	return cell == CELL_U || cell == CELL_U_BORDERLINE;
}

/* The earliest uncontrolled assessment, if a controlled one came before it; else NULL. A3. */
static const struct assessment_fact *reclassification(const struct evaluation *v)
{
	const struct facts *f = v->ev.facts;
	const struct assessment_fact *uncontrolled = NULL, *controlled = NULL;

	for (size_t i = 0; i < f->assessment_count; i++) {
		const struct assessment_fact *one = &f->assessments[i], **earliest;
		bool known, bad = is_uncontrolled(v->ev.policy, one, &known);

		if (!known || !date_by(one->on, f->today))
			continue;
		earliest = bad ? &uncontrolled : &controlled;
		if (!*earliest || is_before(one, *earliest))
			*earliest = one;
	}
	return uncontrolled && controlled && is_before(controlled, uncontrolled) ? uncontrolled : NULL;
}

static void know_for_clock(struct evaluation *v, const struct assessment_fact *first_uncontrolled)
{
	const struct clock_decision_fact *decision = &v->ev.facts->clock_decision;
	enum reclassification by_policy = v->ev.policy->reclassification;
	enum answer restart = UNKNOWN;
	const char *key = "clock_decision";

	if (decision->given && !date_is_known(decision->on))
		key = "clock_decision.on";
	else if (date_by(decision->on, v->ev.facts->today))
		key = "clock_decision.choice";
	if (date_by(decision->on, v->ev.facts->today) && decision->choice)
		restart = answer_of(decision->choice == CLOCK_RESTART);
	else if (by_policy != RECLASSIFICATION_DECIDE)
		restart = answer_of(by_policy == RECLASSIFICATION_RESTART);
	know(&v->k, v->ev.arena, RESTART_CHOSEN, restart, key);
	know(&v->k, v->ev.arena, RECLASSIFIED, answer_of(first_uncontrolled != NULL), NULL);
	if (first_uncontrolled)
		texts_add(&v->k.of[RECLASSIFIED].keys, v->ev.arena,
		    evidence_key(&v->ev, "assessments", first_uncontrolled->index, "on"));
	else
		texts_add(&v->k.of[RECLASSIFIED].keys, v->ev.arena, STR("vulnerability.learned_on"));
}

void evaluate_clocks(struct evaluation *v)
{
	const struct facts *f = v->ev.facts;
	struct determination *d = v->d;
	struct date learned =
	    date_by(f->vulnerability.learned_on, f->today) ? f->vulnerability.learned_on : DATE_NONE;
	const struct assessment_fact *first_uncontrolled = NULL;
	bool restarts;

	know_for_all_readings(v);
	if (!d->clock_runs) {
		d->reading = read_from(v, DATE_NONE, true);
		return;
	}
	if (d->risk == RISK_UNCONTROLLED)
		first_uncontrolled = reclassification(v);
	know_for_clock(v, first_uncontrolled);
	restarts = evaluation_ask(v, rules_clock, NEEDED)->then == OUTCOME_RESTART;
	if (!first_uncontrolled) {
		d->reading = read_from(v, learned, true);
		return;
	}
	d->two_readings = true;
	if (restarts) {
		d->literal = read_from(v, learned, false);
		v->ev.since = first_uncontrolled->on;
		know_for_initiation(v);
		d->told_on = evidence_told(&v->ev, f->today).on;
		d->reading = d->restart = read_from(v, first_uncontrolled->on, true);
	} else {
		v->ev.since = first_uncontrolled->on;
		know_for_initiation(v);
		d->restart = read_from(v, first_uncontrolled->on, false);
		v->ev.since = DATE_NONE;
		know_for_initiation(v);
		d->reading = d->literal = read_from(v, learned, true);
	}
}
