#include "decision/evidence_fixes.h"

/* The answer of both together. */
static enum answer both(enum answer a, enum answer b)
{
	return a == NO || b == NO ? NO : a == YES && b == YES ? YES : UNKNOWN;
}

static enum answer leaves_uncontrolled(const struct policy *p, const struct assessment_fact *a)
{
	enum cell cell;

	if (a->severity_after == SEVERITY_NO_HARM)
		return NO;
	if (!a->severity_after || !a->exploitability_after)
		return UNKNOWN;
	cell = policy_cell(p, a->exploitability_after, a->severity_after);
	return answer_of(cell == CELL_U || cell == CELL_U_BORDERLINE);
}

/* An assessment that says nothing of what the controls leave takes back none that does. */
static void look_at_assessments(struct fixes_asked *q)
{
	const struct facts *f = q->ev->facts;

	for (size_t i = 0; i < f->assessment_count; i++) {
		const struct assessment_fact *a = &f->assessments[i];
		enum answer is = leaves_uncontrolled(q->ev->policy, a);

		if (!date_by(a->on, q->by))
			continue;
		q->silent = is == UNKNOWN ? a : NULL;
		if (is == UNKNOWN)
			continue;
		if (is != q->left.uncontrolled)
			q->left.since = a->on;
		q->left.uncontrolled = is;
		q->left.on = a->on;
	}
}

/* What nobody has said is an open question until the limit is over, and then an answer: as far as anybody
 * knew by then the risk was not controlled for the long term. */
static enum answer unsaid(const struct fixes_asked *q)
{
	return q->ev->facts->today.days > q->limit.days ? NO : UNKNOWN;
}

/* Found so by the limit, and not taken back: the last assessment is asked whether it still is. */
static bool was_controlled(const struct fixes_asked *q)
{
	return q->left.uncontrolled == NO && date_by(q->left.since, q->limit);
}

/* A control of that day is for the long term since an assessment finds the risk controlled with it; the last
 * one has to say so. */
static struct known controlled_since(const struct fixes_asked *q, struct date on)
{
	static const char *const asked[] = { "exploitability_after", "severity_after" };
	struct known known = { .is = UNKNOWN, .on = DATE_NONE };

	for (size_t i = 0; q->silent && i < COUNT(asked); i++)
		texts_add(&known.keys, q->ev->arena,
		    evidence_key(q->ev, "assessments", q->silent->index, asked[i]));
	if (q->silent) {
		known.is = was_controlled(q) ? UNKNOWN : unsaid(q);
		return known;
	}
	if (q->left.uncontrolled == UNKNOWN) {
		known.is = q->ev->facts->assessments_given ? unsaid(q) : UNKNOWN;
		known.keys = q->ev->uncontrolled_after->keys;
		return known;
	}
	known.is = answer_of(q->left.uncontrolled == NO);
	known.on = date_later(on, q->left.since);
	return known;
}

/* Is there a compensating control for the long term that adds no risk, and does the assessment find the risk
 * controlled with it? A15. */
static struct known long_term_control(const struct fixes_asked *q)
{
	const struct facts *f = q->ev->facts;
	struct known known = { .is = f->controls_given ? NO : UNKNOWN, .on = DATE_NONE };

	if (!f->controls_given)
		texts_add(&known.keys, q->ev->arena, STR("controls"));
	for (size_t i = 0; i < f->control_count; i++) {
		const struct control_fact *c = &f->controls[i];

		if (!date_not_after(c->identified_on, q->by) || date_by(c->withdrawn_on, q->by) ||
		    c->adds_risk == YES || c->long_term == NO)
			continue;
		if (c->long_term == YES)
			return controlled_since(q, c->identified_on);
		known.is = unsaid(q);
		texts_add(&known.keys, q->ev->arena, evidence_key(q->ev, "controls", c->index, "long_term"));
	}
	return known;
}

struct fixes_asked fixes_asked(const struct evidence *ev, struct date limit, struct date by)
{
	struct fixes_asked q = {
		.ev = ev, .limit = limit, .by = by, .left = { UNKNOWN, DATE_NONE, DATE_NONE }
	};

	look_at_assessments(&q);
	q.control = long_term_control(&q);
	return q;
}

bool fix_leaves_the_flaw(const struct fix_fact *fix)
{
	return fix->kind == FIX_COMPENSATING_CONTROL || fix->kind == FIX_WORKAROUND;
}

struct known fix_kind_counts(const struct fixes_asked *q, const struct fix_fact *fix)
{
	struct known known = { .is = YES, .on = DATE_NONE };

