/*
 * What holds for all facts: made-up ones, many of them, from a fixed seed.
 */
#include "check.h"

#include "decision/decide.h"
#include "obligations/obligation.h"
#include "reports/determination_json.h"

#define ROUNDS 3000
#define MOST_OF_A_LIST 4

/* xorshift64 */
static uint32_t next(uint64_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return (uint32_t)(*seed >> 32);
}

static int below(uint64_t *seed, int n)
{
	return (int)(next(seed) % (uint32_t)n);
}

static const struct date learned = { 20458 }; /* 2026-01-05 */

/* A day around the clocks; one time in eight unknown. */
static struct date some_day(uint64_t *seed)
{
	return below(seed, 8) ? date_plus(learned, below(seed, 100) - 5) : DATE_NONE;
}

static enum answer some_answer(uint64_t *seed)
{
	return (enum answer)(below(seed, 8) ? 1 + below(seed, 2) : 0);
}

/* Mostly yes, so that conditions are met now and then. */
static enum answer mostly(uint64_t *seed)
{
	return below(seed, 6) ? YES : some_answer(seed);
}

static struct str some_text(uint64_t *seed)
{
	static const char *const texts[] = { "a reason", "a reason", "", NULL };

	return str_of(texts[below(seed, COUNT(texts))]);
}

struct world {
	struct facts f;
	struct policy p;
	struct assessment_fact assessments[MOST_OF_A_LIST + 1];
	struct event_fact events[MOST_OF_A_LIST + 1];
	struct communication_fact communications[MOST_OF_A_LIST + 1];
	struct control_fact controls[MOST_OF_A_LIST + 1];
	struct fix_fact fixes[MOST_OF_A_LIST + 1];
	struct extension_fact extensions[MOST_OF_A_LIST + 1];
	struct str approvers[2];
};

static struct assessment_fact some_assessment(uint64_t *seed, int64_t index, struct str *approvers)
{
	struct assessment_fact a = assessment_unknown(index);

	a.on = some_day(seed);
	a.exploitability = (enum exploitability)below(seed, 4);
	a.severity = (enum severity)below(seed, 7);
	a.exploitability_after = (enum exploitability)below(seed, 4);
	a.severity_after = (enum severity)below(seed, 7);
	a.rationale = some_text(seed);
	a.approvers = (struct names){ below(seed, 4) > 0, approvers, (size_t)below(seed, 3) };
	return a;
}

static struct event_fact some_event(uint64_t *seed, int64_t index)
{
	struct event_fact e = event_unknown(index);

	e.kind = (enum event_kind)below(seed, 4);
	e.known_on = some_day(seed);
	e.associated = some_answer(seed);
	e.likely_if_recurs = some_answer(seed);
	e.remedial_action_decided_on = below(seed, 2) ? some_day(seed) : DATE_NONE;
	e.mdr_submitted_on = below(seed, 2) ? some_day(seed) : DATE_NONE;
	return e;
}

static struct communication_fact some_communication(uint64_t *seed, int64_t index)
{
	struct communication_fact c = communication_unknown(index);

	c.on = some_day(seed);
	c.to_given = below(seed, 8) > 0;
	c.to = c.to_given ? (unsigned)(below(seed, 3) ? 3 : below(seed, 4)) : 0;
	c.describes_impact = mostly(seed);
	c.states_efforts = mostly(seed);
	c.states_fix_or_strategy = mostly(seed);
	c.compensating_controls = (enum controls_told)below(seed, 4);
	c.isao_on = below(seed, 4) && date_is_known(c.on) ? date_plus(c.on, below(seed, 3)) : some_day(seed);
	c.isao_late_reason = some_text(seed);
	return c;
}

static struct control_fact some_control(uint64_t *seed, int64_t index)
{
	struct control_fact c = control_unknown(index);

	c.identified_on = some_day(seed);
	c.long_term = some_answer(seed);
	c.adds_risk = some_answer(seed);
	return c;
}

static struct fix_fact some_fix(uint64_t *seed, int64_t index)
{
	struct fix_fact f = fix_unknown(index);

	f.kind = (enum fix_kind)below(seed, 4);
	f.validated_on = some_day(seed);
	f.distributed_on = some_day(seed);
	f.residual_risk = (enum residual_risk)below(seed, 4);
	f.validated = some_answer(seed);
	f.available_on = some_day(seed);
	f.adds_risk_known_on = below(seed, 3) ? DATE_NONE : some_day(seed);
	return f;
}

static struct policy some_policy(uint64_t *seed)
{
	struct policy p = policy_default();

