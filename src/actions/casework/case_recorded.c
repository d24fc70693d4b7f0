#include "actions/casework/case_recorded.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "actions/casework/case_days.h"
#include "actions/casework/field_units.h"
#include "actions/casework/plan_revision.h"
#include "actions/casework/rollout_steps.h"
#include "decision/evidence.h"

struct recorded {
	struct db *db;
	const struct case_view *view;
	struct date today;
	struct arena *arena;
};

static void set_day(json_t *facts, const char *key, struct date day)
{
	char text[DATE_TEXT_SIZE];

	json_object_set_new(facts, key, json_string(date_write(day, text)));
}

/* That a fix passes once more takes nothing back: the earlier day that it states stays. */
static bool is_passed_again(const json_t *facts, const struct fix_validated *v)
{
	struct date stated = case_day(json_object_get(facts, "validated_on"));

	return date_is_known(v->passed_on) && !date_is_known(v->failed_on) && date_by(stated, v->passed_on);
}

static void set_validated(json_t *facts, const struct fix_validated *v)
{
	if (!v->count || is_passed_again(facts, v))
		return;
	json_object_del(facts, "validated_on");
	if (date_is_known(v->passed_on))
		set_day(facts, "validated_on", v->passed_on);
	else
		json_object_set_new(facts, "validated", json_false());
}

/* By day. */
static int by_day(const void *left, const void *right)
{
	const struct rollout_record *a = left, *b = right;

	return (a->on.days > b->on.days) - (a->on.days < b->on.days);
}

/* The day on which every release could have it, for as many units as the register knows of; where it knows of
 * none, the last on which any could. */
static struct date whole_on(const struct recorded *r, const struct field_units *field,
    const struct rollout_record *list, size_t count)
{
	struct field_reach reach = field_reach_of(field, r->arena);
	bool known = false;

	for (size_t i = 0; i < field->release_count; i++)
		known = known || (field->releases[i].concerned && field->releases[i].held > 0);
	for (size_t i = 0; i < count; i++) {
		field_reach_add(&reach, list[i].release, list[i].units > 0 ? list[i].units : 0);
		if (known && field_reach_is_whole(&reach))
			return list[i].on;
	}
	return known || !count || !field_reach_is_whole(&reach) ? DATE_NONE : list[count - 1].on;
}

/* What went out before the validation that counts, after which one had failed, counts for the first day alone
 * (a typed day as well). By day, what counts is left. */
static void keep_counting(
    const struct fix_validated *v, json_t *facts, struct rollout_record *list, size_t *count)
{
	struct rollout_record stated = { .on = case_day(json_object_get(facts, "distributed_on")) };
	size_t found = 0;

	if (date_is_known(stated.on) && stated.on.days != v->passed_on.days && !rollout_counts(v, &stated)) {
		if (!*count || stated.on.days < list[0].on.days)
			set_day(facts, "available_on", stated.on);
		json_object_del(facts, "distributed_on");
	}
	for (size_t i = 0; i < *count; i++)
		if (rollout_counts(v, &list[i]))
			list[found++] = list[i];
	*count = found;
}

/* The distributions of one fix, by day. In the arena. */
static bool read_distributions(const struct recorded *r, const struct case_record *fix,
    struct rollout_record **out, size_t *count, struct err *e)
{
	size_t all, found = 0;

	if (!rollout_records(r->view, STR("distribution"), r->today, r->arena, out, &all, e))
		return false;
	for (size_t i = 0; i < all; i++)
		if (rollout_fix(r->view, (*out)[i].fix) == fix)
			(*out)[found++] = (*out)[i];
	if (found)
		qsort(*out, found, sizeof(**out), by_day);
	*count = found;
	return true;
}

static bool set_distributed(const struct recorded *r, const struct case_record *fix,
    const struct fix_validated *v, json_t *facts, struct err *e)
{
	struct rollout_record *list;
	struct date whole, stated;
	struct field_units field;
	size_t count;

	if (!read_distributions(r, fix, &list, &count, e))
		return false;
	if (count)
		set_day(facts, "available_on", list[0].on);
	keep_counting(v, facts, list, &count);
	if (!count)
		return true;
	stated = case_day(json_object_get(facts, "distributed_on"));
	if (date_is_known(stated) && stated.days < list[0].on.days)
		set_day(facts, "available_on", stated);
	json_object_del(facts, "distributed_on"); /* the records tell when it had gone to all */
	if (!field_units(r->db, r->view, r->today, r->arena, &field, e))
		return false;
	whole = whole_on(r, &field, list, count);
	if (date_is_known(whole))
		set_day(facts, "distributed_on", whole);
	return true;
}

static bool fill_fix(const struct recorded *r, const struct case_record *fix, json_t *facts, struct err *e)
{
	struct fix_validated v;

	if (!rollout_validated(r->view, fix, r->today, &v, e))
		return false;
	set_validated(facts, &v);
	if (!json_object_get(facts, "residual_risk"))
		json_object_set_new(facts, "residual_risk", json_string("unknown"));
	return set_distributed(r, fix, &v, facts, e);
}

