#include "actions/casework/case_learned.h"

#include "actions/casework/case_days.h"

/* Which days show that somebody worked on it. */
static const struct work {
	const char *kind, *key, *option, *called;
} works[] = {
	{ "assessment", "on", "on", "an assessment" },
	{ "plan", "on", "on", "a plan" },
	{ "control", "identified_on", "identified-on", "a control" },
	{ "communication", "on", "on", "a communication" },
	{ "communication", "isao_on", "isao-on", "a communication" },
	{ "correction", "initiated_on", "initiated-on", "the correction" },
};

/* An instant names its own zone's day, which may be the one before the firm's: of that a day is left. */
static bool is_before(const json_t *facts, const char *key, struct date learned, struct date *day)
{
	const json_t *value = json_object_get(facts, key);
	bool is_instant = json_string_length(value) >= DATE_TEXT_SIZE;

	*day = case_day(value);
	return date_is_known(*day) && day->days + is_instant < learned.days;
}

/* The first row by which the facts of a record of the kind tell of work before the day, and when; NULL: none.
 * They are read once, for all rows. */
static const struct work *find_before(
    struct str kind, struct str facts, struct date learned, struct date *day)
{
	const struct work *found = NULL;
	json_t *json = NULL;

	for (size_t i = 0; i < COUNT(works) && !found; i++) {
		if (!str_eq(kind, str_of(works[i].kind)))
			continue;
		if (!json)
			json = json_loadb(facts.ptr, facts.len, 0, NULL);
		if (is_before(json, works[i].key, learned, day))
			found = &works[i];
	}
	json_decref(json);
	return found;
}

static bool check_work(struct date learned, const struct case_stated *stated, struct err *e)
{
	char a[DATE_TEXT_SIZE], b[DATE_TEXT_SIZE];
	struct date day;
	const struct work *w = find_before(stated->record->kind, stated->facts, learned, &day);

	return !w ||
	       err_fail(e, ERR_CONFLICT,
		   "%s %s is before the vulnerability was learned of, %s: whoever worked on "
		   "it knew of it; the earlier learning day is stated first, or the right "
		   "day here",
		   w->key, date_write(day, a), date_write(learned, b)) ||
	       err_field(e, w->option);
}

/* A day of learning that is stated anew. */
static bool check_learning(
    const struct case_view *after, struct date learned, const struct case_stated *stated, struct err *e)
{
	char a[DATE_TEXT_SIZE], b[DATE_TEXT_SIZE];
	struct date day;

	if (!stated->record->replaces || !str_has(stated->facts, STR("\"learned_on\"")))
		return true;
	for (size_t i = 0; i < after->record_count; i++) {
		const struct case_record *r = &after->records[i];
		const struct work *w;

		if (casefile_standing(after->records, after->record_count, i) != r)
			continue;
		w = find_before(r->kind, r->facts, learned, &day);
		if (w)
			return err_fail(e, ERR_CONFLICT,
				   "learned_on %s is behind %s of %s, record %lld: whoever worked on "
				   "it "
				   "knew of it",
				   date_write(learned, a), w->called, date_write(day, b), (long long)r->id) ||
			       err_field(e, "learned-on");
	}
	return true;
}

bool case_learned_check(const struct case_view *after, const struct case_stated *stated, struct err *e)
{
	struct date learned = after->facts.vulnerability.learned_on;

	if (!date_is_known(learned))
		return true;
	return str_eq(stated->record->kind, STR("vulnerability")) ? check_learning(after, learned, stated, e)
								  : check_work(learned, stated, e);
}