	p.roll = (enum roll)below(seed, 3);
	p.count_initiation_day = below(seed, 2);
	p.serious_event = (enum serious_event)below(seed, 2);
	p.isao_grace_working_days = below(seed, 4);
	p.long_term_control_counts = below(seed, 2);
	p.two_approvers_on_borderline = below(seed, 2);
	p.record_806_20_for_routine = below(seed, 2);
	p.reclassification = (enum reclassification)below(seed, 3);
	p.event_after_closure = (enum event_after_closure)below(seed, 2);
	return p;
}

static void fill(struct world *w, uint64_t *seed)
{
	struct facts *f = &w->f;

	*f = facts_unknown();
	w->p = below(seed, 2) ? policy_default() : some_policy(seed);
	w->approvers[0] = STR("M. Sato");
	w->approvers[1] = below(seed, 2) ? STR("J. Okafor") : STR("M. Sato");
	f->today = date_plus(learned, below(seed, 90));
	f->device.marketed = mostly(seed);
	f->device.investigational = below(seed, 8) ? NO : some_answer(seed);
	f->device.cyber_device = some_answer(seed);
	f->device.pathway = (enum pathway)below(seed, 10);
	f->device.periodic_report = some_answer(seed);
	f->device.approved_on = below(seed, 2) ? date_of(2021, 2, 28) : DATE_NONE;
	f->device.constituent_part_applicant = some_answer(seed);
	f->vulnerability.learned_on = below(seed, 16) ? learned : some_day(seed);
	if (!date_is_known(f->vulnerability.learned_on))
		f->vulnerability.learned_on = learned;
	f->vulnerability.vex = (enum vex)(below(seed, 8) ? 0 : below(seed, 5));
	f->vulnerability.vex_justification = some_text(seed);
	f->vulnerability.kev_listed = some_answer(seed);
	f->assessments_given = f->events_given = f->communications_given = f->controls_given =
	    f->fixes_given = true;
	f->assessments = w->assessments;
	f->events = w->events;
	f->communications = w->communications;
	f->controls = w->controls;
	f->fixes = w->fixes;
	f->correction.extensions = w->extensions;
	f->assessment_count = (size_t)below(seed, MOST_OF_A_LIST);
	f->event_count = below(seed, 2) ? 0 : (size_t)below(seed, MOST_OF_A_LIST);
	f->communication_count = (size_t)below(seed, MOST_OF_A_LIST);
	f->control_count = (size_t)below(seed, MOST_OF_A_LIST);
	f->fix_count = (size_t)below(seed, MOST_OF_A_LIST);
	f->correction.extension_count = (size_t)below(seed, 3);
	for (int i = 0; i < MOST_OF_A_LIST; i++) {
		w->assessments[i] = some_assessment(seed, i, w->approvers);
		w->events[i] = some_event(seed, i);
		w->communications[i] = some_communication(seed, i);
		w->controls[i] = some_control(seed, i);
		w->fixes[i] = some_fix(seed, i);
		w->extensions[i] = extension_unknown(i);
		w->extensions[i].initiated_on = some_day(seed);
		w->extensions[i].amended_on = some_day(seed);
	}
	f->plan.given = true;
	f->plan.on = some_day(seed);
	f->plan.timeline_rationale = some_text(seed);
	f->isao.active_member = mostly(seed);
	f->correction.initiated_on = some_day(seed);
	f->correction.reported_on = some_day(seed);
	f->correction.stock_recovery = below(seed, 8) ? NO : YES;
	f->correction.reported_under_803 = below(seed, 4) ? DATE_NONE : some_day(seed);
	f->correction.rely_on_803 = some_answer(seed);
	f->clock_decision.on = below(seed, 2) ? DATE_NONE : some_day(seed);
	f->clock_decision.given = date_is_known(f->clock_decision.on);
	f->clock_decision.choice = (enum clock_choice)below(seed, 3);
	f->closed_on = below(seed, 2) ? DATE_NONE : some_day(seed);
}

/* The whole determination with its obligations, as text. */
static struct str text_of(const struct world *w, struct arena *a, struct determination *d)
{
	SCOPED_BUF text = buf_new(1024 * 1024);
	struct json_out *out = json_out_buf(&text, true);
	struct obligation *obligations;
	size_t count;

	decide(&w->f, &w->p, a, d);
	obligations = obligations_fda(&w->f, &w->p, d, a, &count);
	determination_write_json(d, obligations, count, out);
	assert_true(json_out_close(out));
	return arena_copy(a, buf_str(&text));
}

static void check_same(struct str before, struct str after)
{
	if (str_eq(before, after))
		return;
	printf("# before:\n%.*s\n# after:\n%.*s\n", (int)before.len, before.ptr, (int)after.len, after.ptr);
	fail();
}

