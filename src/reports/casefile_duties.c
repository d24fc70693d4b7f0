/*
 * casefile_duties - what is owed to whom by when, and the positions under each regulation.
 */
#include "reports/casefile_sections.h"
#include "reports/casefile_words.h"

static void obligation_row(const struct obligation *o, struct document *d)
{
	static const enum run_shape shapes[] = { SHAPE_OPEN, SHAPE_DONE, SHAPE_LATE, SHAPE_DONE_LATE,
		SHAPE_OPEN };

	_Static_assert(COUNT(shapes) == OBLIGATION_STATE_COUNT, "a shape for every state");
	document_row(d, ROW_PLAIN);
	document_cell(d);
	document_say(d, words_obligation(o->kind));
	if (o->says) {
		document_break(d);
		document_put(d, RUN_NOTE, str_of(o->says));
	}
	document_cell(d);
	document_say(d, words_recipient(obligation_to(o->kind)));
	document_cell(d);
	document_date(d, o->starts);
	document_cell(d);
	document_date(d, o->due);
	document_cell(d);
	document_state(d, shapes[o->state],
	    o->state == OBLIGATION_MISSED ? "done late" : obligation_state_word(o->state));
	if (date_is_known(o->met_on)) {
		document_break(d);
		document_date(d, o->met_on);
	}
	document_cell(d);
	document_cites(d, obligation_cites(o));
}

static void kept_row(const struct obligation *o, struct document *d)
{
	document_row(d, ROW_PLAIN);
	document_cell(d);
	document_say(d, words_obligation(o->kind));
	document_cell(d);
	document_date(d, o->starts);
	document_cell(d);
	document_date(d, o->until);
	document_cell(d);
	document_state(d, o->state == OBLIGATION_MET ? SHAPE_DONE : SHAPE_OPEN,
	    o->state == OBLIGATION_MET ? "over" : "running");
	document_cell(d);
	document_say(d, words_besides(o));
	document_cell(d);
	document_cites(d, obligation_cites(o));
}

/* What is kept through a day, apart from what is done by one. */
static void to_be_kept(const struct casefile_report *r, struct document *d)
{
	static const struct table_column columns[] = { { .title = "To be kept", .percent = 22 },
		{ .title = "Since" }, { .title = "Until" }, { .title = "State" },
		{ .title = "How long", .percent = 28 }, { .title = "Basis" } };

	document_table(d, STR("What is to be kept, and through which day"), columns, COUNT(columns));
	for (size_t i = 0; i < r->obligation_count; i++)
		if (obligation_is_kept(r->obligations[i].kind))
			kept_row(&r->obligations[i], d);
}

/* The number that the 806 report was issued under; empty: none was. */
static struct str issued_number(const struct casefile_report *r)
{
	for (size_t i = 0; i < r->record_count; i++) {
		const struct report_record *record = &r->records[i];

		if (str_eq(record->record->kind, STR("report")) &&
		    str_eq(report_fields_text(&record->more, STR("kind")), STR("806")))
			return report_fields_text(&record->more, STR("number"));
	}
	return STR("");
}

static void report_806(const struct casefile_report *r, struct document *d)
{
	const struct determination *det = r->determination;
	struct str issued = issued_number(r);

	document_field(d, "report_806", STR("21 CFR 806"));
	document_say(d, words_806(det->reading.report_806));
	if (date_is_known(det->reading.report_806_due)) {
		document_say(d, ", due ");
		document_date(d, det->reading.report_806_due);
	}
	if (date_is_known(det->reading.report_806_due_if_lapsed)) {
		document_say(d, "; due ");
		document_date(d, det->reading.report_806_due_if_lapsed);
		document_say(d, " if a condition fails");
	}
	if (issued.len || det->report_806_number.len) {
		document_say(d, issued.len ? ", issued as " : ", number ");
		document_put(d, RUN_CODE, issued.len ? issued : det->report_806_number);
	}
	if (date_is_known(det->amendment_806_due)) {
		document_say(d, "; amendment due ");
		document_date(d, det->amendment_806_due);
	}
	document_field(d, "record_806_20", STR("21 CFR 806.20"));
	document_say(d, det->record_806_20 ? "A record with its justification is kept" : "No record needed");
	document_field(d, "proposed_recall_class", STR("Proposed recall class"));
	if (det->proposed_recall_class != RECALL_NONE)
		document_say(d, "Class ");
	document_text_or_dash(d, str_of(recall_class_word(det->proposed_recall_class)));
}

static void report_803(const struct determination *det, struct document *d)
{
	document_field(d, "mdr", STR("21 CFR 803"));
	if (!det->mdr_count)
		document_say(d, "No medical device report is owed on the events known");
	for (size_t i = 0; i < det->mdr_count; i++) {
		if (i)
			document_break(d);
		document_say(d, words_mdr(det->mdrs[i].kind));
		document_say(d, " due ");
		document_date(d, det->mdrs[i].due);
		if (date_is_known(det->mdrs[i].submitted_on)) {
			document_say(d, ", submitted ");
			document_date(d, det->mdrs[i].submitted_on);
		}
	}
	if (date_is_known(det->share_with_other_applicant_due)) {
		document_break(d);
		document_say(d, "Share with the other applicant by ");
		document_date(d, det->share_with_other_applicant_due);
	}
}

static void other_duties(const struct determination *det, struct document *d)
{
	document_field(d, "periodic_report", STR("21 CFR 814"));
	if (!det->periodic_owed) {
		document_say(d, "No periodic report is owed");
	} else {
		document_say(d, "To be told in the periodic report");
		if (date_is_known(det->periodic_due)) {
			document_say(d, " due ");
			document_date(d, det->periodic_due);
		} else {
			document_say(d, "; its day is set once the change is distributed");
		}
	}
	document_field(d, "update", STR("FD&C Act 524B"));
	document_say(d, det->out_of_cycle_update    ? "Update as soon as possible, out of cycle"
			: det->regular_cycle_update ? "Update on the regular cycle"
						    : "No duty of a cyber device");
	document_field(d, "retention", STR("Keep the file until"));
	if (det->retention_rule != RETENTION_NONE) {
		document_date(d, det->retention_until);
		document_say(d, ": ");
	}
	document_say(d, words_retention(det->retention_rule));
}

static bool owes(const struct casefile_report *r)
{
	for (size_t i = 0; i < r->obligation_count; i++)
		if (!obligation_is_kept(r->obligations[i].kind))
			return true;
	return false;
}

void casefile_duties(const struct casefile_report *r, struct document *d)
{
	static const struct table_column columns[] = { { .title = "Obligation", .percent = 27 },
		{ .title = "To", .percent = 15 }, { .title = "Clock started" }, { .title = "Due" },
		{ .title = "State" }, { .title = "Basis" } };
	const struct determination *det = r->determination;

	document_section(d, "obligations", "Obligations", "Obligations");
	if (owes(r)) {
		document_table(d, STR("What is owed, the soonest first"), columns, COUNT(columns));
		for (size_t i = 0; i < r->obligation_count; i++)
			if (!obligation_is_kept(r->obligations[i].kind))
				obligation_row(&r->obligations[i], d);
	} else {
		document_paragraph(d, TONE_PLAIN);
		document_say(d, "Nothing is owed.");
	}
	to_be_kept(r, d);
	document_part(d, BLOCK_PART);
	document_say(d, "Under each regulation");
	document_fields(d, FIELDS_WIDE);
	report_806(r, d);
	report_803(det, d);
	other_duties(det, d);
}
