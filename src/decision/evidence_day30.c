#include "base/buf.h"
#include "decision/evidence.h"

/* What must have been said to whom by day 30, PMG VII.B (2): the four points are the least that customers are
 * told; the user community must be told, its notice has no such list. */
enum part { PART_IMPACT, PART_EFFORTS, PART_CONTROLS, PART_FIX, PART_COMMUNITY, PART_COUNT };

static const struct {
	enum recipient audience;
	const char *member; /* the key that says so; NULL: any notice will do */
	const char *lacking;
} parts[] = {
	[PART_IMPACT] = { RECIPIENT_CUSTOMERS, "describes_impact",
	    "customers not told of the vulnerability and its impact" },
	[PART_EFFORTS] = { RECIPIENT_CUSTOMERS, "states_efforts",
	    "customers not told of the efforts under way" },
	[PART_CONTROLS] = { RECIPIENT_CUSTOMERS, "compensating_controls",
	    "customers not told of compensating controls or that there are none" },
	[PART_FIX] = { RECIPIENT_CUSTOMERS, "states_fix_or_strategy",
	    "customers not told of the fix or strategy and of news to come" },
	[PART_COMMUNITY] = { RECIPIENT_USER_COMMUNITY, NULL, "user community not told" },
};
_Static_assert(COUNT(parts) == PART_COUNT, "a row for every part");

struct str evidence_key(const struct evidence *ev, const char *list, int64_t index, const char *member)
{
	return arena_printf(ev->arena, "%s[%lld].%s", list, (long long)index, member);
}

static struct str key_of(const struct evidence *ev, const struct communication_fact *c, const char *member)
{
	return evidence_key(ev, "communications", c->index, member);
}

static enum answer says(const struct communication_fact *c, enum part part)
{
	switch (part) {
	case PART_IMPACT:
		return c->describes_impact;
	case PART_EFFORTS:
		return c->states_efforts;
	case PART_FIX:
		return c->states_fix_or_strategy;
	case PART_COMMUNITY:
		return YES;
	case PART_CONTROLS:
	case PART_COUNT:
		break;
	}
	if (c->compensating_controls == CONTROLS_TOLD_UNKNOWN)
		return UNKNOWN;
	return answer_of(c->compensating_controls != CONTROLS_OMITTED);
}

static enum answer reaches(const struct communication_fact *c, enum recipient bit)
{
	return c->to_given ? answer_of((c->to & (unsigned)bit) != 0) : UNKNOWN;
}

/* Told while the risk was found controlled, it did not tell of the risk as it is (guidance on impact "based
 * on current understanding"; A3). */
static bool is_overtaken(const struct evidence *ev, struct date on)
{
	return date_is_known(on) && date_is_known(ev->since) && on.days < ev->since.days;
}

/* Has the part been done by limit? */
static struct known told(const struct evidence *ev, struct date limit, enum part part)
{
	const struct facts *f = ev->facts;
	struct known known = { .is = NO, .on = DATE_NONE };
	const struct communication_fact *first = NULL;

	for (size_t i = 0; i < f->communication_count; i++) {
		const struct communication_fact *c = &f->communications[i];
		enum answer said = says(c, part), reached = reaches(c, parts[part].audience);

		if (!date_not_after(c->on, limit) || said == NO || reached == NO || is_overtaken(ev, c->on))
			continue;
		if (date_is_known(c->on) && said == YES && reached == YES) {
			if (!first || c->on.days < first->on.days)
				first = c;
			continue;
		}
		known.is = UNKNOWN;
		if (!date_is_known(c->on))
			texts_add(&known.keys, ev->arena, key_of(ev, c, "on"));
		if (reached == UNKNOWN)
			texts_add(&known.keys, ev->arena, key_of(ev, c, "to"));
		if (said == UNKNOWN)
			texts_add(&known.keys, ev->arena, key_of(ev, c, parts[part].member));
	}
	if (first) {
		known = (struct known){ .is = YES, .on = first->on };
		texts_add(&known.keys, ev->arena, key_of(ev, first, "on"));
	}
	return known;
}

/* What is lacking, for "why". */
static struct str untold(const struct evidence *ev, const struct known of[PART_COUNT])
{
	SCOPED_BUF text = buf_new(600);

	for (int i = 0; i < PART_COUNT; i++)
		if (of[i].is != YES)
			buf_printf(&text, "%s%s", text.len ? "; " : "", parts[i].lacking);
	return arena_copy(ev->arena, buf_str(&text));
}

struct known evidence_told(const struct evidence *ev, struct date limit)
{
	struct known of[PART_COUNT], all = { .is = YES, .on = DATE_NONE };

	if (!ev->facts->communications_given) {
		all.is = UNKNOWN;
		texts_add(&all.keys, ev->arena, STR("communications"));
		return all;
	}
	for (int i = 0; i < PART_COUNT; i++) {
		of[i] = told(ev, limit, (enum part)i);
		if (of[i].is == NO || (of[i].is == UNKNOWN && all.is == YES))
			all.is = of[i].is;
		all.on = date_later(all.on, of[i].on);
	}
	for (int i = 0; i < PART_COUNT; i++)
		for (size_t j = 0; of[i].is == all.is && j < of[i].keys.count; j++)
			texts_add(&all.keys, ev->arena, of[i].keys.items[j]);
	if (all.is == NO)
		texts_add(&all.keys, ev->arena, STR("communications"));
	if (all.is != YES) {
		all.on = DATE_NONE;
		all.detail = untold(ev, of);
	}
	return all;
}

