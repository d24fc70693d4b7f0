/*
 * casefile_risk - the assessments, the four conditions with their clocks, and why the rules say so.
 */
#include "reports/casefile_sections.h"
#include "reports/casefile_words.h"

static void judgement(
    const struct casefile_report *r, const struct assessment_fact *a, bool after, struct document *d)
{
	enum exploitability x = after ? a->exploitability_after : a->exploitability;
	enum severity s = after ? a->severity_after : a->severity;

	document_cell(d);
	if (!x && !s) {
		document_text_or_dash(d, STR(""));
		return;
	}
	document_put(d, RUN_STRONG, str_of(words_exploitability(x)));
	document_say(d, " \xc3\x97 ");
	document_put(d, RUN_STRONG, str_of(words_severity(s)));
	document_break(d);
	document_put(d, RUN_NOTE,
	    str_of(s == SEVERITY_NO_HARM ? "no patient harm: controlled"
					 : words_cell(casefile_report_cell(r, a, after))));
}

/* What the base metrics alone come to is told where the device's own make it another number. */
static void put_vector(const struct report_cvss *c, struct document *d)
{
	if (c->band != CVSS_UNSCORED) {
		document_printf(d, RUN_STRONG, "%d.%d %s", c->scores.score / 10, c->scores.score % 10,
		    cvss_band_name(c->band));
		document_say(d, " ");
		document_printf(d, RUN_NOTE, "%s %s", c->called, cvss_version_name(c->version));
		if (c->scores.environmental >= 0 || c->scores.score != c->scores.base)
			document_printf(
			    d, RUN_NOTE, ", base %d.%d", c->scores.base / 10, c->scores.base % 10);
		document_break(d);
	}
	document_put(d, RUN_CODE, c->vector);
}

static void put_score(const struct report_assessment *a, struct document *d)
{
	document_cell(d);
	if (!a->cvss.vector.len && !a->cvss_after.vector.len)
		document_text_or_dash(d, STR(""));
	if (a->cvss.vector.len)
		put_vector(&a->cvss, d);
	if (!a->cvss_after.vector.len)
		return;
	if (a->cvss.vector.len)
		document_break(d);
	document_put(d, RUN_NOTE, STR("with the controls"));
	document_break(d);
	put_vector(&a->cvss_after, d);
}

static void put_approvers(const struct names *names, struct document *d)
{
	document_cell(d);
	if (!names->count)
		document_text_or_dash(d, STR(""));
	for (size_t i = 0; i < names->count; i++) {
		if (i)
			document_break(d);
		document_text(d, names->items[i]);
	}
}

static void assessment_texts(const struct report_assessment *a, struct document *d)
{
	document_row(d, ROW_UNDER);
	document_cell(d);
	document_field(d, "rationale", STR("Rationale"));
	document_text_or_dash(d, a->fact->rationale);
	if (a->hazardous_situation.len) {
		document_field(d, "hazardous_situation", STR("Hazardous situation"));
		document_text(d, a->hazardous_situation);
	}
}

static void assessment_row(
    const struct casefile_report *r, const struct report_assessment *a, struct document *d)
{
	document_row(d, ROW_PLAIN);
	document_cell(d);
	document_date(d, a->fact->on);
	document_break(d);
	document_printf(d, RUN_NOTE, "record %lld%s", (long long)a->record->record->id,
	    a == r->current && r->assessment_count > 1 ? ", counts today" : "");
	judgement(r, a->fact, false, d);
	judgement(r, a->fact, true, d);
	put_score(a, d);
	put_approvers(&a->fact->approvers, d);
	assessment_texts(a, d);
}

/* What is known of the vulnerability elsewhere: to be read, and no rule reads it. */
static void shown_beside(const struct casefile_report *r, struct document *d)
{
	if (!r->beside_count)
		return;
	document_list(d, LIST_PLAIN, STR("Beside the assessment, today; nothing of it decides"));
	for (size_t i = 0; i < r->beside_count; i++) {
		document_item(d);
		document_text(d, r->beside[i]);
	}
}

static void changes_since(const struct casefile_report *r, struct document *d)
{
	if (!r->since_count)
		return;
	document_list(d, LIST_ALERT, STR("Changed since the assessment that counts: to be assessed again"));
	for (size_t i = 0; i < r->since_count; i++) {
		document_item(d);
		document_text(d, r->since[i]);
	}
}

