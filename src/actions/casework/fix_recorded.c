#include "actions/casework/fix_recorded.h"

#include <stdlib.h>

#include "actions/casework/case_days.h"
#include "actions/casework/rollout_steps.h"
#include "decision/evidence.h"
#include "decision/fix_reach.h"

struct recorded {
	const struct case_view *view;
	const struct case_record *fix;
	struct date today;
	const struct field_units *field;
	struct fix_validated validated;
	struct date stated; /* validated on, as the fix itself says */
	struct arena *arena;
};

/* A day that was stated before there were validations on record stands where all of these passed, behind it:
 * one that passes again contradicts nothing. */
static bool stands(const struct recorded *r)
{
	const struct fix_validated *v = &r->validated;

	return date_is_known(v->passed_on) && !date_is_known(v->failed_on) &&
	       date_by(r->stated, v->passed_on);
}

static void set_validated(const struct recorded *r, json_t *facts)
{
	if (!r->validated.count || stands(r))
		return;
	json_object_del(facts, "validated_on");
	if (date_is_known(r->validated.passed_on))
		case_day_set(facts, "validated_on", r->validated.passed_on);
	else
		json_object_set_new(facts, "validated", json_false());
}

/* By day. */
static int by_day(const void *left, const void *right)
{
	const struct rollout_record *a = left, *b = right;

	return (a->on.days > b->on.days) - (a->on.days < b->on.days);
}

/* The day on which every release concerned could have it on as many units as are held of it. */
static struct date whole_on(const struct recorded *r, const struct rollout_record *list, size_t count)
{
	struct reach_step *steps = arena_alloc(r->arena, count, sizeof(*steps));
	struct concerned_fact *concerned;
	size_t concerned_count;

	concerned = field_concerned(r->field, r->arena, &concerned_count);
	concerned = reach_concerned(concerned, concerned_count, r->today, r->arena, &concerned_count);
	for (size_t i = 0; i < count; i++)
		steps[i] = (struct reach_step){ list[i].on, 0, list[i].release, list[i].units };
	return fix_reach(concerned, concerned_count, steps, count, r->arena).whole_on;
}

/* What went out before the validation that counts, after which one had failed, counts for the first day alone
 * (a typed day as well). By day, what counts is left. */
static void keep_counting(const struct recorded *r, json_t *facts, struct rollout_record *list, size_t *count)
{
	struct rollout_record stated = { .on = case_day(json_object_get(facts, "distributed_on")) };
	const struct fix_validated *v = &r->validated;
	size_t found = 0;

	if (date_is_known(stated.on) && stated.on.days != v->passed_on.days && !rollout_counts(v, &stated)) {
		if (!*count || stated.on.days < list[0].on.days)
			case_day_set(facts, "available_on", stated.on);
		json_object_del(facts, "distributed_on");
	}
	for (size_t i = 0; i < *count; i++)
		if (rollout_counts(v, &list[i]))
			list[found++] = list[i];
	*count = found;
}

/* The distributions of the fix, by day. In the arena. */
static bool read_distributions(
    const struct recorded *r, struct rollout_record **out, size_t *count, struct err *e)
{
	size_t all, found = 0;

	if (!rollout_records(r->view, STR("distribution"), r->today, r->arena, out, &all, e))
		return false;
	for (size_t i = 0; i < all; i++)
		if (rollout_fix(r->view, (*out)[i].fix) == r->fix)
			(*out)[found++] = (*out)[i];
	if (found)
		qsort(*out, found, sizeof(**out), by_day);
	*count = found;
	return true;
}

/* Since when the version that went out had passed, and from when it did not pass any more. */
static bool add_version(const struct recorded *r, const struct rollout_record *d, json_t *to, struct err *e)
{
	struct date failed_on = DATE_NONE;
	struct fix_validated then;

	if (!rollout_validated(r->view, r->fix, d->on, &then, e) ||
	    !rollout_failed_behind(r->view, r->fix, d, r->today, &failed_on, e))
		return false;
	if (!date_is_known(then.failed_on) && date_by(r->stated, d->on))
		case_day_set(
		    to, "validated_on", then.count ? date_earlier(r->stated, then.passed_on) : r->stated);
	else if (date_is_known(then.passed_on))
		case_day_set(to, "validated_on", then.passed_on);
	else if (then.count) /* it went out though the last had failed */
		failed_on = d->on;
	case_day_set(to, "failed_on", failed_on);
	return true;
}

static bool add_distribution(
    const struct recorded *r, const struct rollout_record *d, json_t *list, struct err *e)
{
	json_t *one = json_object();

	json_array_append_new(list, one);
	case_day_set(one, "on", d->on);
	if (d->release.len)
		json_object_set_new(one, "release", json_stringn(d->release.ptr, d->release.len));
	if (d->units >= 0)
		json_object_set_new(one, "units", json_integer(d->units));
	return add_version(r, d, one, e);
}

/* A day that was typed went to all; it is told of likewise once a validation failed, for it may have stood
 * until then. */
static bool set_distributions(
    const struct recorded *r, const struct rollout_record *list, size_t count, json_t *facts, struct err *e)
{
	struct rollout_record typed = { .on = case_day(json_object_get(facts, "distributed_on")),
		.units = -1 };
	json_t *out = json_array();
	bool good = true;

	if (!count && date_by(typed.on, r->today) && date_is_known(r->validated.failed_on))
		good = add_distribution(r, &typed, out, e);
	for (size_t i = 0; good && i < count; i++)
		good = add_distribution(r, &list[i], out, e);
	if (good && json_array_size(out))
		json_object_set(facts, "distributions", out);
	json_decref(out);
	return good;
}

static bool set_distributed(const struct recorded *r, json_t *facts, struct err *e)
{
	struct rollout_record *list;
	struct date stated;
	size_t count;

	if (!read_distributions(r, &list, &count, e) || !set_distributions(r, list, count, facts, e))
		return false;
	if (count)
		case_day_set(facts, "available_on", list[0].on);
	keep_counting(r, facts, list, &count);
	if (!count)
		return true;
	stated = case_day(json_object_get(facts, "distributed_on"));
	if (date_is_known(stated) && stated.days < list[0].on.days)
		case_day_set(facts, "available_on", stated);
	json_object_del(facts, "distributed_on"); /* the records tell when it had gone to all */
	case_day_set(facts, "distributed_on", whole_on(r, list, count));
	return true;
}

bool fix_recorded(const struct case_view *view, const struct case_record *fix, struct date today,
    const struct field_units *field, json_t *facts, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct recorded r = { .view = view,
		.fix = fix,
		.today = today,
		.field = field,
		.stated = case_day(json_object_get(facts, "validated_on")),
		.arena = &arena };

	if (!rollout_validated(view, fix, today, &r.validated, e))
		return false;
	set_validated(&r, facts);
	if (!json_object_get(facts, "residual_risk"))
		json_object_set_new(facts, "residual_risk", json_string("unknown"));
	return set_distributed(&r, facts, e);
}
