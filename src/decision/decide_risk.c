/*
 * Scope and risk.
 */
#include "decision/evaluation.h"

static enum answer text_answer(struct str text)
{
	return text.ptr ? answer_of(fact_text_is_given(text)) : UNKNOWN;
}

/* Who was told of it, or was hurt by it, has it. */
static void know_released(struct evaluation *v)
{
	const struct facts *f = v->ev.facts;
	struct known *k = &v->k.of[UNITS_RELEASED];

	know(&v->k, v->ev.arena, UNITS_RELEASED, answer_of(f->correction.units_released > 0),
	    "correction.units_released");
	for (size_t i = 0; k->is == NO && i < f->communication_count; i++)
		if (f->communications[i].to && date_by(f->communications[i].on, f->today)) {
			k->is = YES;
			texts_add(&k->keys, v->ev.arena,
			    evidence_key(&v->ev, "communications", f->communications[i].index, "to"));
		}
	for (size_t i = 0; k->is == NO && i < f->event_count; i++)
		if (f->events[i].associated == YES && date_by(f->events[i].known_on, f->today)) {
			k->is = YES;
			texts_add(&k->keys, v->ev.arena,
			    evidence_key(&v->ev, "events", f->events[i].index, "associated"));
		}
}

/* What went out is on the market as long as it may be in use, sold or not. */
static void know_marketed(struct evaluation *v)
{
	const struct facts *f = v->ev.facts;
	bool went_out = date_by(f->device.last_distributed_on, f->today), refused;

	refused = f->device.marketed == NO && (went_out || v->k.of[UNITS_RELEASED].is == YES);
	know(&v->k, v->ev.arena, MARKETED, refused ? YES : f->device.marketed, "device.marketed");
	know(&v->k, v->ev.arena, MARKETED_REFUSED, answer_of(refused), "device.marketed");
	if (!refused)
		return;
	if (went_out)
		texts_add(&v->k.of[MARKETED_REFUSED].keys, v->ev.arena, STR("device.last_distributed_on"));
	else
		for (size_t i = 0; i < v->k.of[UNITS_RELEASED].keys.count; i++)
			texts_add(&v->k.of[MARKETED_REFUSED].keys, v->ev.arena,
			    v->k.of[UNITS_RELEASED].keys.items[i]);
}

/* What somebody was hurt by affects the device, whatever is said of it. */
static void know_harm(struct evaluation *v)
{
	const struct facts *f = v->ev.facts;

	know(&v->k, v->ev.arena, HARM_KNOWN, NO, NULL);
	for (size_t i = 0; i < f->event_count; i++) {
		const struct event_fact *one = &f->events[i];

		if (one->associated != YES || !date_by(one->known_on, f->today) ||
		    (one->kind != EVENT_DEATH && one->kind != EVENT_SERIOUS_INJURY))
			continue;
		v->k.of[HARM_KNOWN].is = YES;
		texts_add(&v->k.of[HARM_KNOWN].keys, v->ev.arena,
		    evidence_key(&v->ev, "events", one->index, "associated"));
	}
}

static void know_for_scope(struct evaluation *v)
{
	const struct facts *f = v->ev.facts;
	const struct vulnerability_facts *vuln = &f->vulnerability;
	struct arena *a = v->ev.arena;
	enum answer investigational = f->device.investigational;

	know_released(v);
	know_marketed(v);
	/* What is marketed is not investigational only, unless somebody says so. */
	if (investigational == UNKNOWN && v->k.of[MARKETED].is == YES)
		investigational = NO;
	know(&v->k, a, INVESTIGATIONAL, investigational, "device.investigational");
	know(&v->k, a, STOCK_RECOVERY, answer_of(f->correction.stock_recovery == YES),
	    "correction.stock_recovery");
	know(&v->k, a, NOT_AFFECTED, answer_of(vuln->vex == VEX_NOT_AFFECTED), "vulnerability.vex");
	v->k.of[NOT_AFFECTED_STATED] = v->k.of[NOT_AFFECTED];
	know_harm(v);
	know(&v->k, a, JUSTIFIED, text_answer(vuln->vex_justification), "vulnerability.vex_justification");
	know(&v->k, a, KEV_LISTED, vuln->kev_listed, "vulnerability.kev_listed");
	know(&v->k, a, VEX_REVIEWED, text_answer(vuln->vex_reviewed_by), "vulnerability.vex_reviewed_by");
	know(
	    &v->k, a, CONFIDENTIALITY_ONLY, vuln->confidentiality_only, "vulnerability.confidentiality_only");
}

