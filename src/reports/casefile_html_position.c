/*
 * casefile_html_position - where the casefile stands: risk, reporting, what is due next, and what a person
 * should look at now.
 */
#include "base/number.h"
#include "reports/casefile_html_parts.h"
#include "reports/casefile_words.h"

static void card(struct html *h, const char *term)
{
	html_raw(h, "<div class=\"card\"><dt>");
	parts_text(h, term);
	html_raw(h, "</dt><dd>");
}

static void card_note(struct html *h)
{
	html_raw(h, "</dd><dd class=\"note\">");
}

static void card_end(struct html *h)
{
	html_raw(h, "</dd></div>\n");
}

static void risk_card(const struct determination *d, struct html *h)
{
	card(h, "Risk of patient harm");
	parts_text(h, words_risk(d->risk));
	card_note(h);
	if (d->borderline)
		html_raw(h, "a borderline cell; ");
	if (d->scope != SCOPE_IN) {
		parts_text(h, words_scope(d->scope));
	} else {
		html_raw(h, "after controls: ");
		parts_text(h, d->risk_after == RISK_UNDETERMINED ? "not assessed" : risk_word(d->risk_after));
	}
	card_end(h);
}

static void days_overdue(const struct reading *r, struct html *h)
{
	if (r->days_overdue > 0)
		html_printf(h, ", %lld day%s overdue", (long long)r->days_overdue, PLURAL(r->days_overdue));
}

static void report_card(const struct determination *d, struct html *h)
{
	card(h, "Report under 21 CFR 806");
	parts_text(h, words_806(d->reading.report_806));
	card_note(h);
	if (date_is_known(d->reading.report_806_due)) {
		html_raw(h, "due ");
		parts_date(h, d->reading.report_806_due);
		days_overdue(&d->reading, h);
	} else {
		html_raw(h, "enforcement discretion ");
		parts_text(h, words_discretion(d->reading.discretion));
	}
	card_end(h);
}

static void clock_card(const struct determination *d, struct html *h)
{
	const struct reading *r = &d->reading;

	card(h, "Clock");
	if (!d->clock_runs || !date_is_known(r->day_0)) {
		html_raw(h, "No clock runs");
		card_note(h);
		html_raw(h, "30 and 60 days count for uncontrolled risk only");
	} else {
		html_printf(h, "Day %d", d->today.days - r->day_0.days);
		card_note(h);
		html_raw(h, "day 30 is ");
		parts_date(h, r->day30);
		html_raw(h, ", day 60 is ");
		parts_date(h, r->day60);
	}
	card_end(h);
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

static void due_card(const struct casefile_report *r, struct html *h)
{
	const struct obligation *o = next_due(r);

	card(h, "Due next");
	if (o) {
		parts_date(h, o->due);
		card_note(h);
		parts_text(h, words_obligation(o->kind));
		if (o->state == OBLIGATION_OVERDUE)
			html_raw(h, ", overdue");
	} else {
		html_raw(h, "Nothing with a day");
		card_note(h);
		parts_text(h, owes_without_day(r) ? "what has no day is listed below" : "nothing is owed");
	}
	card_end(h);
}

static void notices(const struct determination *d, struct html *h)
{
	if (!d->final)
		html_raw(h, "<p class=\"alert\"><strong>Not final.</strong> Facts or decisions listed as "
			    "missing can change this.</p>\n");
	if (!d->warning_count)
		return;
	html_raw(h, "<div class=\"alert\">\n<h3>To look at now</h3>\n<ul>\n");
	for (size_t i = 0; i < d->warning_count; i++) {
		html_raw(h, "<li>");
		html_text(h, d->warnings[i].says);
		html_raw(h, "</li>\n");
	}
	html_raw(h, "</ul>\n</div>\n");
}

static void missing(const struct determination *d, struct html *h)
{
	if (!d->missing_count)
		return;
	html_raw(h, "<h3>Missing facts and decisions</h3>\n<ul class=\"keys\">\n");
	for (size_t i = 0; i < d->missing_count; i++) {
		html_raw(h, "<li><code>");
		html_text(h, d->missing[i]);
		html_raw(h, "</code></li>\n");
	}
	html_raw(h, "</ul>\n");
}

void html_position(const struct casefile_report *r, struct html *h)
{
	const struct determination *d = r->determination;

	parts_section(h, "position", "Position");
	html_raw(h, "<dl class=\"cards\">\n");
	risk_card(d, h);
	report_card(d, h);
	clock_card(d, h);
	due_card(r, h);
	html_raw(h, "</dl>\n");
	notices(d, h);
	missing(d, h);
	parts_section_end(h);
}
