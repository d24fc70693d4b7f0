#include "base/buf.h"
#include "decision/evidence.h"

/* The four points of the day-30 communication, PMG VII.B (2). */
enum point { POINT_IMPACT, POINT_EFFORTS, POINT_CONTROLS, POINT_FIX, POINT_COUNT };

static const struct {
	const char *member, *says;
} points[] = {
	[POINT_IMPACT] = { "describes_impact", "the vulnerability and its impact" },
	[POINT_EFFORTS] = { "states_efforts", "the efforts under way" },
	[POINT_CONTROLS] = { "compensating_controls", "compensating controls or that there are none" },
	[POINT_FIX] = { "states_fix_or_strategy", "the fix or strategy and news of it" },
};
_Static_assert(COUNT(points) == POINT_COUNT, "a row for every point");

static const struct {
	enum recipient bit;
	const char *name;
} audiences[] = { { RECIPIENT_CUSTOMERS, "customers" }, { RECIPIENT_USER_COMMUNITY, "user community" } };

struct str evidence_key(const struct evidence *ev, const char *list, int64_t index, const char *member)
{
	return arena_printf(ev->arena, "%s[%lld].%s", list, (long long)index, member);
}

static struct str key_of(const struct evidence *ev, const struct communication_fact *c, const char *member)
{
	return evidence_key(ev, "communications", c->index, member);
}

static enum answer makes_point(const struct communication_fact *c, enum point point)
{
	switch (point) {
	case POINT_IMPACT:
		return c->describes_impact;
	case POINT_EFFORTS:
		return c->states_efforts;
	case POINT_FIX:
		return c->states_fix_or_strategy;
	case POINT_CONTROLS:
	case POINT_COUNT:
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

/* Has this audience been told this point by limit? */
static struct known told_point(
    const struct evidence *ev, struct date limit, enum recipient bit, enum point point)
{
	const struct facts *f = ev->facts;
	struct known known = { .is = NO, .on = DATE_NONE };
	const struct communication_fact *first = NULL;

	for (size_t i = 0; i < f->communication_count; i++) {
		const struct communication_fact *c = &f->communications[i];
		enum answer made = makes_point(c, point), reached = reaches(c, bit);

		if (!date_not_after(c->on, limit) || made == NO || reached == NO)
			continue;
		if (date_is_known(c->on) && made == YES && reached == YES) {
			if (!first || c->on.days < first->on.days)
				first = c;
			continue;
		}
		known.is = UNKNOWN;
		if (!date_is_known(c->on))
			texts_add(&known.keys, ev->arena, key_of(ev, c, "on"));
		if (reached == UNKNOWN)
			texts_add(&known.keys, ev->arena, key_of(ev, c, "to"));
		if (made == UNKNOWN)
			texts_add(&known.keys, ev->arena, key_of(ev, c, points[point].member));
	}
	if (first) {
		known = (struct known){ .is = YES, .on = first->on };
		texts_add(&known.keys, ev->arena, key_of(ev, first, "on"));
	}
	return known;
}

static void add_keys(struct known *to, const struct known *from, struct arena *a)
{
	for (size_t i = 0; i < from->keys.count; i++)
		texts_add(&to->keys, a, from->keys.items[i]);
}

/* What each audience lacks, for "why". */
static struct str untold(const struct evidence *ev, const struct known told[2][POINT_COUNT])
{
	SCOPED_BUF text = buf_new(600);

	for (size_t i = 0; i < COUNT(audiences); i++) {
		size_t lacking = 0;

		for (size_t j = 0; j < POINT_COUNT; j++) {
			if (told[i][j].is == YES)
				continue;
			if (lacking++ == 0)
				buf_printf(
				    &text, "%s%s not told of ", text.len ? "; " : "", audiences[i].name);
			buf_printf(&text, "%s%s", lacking > 1 ? ", " : "", points[j].says);
		}
	}
	return arena_copy(ev->arena, buf_str(&text));
}

struct known evidence_told(const struct evidence *ev, struct date limit)
{
	struct known told[2][POINT_COUNT], all = { .is = YES, .on = DATE_NONE };

	if (!ev->facts->communications_given) {
		all.is = UNKNOWN;
		texts_add(&all.keys, ev->arena, STR("communications"));
		return all;
	}
	for (size_t i = 0; i < COUNT(audiences); i++)
		for (size_t j = 0; j < POINT_COUNT; j++) {
			told[i][j] = told_point(ev, limit, audiences[i].bit, (enum point)j);
			if (told[i][j].is == NO || (told[i][j].is == UNKNOWN && all.is == YES))
				all.is = told[i][j].is;
			all.on = date_later(all.on, told[i][j].on);
		}
	for (size_t i = 0; i < COUNT(audiences); i++)
		for (size_t j = 0; j < POINT_COUNT; j++)
			if (told[i][j].is == all.is)
				add_keys(&all, &told[i][j], ev->arena);
	if (all.is == NO)
		texts_add(&all.keys, ev->arena, STR("communications"));
	if (all.is != YES) {
		all.on = DATE_NONE;
		all.detail = untold(ev, (const struct known(*)[POINT_COUNT])told);
	}
	return all;
}

/* Was a control on record by that day? One without its day may have been. */
static bool control_by(const struct facts *f, struct date day)
{
	for (size_t i = 0; i < f->control_count; i++)
		if (date_not_after(f->controls[i].identified_on, day))
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

		if (!date_not_after(c->identified_on, limit) || c->adds_risk == YES)
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

struct known evidence_plan(const struct evidence *ev, struct date limit)
{
	const struct plan_fact *plan = &ev->facts->plan;
	struct known known = { .is = UNKNOWN, .on = DATE_NONE };

	texts_add(&known.keys, ev->arena, plan->given ? STR("plan.on") : STR("plan"));
	if (date_is_known(plan->on))
		known.is = answer_of(date_by(plan->on, limit));
	if (known.is == YES)
		known.on = plan->on;
	return known;
}

struct known evidence_timeline(const struct evidence *ev)
{
	const struct plan_fact *plan = &ev->facts->plan;
	struct known known = { .is = UNKNOWN, .on = DATE_NONE };

	texts_add(&known.keys, ev->arena, plan->given ? STR("plan.timeline_rationale") : STR("plan"));
	if (plan->timeline_rationale.ptr)
		known.is = answer_of(fact_text_is_given(plan->timeline_rationale));
	return known;
}