static enum scope scope_of(const struct rule *r)
{
	if (r->then == OUTCOME_OUT_OF_SCOPE)
		return SCOPE_OUT;
	if (r->then == OUTCOME_STOCK_RECOVERY)
		return SCOPE_STOCK_RECOVERY;
	return r->then == OUTCOME_NOT_AFFECTED ? SCOPE_NOT_AFFECTED : SCOPE_IN;
}

void evaluate_scope(struct evaluation *v)
{
	struct determination *d = v->d;

	know_for_scope(v);
	d->scope = scope_of(evaluation_ask(v, rules_scope, NEEDED));
	if (d->scope == SCOPE_NOT_AFFECTED && evaluation_ask(v, rules_vex, NEEDED)->then == OUTCOME_OPEN) {
		v->open = true;
		if (v->k.of[VEX_REVIEWED].is == NO)
			texts_add(&v->missing, v->ev.arena, STR("vulnerability.vex_reviewed_by"));
	}
	know(&v->k, v->ev.arena, IN_SCOPE, answer_of(d->scope == SCOPE_IN), NULL);
	know(
	    &v->k, v->ev.arena, NOT_AFFECTED, answer_of(d->scope == SCOPE_NOT_AFFECTED), "vulnerability.vex");
}

/* The last assessment not after today; of one day the last in the list. NULL where there is none. */
static const struct assessment_fact *last_assessment(const struct facts *f)
{
	const struct assessment_fact *last = NULL;

	for (size_t i = 0; i < f->assessment_count; i++) {
		const struct assessment_fact *one = &f->assessments[i];

		if (date_by(one->on, f->today) && (!last || one->on.days >= last->on.days))
			last = one;
	}
	return last;
}

struct cell_answer {
	enum answer no_harm, uncontrolled, borderline;
};

static struct cell_answer cell_answer(
    const struct policy *p, enum exploitability exploitability, enum severity severity)
{
	enum cell cell;

	if (severity == SEVERITY_NO_HARM)
		return (struct cell_answer){ YES, NO, NO };
	if (severity == SEVERITY_UNKNOWN)
		return (struct cell_answer){ UNKNOWN, UNKNOWN, UNKNOWN };
	if (exploitability == EXPLOITABILITY_UNKNOWN)
		return (struct cell_answer){ NO, UNKNOWN, UNKNOWN };
	cell = policy_cell(p, exploitability, severity);
	return (struct cell_answer){ NO, answer_of(cell == CELL_U || cell == CELL_U_BORDERLINE),
		answer_of(cell == CELL_C_BORDERLINE || cell == CELL_U_BORDERLINE) };
}

static size_t distinct_names(const struct names *names)
{
	size_t count = 0;

	for (size_t i = 0; i < names->count && count < 2; i++) {
		bool seen = !fact_text_is_given(names->items[i]);

		for (size_t j = 0; j < i && !seen; j++)
			seen = str_eq_nocase(str_trim(names->items[j]), str_trim(names->items[i]));
		count += !seen;
	}
	return count;
}

/* An assessment that says nothing of what the controls leave takes back none that does. */
static void know_what_is_left(struct evaluation *v)
{
	struct known *left = &v->k.of[LEFT_UNCONTROLLED];
	const struct facts *f = v->ev.facts;

	*left = v->k.of[AFTER_UNCONTROLLED];
	v->ev.assessed_on = v->d->assessed_on;
	if (left->is != UNKNOWN)
		return;
	v->ev.assessed_on = DATE_NONE;
	for (size_t i = 0; i < f->assessment_count; i++) {
		const struct assessment_fact *one = &f->assessments[i];
		enum answer is =
		    cell_answer(v->ev.policy, one->exploitability_after, one->severity_after).uncontrolled;

		if (is == UNKNOWN || !date_by(one->on, f->today) || one->on.days < v->ev.assessed_on.days)
			continue;
		*left = (struct known){ .is = is, .on = DATE_NONE };
		texts_add(&left->keys, v->ev.arena,
		    evidence_key(&v->ev, "assessments", one->index, "exploitability_after"));
		v->ev.assessed_on = one->on;
	}
}

