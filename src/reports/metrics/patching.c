#include "reports/metrics/patching.h"

const struct definition patching_definitions[] = {
	{ "M1", "patched of those identified",
	    "100 times the findings identified in the period and patched by its end, over the findings "
	    "identified in the period. What turned out not to affect the device is not counted." },
	{ "M1b", "patched or controlled of those identified",
	    "as M1, where a validated workaround or compensating control that leaves an acceptable risk "
	    "counts "
	    "too" },
	{ "M1-flow", "patched to identified",
	    "100 times the findings patched in the period, whenever they were identified, over the findings "
	    "identified in it; may exceed 100" },
	{ "M2", "days from identified to patched",
	    "calendar days from the day the manufacturer learned of the vulnerability to the first day on "
	    "which "
	    "a validated update that leaves an acceptable risk was distributed, over the findings patched in "
	    "the "
	    "period; the same day is 0" },
	{ "M2-open", "not patched yet",
	    "findings identified by the end of the period and not patched then, with the age of the oldest "
	    "in "
	    "days; never mixed into the mean" },
	{ "M2-est", "days from identified to patched, open ones counted",
	    "the median of the estimator of Kaplan and Meier over the findings identified in the period: "
	    "after "
	    "so many days half of them are patched, where one that is open at the end of the period is known "
	    "to "
	    "have taken longer than its age; not reached while fewer than half are" },
	{ "M3", "days from available to installed everywhere",
	    "calendar days from the day an update was available to the day all units of its target had it, "
	    "over "
	    "the updates that were complete in the period. The target is the units in use; those out of use, "
	    "lost "
	    "or refused are taken out. An update that is not complete is not in the mean" },
	{ "rate", "patching capability",
	    "100 times the known units that had an update by the target day of its plan, over the known "
	    "units, "
	    "of the updates whose target day lies in the period; the target day is so many days after the "
	    "update "
	    "was available as the plan sets" },
	{ NULL, NULL, NULL },
};

static bool is_by(struct date on, struct date end)
{
	return date_is_known(on) && on.days <= end.days;
}

/* A day of patching before the day of learning is the same day: no duration is negative. */
static int64_t days_between(struct date from, struct date to)
{
	return to.days > from.days ? (int64_t)to.days - from.days : 0;
}

struct patching patching_of(
    const struct patch_finding *findings, size_t count, struct window w, struct arena *arena)
{
	struct patching p = { 0 };
	int64_t *days = arena_alloc(arena, count, sizeof(*days));
	struct survival *waits = arena_alloc(arena, count, sizeof(*waits));
	size_t durations = 0, waiting = 0;

	for (size_t i = 0; i < count; i++) {
		const struct patch_finding *f = &findings[i];
		bool patched = is_by(f->patched_on, w.to);

		if (window_has(w, f->identified_on)) {
			p.patched.whole++;
			p.patched.part += patched;
			p.dealt_with.part += patched || is_by(f->controlled_on, w.to);
			waits[waiting++] =
			    (struct survival){ days_between(f->identified_on, patched ? f->patched_on : w.to),
				    patched };
		}
		if (window_has(w, f->patched_on) && date_is_known(f->identified_on))
			days[durations++] = days_between(f->identified_on, f->patched_on);
		if (!patched && is_by(f->identified_on, w.to)) {
			int64_t age = days_between(f->identified_on, w.to);

			p.open++;
			p.oldest = age > p.oldest ? age : p.oldest;
		}
	}
	p.dealt_with.whole = p.flow.whole = p.patched.whole;
	p.duration = spread_of(days, durations);
	p.flow.part = p.duration.count;
	p.estimate = survival_median(waits, waiting);
	return p;
}

/* The days until done / target reaches percent; a target of nothing is never reached. */
static int64_t days_until(const struct rollout *r, int64_t target, int64_t percent, struct date as_of)
{
	int64_t done = 0;

	for (size_t i = 0; i < r->step_count && target > 0 && r->steps[i].on.days <= as_of.days; i++) {
		done += r->steps[i].units;
		if (100 * done >= percent * target)
			return days_between(r->available_on, r->steps[i].on);
	}
	return ADOPTION_NONE;
}

static int64_t done_by(const struct rollout *r, struct date on)
{
	int64_t done = 0;

	for (size_t i = 0; i < r->step_count && r->steps[i].on.days <= on.days; i++)
		done += r->steps[i].units;
	return done;
}

struct adoption adoption_of(const struct rollout *r, int64_t target, struct date as_of)
{
	struct adoption a = { .done = { done_by(r, as_of), target }, .known = { r->known, r->installed } };

	a.days_50 = days_until(r, target, 50, as_of);
	a.days_90 = days_until(r, target, 90, as_of);
	a.days_100 = days_until(r, target, 100, as_of);
	return a;
}

struct spread rollout_spread(
    const struct rollout *rollouts, size_t count, struct window w, int64_t *waiting, struct arena *arena)
{
	int64_t *days = arena_alloc(arena, count, sizeof(*days));
	size_t complete = 0;

	*waiting = 0;
	for (size_t i = 0; i < count; i++) {
		const struct rollout *r = &rollouts[i];
		int64_t took = adoption_of(r, r->installed, w.to).days_100;

		if (!is_by(r->available_on, w.to))
			continue;
		if (took == ADOPTION_NONE)
			++*waiting;
		else if (window_has(w, date_plus(r->available_on, (int32_t)took)))
			days[complete++] = took;
	}
	return spread_of(days, complete);
}

struct share rollout_capability(const struct rollout *rollouts, size_t count, struct window w)
{
	struct share s = { 0 };

	for (size_t i = 0; i < count; i++) {
		const struct rollout *r = &rollouts[i];
		struct date target = date_plus(r->available_on, (int32_t)r->target_days);
		int64_t done;

		if (r->target_days == ROLLOUT_UNPLANNED || !window_has(w, target))
			continue;
		done = done_by(r, target);
		s.part += done < r->known ? done : r->known;
		s.whole += r->known;
	}
	return s;
}
