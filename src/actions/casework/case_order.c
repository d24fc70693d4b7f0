#include "actions/casework/case_order.h"

#include <jansson.h>
#include <string.h>

#include "actions/casework/case_days.h"
#include "actions/casework/case_record.h"
#include "base/text.h"
#include "decision/evidence.h"

/* --- records --- */

static bool names_a_day(const char *key)
{
	size_t len = strlen(key);

	return strcmp(key, "on") == 0 || (len > 3 && strcmp(key + len - 3, "_on") == 0);
}

/* The earliest day that the facts tell of as past: the one that could make what is late look timely. When an
 * event happened could not, for nothing is due from then. What the record says that this one stands in for is
 * not entered now. */
static struct date earliest_day(json_t *facts, json_t *before, const char **key)
{
	struct date earliest = DATE_NONE, day;
	const char *name;
	json_t *value;

	json_object_foreach(facts, name, value)
	{
		day = case_day(value);
		if (!names_a_day(name) || strcmp(name, "happened_on") == 0 || !date_is_known(day) ||
		    json_equal(value, json_object_get(before, name)))
			continue;
		if (!date_is_known(earliest) || day.days < earliest.days) {
			earliest = day;
			*key = name;
		}
	}
	return earliest;
}

static bool check_entry_day(
    const struct case_view *view, json_t *facts, json_t *before, struct str why, struct err *e)
{
	const char *key = "";
	struct date day = earliest_day(facts, before, &key);

	return case_order_entry(view, key, day, why, e);
}

bool case_order_entry(
    const struct case_view *view, const char *key, struct date day, struct str why, struct err *e)
{
	char text[DATE_TEXT_SIZE];

	if (text_says(why) || !date_is_known(day) || view->facts.today.days - day.days <= CASE_ENTRY_DAYS)
		return true;
	return err_fail(e, ERR_CONFLICT,
		   "%s %s is more than %d days before today: say why it is entered so late", key,
		   date_write(day, text), CASE_ENTRY_DAYS) ||
	       err_field(e, "why");
}

/* What lies ahead has not happened: a mistyped day would make a death silent until it comes, or what is owed
 * look met. Whoever enters it may be where the next day has begun. Nor did it happen before there were
 * vulnerabilities with names. */
static bool check_past_day(const struct case_view *view, const char *name, struct date day, struct err *e)
{
	char text[DATE_TEXT_SIZE];

	if (day.days > view->facts.today.days + 1)
		return err_fail(e, ERR_INPUT, "%s %s lies ahead: what has not happened is not recorded", name,
		    date_write(day, text));
	return case_day_is_credible(name, day, e);
}

#define PROMISE_YEARS 2

/* What is promised lies ahead, today at the soonest, and not so far that nobody would wait for it. */
static bool check_promised_day(const struct case_view *view, const char *name, struct date day, struct err *e)
{
	char text[DATE_TEXT_SIZE];

	if (day.days < view->facts.today.days)
		return err_fail(
		    e, ERR_INPUT, "%s %s is past: what is promised lies ahead", name, date_write(day, text));
	return day.days <= view->facts.today.days + PROMISE_YEARS * 366 ||
	       err_fail(e, ERR_INPUT, "%s %s lies more than %d years ahead", name, date_write(day, text),
		   PROMISE_YEARS);
}

/* Of the day of learning that is asked where it is chosen. before: of the record that this one stands in for,
 * which promised what it did. */
static bool check_days(const struct case_view *view, json_t *values, const json_t *before, struct err *e)
{
	const char *name;
	struct date day;
	json_t *value;

	json_object_foreach(values, name, value)
	{
		day = case_day(value);
		if (strcmp(name, "learned_on") == 0 || !names_a_day(name) || !date_is_known(day))
			continue;
		if (strcmp(name, "submit_on") == 0 && json_equal(value, json_object_get(before, name)))
			continue;
		if (!(strcmp(name, "submit_on") == 0 ? check_promised_day : check_past_day)(
			view, name, day, e))
			return false;
	}
	return true;
}

static bool is_signed_by_anybody(const struct case_signatures *s, int64_t record)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->holds[i] && s->items[i].record == record)
			return true;
	return false;
}

/* The facts of the record that this one stands in for, or what is more than facts; NULL: of none. */
static json_t *before(const struct case_view *view, const struct case_record *r, bool more)
{
	const struct case_record *old = casefile_record(view->records, view->record_count, r->replaces);
	struct str text = !old ? STR("") : more ? old->more : old->facts;

	return old ? json_loadb(text.ptr, text.len, 0, NULL) : NULL;
}