/* An assessment without a date cannot be told to be the last one. */
static void miss_undated(struct evaluation *v)
{
	const struct facts *f = v->ev.facts;

	for (size_t i = 0; i < f->assessment_count; i++)
		if (!date_is_known(f->assessments[i].on))
			texts_add(&v->missing, v->ev.arena,
			    evidence_key(&v->ev, "assessments", f->assessments[i].index, "on"));
}

static void add_key(
    struct evaluation *v, enum fact fact, const struct assessment_fact *of, const char *member)
{
	texts_add(&v->k.of[fact].keys, v->ev.arena, evidence_key(&v->ev, "assessments", of->index, member));
}

static void know_for_risk(struct evaluation *v, const struct assessment_fact *last)
{
	const struct policy *p = v->ev.policy;
	struct arena *a = v->ev.arena;
	struct cell_answer before = { UNKNOWN, UNKNOWN, UNKNOWN }, after = before;
	const char *key = last ? NULL : "assessments";
	enum answer approved = UNKNOWN;

	if (last) {
		before = cell_answer(p, last->exploitability, last->severity);
		after = cell_answer(p, last->exploitability_after, last->severity_after);
	}
	know(&v->k, a, NO_HARM, before.no_harm, key);
	know(&v->k, a, CELL_UNCONTROLLED, before.uncontrolled, key);
	know(&v->k, a, CELL_BORDERLINE, before.borderline, key);
	know(&v->k, a, ASSESSED, before.uncontrolled == UNKNOWN ? UNKNOWN : YES, key);
	know(&v->k, a, NO_HARM_AFTER, after.no_harm, NULL);
	know(&v->k, a, AFTER_UNCONTROLLED, after.uncontrolled, NULL);
	v->k.of[SERIOUS_EVENT] = evidence_serious_event(&v->ev, true);
	if (!last)
		return;
	if (last->approvers.given || !p->two_approvers_on_borderline)
		approved =
		    answer_of(!p->two_approvers_on_borderline || distinct_names(&last->approvers) >= 2);
	know(&v->k, a, RATIONALE_WRITTEN, text_answer(last->rationale), NULL);
	know(&v->k, a, SECOND_APPROVER, approved, NULL);
	know(&v->k, a, SEVERITY_CRITICAL_UP,
	    last->severity ? answer_of(last->severity >= SEVERITY_CRITICAL) : UNKNOWN, NULL);
	know(&v->k, a, EXPLOITABILITY_MEDIUM_UP,
	    last->exploitability ? answer_of(last->exploitability >= EXPLOITABILITY_MEDIUM) : UNKNOWN, NULL);
	add_key(v, NO_HARM, last, "severity");
	add_key(v, RATIONALE_WRITTEN, last, "rationale");
	add_key(v, SECOND_APPROVER, last, "approvers");
	add_key(v, SEVERITY_CRITICAL_UP, last, "severity");
	add_key(v, EXPLOITABILITY_MEDIUM_UP, last, "exploitability");
	add_key(v, NO_HARM_AFTER, last, "severity_after");
	add_key(v, AFTER_UNCONTROLLED, last, "exploitability_after");
	add_key(v, AFTER_UNCONTROLLED, last, "severity_after");
	if (before.uncontrolled != UNKNOWN || !last->exploitability)
		add_key(v, CELL_UNCONTROLLED, last, "exploitability");
	if (before.uncontrolled != UNKNOWN || !last->severity)
		add_key(v, CELL_UNCONTROLLED, last, "severity");
}

/* What happened to a patient is no less than it was. */
static enum severity least_severity(const struct event_fact *event)
{
	return event->kind == EVENT_DEATH	     ? SEVERITY_CATASTROPHIC
	       : event->kind == EVENT_SERIOUS_INJURY ? SEVERITY_SERIOUS
						     : SEVERITY_NO_HARM;
}

/* A death or serious injury by the vulnerability that an assessment which finds the risk controlled did not
 * know of, or judged to be less than it was: the risk is to be assessed again. */
