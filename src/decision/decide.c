#include "decision/decide.h"

#include "decision/evaluation.h"
#include "decision/facts_sort.h"

void evaluation_reason(struct evaluation *v, const struct rule *r)
{
	struct determination *d = v->d;
	struct texts facts = { 0 };
	struct reason *reason;

	if (d->reason_count == v->reason_room) {
		size_t room = v->reason_room ? v->reason_room * 2 : 32;
		struct reason *more = arena_alloc(v->ev.arena, room, sizeof(*more));

		if (d->reason_count)
			memcpy(more, d->rationale, d->reason_count * sizeof(*more));
		d->rationale = more;
		v->reason_room = room;
	}
	for (size_t i = 0; i < RULE_CONDITIONS && r->when[i].fact != FACT_NONE; i++) {
		const struct known *known = &v->k.of[r->when[i].fact];

		for (size_t j = 0; known->is != UNKNOWN && j < known->keys.count; j++)
			texts_add(&facts, v->ev.arena, known->keys.items[j]);
	}
	reason = &d->rationale[d->reason_count++];
	*reason = (struct reason){ r->id, r->says, r->basis, facts.items, facts.count };
}

const struct rule *evaluation_ask(struct evaluation *v, const struct rule *table, bool needed)
{
	struct texts aside = { 0 };
	const struct rule *r = rules_first(table, &v->k, v->ev.arena, needed ? &v->missing : &aside);

	evaluation_reason(v, r);
	return r;
}

void evaluation_warn(struct evaluation *v, const struct rule *r)
{
	struct determination *d = v->d;

	if (d->warning_count == v->warning_room) {
		size_t room = v->warning_room ? v->warning_room * 2 : 8;
		struct warning *more = arena_alloc(v->ev.arena, room, sizeof(*more));

		if (d->warning_count)
			memcpy(more, d->warnings, d->warning_count * sizeof(*more));
		d->warnings = more;
		v->warning_room = room;
	}
	d->warnings[d->warning_count++] = (struct warning){ r->warning, str_of(r->says) };
	evaluation_reason(v, r);
}

/* The rows of a table that ends without an id, each for itself. */
static void take_each(
    struct evaluation *v, const struct rule *table, void (*take)(struct evaluation *, const struct rule *))
{
	for (const struct rule *r = table; r->id; r++)
		if (rule_holds(r, &v->k))
			take(v, r);
}

static void know_for_calendar(struct evaluation *v)
{
	const struct policy *p = v->ev.policy;

	know(&v->k, v->ev.arena, ROLLED, answer_of(p->roll != ROLL_NONE), NULL);
	know(&v->k, v->ev.arena, START_COUNTED, answer_of(p->count_initiation_day), NULL);
	know(&v->k, v->ev.arena, CLOSURES, answer_of(p->extra_closure_count > 0), NULL);
}

void decide(
    const struct facts *facts, const struct policy *policy, struct arena *a, struct determination *out)
{
	struct determination d = { .policy_version = policy->version,
		.time_zone = facts->time_zone,
		.tzdata_version = facts->tzdata_version,
		.today = facts->today,
		.amendment_806_due = DATE_NONE,
		.share_with_other_applicant_due = DATE_NONE,
		.periodic_due = DATE_NONE,
		.unreported_on = DATE_NONE,
		.retention_until = DATE_NONE };
	struct facts sorted = facts_sorted(facts, a);
	struct evaluation v = {
		.ev = { .facts = &sorted,
		    .since = DATE_NONE,
		    .policy = policy,
		    .assessed_on = DATE_NONE,
		    .calendar = { policy->extra_closures, policy->extra_closure_count },
		    .arena = a },
		.d = &d,
	};

	v.ev.uncontrolled_after = &v.k.of[LEFT_UNCONTROLLED];
	evaluate_scope(&v);
	evaluate_risk(&v);
	evaluate_clocks(&v);
	evaluate_report_details(&v);
	evaluate_events(&v);
	evaluate_device(&v);
	know_for_calendar(&v);
	take_each(&v, rules_warnings, evaluation_warn);
	take_each(&v, rules_calendar, evaluation_reason);
	d.missing = v.missing.items;
	d.missing_count = v.missing.count;
	d.final = !v.open && d.missing_count == 0;
	*out = d;
}