static bool check_guarded(
    const struct case_view *view, const struct case_record *r, json_t *facts, struct str why, struct err *e)
{
	json_t *old;
	bool good;

	if (str_eq(r->kind, STR("assessment")) && json_array_size(json_object_get(facts, "approvers")) > 0)
		return err_fail(e, ERR_CONFLICT,
			   "in a store with users approvers are not written down, they sign") ||
		       err_remedy(e, REMEDY_SIGN);
	if (r->replaces && !text_says(why) && is_signed_by_anybody(&view->signatures, r->replaces))
		return err_fail(e, ERR_CONFLICT,
			   "record %lld is signed: say why another one stands in for it",
			   (long long)r->replaces) ||
		       err_field(e, "why");
	old = before(view, r, false);
	good = check_entry_day(view, facts, old, why, e);
	json_decref(old);
	return good;
}

static struct date first_out(const struct fix_fact *fix)
{
	return date_earlier(fix->available_on, fix->distributed_on);
}

/* What an assessment finds since a fix went out can take the fix back (condition 3): that it was made before
 * is not said in passing. */
static bool check_redated(const struct case_view *view, const struct case_record *r, const json_t *facts,
    struct str why, struct err *e)
{
	json_t *old = before(view, r, false);
	struct date was = case_day(json_object_get(old, "on")), is = case_day(json_object_get(facts, "on"));
	char a[DATE_TEXT_SIZE], b[DATE_TEXT_SIZE], c[DATE_TEXT_SIZE];

	json_decref(old);
	if (!str_eq(r->kind, STR("assessment")) || str_trim(why).len || !date_is_known(was) ||
	    !date_is_known(is))
		return true;
	for (size_t i = 0; i < view->facts.fix_count; i++) {
		struct date out = first_out(&view->facts.fixes[i]);

		if (date_is_known(out) && is.days < out.days && out.days <= was.days)
			return err_fail(e, ERR_CONFLICT,
				   "on %s: the assessment was of %s, since a fix went out on %s: say why it "
				   "is "
				   "dated ahead of that",
				   date_write(is, a), date_write(was, b), date_write(out, c)) ||
			       err_field(e, "why");
	}
	return true;
}

bool case_order_record(
    const struct case_view *view, const struct case_record *r, bool guarded, struct str why, struct err *e)
{
	json_t *facts = json_loadb(r->facts.ptr, r->facts.len, 0, NULL);
	json_t *more = json_loadb(r->more.ptr, r->more.len, 0, NULL), *old = before(view, r, true);
	bool good = check_days(view, facts, NULL, e) && check_days(view, more, old, e) &&
		    check_redated(view, r, facts, why, e);

	if (good && guarded)
		good = check_guarded(view, r, facts, why, e);
	json_decref(facts);
	json_decref(more);
	json_decref(old);
	return good;
}

/* --- closing --- */

/* The last day by today that is told of as past. */
static struct date last_day(struct str text, struct date today)
{
	json_t *values = json_loadb(text.ptr, text.len, 0, NULL), *value;
	struct date last = DATE_NONE;
	const char *name;

	json_object_foreach(values, name,
	    value) if (names_a_day(name) && strcmp(name, "submit_on") != 0 && date_by(case_day(value), today))
	    last = date_later(last, case_day(value));
	json_decref(values);
	return last;
}

bool case_order_closing(const struct case_view *view, struct date on, struct err *e)
{
	char day[DATE_TEXT_SIZE], bound[DATE_TEXT_SIZE];
	struct date today = view->facts.today, last;

	for (size_t i = 0; i < view->record_count; i++) {
		const struct case_record *r = &view->records[i];

		if (case_outlasts_closing(r->kind) || str_is_among(r->kind, "closure|reopening") ||
		    casefile_standing(view->records, view->record_count, i) != r)
			continue;
		last = date_later(last_day(r->facts, today), last_day(r->more, today));
		if (last.days > on.days)
			return err_fail(e, ERR_CONFLICT,
				   "closing day %s is before what record %lld (" STR_FMT ") tells of, %s",
				   date_write(on, day), (long long)r->id, STR_ARG(r->kind),
				   date_write(last, bound)) ||
			       err_field(e, "on");
	}
	return true;
}
