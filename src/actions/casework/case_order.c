#include "actions/casework/case_order.h"

#include <jansson.h>
#include <string.h>

#include "actions/casework/case_days.h"

/* Which kinds of records must bear signatures before the casefile is closed: those of the author and of a
 * second person. after_assessment: signed for by the second person only once the assessment is. */
static const struct {
	const char *kind;
	bool after_assessment;
} signed_kinds[] = {
	{ "assessment", false },
	{ "clock_decision", true },
	{ "plan", true },
	{ "fix", true },
	{ "correction", true },
	{ "validation", true },
};

static bool waits_for_assessment(struct str kind)
{
	for (size_t i = 0; i < COUNT(signed_kinds); i++)
		if (str_eq(str_of(signed_kinds[i].kind), kind))
			return signed_kinds[i].after_assessment;
	return false;
}

static bool must_be_signed(struct str kind)
{
	for (size_t i = 0; i < COUNT(signed_kinds); i++)
		if (str_eq(str_of(signed_kinds[i].kind), kind))
			return true;
	return false;
}

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
	char text[DATE_TEXT_SIZE];

	if (str_trim(why).len > 0 || !date_is_known(day) ||
	    view->facts.today.days - day.days <= CASE_ENTRY_DAYS)
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

static const struct case_record *find_record(const struct case_view *view, int64_t id, size_t *at)
{
	for (size_t i = 0; i < view->record_count; i++)
		if (view->records[i].id == id) {
			*at = i;
			return &view->records[i];
		}
	return NULL;
}

/* The facts of the record that this one stands in for, or what is more than facts; NULL: of none. */
static json_t *before(const struct case_view *view, const struct case_record *r, bool more)
{
	size_t at = 0;
	const struct case_record *old = r->replaces ? find_record(view, r->replaces, &at) : NULL;
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
	if (r->replaces && str_trim(why).len == 0 && is_signed_by_anybody(&view->signatures, r->replaces))
		return err_fail(e, ERR_CONFLICT,
			   "record %lld is signed: say why another one stands in for it",
			   (long long)r->replaces) ||
		       err_field(e, "why");
	old = before(view, r, false);
	good = check_entry_day(view, facts, old, why, e);
	json_decref(old);
	return good;
}

bool case_order_record(
    const struct case_view *view, const struct case_record *r, bool guarded, struct str why, struct err *e)
{
	json_t *facts = json_loadb(r->facts.ptr, r->facts.len, 0, NULL);
	json_t *more = json_loadb(r->more.ptr, r->more.len, 0, NULL), *old = before(view, r, true);
	bool good = check_days(view, facts, NULL, e) && check_days(view, more, old, e);

	if (good && guarded)
		good = check_guarded(view, r, facts, why, e);
	json_decref(facts);
	json_decref(more);
	json_decref(old);
	return good;
}

/* --- signing --- */

/* An author signs for authorship alone, and nobody else does. */
static bool check_person(const struct case_view *view, const struct case_record *r, enum meaning meaning,
    const struct user *signer, struct err *e)
{
	bool author = str_eq(r->who, signer->name);

	if (case_is_signed(&view->signatures, r->id, meaning, signer->name))
		return err_fail(e, ERR_CONFLICT, "\"" STR_FMT "\" has signed record %lld for %s already",
		    STR_ARG(signer->name), (long long)r->id, meaning_word(meaning));
	if (meaning == MEANING_AUTHORSHIP)
		return author ||
		       err_fail(e, ERR_DENIED,
			   "record %lld was written by \"" STR_FMT "\", who alone signs it for authorship",
			   (long long)r->id, STR_ARG(r->who));
	if (meaning == MEANING_RESPONSIBILITY)
		return true;
	return !author ||
	       err_fail(e, ERR_DENIED, "record %lld was written by \"" STR_FMT "\": %s takes a second person",
		   (long long)r->id, STR_ARG(r->who), meaning_word(meaning));
}

