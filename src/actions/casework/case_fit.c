#include "actions/casework/case_fit.h"

#include <jansson.h>
#include <string.h>

#include "actions/casework/case_days.h"
#include "actions/casework/case_items.h"
#include "actions/casework/case_learned.h"
#include "actions/casework/rollout_steps.h"
#include "base/text.h"
#include "decision/evidence.h"
#include "reports/casefile_record.h"

/* --- fixes --- */

/* What the record said that this one stands in for. */
static struct date stated_before(
    const struct case_view *after, const struct case_record *fix, const char *key)
{
	const struct case_record *old = casefile_record(after->records, after->record_count, fix->replaces);
	json_t *facts = old ? json_loadb(old->facts.ptr, old->facts.len, 0, NULL) : NULL;
	struct date day = case_day(json_object_get(facts, key));

	json_decref(facts);
	return day;
}

/* The validations on record tell since when a fix is validated, or that it is not. */
static bool check_validated_on(const struct case_view *after, const struct case_record *fix,
    struct date stated, const struct fix_validated *v, struct err *e)
{
	struct date before = stated_before(after, fix, "validated_on");
	char day[DATE_TEXT_SIZE], other[DATE_TEXT_SIZE];

	if (!v->count || stated.days == v->passed_on.days)
		return true;
	if (date_is_known(v->failed_on) || !date_by(before, v->passed_on))
		before = v->passed_on;
	if (date_is_known(before) && before.days == stated.days)
		return true; /* nothing new */
	if (!date_is_known(v->passed_on))
		return err_fail(e, ERR_CONFLICT,
			   "validated_on %s: validation %lld of %s, the last of fix %lld, did not pass: a "
			   "day "
			   "does not stand against it, a validation that passed does (21 CFR 11.10(f))",
			   date_write(stated, day), (long long)v->last, date_write(v->last_on, other),
			   (long long)fix->id) ||
		       err_field(e, "validated-on");
	return err_fail(e, ERR_CONFLICT,
		   "validated_on %s: by the validations on record fix %lld is validated since %s, which "
		   "counts",
		   date_write(stated, day), (long long)fix->id, date_write(before, other)) ||
	       err_field(e, "validated-on");
}

/* Nothing is distributed before it is validated (21 CFR 11.10(f)): by the records, else by the day stated. */
static bool check_distributed_on(const struct case_view *after, const struct case_record *fix,
    struct date distributed, struct date stated, struct err *e)
{
	char a[DATE_TEXT_SIZE], b[DATE_TEXT_SIZE];
	struct fix_validated ever, by_then;

	if (!rollout_validated(after, fix, after->facts.today, &ever, e) ||
	    !rollout_validated(after, fix, distributed, &by_then, e))
		return false;
	if (ever.count)
		return date_is_known(by_then.passed_on) ||
		       (!date_is_known(ever.failed_on) && date_by(stated, distributed)) ||
		       err_fail(e, ERR_CONFLICT,
			   "a fix is distributed after it has been validated: fix %lld has no validation "
			   "that "
			   "passed by %s (21 CFR 11.10(f))",
			   (long long)fix->id, date_write(distributed, a));
	if (!date_is_known(stated))
		return err_fail(e, ERR_CONFLICT,
		    "a fix is distributed after it has been validated: validated_on is missing (21 CFR "
		    "11.10(f))");
	return distributed.days >= stated.days ||
	       err_fail(e, ERR_CONFLICT,
		   "a fix is distributed after it has been validated: distributed_on %s is before "
		   "validated_on %s",
		   date_write(distributed, a), date_write(stated, b));
}