static void what_is_dated_after_today_changes_nothing(void **state)
{
	uint64_t seed = 806;

	for (int i = 0; i < ROUNDS; i++) {
		SCOPED_ARENA arena = { 0 };
		struct determination d;
		struct date later;
		struct world w;
		struct str before;

		fill(&w, &seed);
		before = text_of(&w, &arena, &d);
		later = date_plus(w.f.today, 1 + below(&seed, 40));
		w.assessments[w.f.assessment_count].on = later;
		w.assessments[w.f.assessment_count++].index = 90;
		w.events[w.f.event_count].known_on = later;
		w.events[w.f.event_count++].index = 91;
		w.communications[w.f.communication_count].on = later;
		w.communications[w.f.communication_count++].index = 92;
		w.controls[w.f.control_count].identified_on = later;
		w.controls[w.f.control_count++].index = 93;
		w.fixes[w.f.fix_count].validated_on = later;
		w.fixes[w.f.fix_count].available_on = later;
		w.fixes[w.f.fix_count].adds_risk_known_on = later;
		w.fixes[w.f.fix_count].distributed_on = later;
		w.fixes[w.f.fix_count++].index = 94;
		w.extensions[w.f.correction.extension_count++].initiated_on = later;
		if (!date_is_known(w.f.closed_on))
			w.f.closed_on = later;
		if (!date_is_known(w.f.correction.reported_on))
			w.f.correction.reported_on = later;
		if (!date_is_known(w.f.correction.reported_under_803))
			w.f.correction.reported_under_803 = later;
		check_same(before, text_of(&w, &arena, &d));
	}
	(void)state;
}

static void turn(void *items, size_t count, size_t size)
{
	char *bytes = items, held[256];

	assert_true(size <= sizeof(held));
	for (size_t i = 0; i + 1 < count - i; i++) {
		char *a = bytes + i * size, *b = bytes + (count - 1 - i) * size;

		memcpy(held, a, size);
		memcpy(a, b, size);
		memcpy(b, held, size);
	}
}

/* Elements keep their index, so that even the keys they are cited by are the same. */
static void the_order_of_lists_does_not_matter(void **state)
{
	uint64_t seed = 803;

	for (int i = 0; i < ROUNDS; i++) {
		SCOPED_ARENA arena = { 0 };
		struct determination d;
		struct world w;
		struct str before;

		fill(&w, &seed);
		before = text_of(&w, &arena, &d);
		turn(w.assessments, w.f.assessment_count, sizeof(w.assessments[0]));
		turn(w.events, w.f.event_count, sizeof(w.events[0]));
		turn(w.communications, w.f.communication_count, sizeof(w.communications[0]));
		turn(w.controls, w.f.control_count, sizeof(w.controls[0]));
		turn(w.fixes, w.f.fix_count, sizeof(w.fixes[0]));
		turn(w.extensions, w.f.correction.extension_count, sizeof(w.extensions[0]));
		check_same(before, text_of(&w, &arena, &d));
	}
	(void)state;
}

static void check_reading(const struct determination *d, const struct reading *r)
{
	size_t met = 0, failed = 0;

	for (int i = 0; i < CONDITION_COUNT; i++) {
		const struct condition_result *c = &r->conditions[i];

		met += c->state == CONDITION_MET;
		failed += c->state == CONDITION_FAILED;
		assert_true(!date_is_known(c->on) || c->on.days <= d->today.days);
		assert_true(c->state != CONDITION_PENDING || !date_is_known(c->on));
		if (c->state == CONDITION_MET && date_is_known(c->due))
			assert_true(c->on.days <= c->due.days);
		if (c->state == CONDITION_FAILED && date_is_known(c->due))
			assert_true(d->today.days > c->due.days && c->on.days >= c->due.days);
		assert_true(c->why.len > 0);
	}
	assert_int_equal(r->discretion == DISCRETION_APPLIES, met == CONDITION_COUNT);
	assert_int_equal(r->discretion == DISCRETION_NOT_AVAILABLE, failed > 0);
	assert_true(r->report_806 != REPORT_NOT_ENFORCED || met == CONDITION_COUNT);
	assert_true(failed == 0 || r->report_806 == REPORT_REQUIRED ||
		    r->report_806 == REPORT_ON_INITIATION || r->report_806 == REPORT_NOT_REQUIRED);
	assert_int_equal(date_is_known(r->report_806_due), r->report_806 == REPORT_REQUIRED);
	assert_true(r->days_overdue >= 0);
	if (date_is_known(r->day30))
		assert_true(r->day30.days < r->day60.days);
}