/* The first assessment that stands and is not approved; NULL: all are. *any: there is one. */
static const struct case_record *unapproved_assessment(const struct case_view *view, bool *any)
{
	*any = false;
	for (size_t i = 0; i < view->record_count; i++) {
		const struct case_record *r = &view->records[i];

		if (!str_eq(r->kind, STR("assessment")) ||
		    casefile_standing(view->records, view->record_count, i) != r)
			continue;
		*any = true;
		if (!case_is_approved(&view->signatures, r->id))
			return r;
	}
	return NULL;
}

static bool check_assessed(const struct case_view *view, const struct case_record *r, struct err *e)
{
	const struct case_record *missing;
	bool any;

	if (!waits_for_assessment(r->kind))
		return true;
	missing = unapproved_assessment(view, &any);
	if (!any)
		return err_fail(e, ERR_CONFLICT,
		    "a " STR_FMT " is signed after the assessment: there is none", STR_ARG(r->kind));
	return !missing ||
	       err_fail(e, ERR_CONFLICT,
		   "a " STR_FMT " is signed after the assessment: record %lld is not signed by its "
		   "author and a second person",
		   STR_ARG(r->kind), (long long)missing->id);
}

/* A second person signs what its author stands for. An author may answer for a record in one step where the
 * kind asks for no second person: who closes a casefile does. */
static bool waits_for_author(const struct case_record *r, enum meaning meaning, const struct user *signer)
{
	return must_be_signed(r->kind) || meaning != MEANING_RESPONSIBILITY || !str_eq(r->who, signer->name);
}

bool case_order_sign(const struct case_view *view, int64_t record, enum meaning meaning,
    const struct user *signer, const struct case_record **out, struct err *e)
{
	size_t at = 0;
	const struct case_record *r = find_record(view, record, &at), *standing;

	if (!r)
		return err_fail(e, ERR_INPUT, "casefile %lld has no record %lld",
		    (long long)view->casefile.id, (long long)record);
	standing = casefile_standing(view->records, view->record_count, at);
	if (standing != r)
		return err_fail(e, ERR_CONFLICT, "record %lld was replaced: record %lld stands in its place",
		    (long long)record, (long long)standing->id);
	if (!check_person(view, r, meaning, signer, e))
		return false;
	*out = r;
	if (meaning == MEANING_AUTHORSHIP)
		return true;
	if (waits_for_author(r, meaning, signer) &&
	    !case_is_signed(&view->signatures, record, MEANING_AUTHORSHIP, STR_NONE))
		return err_fail(e, ERR_CONFLICT,
		    "record %lld is signed for authorship first, by \"" STR_FMT "\"", (long long)record,
		    STR_ARG(r->who));
	return check_assessed(view, r, e);
}

/* 21 CFR 806.20(b)(4): the record that stands in place of a report is reviewed and evaluated by a designated
 * person. */
static bool is_record_806_20(const struct case_record *r)
{
	json_t *more = json_loadb(r->more.ptr, r->more.len, 0, NULL);
	const char *kind = json_string_value(json_object_get(more, "kind"));
	bool is = str_eq(r->kind, STR("report")) && kind && strcmp(kind, "806.20") == 0;

	json_decref(more);
	return is;
}

/* One that another was issued behind is history. */
static bool check_record_806_20(const struct case_view *view, const struct case_record *r, struct err *e)
{
	bool last = is_record_806_20(r);

	for (size_t i = 0; last && i < view->record_count; i++)
		last = view->records[i].id <= r->id || !is_record_806_20(&view->records[i]);
	if (!last || case_is_signed(&view->signatures, r->id, MEANING_DESIGNATED_PERSON, STR_NONE))
		return true;
	return err_fail(e, ERR_CONFLICT,
	    "report %lld, the record of 806.20, is not signed by a designated person", (long long)r->id);
}

bool case_order_close(const struct case_view *view, struct err *e)
{
	for (size_t i = 0; i < view->record_count; i++) {
		const struct case_record *r = &view->records[i];

		if (casefile_standing(view->records, view->record_count, i) != r)
			continue;
		if (must_be_signed(r->kind) && !case_is_approved(&view->signatures, r->id))
			return err_fail(e, ERR_CONFLICT,
			    STR_FMT " %lld is not signed by its author and a second person", STR_ARG(r->kind),
			    (long long)r->id);
		if (!check_record_806_20(view, r, e))
			return false;
	}
	return true;
}
