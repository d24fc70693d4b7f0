#include "actions/casework/action_standing.h"

#include "actions/casework/action_register.h"
#include "actions/casework/issued_reports.h"
#include "actions/json_merge.h"
#include "decision/evidence.h"
#include "limits.h"
#include "reports/casefile_record.h"

static void owe(struct case_view *view, struct str says, struct arena *arena)
{
	view->obligations = obligation_add(view->obligations, &view->obligation_count,
	    (struct obligation){ .kind = OBLIGATION_AMEND_806,
		.starts = DATE_NONE,
		.due = DATE_NONE,
		.state = OBLIGATION_OPEN,
		.met_on = DATE_NONE,
		.until = DATE_NONE,
		.says = arena_text(arena, says) },
	    arena);
}

/* An extension is on record, and its amendment owed with a day. */
static bool is_amended_soon(const struct case_view *view)
{
	for (size_t i = 0; i < view->obligation_count; i++) {
		const struct obligation *o = &view->obligations[i];

		if (o->kind == OBLIGATION_AMEND_806 &&
		    (o->state == OBLIGATION_OPEN || o->state == OBLIGATION_OVERDUE))
			return true;
	}
	return false;
}

/* --- of which kind the action is --- */

/* What FDA has says of which kind it is, the report or an amendment that was issued behind it. */
static void add_kind(struct case_view *view, const struct fda_issued *report, bool given, struct arena *arena)
{
	bool removal = view->facts.correction.kind == CORRECTION_REMOVAL;
	const char *was = report->removal ? "removal" : "correction",
		   *is = removal ? "removal" : "correction";
	struct str says;

	if (report->removal == removal)
		return;
	says = given ? arena_printf(arena,
			   "FDA was given record %lld, the report of a %s, and the action is a %s by now: "
			   "tell FDA so in an amendment",
			   (long long)report->record, was, is)
		     : arena_printf(arena,
			   "record %lld, the report that was issued, is of a %s, and the action is a %s by "
			   "now: issue it anew, under a number of a %s (21 CFR 806.10(c)(1))",
			   (long long)report->record, was, is, is);
	determination_warn(&view->determination, "report_806_kind", says, arena);
	if (given)
		owe(view, says, arena);
}

/* --- how far it reaches --- */

/* *since reaches as far as the last item that says that the action is not extended. */
static bool take_answers(
    const struct case_view *view, struct arena *arena, struct fda_issued *since, struct err *e)
{
	for (size_t i = 0; i < view->record_count; i++) {
		const struct case_record *r = &view->records[i];
		struct report_fields fields;

		if (r->id <= since->record || !str_eq(r->kind, STR("report_item")))
			continue;
		if (!report_fields_read(r->more, arena, &fields, e))
			return err_within(e, "record %lld", (long long)r->id);
		if (!report_fields_text(&fields, STR("not_extended")).len)
			continue;
		since->last_lot = report_fields_number(&fields, STR("last_lot"), -1);
		since->last_shipment = report_fields_number(&fields, STR("last_shipment"), -1);
		since->releases = report_fields_text(&fields, STR("releases"));
	}
	return true;
}

static bool add_extent(struct db *db, struct case_view *view, const struct fda_issued *last, bool given,
    struct arena *arena, struct err *e)
{
	struct fda_issued since = *last;
	struct action_register now;
	struct str new, says;

	if (!action_register(db, view, arena, &now, e) || !take_answers(view, arena, &since, e))
		return false;
	new = action_register_new(&now, &since, arena);
	if (!new.len)
		return true;
	says = arena_printf(arena,
	    "record %lld, the %s that was issued, does not know %.*s that came in since: %s",
	    (long long)last->record, str_eq(last->kind, STR("806")) ? "report" : "amendment", STR_WHOLE(new),
	    given ? "is the action extended to that (21 CFR 806.10(d)), or does what was reported differ "
		    "(806.10(c)(5), (9), (11))?"
		  : "issue it anew while FDA does not have it (21 CFR 806.10(c)(5), (9), (11))");
	determination_warn(&view->determination, "report_806_extent", says, arena);
	if (given && !is_amended_soon(view))
		owe(view, says, arena);
	return true;
}

bool action_standing_add(struct db *db, struct case_view *view, struct arena *arena, struct err *e)
{
	bool given = date_by(view->facts.correction.reported_on, view->facts.today);
	struct date today = view->facts.today;
	struct fda_issued report, last;

	if (!issued_last(view, "806", today, arena, &report, e) ||
	    !issued_last(view, "806|806-amendment", today, arena, &last, e))
		return false;
	if (!last.record)
		return true;
	if (!add_extent(db, view, &last, given, arena, e))
		return false;
	if (given || report.record)
		add_kind(view, given ? &last : &report, given, arena);
	return true;
}

bool action_standing_note(
    struct db *db, const struct case_view *view, struct case_record *r, struct arena *arena, struct err *e)
{
	SCOPED_BUF text = buf_new(LIMIT_RECORD_BYTES);
	struct action_register now;
	struct report_fields said;
	struct json_out *w;

	if (!str_eq(r->kind, STR("report_item")))
		return true;
	if (!report_fields_read(r->more, arena, &said, e))
		return false;
	if (!report_fields_text(&said, STR("not_extended")).len)
		return true;
	if (!action_register(db, view, arena, &now, e))
		return false;
	w = json_out_buf(&text, false);
	json_open_object(w);
	action_register_write(&now, w);
	json_close_object(w);
	json_out_close(w);
	return json_merge(r->more, arena_copy(arena, buf_str(&text)), arena, &r->more, e);
}
