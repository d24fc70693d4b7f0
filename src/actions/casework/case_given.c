#include "actions/casework/case_given.h"

#include "actions/zone.h"
#include "decision/evidence.h"
#include "reports/casefile_record.h"
#include "reports/fda/fda_case.h"
#include "store/casefiles.h"

static const struct giving {
	const char *record, *fact, *option, *report, *called;
	const char *from; /* what an amendment tells of began on this day; NULL: the first report counts */
} givings[] = {
	{ "correction", "reported_on", "reported-on", "806", "report", NULL },
	{ "extension", "amended_on", "amended-on", "806-amendment", "amendment", "initiated_on" },
};

/* The day that a text begins with, "2026-03-01" or an instant. */
static struct date day_of(const struct report_fields *fields, const char *key)
{
	struct str text = report_fields_text(fields, str_of(key));
	struct date day = DATE_NONE;
	struct err unread;

	return text.len >= 10 && date_parse(str_first(text, 10), &day, &unread) ? day : DATE_NONE;
}

/* The day in the firm's zone on which its author and a second person had signed; DATE_NONE: they have not. */
static struct date signed_on(const struct case_signatures *s, int64_t record, const struct time_zone *zone)
{
	struct date author = DATE_NONE, second = DATE_NONE;

	for (size_t i = 0; i < s->count; i++) {
		struct date day = time_zone_date(zone, s->items[i].at);

		if (!s->holds[i] || s->items[i].record != record)
			continue;
		if (s->items[i].meaning == MEANING_AUTHORSHIP)
			author = date_earlier(author, day);
		else if (s->items[i].meaning != MEANING_RESPONSIBILITY)
			second = date_earlier(second, day);
	}
	return date_is_known(author) && date_is_known(second) ? date_later(author, second) : DATE_NONE;
}

/* The first report of the kind, of those made since a day, and when it was ready. */
static bool find_ready(struct db *db, const struct case_view *view, const struct giving *g, struct date since,
    int64_t *record, struct date *ready, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct time_zone zone;
	struct str name;

	*record = 0;
	*ready = DATE_NONE;
	if (!setting_get(db, "time_zone", &arena, &name, e) ||
	    !zone_read(name.ptr ? name : STR("UTC"), &arena, &zone, e))
		return false;
	for (size_t i = 0; i < view->record_count; i++) {
		const struct case_record *r = &view->records[i];
		struct fda_issued issued;
		struct date day;

		if (!str_eq(r->kind, STR("report")) ||
		    casefile_standing(view->records, view->record_count, i) != r)
			continue;
		if (!fda_issued_read(r, view->casefile.id, &arena, &issued, e))
			return false;
		if (!str_eq(issued.kind, str_of(g->report)) ||
		    (date_is_known(since) && issued.made_on.days < since.days))
			continue;
		day = date_later(issued.made_on, signed_on(&view->signatures, r->id, &zone));
		if (!*record || day.days < ready->days) {
			*record = r->id;
			*ready = day;
		}
	}
	return true;
}

static bool check(struct db *db, const struct case_view *view, const struct case_record *r,
    const struct giving *g, struct err *e)
{
	char a[DATE_TEXT_SIZE], b[DATE_TEXT_SIZE];
	struct report_fields fields = { 0 }, before = { 0 };
	struct date given, ready, since;
	SCOPED_ARENA arena = { 0 };
	int64_t record;

	if (!report_fields_read(r->facts, &arena, &fields, e))
		return err_within(e, "record %lld", (long long)r->id);
	for (size_t i = 0; r->replaces && i < view->record_count; i++)
		if (view->records[i].id == r->replaces &&
		    !report_fields_read(view->records[i].facts, &arena, &before, e))
			return err_within(e, "record %lld", (long long)r->replaces);
	given = day_of(&fields, g->fact);
	since = g->from ? day_of(&fields, g->from) : DATE_NONE;
	if (!date_is_known(given) || str_eq(report_fields_text(&fields, str_of(g->fact)),
					 report_fields_text(&before, str_of(g->fact))))
		return true;
	if (!find_ready(db, view, g, since, &record, &ready, e))
		return false;
	return !record || given.days >= ready.days ||
	       err_fail(e, ERR_CONFLICT,
		   "%s %s is before the %s was issued and signed, record %lld of %s: FDA was not given it "
		   "earlier",
		   g->fact, date_write(given, a), g->called, (long long)record, date_write(ready, b)) ||
	       err_field(e, g->option);
}

bool case_given_check(struct db *db, const struct case_view *view, const struct case_record *r, struct err *e)
{
	for (size_t i = 0; i < COUNT(givings); i++)
		if (str_eq(r->kind, str_of(givings[i].record)) && !check(db, view, r, &givings[i], e))
			return false;
	return true;
}
