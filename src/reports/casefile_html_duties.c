/*
 * casefile_html_duties - what is owed to whom by when, and the positions under each regulation.
 */
#include "reports/casefile_html_parts.h"
#include "reports/casefile_words.h"

static void obligation_row(const struct obligation *o, struct html *h)
{
	static const enum part_shape shapes[] = { SHAPE_OPEN, SHAPE_DONE, SHAPE_LATE, SHAPE_DONE_LATE };

	_Static_assert(COUNT(shapes) == OBLIGATION_STATE_COUNT, "a shape for every state");
	html_raw(h, "<tr><th scope=\"row\">");
	parts_text(h, words_obligation(o->kind));
	html_raw(h, "</th><td>");
	parts_text(h, words_recipient(obligation_to(o->kind)));
	html_raw(h, "</td><td>");
	parts_date(h, o->starts);
	html_raw(h, "</td><td>");
	parts_date(h, o->due);
	html_raw(h, "</td><td>");
	parts_state(h, shapes[o->state],
	    o->state == OBLIGATION_MISSED ? "done late" : obligation_state_word(o->state));
	if (date_is_known(o->met_on)) {
		html_raw(h, "<br>");
		parts_date(h, o->met_on);
	}
	html_raw(h, "</td><td>");
	parts_cites(h, obligation_cites(o->kind));
	html_raw(h, "</td></tr>\n");
}

static void report_806(const struct determination *d, struct html *h)
{
	parts_term(h, "21 CFR 806");
	parts_text(h, words_806(d->reading.report_806));
	if (date_is_known(d->reading.report_806_due)) {
		html_raw(h, ", due ");
		parts_date(h, d->reading.report_806_due);
	}
	if (d->report_806_number.len) {
		html_raw(h, ", number <code>");
		html_text(h, d->report_806_number);
		html_raw(h, "</code>");
	}
	if (date_is_known(d->amendment_806_due)) {
		html_raw(h, "; amendment due ");
		parts_date(h, d->amendment_806_due);
	}
	parts_term_end(h);
	parts_term(h, "21 CFR 806.20");
	parts_text(h, d->record_806_20 ? "A record with its justification is kept" : "No record needed");
	parts_term_end(h);
	parts_term(h, "Proposed recall class");
	if (d->proposed_recall_class != RECALL_NONE)
		html_raw(h, "Class ");
	parts_text_or_dash(h, str_of(recall_class_word(d->proposed_recall_class)));
	parts_term_end(h);
}

static void report_803(const struct determination *d, struct html *h)
{
	parts_term(h, "21 CFR 803");
	if (!d->mdr_count)
		html_raw(h, "No medical device report is owed on the events known");
	for (size_t i = 0; i < d->mdr_count; i++) {
		if (i)
			html_raw(h, "<br>");
		parts_text(h, words_mdr(d->mdrs[i].kind));
		html_raw(h, " due ");
		parts_date(h, d->mdrs[i].due);
		if (date_is_known(d->mdrs[i].submitted_on)) {
			html_raw(h, ", submitted ");
			parts_date(h, d->mdrs[i].submitted_on);
		}
	}
	if (date_is_known(d->share_with_other_applicant_due)) {
		html_raw(h, "<br>Share with the other applicant by ");
		parts_date(h, d->share_with_other_applicant_due);
	}
	parts_term_end(h);
}

static void other_duties(const struct determination *d, struct html *h)
{
	parts_term(h, "21 CFR 814");
	if (!d->periodic_owed) {
		html_raw(h, "No periodic report is owed");
	} else {
		html_raw(h, "To be told in the periodic report");
		if (date_is_known(d->periodic_due)) {
			html_raw(h, " due ");
			parts_date(h, d->periodic_due);
		} else {
			html_raw(h, "; its day is set once the change is distributed");
		}
	}
	parts_term_end(h);
	parts_term(h, "FD&C Act 524B");
	parts_text(h, d->out_of_cycle_update	? "Update as soon as possible, out of cycle"
		      : d->regular_cycle_update ? "Update on the regular cycle"
						: "No duty of a cyber device");
	parts_term_end(h);
	parts_term(h, "Keep the file until");
	if (d->retention_rule != RETENTION_NONE) {
		parts_date(h, d->retention_until);
		html_raw(h, ": ");
	}
	parts_text(h, words_retention(d->retention_rule));
	parts_term_end(h);
}

void html_obligations(const struct casefile_report *r, struct html *h)
{
	static const char *const columns[] = { "Obligation", "To", "Clock started", "Due", "State", "Basis" };
	const struct determination *d = r->determination;

	parts_section(h, "obligations", "Obligations");
	if (r->obligation_count) {
		parts_table(h, "What is owed, the soonest first", columns, COUNT(columns));
		for (size_t i = 0; i < r->obligation_count; i++)
			obligation_row(&r->obligations[i], h);
		parts_table_end(h);
	} else {
		html_raw(h, "<p>Nothing is owed.</p>\n");
	}
	html_raw(h, "<h3>Under each regulation</h3>\n<dl class=\"facts wide\">\n");
	report_806(d, h);
	report_803(d, h);
	other_duties(d, h);
	html_raw(h, "</dl>\n");
	parts_section_end(h);
}
