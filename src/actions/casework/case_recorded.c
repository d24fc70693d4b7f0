#include "actions/casework/case_recorded.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "actions/casework/case_days.h"
#include "actions/casework/filed_order.h"
#include "actions/casework/fix_recorded.h"
#include "actions/casework/plan_revision.h"
#include "decision/evidence.h"

struct recorded {
	const struct case_view *view;
	struct date today;
	const struct field_units *field; /* empty where no record asks for it */
	struct arena *arena;
};

static bool fill_fix(const struct recorded *r, const struct case_record *fix, json_t *facts, struct err *e)
{
	return fix_recorded(r->view, fix, r->today, r->field, facts, e);
}

static bool fill_correction(
    const struct recorded *r, const struct case_record *record, json_t *facts, struct err *e)
{
	int64_t units = 0;

	(void)record;
	(void)e;
	if (!json_is_true(json_object_get(facts, "stock_recovery")))
		return true;
	for (size_t i = 0; i < r->field->release_count; i++)
		if (r->field->releases[i].concerned && r->field->releases[i].most > 0)
			units += r->field->releases[i].most;
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
		case_day_set(facts, "first_on", first_on);
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
	const struct case_record *then = closure ? case_record_as_of(r->view, event, closure->id) : event;
	bool behind;

	if (!then || !is_the_same_event(facts, then->facts))
		json_object_set_new(facts, "entered_after_closure", json_true());
	if (!filed_before_action(r->view, event, r->arena, &behind, e))
		return false;
	if (behind)
		json_object_set_new(facts, "decided_after_report", json_true());
	return true;
}

static bool fill_extension(
    const struct recorded *r, const struct case_record *extension, json_t *facts, struct err *e)
{
	bool behind;

	if (!filed_before_extension(r->view, extension, r->arena, &behind, e))
		return false;
	if (behind)
		json_object_set_new(facts, "entered_after_report", json_true());
	return true;
}

static const struct {
	const char *kind;
	bool (*fill)(
	    const struct recorded *r, const struct case_record *record, json_t *facts, struct err *e);
} fills[] = { { "fix", fill_fix }, { "correction", fill_correction }, { "plan", fill_plan },
	{ "communication", fill_communication }, { "event", fill_event }, { "extension", fill_extension } };

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

static bool has_kind(const struct case_view *view, const char *kind)
{
	for (size_t i = 0; i < view->record_count; i++)
		if (str_eq(view->records[i].kind, str_of(kind)))
			return true;
	return false;
}

/* [{"release": "1.0", "units": 5}] */
static struct str releases_json(const struct recorded *r)
{
	struct concerned_fact *list;
	json_t *all = json_array();
	struct str out;
	size_t count;
	char *text;

	list = field_concerned(r->field, r->arena, &count);
	for (size_t i = 0; i < count; i++) {
		json_t *one = json_object();

		if (list[i].release.len)
			json_object_set_new(
			    one, "release", json_stringn(list[i].release.ptr, list[i].release.len));
		if (list[i].units >= 0)
			json_object_set_new(one, "units", json_integer(list[i].units));
		case_day_set(one, "since", list[i].since);
		json_array_append_new(all, one);
	}
	text = json_dumps(all, JSON_COMPACT);
	out = arena_copy(r->arena, str_of(text));
	free(text);
	json_decref(all);
	return out;
}

bool case_recorded_by(const struct case_view *view, const struct field_units *field, struct date today,
    const struct case_record *records, struct arena *arena, struct case_recorded *out, struct err *e)
{
	struct case_record *copies = arena_alloc(arena, view->record_count + 1, sizeof(*copies));
	const struct recorded r = { view, today, field, arena };

	for (size_t i = 0; i < view->record_count; i++) {
		copies[i] = records[i];
		if (casefile_standing(view->records, view->record_count, i) == &view->records[i] &&
		    !fill(&r, &view->records[i], &copies[i], e))
			return false;
	}
	out->records = copies;
	out->releases = has_kind(view, "distribution") ? releases_json(&r) : STR_NONE;
	return true;
}

bool case_recorded(struct db *db, const struct case_view *view, struct date today,
    const struct case_record *records, struct arena *arena, struct case_recorded *out, struct err *e)
{
	struct field_units field = { 0 };

	/* what is in the field is asked for distributions, and for what is claimed of a correction */
	if ((has_kind(view, "distribution") || has_kind(view, "correction")) &&
	    !field_units(db, view, today, arena, &field, e))
		return false;
	return case_recorded_by(view, &field, today, records, arena, out, e);
}
