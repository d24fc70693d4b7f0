#include "base/buf.h"
#include "decision/evidence.h"

/* The answer of both together. */
static enum answer both(enum answer a, enum answer b)
{
	return a == NO || b == NO ? NO : a == YES && b == YES ? YES : UNKNOWN;
}

/* A control of that day is for the long term where the last assessment finds the risk controlled with it. */
static struct known controlled_since(const struct evidence *ev, struct date on)
{
	const struct known *after = ev->uncontrolled_after;
	struct known known = { .is = after->is == UNKNOWN ? UNKNOWN : answer_of(after->is == NO), .on = on };

	if (known.is == UNKNOWN)
		known.keys = after->keys;
	return known;
}

/* Is there a compensating control for the long term that adds no risk, and does the assessment find the risk
 * controlled with it? A15. */
static struct known long_term_control(const struct evidence *ev)
{
	const struct facts *f = ev->facts;
	struct known known = { .is = f->controls_given ? NO : UNKNOWN, .on = DATE_NONE };

	if (!f->controls_given)
		texts_add(&known.keys, ev->arena, STR("controls"));
	for (size_t i = 0; i < f->control_count; i++) {
		const struct control_fact *c = &f->controls[i];

		if (!date_not_after(c->identified_on, f->today) || date_by(c->withdrawn_on, f->today) ||
		    c->adds_risk == YES || c->long_term == NO)
			continue;
		if (c->long_term == YES)
			return controlled_since(ev, c->identified_on);
		known.is = UNKNOWN;
		texts_add(&known.keys, ev->arena, evidence_key(ev, "controls", c->index, "long_term"));
	}
	return known;
}

/* A workaround and a control leave the vulnerability where it is. */
static bool leaves_the_flaw(const struct fix_fact *fix)
{
	return fix->kind == FIX_COMPENSATING_CONTROL || fix->kind == FIX_WORKAROUND;
}

/* Does this kind of fix count at all? */
static struct known kind_counts(const struct evidence *ev, const struct fix_fact *fix)
{
	struct known known = { .is = YES, .on = DATE_NONE };

	if (fix->kind == FIX_UNKNOWN) {
		known.is = UNKNOWN;
		texts_add(&known.keys, ev->arena, evidence_key(ev, "fixes", fix->index, "kind"));
	}
	if (leaves_the_flaw(fix) && !ev->policy->long_term_control_counts)
		known.is = NO;
	else if (leaves_the_flaw(fix))
		known = long_term_control(ev);
	return known;
}

/* Is the risk that is left acceptable, and was it judged so by then? That nobody has judged it is an open
 * question until limit is over, and then an answer: it had not been brought to an acceptable level by then as
 * far as anybody knew. */
static enum answer residual_by(const struct evidence *ev, const struct fix_fact *fix, struct date limit)
{
	switch (fix->residual_risk) {
	case RESIDUAL_ACCEPTABLE:
		return answer_of(date_not_after(fix->residual_on, limit));
	case RESIDUAL_UNACCEPTABLE:
		return NO;
	case RESIDUAL_UNJUDGED:
		return ev->facts->today.days > limit.days ? NO : UNKNOWN;
	case RESIDUAL_UNKNOWN:
		break;
	}
	return UNKNOWN;
}

/* Complete by limit, whatever became known of it since; keys only where unknown. */
static struct known complete(const struct evidence *ev, const struct fix_fact *fix, struct date limit)
{
	enum answer validated = UNKNOWN, residual;
	struct known known = { .is = NO, .on = DATE_NONE }, kind;

	if (!date_by(fix->distributed_on, limit))
		return known;
	kind = kind_counts(ev, fix);
	if (kind.is == YES && date_is_known(kind.on) && kind.on.days > limit.days)
		kind.is = NO; /* the control that would make it long term was found too late */
	if (fix->validated == NO)
		validated = NO;
	else if (date_is_known(fix->validated_on))
		validated = answer_of(date_by(fix->validated_on, limit));
	residual = residual_by(ev, fix, limit);
	known.is = both(kind.is, both(validated, residual));
	if (known.is == YES)
		known.on = date_later(date_later(kind.on, fix->residual_on),
		    date_later(fix->validated_on, fix->distributed_on));
	if (known.is != UNKNOWN)
		return known;
	if (kind.is == UNKNOWN)
		known.keys = kind.keys;
	if (validated == UNKNOWN)
		texts_add(&known.keys, ev->arena, evidence_key(ev, "fixes", fix->index, "validated_on"));
	if (residual == UNKNOWN)
		texts_add(&known.keys, ev->arena, evidence_key(ev, "fixes", fix->index, "residual_risk"));
	return known;
}

/* The day of an assessment, behind the one on which a fix went out, that finds the risk uncontrolled with it;
 * DATE_NONE: none does. That somebody judges it acceptable again takes another assessment. */
static struct date contradicted_on(
    const struct evidence *ev, const struct fix_fact *fix, const struct known *whole)
{
	struct date out = date_later(fix->validated_on, fix->distributed_on);

	return whole->is == YES && ev->uncontrolled_after->is == YES && ev->assessed_on.days >= out.days
		   ? ev->assessed_on
		   : DATE_NONE;
}

/* Complete by limit, and as far as is known today it holds. */
static struct known holds(const struct evidence *ev, const struct fix_fact *fix, struct date limit)
{
	struct known whole = { .is = NO, .on = DATE_NONE };

	if (date_by(fix->adds_risk_known_on, ev->facts->today))
		return whole;
	whole = complete(ev, fix, limit);
	if (date_is_known(contradicted_on(ev, fix, &whole)))
		whole = (struct known){ .is = NO, .on = DATE_NONE };
	return whole;
}