/* Where distributions are on record, they tell when it had gone to all that are to get it. */
static bool check_recorded(
    const struct case_view *after, const struct case_record *fix, struct date stated, struct err *e)
{
	int64_t place = casefile_place(after->records, after->record_count, "fix", fix->id);
	char day[DATE_TEXT_SIZE], other[DATE_TEXT_SIZE];
	struct rollout_record *list;
	SCOPED_ARENA arena = { 0 };
	struct date known = DATE_NONE;
	bool recorded = false;
	size_t count;

	if (!rollout_records(after, STR("distribution"), after->facts.today, &arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		recorded = recorded || rollout_fix(after, list[i].fix) == fix;
	for (size_t i = 0; i < after->facts.fix_count; i++)
		if (after->facts.fixes[i].index == place)
			known = after->facts.fixes[i].distributed_on;
	if (!recorded || (date_is_known(known) && known.days == stated.days))
		return true;
	if (date_is_known(known))
		return err_fail(e, ERR_CONFLICT,
			   "distributed_on %s: by the distributions on record it had gone to all units on "
			   "%s, "
			   "which counts",
			   date_write(stated, day), date_write(known, other)) ||
		       err_field(e, "distributed-on");
	return err_fail(e, ERR_CONFLICT,
		   "distributed_on %s: by the distributions on record it has gone to some of the units only; "
		   "the "
		   "others are recorded likewise",
		   date_write(stated, day)) ||
	       err_field(e, "distributed-on");
}

static bool is_acceptable(const struct case_record *fix)
{
	json_t *facts = json_loadb(fix->facts.ptr, fix->facts.len, 0, NULL);
	const char *risk = json_string_value(json_object_get(facts, "residual_risk"));
	bool acceptable = risk && strcmp(risk, "acceptable") == 0;

	json_decref(facts);
	return acceptable;
}

/* A risk that was something else before is acceptable since a day, which may lie behind day 60. */
static bool check_residual(
    const struct case_view *after, const struct case_record *fix, const json_t *stated, struct err *e)
{
	const struct case_record *old = casefile_record(after->records, after->record_count, fix->replaces);

	return !old || !is_acceptable(fix) || is_acceptable(old) || json_object_get(stated, "residual_on") ||
	       err_fail(e, ERR_CONFLICT,
		   "the risk that fix %lld leaves was not judged acceptable before: since which day is it "
		   "(residual_on)",
		   (long long)old->id) ||
	       err_field(e, "residual-on");
}

static bool check_fix(
    const struct case_view *after, const struct case_record *fix, const json_t *stated, struct err *e)
{
	json_t *whole = json_loadb(fix->facts.ptr, fix->facts.len, 0, NULL);
	struct date validated = case_day(json_object_get(whole, "validated_on"));
	struct date distributed = case_day(json_object_get(whole, "distributed_on"));
	struct date says_validated = case_day(json_object_get(stated, "validated_on"));
	struct fix_validated v;

	json_decref(whole);
	if (!check_residual(after, fix, stated, e))
		return false;
	if (!rollout_validated(after, fix, after->facts.today, &v, e))
		return false;
	if (date_is_known(says_validated) && !check_validated_on(after, fix, says_validated, &v, e))
		return false;
	if (json_object_get(stated, "distributed_on") && !check_recorded(after, fix, distributed, e))
		return false;
	if (!date_is_known(distributed) ||
	    (!date_is_known(says_validated) && !json_object_get(stated, "distributed_on")))
		return true;
	return check_distributed_on(after, fix, distributed, validated, e);
}

/* --- corrections --- */

/* What the rules warn of where it was stated earlier is refused where it is stated now. */
static const struct {
	const char *key, *option, *warning;
} warned[] = {
	{ "initiated_on", "initiated-on", "initiation_stated_later" },
	{ "stock_recovery", "stock-recovery", "stock_recovery_refused" },
	{ "reported_under_803", "reported-under-803", "mdr_not_on_file" },
	{ "rely_on_803", "rely-on-803", "mdr_not_on_file" },
};

static const struct warning *find_warning(const struct determination *d, const char *id)
{
	for (size_t i = 0; i < d->warning_count; i++)
		if (strcmp(d->warnings[i].id, id) == 0)
			return &d->warnings[i];
	return NULL;
}

/* What the sentence does not say itself. */
static void more_of(const struct case_view *after, const char *key, char *out, size_t size)
{
	char day[DATE_TEXT_SIZE];

	if (strcmp(key, "initiated_on") == 0)
		snprintf(out, size, ", %s", date_write(after->determination.initiated_on, day));
	else if (strcmp(key, "stock_recovery") == 0 && after->facts.correction.units_released > 0)
		snprintf(out, size, ", %lld units (21 CFR 806.2(m))",
		    (long long)after->facts.correction.units_released);
	else if (strcmp(key, "stock_recovery") == 0)
		snprintf(out, size, " (21 CFR 806.2(m))");
	else
		snprintf(out, size, " (21 CFR 806.10(f))");
}

static bool check_correction(const struct case_view *after, const json_t *stated, struct err *e)
{
	char more[64];

	for (size_t i = 0; i < COUNT(warned); i++) {
		const json_t *value = json_object_get(stated, warned[i].key);
		const struct warning *w = find_warning(&after->determination, warned[i].warning);

		if (!w || !(json_is_string(value) || json_is_true(value)))
			continue;
		more_of(after, warned[i].key, more, sizeof(more));
		return err_fail(e, ERR_CONFLICT, "%s: %c%.*s%s", warned[i].key, char_lower(w->says.ptr[0]),
			   (int)w->says.len - 2, w->says.ptr + 1, more) ||
		       err_field(e, warned[i].option);
	}
	return true;
}

/* --- the order of the days of what is reported under part 806 --- */

/* A day cannot lie before the one that what it tells of began on. */
static bool check_not_before(
    const char *key, const char *option, struct date day, const char *what, struct date first, struct err *e)
{
	char a[DATE_TEXT_SIZE], b[DATE_TEXT_SIZE];

	return !date_is_known(day) || !date_is_known(first) || day.days >= first.days ||
	       err_fail(e, ERR_CONFLICT, "%s %s is before %s, %s", key, date_write(day, a), what,
		   date_write(first, b)) ||
	       err_field(e, option);
}

/* An amendment amends a report that FDA has (21 CFR 806.10(d)). */
static bool check_amended(
    const struct correction_facts *c, struct date amended, const char *option, struct err *e)
{
	char day[DATE_TEXT_SIZE];

	if (date_is_known(amended) && !date_is_known(c->reported_on))
		return err_fail(e, ERR_CONFLICT,
			   "amended_on %s: no day is stated on which FDA was given the report: until then an "
			   "extension belongs into the report itself (21 CFR 806.10(d))",
			   date_write(amended, day)) ||
		       err_field(e, option);
	return check_not_before("amended_on", option, amended, "FDA was given the report", c->reported_on, e);
}

static bool check_reported(const struct case_view *after, const json_t *stated, struct err *e)
{
	bool asked = json_object_get(stated, "reported_on") || json_object_get(stated, "initiated_on");
	const struct correction_facts *c = &after->facts.correction;

	if (asked && !check_not_before("reported_on", "reported-on", c->reported_on,
			 "the action was initiated", after->determination.initiated_on, e))
		return false;
	for (size_t i = 0; i < c->extension_count && json_object_get(stated, "reported_on"); i++)
		if (!check_amended(c, c->extensions[i].amended_on, "reported-on", e))
			return false;
	return true;
}

static bool check_extension(
    const struct case_view *after, const struct case_record *r, const json_t *stated, struct err *e)
{
	int64_t place = casefile_place(after->records, after->record_count, "extension", r->id);
	const struct correction_facts *c = &after->facts.correction;

	for (size_t i = 0; i < c->extension_count; i++) {
		const struct extension_fact *x = &c->extensions[i];

		if (x->index != place)
			continue;
		if (json_object_get(stated, "initiated_on") &&
		    !check_not_before("initiated_on", "initiated-on", x->initiated_on,
			"the action itself was initiated", after->determination.initiated_on, e))
			return false;
		if (!check_not_before("amended_on", "amended-on", x->amended_on,
			"the extension was initiated", x->initiated_on, e))
			return false;
		return !json_object_get(stated, "amended_on") ||
		       check_amended(c, x->amended_on, "amended-on", e);
	}
	return true;
}

/* Half a statement would stand in the report as a point without a word. */
static bool check_point(const struct case_record *r, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct report_fields more;

	if (!report_fields_read(r->more, &arena, &more, e))
		return err_within(e, "record %lld", (long long)r->id);
	return (report_fields_text(&more, STR("item")).len &&
		   text_says(report_fields_text(&more, STR("text")))) ||
	       err_fail(
		   e, ERR_INPUT, "a point of the periodic report is its number and what is stated of it");
}

/* A device that is not affected has no risk that could be uncontrolled: one of the two is wrong. */
static bool check_affected(const struct case_view *after, const struct case_record *r, struct err *e)
{
	int64_t place = casefile_place(after->records, after->record_count, "assessment", r->id);

	for (size_t i = 0; i < after->facts.assessment_count; i++) {
		const struct assessment_fact *a = &after->facts.assessments[i];

		if (a->index == place && a->exploitability && a->severity >= SEVERITY_NEGLIGIBLE &&
		    policy_cell(&after->policy, a->exploitability, a->severity) >= CELL_U_BORDERLINE)
			return err_fail(e, ERR_CONFLICT,
				   "casefile %lld says that the device is not affected: take that back "
				   "before its "
				   "risk is judged uncontrolled",
				   (long long)after->casefile.id) ||
			       err_field(e, "exploitability");
	}
	return true;
}

bool case_fit(const struct case_view *after, const struct case_stated *stated, struct err *e)
{
	const struct case_record *r = stated->record;
	bool fix = str_eq(r->kind, STR("fix")), correction = str_eq(r->kind, STR("correction"));
	bool extension = str_eq(r->kind, STR("extension"));
	json_t *facts;
	bool good;

	if (str_eq(r->kind, STR("periodic_item")))
		return check_point(r, e);
	if (!case_item_fit(after, r, e))
		return false;
	if (!case_learned_check(after, stated, e))
		return false;
	if (str_eq(r->kind, STR("assessment")) && after->determination.scope == SCOPE_NOT_AFFECTED)
		return check_affected(after, r, e);
	if (!fix && !correction && !extension)
		return true;
	facts = json_loadb(stated->facts.ptr, stated->facts.len, 0, NULL);
	good = true;
	if (fix)
		good = check_fix(after, r, facts, e);
	if (correction)
		good = check_correction(after, facts, e) && check_reported(after, facts, e);
	if (extension)
		good = check_extension(after, r, facts, e);
	json_decref(facts);
	return good;
}
