/*
 * What may be recorded of the way to the field.
 */
#include "actions/casework/field_units.h"
#include "actions/casework/rollout.h"
#include "actions/casework/rollout_steps.h"
#include "decision/evidence.h"

/* The fix's own word: its day of validation, where no record tells of one. */
static bool says_validated(const struct case_record *fix, struct date on)
{
	struct report_fields fields = { 0 };
	SCOPED_ARENA arena = { 0 };
	struct err unread = { 0 };
	struct date day;
	struct str text;

	if (!report_fields_read(fix->facts, &arena, &fields, &unread))
		return false;
	text = report_fields_text(&fields, STR("validated_on"));
	return text.len >= 10 && date_parse(str_first(text, 10), &day, &unread) && date_by(day, on);
}

static bool check_validated(const struct case_view *view, const struct rollout_record *s, struct err *e)
{
	const struct case_record *fix = rollout_fix(view, s->fix);
	char day[DATE_TEXT_SIZE];
	struct fix_validated v;

	if (!rollout_validated(view, fix, s->on, &v, e))
		return false;
	if (v.count ? date_is_known(v.passed_on) : says_validated(fix, s->on))
		return true;
	return err_fail(e, ERR_CONFLICT,
	    "a fix is distributed after it has been validated: fix %lld has no validation that passed "
	    "by %s (21 CFR 11.10(f))",
	    (long long)s->fix, date_write(s->on, day));
}

/* More units than there are in the field cannot get it; what stands in for a record counts in its place. */
static bool check_units(struct db *db, const struct case_view *view, const struct rollout_record *s,
    const struct case_record *r, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct rollout_record *list;
	int64_t before = 0;
	struct field_units field;
	size_t count;

	if (!field_units(db, view, view->facts.today, &field, e) ||
	    !rollout_records(view, STR("distribution"), view->facts.today, &arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (list[i].record != r->replaces && list[i].units > 0 && str_eq(list[i].release, s->release))
			before += list[i].units;
	if (s->known_units > s->units)
		return err_fail(e, ERR_INPUT, "%lld units are known of %lld that are to get it",
			   (long long)s->known_units, (long long)s->units) ||
		       err_field(e, "known-units");
	return field.most < 0 || s->units <= field.most - before ||
	       err_fail(e, ERR_CONFLICT,
		   "the register knows of %lld units in the field, %lld are to get release \"" STR_FMT
		   "\" already: %lld more are too many",
		   (long long)field.most, (long long)before, STR_ARG(s->release), (long long)s->units) ||
	       err_field(e, "units");
}

static bool check_distribution(struct db *db, const struct case_view *view, const struct rollout_record *s,
    const struct case_record *r, struct err *e)
{
	return check_validated(view, s, e) && check_units(db, view, s, r, e);
}

static bool check_installation(
    const struct case_view *view, const struct rollout_record *s, const struct case_record *r, struct err *e)
{
	struct metric_rollout *list, *to = NULL;
	SCOPED_ARENA arena = { 0 };
	int64_t done = 0;
	size_t count;

	if (!rollouts_of(view, s->on, &arena, &list, &count, e))
		return false;
	for (size_t i = 0; !to && i < count; i++)
		if (str_eq(list[i].release, s->release))
			to = &list[i];
	if (!to)
		return err_fail(e, ERR_CONFLICT,
		    "nothing was distributed in release \"" STR_FMT "\" by that day (case distribute)",
		    STR_ARG(s->release));
	for (size_t i = 0; i < to->rollout.step_count; i++)
		done += to->rollout.steps[i].units;
	return r->replaces || done + s->units <= to->rollout.installed ||
	       err_fail(e, ERR_CONFLICT,
		   "%lld units of release \"" STR_FMT
		   "\" are to get the fix, %lld have it: %lld more are too many",
		   (long long)to->rollout.installed, STR_ARG(s->release), (long long)done,
		   (long long)s->units);
}

/* What every record of the way to the field states. */
static bool check_stated(
    const struct case_view *view, const struct rollout_record *s, bool of_fix, struct err *e)
{
	char day[DATE_TEXT_SIZE], today[DATE_TEXT_SIZE];

	if (!date_is_known(s->on))
		return err_fail(e, ERR_INPUT, "the day is missing") || err_field(e, "on");
	if (s->on.days > view->facts.today.days)
		return err_fail(e, ERR_INPUT, "on %s is after today, %s", date_write(s->on, day),
		    date_write(view->facts.today, today));
	return !of_fix || rollout_fix(view, s->fix) ||
	       err_fail(
		   e, ERR_INPUT, "casefile %lld has no fix with this number", (long long)view->casefile.id) ||
	       err_field(e, "fix");
}

bool rollout_check(struct db *db, const struct case_view *view, const struct case_record *r, struct err *e)
{
	bool validation = str_eq(r->kind, STR("validation"));
	bool distribution = str_eq(r->kind, STR("distribution"));
	bool installation = str_eq(r->kind, STR("installation"));
	bool response = str_eq(r->kind, STR("response"));
	bool check = str_eq(r->kind, STR("effectiveness_check")) || response;
	SCOPED_ARENA arena = { 0 };
	struct rollout_record s;

	if (!validation && !distribution && !installation && !check)
		return true;
	if (!rollout_record_read(r, &arena, &s, e) || !check_stated(view, &s, validation || distribution, e))
		return false;
	if (response && !s.consignee.len)
		return err_fail(e, ERR_INPUT, "the consignee is missing") || err_field(e, "consignee");
	if (validation || check)
		return s.result.len > 0 || err_fail(e, ERR_INPUT, "the result is missing") ||
		       err_field(e, "result");
	if (!s.release.len || s.units < 0)
		return err_fail(e, ERR_INPUT, "the release and the number of units are needed") ||
		       err_field(e, "release");
	return distribution ? check_distribution(db, view, &s, r, e) : check_installation(view, &s, r, e);
}
