#include "actions/casework/rollout.h"

#include <stdlib.h>

#include "actions/casework/rollout_steps.h"
#include "decision/evidence.h"

#define FAILED STR("fail")

static int by_day(const void *left, const void *right)
{
	const struct rollout_step *a = left, *b = right;

	return (a->on.days > b->on.days) - (a->on.days < b->on.days);
}

/* Adds what was installed; units that are out of use, lost or refused leave the target. */
static void add_installations(
    struct metric_rollout *to, const struct rollout_record *steps, size_t count, struct arena *arena)
{
	struct rollout_step *done = arena_alloc(arena, count, sizeof(*done));
	size_t found = 0;

	for (size_t i = 0; i < count; i++) {
		if (!str_eq(steps[i].release, to->release) || steps[i].units < 0)
			continue;
		if (steps[i].reason.len) {
			to->rollout.installed -= steps[i].units;
		} else if (steps[i].on.days >=
			   to->rollout.available_on.days) { /* not a version that failed */
			done[found++] = (struct rollout_step){ steps[i].on, steps[i].units };
		}
	}
	if (to->rollout.installed < 0)
		to->rollout.installed = 0;
	if (to->rollout.known > to->rollout.installed) /* those of which nothing was known go first */
		to->rollout.known = to->rollout.installed;
	if (found)
		qsort(done, found, sizeof(*done), by_day);
	to->rollout.steps = done;
	to->rollout.step_count = found;
}

static struct metric_rollout *find_release(struct metric_rollout *list, size_t count, struct str release)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(list[i].release, release))
			return &list[i];
	return NULL;
}

#define MOST_TARGET_DAYS 36525 /* a century: days beyond it are as good as none */

/* So many days as the plan that stands sets, if it was made by a day: that day lies among the casefile's
 * facts. */
static bool planned_days(
    const struct case_view *view, struct date as_of, struct arena *arena, int64_t *out, struct err *e)
{
	struct rollout_record plan;

	*out = ROLLOUT_UNPLANNED;
	for (size_t i = 0; i < view->record_count && date_by(view->facts.plan.on, as_of); i++) {
		const struct case_record *r = &view->records[i];

		if (!str_eq(r->kind, STR("plan")) ||
		    casefile_standing(view->records, view->record_count, i) != r)
			continue;
		if (!rollout_record_read(r, arena, &plan, e))
			return false;
		*out = plan.target_days;
	}
	if (*out > MOST_TARGET_DAYS)
		*out = MOST_TARGET_DAYS;
	return true;
}

/* The targets of several distributions of a release are added up; it is available with the first. */
static void add_distribution(struct metric_rollout *list, size_t *count, const struct rollout_record *s)
{
	struct metric_rollout *to = find_release(list, *count, s->release);
	int64_t units = s->units > 0 ? s->units : 0;

	if (!to) {
		to = &list[(*count)++];
		to->release = s->release;
		to->rollout.available_on = s->on;
	}
	to->rollout.available_on = date_earlier(to->rollout.available_on, s->on);
	to->rollout.installed += units;
	to->rollout.known += s->known_units >= 0 ? s->known_units : units;
}

/* Leaves out what a fix was distributed in whose last validation did not pass. */
static bool keep_validated(const struct case_view *view, struct date as_of, struct rollout_record *list,
    size_t *count, struct err *e)
{
	size_t found = 0;

	for (size_t i = 0; i < *count; i++) {
		const struct case_record *fix = rollout_fix(view, list[i].fix);
		struct fix_validated v = { 0 };

		if (fix && !rollout_validated(view, fix, as_of, &v, e))
			return false;
		if (!v.count || date_is_known(v.passed_on))
			list[found++] = list[i];
	}
	*count = found;
	return true;
}

static bool read_rollouts(const struct case_view *view, struct date as_of, bool validated,
    struct arena *arena, struct metric_rollout **out, size_t *count, struct err *e)
{
	struct rollout_record *distributions, *installations;
	struct metric_rollout *list;
	size_t distributed, installed, found = 0;
	int64_t target_days;

	if (!planned_days(view, as_of, arena, &target_days, e) ||
	    !rollout_distributions(view, as_of, arena, &distributions, &distributed, e) ||
	    (validated && !keep_validated(view, as_of, distributions, &distributed, e)) ||
	    !rollout_records(view, STR("installation"), as_of, arena, &installations, &installed, e))
		return false;
	list = arena_alloc(arena, distributed, sizeof(*list));
	for (size_t i = 0; i < distributed; i++)
		add_distribution(list, &found, &distributions[i]);
	for (size_t i = 0; i < found; i++) {
		list[i].casefile = view->casefile.id;
		list[i].rollout.target_days = target_days;
		add_installations(&list[i], installations, installed, arena);
	}
	*out = list;
	*count = found;
	return true;
}

bool rollouts_of(const struct case_view *view, struct date as_of, struct arena *arena,
    struct metric_rollout **out, size_t *count, struct err *e)
{
	return read_rollouts(view, as_of, false, arena, out, count, e);
}

bool rollouts_validated(const struct case_view *view, struct date as_of, struct arena *arena,
    struct metric_rollout **out, size_t *count, struct err *e)
{
	return read_rollouts(view, as_of, true, arena, out, count, e);
}

bool rollout_checks(const struct case_view *view, struct window w, struct rollout_checks *out, struct err *e)
{
	struct rollout_checks c = { 0 };
	struct rollout_record *validations, *checks;
	size_t validation_count, check_count;
	SCOPED_ARENA arena = { 0 };

	if (!rollout_records(view, STR("validation"), w.to, &arena, &validations, &validation_count, e) ||
	    !rollout_records(view, STR("effectiveness_check"), w.to, &arena, &checks, &check_count, e))
		return false;
	for (size_t i = 0; i < validation_count; i++)
		c.failed_validations +=
		    window_has(w, validations[i].on) && str_eq(validations[i].result, FAILED);
	for (size_t i = 0; i < check_count; i++)
		if (window_has(w, checks[i].on)) {
			c.effective.whole++;
			c.effective.part += str_eq(checks[i].result, STR("effective"));
		}
	*out = c;
	return true;
}

/* Is there a later answer of the same consignee? Of one day the last that was recorded counts. */
static bool is_answered_again(const struct rollout_record *steps, size_t count, size_t at)
{
	for (size_t i = 0; i < count; i++)
		if (i != at && str_eq(steps[i].consignee, steps[at].consignee) &&
		    (steps[i].on.days > steps[at].on.days ||
			(steps[i].on.days == steps[at].on.days && i > at)))
			return true;
	return false;
}

bool rollout_answers(
    const struct case_view *view, struct date as_of, struct rollout_answers *out, struct err *e)
{
	struct rollout_answers a = { 0 };
	SCOPED_ARENA arena = { 0 };
	struct rollout_record *steps;
	size_t count;

	if (!rollout_records(view, STR("response"), as_of, &arena, &steps, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (is_answered_again(steps, count, i))
			continue;
		a.confirmed += str_eq(steps[i].result, STR("confirmed"));
		a.bounced += str_eq(steps[i].result, STR("bounced"));
		a.silent += str_eq(steps[i].result, STR("no_answer"));
	}
	*out = a;
	return true;
}
