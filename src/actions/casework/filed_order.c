#include "actions/casework/filed_order.h"

#include "reports/fda/fda_case.h"

const struct case_record *case_record_as_of(
    const struct case_view *view, const struct case_record *r, int64_t before)
{
	for (size_t i = view->record_count; i-- > 0 && r->id > before;)
		if (view->records[i].id == r->replaces)
			r = &view->records[i];
	return r->id < before ? r : NULL;
}

/* A day that a record's facts state; empty: none. */
static bool stated_day(
    const struct case_record *r, const char *key, struct arena *arena, struct str *out, struct err *e)
{
	struct report_fields fields;

	if (!report_fields_read(r->facts, arena, &fields, e))
		return false;
	*out = report_fields_text(&fields, str_of(key));
	return true;
}

/* The record that says first since when FDA has the report as it stands; INT64_MAX: none does. */
static bool told_by(const struct case_view *view, struct arena *arena, int64_t *out, struct err *e)
{
	struct str day = STR(""), before;

	*out = INT64_MAX;
	for (size_t i = view->record_count; i-- > 0;) {
		const struct case_record *r = &view->records[i];

		if (!str_eq(r->kind, STR("correction")))
			continue;
		if (!stated_day(r, "reported_on", arena, &before, e))
			return false;
		if (*out != INT64_MAX && !str_eq(day, before))
			return true;
		if (before.len == 0)
			return true;
		day = before;
		*out = r->id;
	}
	return true;
}

/* The last report of the kind, no follow-up, entered before a record, of one event where place is not
 * negative; 0: none. */
static bool last_issued(const struct case_view *view, const char *kind, int64_t place, int64_t before,
    struct arena *arena, int64_t *out, struct err *e)
{
	*out = 0;
	for (size_t i = 0; i < view->record_count && view->records[i].id < before; i++) {
		struct fda_issued issued;

		if (!case_stands(view, i, "report"))
			continue;
		if (!fda_issued_read(&view->records[i], view->casefile.id, arena, &issued, e))
			return false;
		if (str_eq(issued.kind, str_of(kind)) && !issued.follow_up &&
		    (place < 0 || fda_issued_is_of(&issued, view->records, view->record_count, place)))
			*out = issued.record;
	}
	return true;
}

bool filed_before_extension(const struct case_view *view, const struct case_record *extension,
    struct arena *arena, bool *out, struct err *e)
{
	int64_t told, report;

	if (!told_by(view, arena, &told, e) ||
	    !last_issued(view, "806", -1, told == INT64_MAX ? 0 : told, arena, &report, e))
		return false;
	*out = report && casefile_first(view->records, view->record_count, extension->id) > report;
	return true;
}

bool filed_before_action(const struct case_view *view, const struct case_record *event, struct arena *arena,
    bool *out, struct err *e)
{
	int64_t place = casefile_place(view->records, view->record_count, "event", event->id), report;
	struct str decided = STR(""), then = STR("");
	const struct case_record *before;

	*out = false;
	if (!last_issued(view, "mdr", place, INT64_MAX, arena, &report, e) ||
	    !stated_day(event, "remedial_action_decided_on", arena, &decided, e))
		return false;
	before = report ? case_record_as_of(view, event, report) : NULL;
	if (!before || decided.len == 0)
		return true;
	if (!stated_day(before, "remedial_action_decided_on", arena, &then, e))
		return false;
	*out = then.len == 0;
	return true;
}