void casefile_assessment(const struct casefile_report *r, struct document *d)
{
	static const struct table_column columns[] = { { .title = "Assessed" },
		{ .title = "Before controls" }, { .title = "After controls" }, { .title = "CVSS of record" },
		{ .title = "Approved by" } };

	document_section(d, "assessment", "Assessment", "Assessment");
	if (r->assessment_count) {
		document_table(
		    d, STR("Exploitability \xc3\x97 severity of patient harm"), columns, COUNT(columns));
		for (size_t i = 0; i < r->assessment_count; i++)
			assessment_row(r, &r->assessments[i], d);
	} else {
		document_paragraph(d, TONE_PLAIN);
		document_say(d, "Not assessed yet. Until it is, the clocks run as for an uncontrolled risk.");
	}
	shown_beside(r, d);
	changes_since(r, d);
	casefile_matrix(r, d);
}

static void condition_row(int number, const struct condition_result *c, struct document *d)
{
	static const enum run_shape shapes[] = { SHAPE_OPEN, SHAPE_DONE, SHAPE_LATE };

	_Static_assert(COUNT(shapes) == CONDITION_STATE_COUNT, "a shape for every state");
	document_row(d, ROW_PLAIN);
	document_cell(d);
	document_printf(d, RUN_PLAIN, "%d. %s", number + 1, words_condition((enum condition_id)number));
	document_cell(d);
	document_state(d, shapes[c->state], condition_state_word(c->state));
	document_cell(d);
	document_date(d, c->on);
	document_cell(d);
	document_date(d, c->due);
	document_cell(d);
	document_text(d, c->why);
}

static void reading(const char *caption, const struct reading *r, const char *governs, struct document *d)
{
	static const struct table_column columns[] = { { .title = "Condition", .percent = 27 },
		{ .title = "State" }, { .title = "Since" }, { .title = "Last day" }, { .title = "Why" } };

	if (!r->has_conditions)
		return;
	document_table(d, str_of(caption), columns, COUNT(columns));
	for (int i = 0; i < CONDITION_COUNT; i++)
		condition_row(i, &r->conditions[i], d);
	document_paragraph(d, TONE_PLAIN);
	document_say(d, "Enforcement discretion ");
	document_put(d, RUN_STRONG, str_of(words_discretion(r->discretion)));
	document_say(d, ". ");
	document_say(d, governs);
}

/* Does it govern, where there are two? */
static const char *governing(const struct determination *det, const struct reading *r)
{
	return r->day_0.days == det->reading.day_0.days ? "This reading governs." : "";
}

void casefile_conditions(const struct casefile_report *r, struct document *d)
{
	const struct determination *det = r->determination;

	document_section(d, "conditions", "Conditions and clocks", "Conditions");
	if (!det->clock_runs) {
		document_paragraph(d, TONE_PLAIN);
		document_say(d,
		    "No condition has to be met and no clock runs: they belong to uncontrolled risks within "
		    "the scope of the guidance.");
	} else if (!det->two_readings) {
		reading("The four conditions of the guidance, VII.B", &det->reading, "", d);
	} else {
		reading("Read literally: from the day of learning", &det->literal,
		    governing(det, &det->literal), d);
		reading("Restarted: from the day it became uncontrolled", &det->restart,
		    governing(det, &det->restart), d);
	}
	casefile_timeline(r, d);
}

static void put_facts(const struct reason *reason, struct document *d)
{
	document_cell(d);
	for (size_t i = 0; i < reason->fact_count; i++) {
		if (i)
			document_break(d);
		document_put(d, RUN_CODE, reason->facts[i]);
	}
	if (!reason->fact_count)
		document_text_or_dash(d, STR(""));
}

void casefile_reasons(const struct casefile_report *r, struct document *d)
{
	static const struct table_column columns[] = { { .title = "Rule" },
		{ .title = "What it says", .percent = 36 }, { .title = "Basis" },
		{ .title = "Facts it rests on", .percent = 32 } };
	const struct determination *det = r->determination;

	document_section(d, "reasons", "Reasons", "Reasons");
	document_table(d, STR("Every rule that decided, in order"), columns, COUNT(columns));
	for (size_t i = 0; i < det->reason_count; i++) {
		const struct reason *reason = &det->rationale[i];

		document_row(d, ROW_PLAIN);
		document_cell(d);
		document_put(d, RUN_WHOLE, str_of(reason->rule));
		document_cell(d);
		document_say(d, reason->says);
		document_cell(d);
		document_cites(d, reason->cites);
		put_facts(reason, d);
	}
}
