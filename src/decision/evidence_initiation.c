/*
 * When a fix first went out, and what initiated the correction or removal (A4).
 */
#include "decision/evidence_fixes.h"

/* The first day on which any unit could have the fix. */
static struct date out_on(const struct fix_fact *fix, const char **member)
{
	*member = date_is_known(fix->available_on) && (!date_is_known(fix->distributed_on) ||
							  fix->available_on.days < fix->distributed_on.days)
		      ? "available_on"
		      : "distributed_on";
	return date_earlier(fix->available_on, fix->distributed_on);
}

struct known evidence_distributed_behind(const struct evidence *ev, struct date day)
{
	const struct facts *f = ev->facts;
	struct known first = { .is = NO, .on = DATE_NONE };
	const char *member, *first_member = NULL;
	int64_t index = 0;

	for (size_t i = 0; i < f->fix_count; i++) {
		struct date on = out_on(&f->fixes[i], &member);

		if (!date_by(on, f->today) || on.days <= day.days ||
		    (first.is == YES && on.days >= first.on.days))
			continue;
		first.is = YES;
		first.on = on;
		first_member = member;
		index = f->fixes[i].index;
	}
	if (first.is == YES)
		texts_add(&first.keys, ev->arena, evidence_key(ev, "fixes", index, first_member));
	return first;
}

struct known evidence_distributed(const struct evidence *ev)
{
	return evidence_distributed_behind(ev, DATE_NONE); /* before any day */
}

/* The first communication that reached anybody, or of which that is not known. */
static struct known communicated(const struct evidence *ev)
{
	const struct facts *f = ev->facts;
	struct known known = { .is = NO, .on = DATE_NONE };
	const struct communication_fact *first = NULL;

	for (size_t i = 0; i < f->communication_count; i++) {
		const struct communication_fact *c = &f->communications[i];

		if (date_by(c->on, f->today) && c->on.days >= ev->since.days &&
		    (!c->to_given || c->to != 0) && (!first || c->on.days < first->on.days))
			first = c;
	}
	if (!first)
		return known;
	known.is = YES;
	known.on = first->on;
	texts_add(&known.keys, ev->arena, evidence_key(ev, "communications", first->index, "on"));
	return known;
}

static struct known stated(const struct evidence *ev)
{
	struct date on = ev->facts->correction.initiated_on;
	struct known known = { .is = answer_of(date_by(on, ev->facts->today)), .on = DATE_NONE };

	if (known.is == YES)
		known.on = on;
	texts_add(&known.keys, ev->arena, STR("correction.initiated_on"));
	return known;
}

/* Of two of one day the first. */
static struct known earlier(struct known a, struct known b)
{
	return b.is != YES || (a.is == YES && a.on.days <= b.on.days) ? a : b;
}

/* Of clocks that restarted: does a fix from before count for day 60, or may it? Then it remedies what was
 * found uncontrolled since, and the action is under way on the day of that. */
static struct known under_way(const struct evidence *ev)
{
	struct fixes_asked q = fixes_asked(ev, ev->facts->today, ev->facts->today);
	struct known known = { .is = NO, .on = DATE_NONE };
	size_t count;
	struct fix_version *versions = fix_versions(&q, &count);

	for (size_t i = 0; i < count; i++) {
		const struct fix_version *v = &versions[i];

		if (v->on.days >= ev->since.days || fix_version_counts(&q, v).is == NO)
			continue;
		known.is = YES;
		known.on = ev->since;
		texts_add(&known.keys, ev->arena,
		    evidence_key(ev, "fixes", v->fix->index,
			date_is_known(v->fix->distributed_on) ? "distributed_on" : "distributions"));
	}
	return known;
}

static struct known distributed(const struct evidence *ev)
{
	if (!date_is_known(ev->since))
		return evidence_distributed(ev);
	return earlier(under_way(ev), evidence_distributed_behind(ev, date_plus(ev->since, -1)));
}

struct known evidence_initiated_by_deed(const struct evidence *ev)
{

	return ev->policy->initiation == INITIATION_FIX ? distributed(ev)
							: earlier(communicated(ev), distributed(ev));
}

struct known evidence_initiated(const struct evidence *ev)
{
	struct known day = stated(ev);

	if (ev->policy->initiation == INITIATION_DECISION && day.is != YES) {
		day.is = date_is_known(ev->facts->correction.initiated_on) ? NO : UNKNOWN;
		return day;
	}
	if (day.is != YES)
		return evidence_initiated_by_deed(ev);
	return earlier(day, evidence_initiated_by_deed(ev));
}

bool evidence_extended_since(const struct evidence *ev, const struct extension_fact *extension)
{
	struct date reported = ev->facts->correction.reported_on;

	return date_by(reported, ev->facts->today) &&
	       (extension->initiated_on.days > reported.days || extension->entered_after_report == YES);
}
