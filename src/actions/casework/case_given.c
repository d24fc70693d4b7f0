#include "actions/casework/case_given.h"

#include "actions/casework/case_days.h"
#include "actions/casework/issued_reports.h"
#include "actions/zone.h"
#include "base/text.h"
#include "decision/evidence.h"
#include "reports/casefile_record.h"

static const struct giving {
	const char *record, *fact, *report, *called;
	const char *from; /* what an amendment tells of began on this day; NULL: the first report counts */
} givings[] = {
	{ "correction", "reported_on", "806", "report", NULL },
	{ "extension", "amended_on", "806-amendment", "amendment", "initiated_on" },
	{ "supplement", "submitted_on", "mdr", "follow-up report", "received_on" },
};

/* The first report of the kind, of those made since a day, and when it was ready. */
static bool find_ready(const struct case_view *view, const struct case_record *of, const struct giving *g,
    struct date since, int64_t *record, struct date *ready, struct err *e)
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
		bool it = true;
		struct date day;

		if (!case_stands(view, i, "report"))
			continue;
		if (!fda_issued_read(r, view->casefile.id, &arena, &issued, e) ||
		    (str_eq(of->kind, STR("supplement")) &&
			!issued_for_supplement(view, of, &issued, &arena, &it, e)))
			return false;
		if (!it || !str_eq(issued.kind, str_of(g->report)) ||
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
	if (!find_ready(view, r, g, since, &record, &ready, e))
		return false;
	return !record || given.days >= ready.days ||
	       err_fail(e, ERR_CONFLICT,
		   "%s %s is before the %s was issued and signed, record %lld of %s: state the day on which "
		   "FDA "
		   "was given it, or say why it was made elsewhere",
		   g->fact, date_write(given, a), g->called, (long long)record, date_write(ready, b)) ||
	       err_field(e, "why");
}

/* --- of which kind the action is --- */

static const char *kind_says(bool removal)
{
	return removal ? "removal" : "correction";
}

/* The number of a report says whether it is of a correction or of a removal (21 CFR 806.10(c)(1)): FDA is not
 * given one that says the other, and what it was told is not changed without a word. */
static bool check_kind(const struct case_view *view, const struct case_record *r, struct err *e)
{
	const struct case_record *old = casefile_record(view->records, view->record_count, r->replaces);
	struct report_fields now = { 0 }, before = { 0 };
	struct str is, was, given, had;
	struct fda_issued report;
	SCOPED_ARENA arena = { 0 };
	bool removal;

	if (!report_fields_read(r->facts, &arena, &now, e) ||
	    (old && !report_fields_read(old->facts, &arena, &before, e)) ||
	    !issued_last(view, "806", DATE_NONE, &arena, &report, e))
		return false;
	is = report_fields_text(&now, STR("kind"));
	was = report_fields_text(&before, STR("kind"));
	given = report_fields_text(&now, STR("reported_on"));
	had = report_fields_text(&before, STR("reported_on"));
	removal = str_eq(is, STR("removal"));
	if (had.len && was.len && !str_eq(is, was))
		return err_fail(e, ERR_CONFLICT,
			   "kind: FDA was given the report of a %.*s on %.*s: say why the action is a %.*s",
			   STR_WHOLE(was), STR_WHOLE(had), STR_WHOLE(is)) ||
		       err_field(e, "why");
	if (!given.len || str_eq(given, had) || !report.record || report.removal == removal)
		return true;
	return err_fail(e, ERR_CONFLICT,
		   "reported_on %.*s: record %lld, the report that was issued, is of a %s, and the action is "
		   "a %s: issue it anew, under a number of a %s (21 CFR 806.10(c)(1)), or say why not",
		   STR_WHOLE(given), (long long)report.record, kind_says(report.removal), kind_says(removal),
		   kind_says(removal)) ||
	       err_field(e, "why");
}

bool case_given_check(
    const struct case_view *view, const struct case_record *r, struct str why, struct err *e)
{
	if (text_says(why))
		return true;
	for (size_t i = 0; i < COUNT(givings); i++)
		if (str_eq(r->kind, str_of(givings[i].record)) && !check(view, r, &givings[i], e))
			return false;
	return !str_eq(r->kind, STR("correction")) || check_kind(view, r, e);
}
