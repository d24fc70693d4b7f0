/*
 * casefile_html_risk - the assessments, the four conditions with their clocks, and why the rules say so.
 */
#include "reports/casefile_html_parts.h"
#include "reports/casefile_words.h"

static void judgement(
    const struct casefile_report *r, const struct assessment_fact *a, bool after, struct html *h)
{
	enum exploitability x = after ? a->exploitability_after : a->exploitability;
	enum severity s = after ? a->severity_after : a->severity;

	if (!x && !s) {
		parts_text_or_dash(h, STR(""));
		return;
	}
	html_raw(h, "<strong>");
	parts_text(h, words_exploitability(x));
	html_raw(h, "</strong> \xc3\x97 <strong>");
	parts_text(h, words_severity(s));
	html_raw(h, "</strong><br><span class=\"note\">");
	parts_text(h, s == SEVERITY_NO_HARM ? "no patient harm: controlled"
					    : words_cell(casefile_report_cell(r, a, after)));
	html_raw(h, "</span>");
}

static void put_score(const struct report_assessment *a, struct html *h)
{
	if (!a->vector.len) {
		parts_text_or_dash(h, a->vector);
		return;
	}
	if (a->band != CVSS_UNSCORED) {
		html_raw(h, "<strong>");
		html_printf(
		    h, "%d.%d %s", a->scores.score / 10, a->scores.score % 10, cvss_band_name(a->band));
		html_raw(h, "</strong> <span class=\"note\">CVSS ");
		parts_text(h, cvss_version_name(a->version));
		html_raw(h, "</span><br>");
	}
	html_raw(h, "<code>");
	html_text(h, a->vector);
	html_raw(h, "</code>");
}

static void put_approvers(const struct names *names, struct html *h)
{
	if (!names->count)
		parts_text_or_dash(h, STR(""));
	for (size_t i = 0; i < names->count; i++) {
		if (i)
			html_raw(h, "<br>");
		html_text(h, names->items[i]);
	}
}

static void assessment_texts(const struct report_assessment *a, struct html *h)
{
	html_raw(h, "<tr class=\"under\"><td></td><td colspan=\"4\"><dl class=\"prose\">");
	parts_term(h, "Rationale");
	parts_text_or_dash(h, a->fact->rationale);
	parts_term_end(h);
	if (a->hazardous_situation.len) {
		parts_term(h, "Hazardous situation");
		html_text(h, a->hazardous_situation);
		parts_term_end(h);
	}
	html_raw(h, "</dl></td></tr>\n");
}

static void assessment_row(const struct casefile_report *r, const struct report_assessment *a, struct html *h)
{
	html_raw(h, "<tr><th scope=\"row\">");
	parts_date(h, a->fact->on);
	html_raw(h, "<br><span class=\"note\">");
	html_printf(h, "record %lld%s", (long long)a->record->record->id,
	    a == r->current && r->assessment_count > 1 ? ", counts today" : "");
	html_raw(h, "</span></th><td>");
	judgement(r, a->fact, false, h);
	html_raw(h, "</td><td>");
	judgement(r, a->fact, true, h);
	html_raw(h, "</td><td>");
	put_score(a, h);
	html_raw(h, "</td><td>");
	put_approvers(&a->fact->approvers, h);
	html_raw(h, "</td></tr>\n");
	assessment_texts(a, h);
}

void html_assessment(const struct casefile_report *r, struct html *h)
{
	static const char *const columns[] = { "Assessed", "Before controls", "After controls",
		"CVSS of record", "Approved by" };

	parts_section(h, "assessment", "Assessment");
	if (r->assessment_count) {
		parts_table(h, "Exploitability \xc3\x97 severity of patient harm", columns, COUNT(columns));
		for (size_t i = 0; i < r->assessment_count; i++)
			assessment_row(r, &r->assessments[i], h);
		parts_table_end(h);
	} else {
		html_raw(
		    h, "<p>Not assessed yet. Until it is, the clocks run as for an uncontrolled risk.</p>\n");
	}
	html_matrix(r, h);
	parts_section_end(h);
}

