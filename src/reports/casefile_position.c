/*
 * casefile_position - where the casefile stands: risk, reporting, what is due next, and what a person should
 * look at now.
 */
#include "base/number.h"
#include "reports/casefile_sections.h"
#include "reports/casefile_words.h"

static void risk_card(const struct determination *det, struct document *d)
{
	document_field(d, "risk", STR("Risk of patient harm"));
	document_say(d, words_risk(det->risk));
	document_field_note(d);
	if (det->borderline)
		document_say(d, "a borderline cell; ");
	if (det->scope != SCOPE_IN) {
		document_say(d, words_scope(det->scope));
	} else {
		document_say(d, "after controls: ");
		document_say(
		    d, det->risk_after == RISK_UNDETERMINED ? "not assessed" : risk_word(det->risk_after));
	}
}

static void report_card(const struct determination *det, struct document *d)
{
	const struct reading *r = &det->reading;

	document_field(d, "report_806", STR("Report under 21 CFR 806"));
	document_say(d, words_806(r->report_806));
	document_field_note(d);
	if (!date_is_known(r->report_806_due)) {
		document_say(d, "enforcement discretion ");
		document_say(d, words_discretion(r->discretion));
		if (date_is_known(r->report_806_due_if_lapsed)) {
			document_say(d, "; if a condition fails due ");
			document_date(d, r->report_806_due_if_lapsed);
		}
		return;
	}
	document_say(d, "due ");
	document_date(d, r->report_806_due);
	if (r->days_overdue > 0)
		document_printf(d, RUN_PLAIN, ", %lld day%s overdue", (long long)r->days_overdue,
		    PLURAL(r->days_overdue));
}

static void clock_card(const struct determination *det, struct document *d)
{
	const struct reading *r = &det->reading;

	document_field(d, "clock", STR("Clock"));
	if (!det->clock_runs || !date_is_known(r->day_0)) {
		document_say(d, "No clock runs");
		document_field_note(d);
		document_say(d, "30 and 60 days count for uncontrolled risk only");
		return;
	}
	document_printf(d, RUN_PLAIN, "Day %d", det->today.days - r->day_0.days);
	document_field_note(d);
	document_say(d, "day 30 is ");
	document_date(d, r->day30);
	document_say(d, ", day 60 is ");
	document_date(d, r->day60);
}

static const struct obligation *next_due(const struct casefile_report *r)
{
	for (size_t i = 0; i < r->obligation_count; i++) {
		const struct obligation *o = &r->obligations[i];

		if (date_is_known(o->due) && (o->state == OBLIGATION_OPEN || o->state == OBLIGATION_OVERDUE))
			return o;
	}
	return NULL;
}

static bool owes_without_day(const struct casefile_report *r)
{
	for (size_t i = 0; i < r->obligation_count; i++)
		if (r->obligations[i].state == OBLIGATION_OPEN)
			return true;
	return false;
}

static void due_card(const struct casefile_report *r, struct document *d)
{
	const struct obligation *o = next_due(r);

	document_field(d, "due_next", STR("Due next"));
	if (o) {
		document_date(d, o->due);
		document_field_note(d);
		document_say(d, words_obligation(o->kind));
		if (o->state == OBLIGATION_OVERDUE)
			document_say(d, ", overdue");
	} else {
		document_say(d, "Nothing with a day");
		document_field_note(d);
		document_say(d, owes_without_day(r) ? "what has no day is listed below" : "nothing is owed");
	}
}

static void notices(const struct determination *det, struct document *d)
{
	if (!det->final) {
		document_paragraph(d, TONE_ALERT);
		document_put(d, RUN_STRONG, STR("Not final."));
		document_say(d, " Facts or decisions listed as missing can change this.");
	}
	if (!det->warning_count)
		return;
	document_list(d, LIST_ALERT, STR("To look at now"));
	for (size_t i = 0; i < det->warning_count; i++) {
		document_item(d);
		document_text(d, det->warnings[i].says);
	}
}

static void missing(const struct determination *det, struct document *d)
{
	if (!det->missing_count)
		return;
	document_list(d, LIST_KEYS, STR("Missing facts and decisions"));
	for (size_t i = 0; i < det->missing_count; i++) {
		document_item(d);
		document_put(d, RUN_CODE, det->missing[i]);
	}
}

void casefile_position(const struct casefile_report *r, struct document *d)
{
	const struct determination *det = r->determination;

	document_section(d, "position", "Position", "Position");
	document_fields(d, FIELDS_CARDS);
	risk_card(det, d);
	report_card(det, d);
	clock_card(det, d);
	due_card(r, d);
	notices(det, d);
	missing(det, d);
}
