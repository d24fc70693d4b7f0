#include "actions/casework/issued_reports.h"

#include "actions/casework/case_days.h"
#include "actions/casework/mdr_questions.h"
#include "decision/evidence.h"
#include "reports/casefile_record.h"
#include "store/casefiles.h"

bool issued_reports(struct db *db, struct arena *arena, struct fda_issued **out, size_t *count, struct err *e)
{
	struct case_record *records;
	int64_t *casefiles;

	if (!casefile_records_of_kind(db, "report", arena, &records, &casefiles, count, e))
		return false;
	*out = arena_alloc(arena, *count + 1, sizeof(**out));
	for (size_t i = 0; i < *count; i++)
		if (!fda_issued_read(&records[i], casefiles[i], arena, &(*out)[i], e))
			return err_within(e, "casefile %lld", (long long)casefiles[i]);
	return true;
}

bool issued_last(const struct case_view *view, const char *kinds, struct date by, struct arena *arena,
    struct fda_issued *out, struct err *e)
{
	*out = (struct fda_issued){ 0 };
	for (size_t i = 0; i < view->record_count; i++) {
		struct fda_issued issued;

		if (!case_stands(view, i, "report"))
			continue;
		if (!fda_issued_read(&view->records[i], view->casefile.id, arena, &issued, e))
			return false;
		if (str_is_among(issued.kind, kinds) && (!date_is_known(by) || date_by(issued.made_on, by)))
			*out = issued;
	}
	return true;
}

bool issued_for_supplement(const struct case_view *view, const struct case_record *supplement,
    const struct fda_issued *issued, struct arena *arena, bool *out, struct err *e)
{
	struct report_fields facts, more;
	const struct case_record *event;
	struct date received;
	int64_t of;

	if (!report_fields_read(supplement->facts, arena, &facts, e) ||
	    !report_fields_read(supplement->more, arena, &more, e))
		return false;
	received = case_day_in(report_fields_text(&facts, STR("received_on")));
	of = report_fields_number(&more, STR("event"), 0);
	event = of ? mdr_event_of(view, of) : NULL;
	*out = str_eq(issued->kind, STR("mdr")) && issued->follow_up > 0 &&
	       (!date_is_known(received) || issued->made_on.days >= received.days) &&
	       (!event || fda_issued_is_of(issued, view->records, view->record_count,
			      casefile_place(view->records, view->record_count, "event", event->id)));
	return true;
}

bool issued_reports_number(struct db *db, struct case_view *view, struct arena *arena, struct err *e)
{
	struct facts facts = view->facts; /* of the day on which the report was made, or is made today */
	struct casefile_report report = {
		.casefile = view->casefile, .facts = &facts, .policy = &view->policy
	};
	struct fda_case c = { .casefile = &report };
	const struct fda_issued *own;

	if (!view->determination.report_806_number.len)
		return true;
	if (!issued_reports(db, arena, &c.issued, &c.issued_count, e))
		return false;
	if (date_by(facts.correction.reported_on, facts.today))
		facts.today = facts.correction.reported_on;
	own = fda_last_report(&c);
	view->determination.report_806_number = own ? own->number : fda_next_number(&c, arena);
	return true;
}