static void condition_row(int number, const struct condition_result *c, struct html *h)
{
	static const enum part_shape shapes[] = { SHAPE_OPEN, SHAPE_DONE, SHAPE_LATE };

	_Static_assert(COUNT(shapes) == CONDITION_STATE_COUNT, "a shape for every state");
	html_raw(h, "<tr><th scope=\"row\">");
	html_printf(h, "%d. %s", number + 1, words_condition((enum condition_id)number));
	html_raw(h, "</th><td>");
	parts_state(h, shapes[c->state], condition_state_word(c->state));
	html_raw(h, "</td><td>");
	parts_date(h, c->on);
	html_raw(h, "</td><td>");
	parts_date(h, c->due);
	html_raw(h, "</td><td>");
	html_text(h, c->why);
	html_raw(h, "</td></tr>\n");
}

static void reading(const char *caption, const struct reading *r, const char *governs, struct html *h)
{
	static const char *const columns[] = { "Condition", "State", "Since", "Last day", "Why" };

	if (!r->has_conditions)
		return;
	parts_table(h, caption, columns, COUNT(columns));
	for (int i = 0; i < CONDITION_COUNT; i++)
		condition_row(i, &r->conditions[i], h);
	parts_table_end(h);
	html_raw(h, "<p>Enforcement discretion <strong>");
	parts_text(h, words_discretion(r->discretion));
	html_raw(h, "</strong>. ");
	parts_text(h, governs);
	html_raw(h, "</p>\n");
}

/* Does it govern, where there are two? */
static const char *governing(const struct determination *d, const struct reading *r)
{
	return r->day_0.days == d->reading.day_0.days ? "This reading governs." : "";
}

void html_conditions(const struct casefile_report *r, struct html *h)
{
	const struct determination *d = r->determination;

	parts_section(h, "conditions", "Conditions and clocks");
	if (!d->clock_runs)
		html_raw(h,
		    "<p>No condition has to be met and no clock runs: they belong to uncontrolled risks "
		    "within the scope of the guidance.</p>\n");
	else if (!d->two_readings)
		reading("The four conditions of the guidance, VII.B", &d->reading, "", h);
	else {
		reading(
		    "Read literally: from the day of learning", &d->literal, governing(d, &d->literal), h);
		reading("Restarted: from the day it became uncontrolled", &d->restart,
		    governing(d, &d->restart), h);
	}
	html_timeline(r, h);
	parts_section_end(h);
}

static void put_facts(const struct reason *reason, struct html *h)
{
	for (size_t i = 0; i < reason->fact_count; i++) {
		html_raw_str(h, i ? STR("<br><code>") : STR("<code>"));
		html_text(h, reason->facts[i]);
		html_raw(h, "</code>");
	}
	if (!reason->fact_count)
		parts_text_or_dash(h, STR(""));
}

void html_reasons(const struct casefile_report *r, struct html *h)
{
	static const char *const columns[] = { "Rule", "What it says", "Basis", "Facts it rests on" };
	const struct determination *d = r->determination;

	parts_section(h, "reasons", "Reasons");
	parts_table(h, "Every rule that decided, in order", columns, COUNT(columns));
	for (size_t i = 0; i < d->reason_count; i++) {
		const struct reason *reason = &d->rationale[i];

		html_raw(h, "<tr><th scope=\"row\">");
		parts_text(h, reason->rule);
		html_raw(h, "</th><td>");
		parts_text(h, reason->says);
		html_raw(h, "</td><td>");
		parts_cites(h, reason->cites);
		html_raw(h, "</td><td>");
		put_facts(reason, h);
		html_raw(h, "</td></tr>\n");
	}
	parts_table_end(h);
	parts_section_end(h);
}