static void know_overtaken(struct evaluation *v, const struct assessment_fact *last)
{
	const struct facts *f = v->ev.facts;
	struct known *k = know(&v->k, v->ev.arena, ASSESSMENT_OVERTAKEN, NO, NULL);

	v->d->overtaken_on = DATE_NONE;
	if (v->d->risk != RISK_CONTROLLED || v->d->scope != SCOPE_IN || !last)
		return;
	for (size_t i = 0; i < f->event_count; i++) {
		const struct event_fact *event = &f->events[i];
		enum severity least = least_severity(event);

		if (event->associated != YES || least == SEVERITY_NO_HARM ||
		    !date_by(event->known_on, f->today) || evidence_event_is_ignored(&v->ev, event) ||
		    (event->known_on.days <= last->on.days && last->severity >= least))
			continue;
		k->is = YES;
		texts_add(&k->keys, v->ev.arena, evidence_key(&v->ev, "events", event->index, "known_on"));
		v->d->overtaken_on = date_earlier(v->d->overtaken_on, event->known_on);
		v->open = true;
	}
}

/* Of what the device had no part in nothing is said. */
static void know_graver_event(struct evaluation *v, const struct assessment_fact *last)
{
	const struct facts *f = v->ev.facts;

	for (size_t i = 0; last && last->severity && i < f->event_count; i++) {
		const struct event_fact *event = &f->events[i];
		enum severity least = least_severity(event);

		if (event->associated == NO || last->severity >= least || !date_by(event->known_on, f->today))
			continue;
		v->k.of[EVENT_GRAVER].is = YES;
		texts_add(&v->k.of[EVENT_GRAVER].keys, v->ev.arena,
		    evidence_key(&v->ev, "events", event->index, "kind"));
	}
}

static enum risk risk_of(const struct rule *r)
{
	return r->then == OUTCOME_CONTROLLED	 ? RISK_CONTROLLED
	       : r->then == OUTCOME_UNCONTROLLED ? RISK_UNCONTROLLED
						 : RISK_UNDETERMINED;
}

static void settle_borderline(struct evaluation *v)
{
	static const enum fact needed[] = { RATIONALE_WRITTEN, SECOND_APPROVER };
	struct texts aside = { 0 };
	const struct rule *r = rules_first(rules_borderline, &v->k, v->ev.arena, &aside);

	v->d->borderline = v->k.of[CELL_BORDERLINE].is == YES && v->d->scope != SCOPE_NOT_AFFECTED;
	if (v->d->scope != SCOPE_IN || v->k.of[CELL_BORDERLINE].is == UNKNOWN)
		return;
	evaluation_reason(v, r);
	if (r->then != OUTCOME_OPEN)
		return;
	v->open = true;
	for (size_t i = 0; i < COUNT(needed); i++)
		for (size_t j = 0; v->k.of[needed[i]].is != YES && j < v->k.of[needed[i]].keys.count; j++)
			texts_add(&v->missing, v->ev.arena, v->k.of[needed[i]].keys.items[j]);
}

void evaluate_risk(struct evaluation *v)
{
	const struct assessment_fact *last = last_assessment(v->ev.facts);
	bool in_scope = v->d->scope == SCOPE_IN;

	know_for_risk(v, last);
	know_graver_event(v, last);
	v->d->assessed_on = last ? last->on : DATE_NONE;
	know_what_is_left(v);
	v->d->left_uncontrolled_on = v->k.of[LEFT_UNCONTROLLED].is == YES ? v->ev.assessed_on : DATE_NONE;
	v->d->risk = risk_of(evaluation_ask(v, rules_risk, in_scope));
	know_overtaken(v, last);
	v->d->risk_after = risk_of(evaluation_ask(v, rules_risk_after, ASIDE));
	if (in_scope)
		miss_undated(v);
	settle_borderline(v);
	know(&v->k, v->ev.arena, UNCONTROLLED,
	    v->d->risk == RISK_UNDETERMINED ? UNKNOWN : answer_of(v->d->risk == RISK_UNCONTROLLED), NULL);
	if (v->d->risk != RISK_UNDETERMINED && last)
		v->k.of[UNCONTROLLED].keys = v->k.of[CELL_UNCONTROLLED].keys;
	v->d->clock_runs = in_scope && v->d->risk != RISK_CONTROLLED;
	know(&v->k, v->ev.arena, CLOCK_RUNS, answer_of(v->d->clock_runs), NULL);
}
