#include "actions/casework/case_given.h"

#include "actions/casework/case_days.h"
#include "actions/zone.h"
#include "decision/evidence.h"
#include "reports/casefile_record.h"
#include "reports/fda/fda_case.h"

static const struct giving {
	const char *record, *fact, *report, *called;
	const char *from; /* what an amendment tells of began on this day; NULL: the first report counts */
} givings[] = {
	{ "correction", "reported_on", "806", "report", NULL },
	{ "extension", "amended_on", "806-amendment", "amendment", "initiated_on" },
};

/* The first report of the kind, of those made since a day, and when it was ready. */
static bool find_ready(const struct case_view *view, const struct giving *g, struct date since,
    int64_t *record, struct date *ready, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct time_zone zone;

	*record = 0;
	*ready = DATE_NONE;
	if (!zone_read(view->facts.time_zone, &arena, &zone, e))
		return false;
	for (size_t i = 0; i < view->record_count; i++) {
		const struct case_record *r = &view->records[i];
		struct fda_issued issued;
		struct date day;

		if (!case_stands(view, i, "report"))
			continue;
		if (!fda_issued_read(r, view->casefile.id, &arena, &issued, e))
			return false;
		if (!str_eq(issued.kind, str_of(g->report)) ||
		    (date_is_known(since) && issued.made_on.days < since.days))
			continue;
		day = date_later(issued.made_on, case_signed_on(&view->signatures, r->id, &zone));
		if (!*record || day.days < ready->days) {
			*record = r->id;
			*ready = day;
		}
	}
	return true;
}

static bool check(
    const struct case_view *view, const struct case_record *r, const struct giving *g, struct err *e)
{
	char a[DATE_TEXT_SIZE], b[DATE_TEXT_SIZE];
	struct report_fields fields = { 0 }, before = { 0 };
	struct date given, ready, since;
	SCOPED_ARENA arena = { 0 };
	const struct case_record *old;
	int64_t record;

	if (!report_fields_read(r->facts, &arena, &fields, e))
		return err_within(e, "record %lld", (long long)r->id);
	old = casefile_record(view->records, view->record_count, r->replaces);
	if (old && !report_fields_read(old->facts, &arena, &before, e))
		return err_within(e, "record %lld", (long long)r->replaces);
	given = case_day_in(report_fields_text(&fields, str_of(g->fact)));
	since = g->from ? case_day_in(report_fields_text(&fields, str_of(g->from))) : DATE_NONE;
	if (!date_is_known(given) || str_eq(report_fields_text(&fields, str_of(g->fact)),
					 report_fields_text(&before, str_of(g->fact))))
		return true;
	if (!find_ready(view, g, since, &record, &ready, e))
		return false;
	return !record || given.days >= ready.days ||
	       err_fail(e, ERR_CONFLICT,
		   "%s %s is before the %s was issued and signed, record %lld of %s: state the day on which "
		   "FDA "
		   "was given it, or say why it was made elsewhere",
		   g->fact, date_write(given, a), g->called, (long long)record, date_write(ready, b)) ||
	       err_field(e, "why");
}

bool case_given_check(
    const struct case_view *view, const struct case_record *r, struct str why, struct err *e)
{
	for (size_t i = 0; i < COUNT(givings) && !str_trim(why).len; i++)
		if (str_eq(r->kind, str_of(givings[i].record)) && !check(view, r, &givings[i], e))
			return false;
	return true;
}