static void determinations_agree_with_themselves(void **state)
{
	uint64_t seed = 814;

	for (int i = 0; i < ROUNDS; i++) {
		SCOPED_ARENA arena = { 0 };
		struct determination d;
		struct world w;

		fill(&w, &seed);
		text_of(&w, &arena, &d);
		assert_int_equal(d.clock_runs, d.scope == SCOPE_IN && d.risk != RISK_CONTROLLED);
		assert_int_equal(d.reading.has_conditions, d.clock_runs);
		assert_false(d.final && d.missing_count > 0);
		assert_false(d.final && d.clock_runs && d.risk == RISK_UNDETERMINED);
		if (!d.clock_runs) {
			assert_int_equal(d.reading.discretion, DISCRETION_NOT_NEEDED);
			assert_int_equal(d.reading.report_806, REPORT_NOT_REQUIRED);
			assert_false(date_is_known(d.reading.day30) || d.two_readings);
			continue;
		}
		check_reading(&d, &d.reading);
		if (d.two_readings) {
			check_reading(&d, &d.literal);
			check_reading(&d, &d.restart);
		}
		assert_false(d.record_806_20 && d.reading.report_806 == REPORT_REQUIRED);
	}
	(void)state;
}

/* Nothing that happens later brings back a clock that was missed. */
static void a_missed_clock_stays_missed(void **state)
{
	static const enum condition_id clocks[] = { CONDITION_DAY_30, CONDITION_DAY_60 };
	uint64_t seed = 60;

	for (int i = 0; i < ROUNDS; i++) {
		SCOPED_ARENA arena = { 0 };
		struct determination before, after;
		struct world w;

		fill(&w, &seed);
		w.f.assessment_count = 0; /* the clocks run throughout, by one reading */
		w.f.device.marketed = YES;
		w.f.device.investigational = NO;
		w.f.correction.stock_recovery = NO;
		w.f.vulnerability.vex = VEX_UNKNOWN;
		decide(&w.f, &w.p, &arena, &before);
		w.f.today = date_plus(w.f.today, 1 + below(&seed, 30));
		decide(&w.f, &w.p, &arena, &after);
		for (size_t j = 0; j < COUNT(clocks); j++)
			if (before.reading.conditions[clocks[j]].state == CONDITION_FAILED)
				assert_int_equal(after.reading.conditions[clocks[j]].state, CONDITION_FAILED);
	}
	(void)state;
}

static enum risk risk_of(const struct policy *p, enum exploitability exploitability, enum severity severity)
{
	SCOPED_ARENA arena = { 0 };
	struct assessment_fact one = assessment_unknown(0);
	struct facts f = facts_unknown();
	struct determination d;

	one.on = learned;
	one.exploitability = exploitability;
	one.severity = severity;
	f.today = learned;
	f.vulnerability.learned_on = learned;
	f.assessments = &one;
	f.assessment_count = 1;
	decide(&f, p, &arena, &d);
	return d.risk;
}

/* Of all matrices that policy_check() lets pass. */
static void a_worse_cell_is_never_better(void **state)
{
	uint64_t seed = 14;
	int passed = 0;

	for (int i = 0; i < 20000; i++) {
		struct policy p = policy_default();
		struct err e;

		for (int j = 0; j < 3; j++)
			for (int k = 0; k < 5; k++)
				if (i > 0 && below(&seed, 3) == 0)
					p.matrix[j][k] = (enum cell)below(&seed, 5);
		if (!policy_check(&p, &e))
			continue;
		passed++;
		for (int x = EXPLOITABILITY_LOW; x <= EXPLOITABILITY_HIGH; x++)
			for (int s = SEVERITY_NO_HARM; s <= SEVERITY_CATASTROPHIC; s++) {
				if (risk_of(&p, (enum exploitability)x, (enum severity)s) == RISK_CONTROLLED)
					continue;
				assert_true(s > SEVERITY_NEGLIGIBLE);
				if (x < EXPLOITABILITY_HIGH)
					assert_int_equal(
					    risk_of(&p, (enum exploitability)(x + 1), (enum severity)s),
					    RISK_UNCONTROLLED);
				if (s < SEVERITY_CATASTROPHIC)
					assert_int_equal(
					    risk_of(&p, (enum exploitability)x, (enum severity)(s + 1)),
					    RISK_UNCONTROLLED);
			}
	}
	assert_true(passed > 50);
	(void)state;
}

TESTS(cmocka_unit_test(what_is_dated_after_today_changes_nothing),
    cmocka_unit_test(the_order_of_lists_does_not_matter),
    cmocka_unit_test(determinations_agree_with_themselves), cmocka_unit_test(a_missed_clock_stays_missed),
    cmocka_unit_test(a_worse_cell_is_never_better))