	if (fix->kind == FIX_UNKNOWN) {
		known.is = UNKNOWN;
		texts_add(&known.keys, q->ev->arena, evidence_key(q->ev, "fixes", fix->index, "kind"));
	}
	if (fix_leaves_the_flaw(fix) && !q->ev->policy->long_term_control_counts)
		known.is = NO;
	else if (fix_leaves_the_flaw(fix))
		known = q->control;
	return known;
}

/* --- versions --- */

/* Where it is not known which releases are concerned, only what went to all says how far it went. */
static bool distributions_tell(const struct facts *f, const struct fix_fact *fix)
{
	bool all = true;

	for (size_t i = 0; i < fix->distribution_count; i++)
		all = all && fix->distributions[i].release.len == 0;
	return fix->distribution_count > 0 && (all || f->concerned_given);
}

size_t fix_versions_of(const struct fixes_asked *q, const struct fix_fact *fix, struct fix_version *out)
{
	size_t count = 0;

	if (!distributions_tell(q->ev->facts, fix)) {
		if (!date_by(fix->distributed_on, q->by))
			return 0;
		out[0] = (struct fix_version){ .fix = fix,
			.on = fix->distributed_on,
			.validated_on = fix->validated == NO ? DATE_NONE : fix->validated_on,
			.failed_on = DATE_NONE,
			.release = STR_NONE,
			.units = FACT_NO_NUMBER };
		return 1;
	}
	for (size_t i = 0; i < fix->distribution_count; i++) {
		const struct distribution_fact *d = &fix->distributions[i];
		bool own = date_is_known(d->validated_on) || fix->validated == NO;

		if (date_by(d->on, q->by))
			out[count++] =
			    (struct fix_version){ fix, d->on, own ? d->validated_on : fix->validated_on,
				    d->failed_on, d->release, d->units };
	}
	return count;
}

struct fix_version *fix_versions(const struct fixes_asked *q, size_t *count)
{
	const struct facts *f = q->ev->facts;
	struct fix_version *out;
	size_t room = 0, found = 0;

	for (size_t i = 0; i < f->fix_count; i++)
		room += f->fixes[i].distribution_count + 1;
	out = arena_alloc(q->ev->arena, room, sizeof(*out));
	for (size_t i = 0; i < f->fix_count; i++)
		found += fix_versions_of(q, &f->fixes[i], &out[found]);
	*count = found;
	return out;
}

/* Is the risk that is left acceptable, and was it judged so by then? That nobody has judged it is unsaid. */
static enum answer residual(const struct fixes_asked *q, const struct fix_fact *fix)
{
	switch (fix->residual_risk) {
	case RESIDUAL_ACCEPTABLE:
		return answer_of(date_not_after(fix->residual_on, q->by));
	case RESIDUAL_UNACCEPTABLE:
		return NO;
	case RESIDUAL_UNJUDGED:
		return unsaid(q);
	case RESIDUAL_UNKNOWN:
		break;
	}
	return UNKNOWN;
}

static enum answer validated(const struct fixes_asked *q, const struct fix_version *v)
{
	if (date_by(v->failed_on, q->by))
		return NO;
	if (date_is_known(v->validated_on))
		return answer_of(date_by(v->validated_on, q->by));
	return v->fix->validated == NO ? NO : UNKNOWN;
}

/* Whatever an assessment has found since. */
static struct known counts_by_itself(const struct fixes_asked *q, const struct fix_version *v)
{
	struct known known = { .is = NO, .on = DATE_NONE }, kind = fix_kind_counts(q, v->fix);
	enum answer passed = validated(q, v), left = residual(q, v->fix);
	int64_t index = v->fix->index;

	if (date_by(v->fix->adds_risk_known_on, q->by))
		return known;
	known.is = both(kind.is, both(passed, left));
	if (known.is != NO)
		known.on =
		    date_later(date_later(kind.on, v->fix->residual_on), date_later(v->validated_on, v->on));
	if (known.is != UNKNOWN)
		return known;
	if (kind.is == UNKNOWN)
		known.keys = kind.keys;
	if (passed == UNKNOWN)
		texts_add(&known.keys, q->ev->arena, evidence_key(q->ev, "fixes", index, "validated_on"));
	if (left == UNKNOWN)
		texts_add(&known.keys, q->ev->arena, evidence_key(q->ev, "fixes", index, "residual_risk"));
	return known;
}

bool fix_version_is_contradicted(const struct fixes_asked *q, const struct fix_version *v)
{
	struct date out = date_later(v->validated_on, v->on);

	return q->left.uncontrolled == YES && q->left.on.days >= out.days && counts_by_itself(q, v).is == YES;
}

struct known fix_version_counts(const struct fixes_asked *q, const struct fix_version *v)
{
	return fix_version_is_contradicted(q, v) ? (struct known){ .is = NO, .on = DATE_NONE }
						 : counts_by_itself(q, v);
}