static bool fill_correction(
    const struct recorded *r, const struct case_record *record, json_t *facts, struct err *e)
{
	struct field_units field;
	int64_t units = 0;

	(void)record;
	if (!json_is_true(json_object_get(facts, "stock_recovery")))
		return true;
	if (!field_units(r->db, r->view, r->today, r->arena, &field, e))
		return false;
	for (size_t i = 0; i < field.release_count; i++)
		if (field.releases[i].concerned && field.releases[i].most > 0)
			units += field.releases[i].most;
	if (units > json_integer_value(json_object_get(facts, "units_released")))
		json_object_set_new(facts, "units_released", json_integer(units));
	return true;
}

/* A plan that states no reason for its timeline has none on record; one that is revised was made before. */
static bool fill_plan(
    const struct recorded *r, const struct case_record *record, json_t *facts, struct err *e)
{
	struct date first_on = plan_first_on(r->view->records, r->view->record_count);

	(void)record;
	(void)e;
	if (date_is_known(first_on) && first_on.days < case_day(json_object_get(facts, "on")).days)
		set_day(facts, "first_on", first_on);
	if (!json_object_get(facts, "timeline_rationale"))
		json_object_set_new(facts, "timeline_rationale", json_string(""));
	return true;
}

/* What a communication to customers does not say it told, it did not tell as far as anybody knows: asked for
 * until day 30 is over, and an answer then. */
static bool fill_communication(
    const struct recorded *r, const struct case_record *record, json_t *facts, struct err *e)
{
	static const char *const points[] = { "describes_impact", "states_efforts",
		"states_fix_or_strategy" };

	(void)r;
	(void)record;
	(void)e;
	for (size_t i = 0; i < COUNT(points); i++)
		if (!json_object_get(facts, points[i]))
			json_object_set_new(facts, points[i], json_false());
	if (!json_object_get(facts, "compensating_controls"))
		json_object_set_new(facts, "compensating_controls", json_string("omitted"));
	return true;
}

/* What standing record r was when record before was entered, or NULL. */
static const struct case_record *as_of(
    const struct case_view *view, const struct case_record *r, int64_t before)
{
	for (size_t i = view->record_count; i-- > 0 && r->id > before;)
		if (view->records[i].id == r->replaces)
			r = &view->records[i];
	return r->id < before ? r : NULL;
}

/* Is it as bad, as much the device's, and known as early as it was? */
static bool is_the_same_event(const json_t *facts, struct str old_text)
{
	static const char *const keys[] = { "kind", "associated", "known_on" };
	json_t *old = json_loadb(old_text.ptr, old_text.len, 0, NULL);
	bool same = true;

	for (size_t i = 0; i < COUNT(keys); i++) {
		const json_t *a = json_object_get(facts, keys[i]), *b = json_object_get(old, keys[i]);

		same = same && (a == b || json_equal(a, b));
	}
	json_decref(old);
	return same;
}

static bool fill_event(
    const struct recorded *r, const struct case_record *event, json_t *facts, struct err *e)
{
	const struct case_record *closure = casefile_last_closure(r->view->records, r->view->record_count);
	const struct case_record *then = closure ? as_of(r->view, event, closure->id) : event;

	(void)e;
	if (!then || !is_the_same_event(facts, then->facts))
		json_object_set_new(facts, "entered_after_closure", json_true());
	return true;
}

static const struct {
	const char *kind;
	bool (*fill)(
	    const struct recorded *r, const struct case_record *record, json_t *facts, struct err *e);
} fills[] = { { "fix", fill_fix }, { "correction", fill_correction }, { "plan", fill_plan },
	{ "communication", fill_communication }, { "event", fill_event } };

/* original: the record as it stands in the file; *to its copy. */
static bool fill(
    const struct recorded *r, const struct case_record *original, struct case_record *to, struct err *e)
{
	json_t *facts = NULL;
	char *text = NULL;
	bool good = true;

	for (size_t i = 0; i < COUNT(fills); i++) {
		if (!str_eq(original->kind, str_of(fills[i].kind)))
			continue;
		facts = json_loadb(to->facts.ptr, to->facts.len, 0, NULL);
		good = facts ? fills[i].fill(r, original, facts, e)
			     : err_fail(e, ERR_STORE, "record %lld of the casefile is damaged",
				   (long long)original->id);
		if (good)
			text = json_dumps(facts, JSON_COMPACT);
		json_decref(facts);
	}
	if (text)
		to->facts = arena_copy(r->arena, str_of(text));
	free(text);
	return good;
}

bool case_recorded(struct db *db, const struct case_view *view, struct date today,
    const struct case_record *records, struct arena *arena, struct case_record **out, struct err *e)
{
	const struct recorded r = { db, view, today, arena };
	struct case_record *copies = arena_alloc(arena, view->record_count + 1, sizeof(*copies));

	for (size_t i = 0; i < view->record_count; i++) {
		copies[i] = records[i];
		if (casefile_standing(view->records, view->record_count, i) == &view->records[i] &&
		    !fill(&r, &view->records[i], &copies[i], e))
			return false;
	}
	*out = copies;
	return true;
}