/* One that failed a validation is another version when it passes. */
static const char *partly(const struct fix_fact *fix, struct date limit)
{
	if (!date_by(fix->available_on, limit))
		return NULL;
	return date_is_known(fix->validated_on) && fix->available_on.days < fix->validated_on.days
		   ? "was not distributed to all units since it passed its validation"
		   : "was available to some of the units only";
}

/* Why a fix does not count, for "why"; NULL where it does, or what is lacking is told as a missing fact. */
static const char *lacks(const struct evidence *ev, const struct fix_fact *fix, struct date limit)
{
	struct known whole = complete(ev, fix, limit);

	if (date_by(fix->adds_risk_known_on, ev->facts->today))
		return "is known to add risk";
	if (date_is_known(contradicted_on(ev, fix, &whole)))
		return "leaves a risk that an assessment since then judges uncontrolled";
	if (!date_by(fix->distributed_on, limit))
		return partly(fix, limit);
	if (leaves_the_flaw(fix) && kind_counts(ev, fix).is == NO)
		return "is a workaround or control that is not known to leave the risk controlled for the "
		       "long term";
	if (fix->validated == NO)
		return "has a validation that did not pass";
	if (date_by(fix->validated_on, ev->facts->today) && !date_by(fix->validated_on, limit))
		return "was validated later";
	if (fix->residual_risk == RESIDUAL_UNACCEPTABLE)
		return "leaves an unacceptable risk";
	if (fix->residual_risk == RESIDUAL_UNJUDGED)
		return "leaves a risk that nobody has judged";
	return date_not_after(fix->residual_on, limit) ? NULL
						       : "leaves a risk that was judged acceptable later";
}

/* What each of the fixes lacks. */
static struct str unfixed(const struct evidence *ev, struct date limit)
{
	const struct facts *f = ev->facts;
	SCOPED_BUF text = buf_new(600);

	for (size_t i = 0; i < f->fix_count; i++) {
		const char *what = lacks(ev, &f->fixes[i], limit);

		if (what)
			buf_printf(&text, "%sfixes[%lld] %s", text.len ? "; " : "",
			    (long long)f->fixes[i].index, what);
	}
	return arena_copy(ev->arena, buf_str(&text));
}

struct known evidence_fixed(const struct evidence *ev, struct date limit)
{
	const struct facts *f = ev->facts;
	struct known best = { .is = f->fixes_given ? NO : UNKNOWN, .on = DATE_NONE };

	for (size_t i = 0; i < f->fix_count; i++) {
		const struct fix_fact *fix = &f->fixes[i];
		struct known one = holds(ev, fix, limit);

		if (one.is == NO || (one.is == UNKNOWN && best.is == YES))
			continue;
		if (one.is == UNKNOWN) {
			best.is = UNKNOWN;
			for (size_t j = 0; j < one.keys.count; j++)
				texts_add(&best.keys, ev->arena, one.keys.items[j]);
		} else if (best.is != YES || one.on.days < best.on.days) {
			best = one;
			best.keys = (struct texts){ 0 };
			texts_add(
			    &best.keys, ev->arena, evidence_key(ev, "fixes", fix->index, "distributed_on"));
			texts_add(
			    &best.keys, ev->arena, evidence_key(ev, "fixes", fix->index, "validated_on"));
			texts_add(
			    &best.keys, ev->arena, evidence_key(ev, "fixes", fix->index, "residual_risk"));
			if (date_is_known(fix->residual_on))
				texts_add(&best.keys, ev->arena,
				    evidence_key(ev, "fixes", fix->index, "residual_on"));
		}
	}
	if (best.keys.count == 0)
		texts_add(&best.keys, ev->arena, STR("fixes"));
	if (best.is != YES)
		best.detail = unfixed(ev, limit);
	return best;
}

struct date evidence_updated(const struct evidence *ev)
{
	const struct facts *f = ev->facts;
	struct date first = DATE_NONE;

	for (size_t i = 0; i < f->fix_count; i++) {
		const struct fix_fact *fix = &f->fixes[i];
		struct known one = holds(ev, fix, f->today);

		if (fix->kind == FIX_SOFTWARE && one.is == YES)
			first = date_earlier(first, one.on);
	}
	return first;
}

struct known evidence_fix_lost(const struct evidence *ev, struct date limit)
{
	const struct facts *f = ev->facts;
	struct known lost = { .is = NO, .on = DATE_NONE };

	for (size_t i = 0; i < f->fix_count; i++) {
		const struct fix_fact *fix = &f->fixes[i];

		if (!date_by(fix->adds_risk_known_on, f->today) ||
		    fix->adds_risk_known_on.days <= limit.days || complete(ev, fix, limit).is != YES)
			continue;
		lost.is = YES;
		lost.on = date_later(lost.on, fix->adds_risk_known_on);
		texts_add(&lost.keys, ev->arena, evidence_key(ev, "fixes", fix->index, "adds_risk_known_on"));
	}
	return lost;
}

struct known evidence_fix_contradicted(const struct evidence *ev, struct date limit)
{
	struct known known = { .is = NO, .on = ev->assessed_on };
	const struct facts *f = ev->facts;

	for (size_t i = 0; i < f->fix_count; i++) {
		struct known whole = complete(ev, &f->fixes[i], limit);

		if (!date_is_known(contradicted_on(ev, &f->fixes[i], &whole)))
			continue;
		known.is = YES;
		texts_add(
		    &known.keys, ev->arena, evidence_key(ev, "fixes", f->fixes[i].index, "residual_risk"));
	}
	for (size_t i = 0; known.is == YES && i < ev->uncontrolled_after->keys.count; i++)
		texts_add(&known.keys, ev->arena, ev->uncontrolled_after->keys.items[i]);
	return known;
}