/* Was a control on record on that day? One without its day may have been. */
static bool control_by(const struct facts *f, struct date day)
{
	for (size_t i = 0; i < f->control_count; i++)
		if (date_not_after(f->controls[i].identified_on, day) &&
		    !date_by(f->controls[i].withdrawn_on, day))
			return true;
	return false;
}

/* The first notice that none is available, at a time when none was on record. */
static const struct communication_fact *none_available(const struct facts *f, struct date limit)
{
	const struct communication_fact *first = NULL;

	for (size_t i = 0; i < f->communication_count; i++) {
		const struct communication_fact *c = &f->communications[i];

		if (c->compensating_controls == CONTROLS_NONE_AVAILABLE && date_by(c->on, limit) &&
		    (!first || c->on.days < first->on.days) && !control_by(f, c->on))
			first = c;
	}
	return first;
}

/* The first control that adds no risk, or the unknown that stands in the way of knowing. */
static struct known identified(const struct evidence *ev, struct date limit)
{
	const struct facts *f = ev->facts;
	struct known known = { .is = NO, .on = DATE_NONE };
	const struct control_fact *first = NULL;

	for (size_t i = 0; i < f->control_count; i++) {
		const struct control_fact *c = &f->controls[i];

		if (!date_not_after(c->identified_on, limit) || c->adds_risk == YES ||
		    date_by(c->withdrawn_on, limit))
			continue;
		if (date_is_known(c->identified_on) && c->adds_risk == NO) {
			if (!first || c->identified_on.days < first->identified_on.days)
				first = c;
			continue;
		}
		known.is = UNKNOWN;
		if (!date_is_known(c->identified_on))
			texts_add(
			    &known.keys, ev->arena, evidence_key(ev, "controls", c->index, "identified_on"));
		if (c->adds_risk == UNKNOWN)
			texts_add(
			    &known.keys, ev->arena, evidence_key(ev, "controls", c->index, "adds_risk"));
	}
	if (!first)
		return known;
	known = (struct known){ .is = YES, .on = first->identified_on };
	texts_add(&known.keys, ev->arena, evidence_key(ev, "controls", first->index, "identified_on"));
	return known;
}

struct known evidence_risky_control(const struct evidence *ev, struct date day)
{
	struct known known = { .is = NO, .on = DATE_NONE };
	const struct facts *f = ev->facts;

	for (size_t i = 0; i < f->control_count; i++) {
		const struct control_fact *c = &f->controls[i];
		struct date until = date_later(day, c->identified_on);

		if (c->adds_risk != YES || !date_not_after(c->identified_on, f->today) ||
		    (date_by(c->withdrawn_on, f->today) && date_by(c->withdrawn_on, until)))
			continue;
		known.is = YES;
		known.on = date_earlier(known.on, until);
		texts_add(&known.keys, ev->arena, evidence_key(ev, "controls", c->index, "adds_risk"));
	}
	return known;
}

struct known evidence_controls(const struct evidence *ev, struct date limit)
{
	struct known known = { .is = UNKNOWN, .on = DATE_NONE };
	const struct communication_fact *none;

	if (ev->facts->controls_given) {
		known = identified(ev, limit);
		none = none_available(ev->facts, limit);
		if (none && (known.is != YES || none->on.days < known.on.days)) {
			known = (struct known){ .is = YES, .on = none->on };
			texts_add(&known.keys, ev->arena, key_of(ev, none, "compensating_controls"));
		}
	}
	if (known.keys.count == 0)
		texts_add(&known.keys, ev->arena, STR("controls"));
	return known;
}

/* What is unknown of the plan; NO, where it is known that there is none. */
static struct known plan_unknown(const struct evidence *ev, const char *key)
{
	const struct plan_fact *plan = &ev->facts->plan;
	struct known known = { .is = plan->made == NO ? NO : UNKNOWN, .on = DATE_NONE };

	texts_add(&known.keys, ev->arena,
	    plan->made == NO ? STR("plan.made")
	    : plan->given    ? str_of(key)
			     : STR("plan"));
	return known;
}

struct known evidence_plan(const struct evidence *ev, struct date limit)
{
	const struct plan_fact *plan = &ev->facts->plan;
	struct known known = plan_unknown(ev, "plan.on");

	struct date on = date_earlier(plan->on, plan->first_on);

	if (known.is == UNKNOWN && date_is_known(on))
		known.is = answer_of(date_by(on, limit));
	if (known.is == YES)
		known.on = on;
	return known;
}

struct known evidence_timeline(const struct evidence *ev)
{
	const struct plan_fact *plan = &ev->facts->plan;
	struct known known = plan_unknown(ev, "plan.timeline_rationale");

	if (known.is == UNKNOWN && plan->timeline_rationale.ptr)
		known.is = answer_of(fact_text_is_given(plan->timeline_rationale));
	return known;
}

struct date evidence_planned(const struct evidence *ev, struct date limit)
{
	struct known controls = evidence_controls(ev, limit), plan = evidence_plan(ev, limit);

	return controls.is == YES && plan.is == YES && evidence_timeline(ev).is == YES
		   ? date_later(controls.on, plan.on)
		   : DATE_NONE;
}
