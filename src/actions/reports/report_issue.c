#include "actions/reports/report_issue.h"

#include <stdlib.h>

#include "actions/casework/case_view.h"
#include "actions/permitted.h"
#include "reports/fda/mdr_draft.h"
#include "reports/fda/record_806_20.h"

bool report_is_issued(struct str kind)
{
	return str_is_among(kind, "806|806-amendment|806.20|mdr");
}

bool report_issue_make(struct str kind, int64_t event, const struct fda_case *c, struct arena *arena,
    struct correction_report *out, struct err *e)
{
	if (!report_is_issued(kind))
		return err_fail(e, ERR_ABSENT,
		    "a report \"" STR_FMT "\" is not issued: 806, 806-amendment, 806.20 and mdr are",
		    STR_ARG(kind));
	if (str_eq(kind, STR("806-amendment")))
		return report_806_amendment(c, arena, out, e);
	if (str_eq(kind, STR("806"))) {
		report_806_make(c, arena, out);
		return true;
	}
	if (str_eq(kind, STR("mdr")))
		return mdr_draft(c, event, arena, out, e);
	*out = (struct correction_report){ .is_removal = fda_is_removal(c) };
	out->document = record_806_20(c, arena, &out->lacks);
	return true;
}

/* The record gives the reason why there is no report: while a condition is pending there is none. */
static bool check_decided(const struct fda_case *c, struct err *e)
{
	return c->casefile->determination->reading.report_806 != REPORT_PENDING ||
	       err_fail(e, ERR_CONFLICT,
		   "whether a report is owed is not decided: a condition is pending, or a fact is unknown");
}

/* 806.10(d): an amendment tells what FDA was not told yet. */
static bool check_news(const struct fda_case *c, const struct correction_report *report, struct err *e)
{
	const struct fda_issued *before = fda_last_told(c);
	char day[DATE_TEXT_SIZE];

	if (!str_eq(str_of(report->document->meta.kind), STR("806-amendment")) || report->news)
		return true;
	return err_fail(e, ERR_CONFLICT,
		   "nothing is new since record %lld, the " STR_FMT
		   " of %s: items 2 to 12 say what they said in it; state first what the action was extended "
		   "to, or what differs",
		   (long long)before->record,
		   STR_ARG(str_eq(before->kind, STR("806")) ? STR("report") : STR("amendment")),
		   date_write(before->made_on, day)) ||
	       err_remedy(e, REMEDY_EXTEND);
}

/* 803.50(b): what a maker can learn is reported; of what it cannot it says why, and what it did to learn it.
 */
static bool refuse_lacking(struct str lacks, bool is_record, struct err *e)
{
	if (is_record)
		return err_fail(e, ERR_CONFLICT,
			   "the record is not complete: nothing is stated of %.*s; state it where it stands: "
			   "of the device, its releases and lots, the firm; or in words, also why it does "
			   "not "
			   "apply, as item 3 (device), 5 (identification), 7 (events) or 12 (communications) "
			   "(21 CFR 806.20(b))",
			   STR_WHOLE(lacks)) ||
		       err_remedy(e, REMEDY_STATE_ITEM);
	return err_fail(e, ERR_CONFLICT,
		   "the report is not complete: nothing is stated of %.*s; state it, or why it is not known "
		   "and the steps taken to obtain it (21 CFR 803.50(b)(3))",
		   STR_WHOLE(lacks)) ||
	       err_remedy(e, REMEDY_STATE_MDR);
}

/* What is missing of whom the report is from is named: it is stated of the firm, once for all reports. */
static bool refuse_missing(
    const struct fda_case *c, const struct correction_report *report, struct arena *arena, struct err *e)
{
	struct str lacks = STR("");

	if (report->missing & (1U << 2))
		lacks = report_806_firm_lacks(&c->firm, arena);
	return err_fail(e, ERR_CONFLICT,
		   "the report is not complete: nothing is stated of item%s " STR_FMT "%s" STR_FMT
		   "; state it, or why it is not there",
		   report->missing & (report->missing - 1) ? "s" : "",
		   STR_ARG(report_806_items(report->missing, arena)), lacks.len ? "; item 2 lacks " : "",
		   STR_ARG(lacks)) ||
	       err_remedy(e, lacks.len ? REMEDY_STATE_FIRM : REMEDY_STATE_ITEM);
}

bool report_issue_check(const struct fda_case *c, const struct correction_report *report, struct err *e)
{
	SCOPED_ARENA arena = { 0 };

	bool is_record = str_eq(str_of(report->document->meta.kind), STR("806.20"));

	if (is_record && record_806_20_is_report(c))
		return err_fail(e, ERR_CONFLICT,
		    "the rules ask for a report, or FDA has it: no record is kept in its place");
	if (is_record && !check_decided(c, e))
		return false;
	if (!check_news(c, report, e))
		return false;
	if (report->lacks.len)
		return refuse_lacking(report->lacks, is_record, e);
	return !report->missing || refuse_missing(c, report, &arena, e);
}

/* Who signs what was issued now; in a store without users nobody can. */
static bool read_waits(struct db *db, int64_t casefile, int64_t record, struct instant now,
    struct arena *arena, struct str *out, struct err *e)
{
	struct case_view view;

	*out = STR("");
	if (!case_view(db, casefile, DATE_NONE, now, arena, &view, e))
		return false;
	for (size_t i = 0; i < view.obligation_count; i++)
		if (view.obligations[i].kind == OBLIGATION_SIGN && view.obligations[i].record == record)
			*out = str_of(view.obligations[i].says);
	return true;
}

bool report_issue(struct db *db, const struct fda_case *c, const struct correction_report *report,
    const struct document_shape *shape, struct change_by by, struct arena *arena, struct report_issued *out,
    struct err *e)
{
	struct report_issued issued;
	char *bytes = NULL;
	size_t len = 0;

	if (!permitted(db, "casefile.report", casefile_subject(c->casefile->casefile.id, arena), by, e) ||
	    !report_issue_check(c, report, e) ||
	    !document_form_bytes(report->document, NULL, shape, &bytes, &len, e))
		return false;
	issued.file.bytes = arena_copy(arena, (struct str){ bytes, len });
	free(bytes);
	issued.file.name = arena_printf(arena, "%s-casefile-%lld." STR_FMT, report->document->meta.kind,
	    (long long)c->casefile->casefile.id, STR_ARG(shape->form));
	issued.digest = sha256_of(issued.file.bytes);
	if (!report_fda_issue(db, c, report, &issued.file, by, &issued.record, e) ||
	    !read_waits(db, c->casefile->casefile.id, issued.record, by.at, arena, &issued.waits, e))
		return false;
	*out = issued;
	return true;
}
