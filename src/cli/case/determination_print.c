#include "cli/case/determination_print.h"

#include <inttypes.h>

#include "base/number.h"
#include "cli/print.h"
#include "formats/json_write.h"
#include "reports/casefile_words.h"
#include "reports/determination_json.h"

static const char *date_or_dash(struct date d, char text[DATE_TEXT_SIZE])
{
	return date_is_known(d) ? date_write(d, text) : "-";
}

static void print_field(struct app *app, const char *name, const char *value)
{
	if (value)
		fprintf(app->out, "%-14s %s\n", name, value);
}

static void print_date(struct app *app, const char *name, struct date d)
{
	char text[DATE_TEXT_SIZE];

	if (date_is_known(d))
		print_field(app, name, date_write(d, text));
}

static const char *borderline_mark(const struct determination *d)
{
	return d->borderline ? " (borderline)" : "";
}

static void print_reading(struct app *app, const char *title, const struct reading *r)
{
	char on[DATE_TEXT_SIZE], due[DATE_TEXT_SIZE];

	fprintf(app->out, "\n%s\n", title);
	for (int i = 0; r->has_conditions && i < CONDITION_COUNT; i++) {
		const struct condition_result *c = &r->conditions[i];

		fprintf(app->out, "  %-18s %-8s on %-10s due %-10s ", condition_word((enum condition_id)i),
		    condition_state_word(c->state), date_or_dash(c->on, on), date_or_dash(c->due, due));
		print_text(app->out, c->why);
		putc('\n', app->out);
	}
	fprintf(app->out, "  discretion %s, report under part 806 %s", discretion_word(r->discretion),
	    report_806_word(r->report_806));
	if (date_is_known(r->report_806_due))
		fprintf(app->out, ", due %s", date_write(r->report_806_due, due));
	if (date_is_known(r->report_806_due_if_lapsed))
		fprintf(app->out, ", due by %s if a condition fails",
		    date_write(r->report_806_due_if_lapsed, due));
	if (r->days_overdue > 0)
		fprintf(app->out, ", %" PRId64 " day%s overdue", r->days_overdue, PLURAL(r->days_overdue));
	putc('\n', app->out);
}

static void print_readings(struct app *app, const struct determination *d)
{
	if (!d->clock_runs)
		return;
	if (!d->two_readings) {
		print_reading(app, "The four conditions:", &d->reading);
		return;
	}
	print_reading(app, "From the day of learning (literal):", &d->literal);
	print_reading(app, "From the reclassification (restart):", &d->restart);
}

static void print_obligations(struct app *app, const struct obligation *obligations, size_t count)
{
	static const struct print_column columns[] = { { "DUE", false }, { "STATE", false },
		{ "OBLIGATION", false }, { "TO", false }, { "STARTED", false }, { "MET", false },
		{ "BASIS", false }, { NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);
	char text[DATE_TEXT_SIZE];
	size_t owed = 0;

	for (size_t i = 0; i < count; i++) {
		const struct obligation *o = &obligations[i];

		if (obligation_is_kept(o->kind))
			continue;
		owed++;
		print_cell(t, str_of(date_or_dash(o->due, text)));
		print_cell(t, str_of(obligation_state_word(o->state)));
		print_cell(t, str_of(obligation_kind_word(o->kind)));
		print_cell(t, str_of(obligation_to(o->kind)));
		print_cell(t, str_of(date_or_dash(o->starts, text)));
		print_cell(t, str_of(date_or_dash(o->met_on, text)));
		print_cell(t, str_of(obligation_cites(o)));
	}
	if (owed > 0) {
		putc('\n', app->out);
		print_table_write(t, app->out);
	}
}

/* What is kept through a day, apart from what is done by one. */
static void print_kept(struct app *app, const struct obligation *obligations, size_t count)
{
	static const struct print_column columns[] = { { "KEPT UNTIL", false }, { "STATE", false },
		{ "WHAT", false }, { "SINCE", false }, { "HOW LONG", false }, { "BASIS", false },
		{ NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);
	char text[DATE_TEXT_SIZE];

	for (size_t i = 0; i < count; i++) {
		const struct obligation *o = &obligations[i];

		if (!obligation_is_kept(o->kind))
			continue;
		print_cell(t, str_of(date_or_dash(o->until, text)));
		print_cell(t, str_of(obligation_state_word(o->state)));
		print_cell(t, str_of(obligation_kind_word(o->kind)));
		print_cell(t, str_of(date_or_dash(o->starts, text)));
		print_cell(t, str_of(words_besides(o)));
		print_cell(t, str_of(obligation_cites(o)));
	}
	putc('\n', app->out);
	print_table_write(t, app->out);
}

static void print_head(struct app *app, const struct determination *d)
{
	char text[DATE_TEXT_SIZE];

	fprintf(app->out, "%-14s %s in ", "as of", date_write(d->today, text));
	print_text(app->out, d->time_zone);
	fprintf(app->out, ", rules " RULES_REGIME " version " RULES_VERSION ", policy ");
	print_text(app->out, d->policy_version);
	fprintf(app->out, "\n%-14s %s\n", "scope", scope_word(d->scope));
	fprintf(app->out, "%-14s %s%s, with controls %s\n", "risk", risk_word(d->risk), borderline_mark(d),
	    risk_word(d->risk_after));
	print_field(app, "final", d->final ? "yes" : "no");
	print_date(app, "day 30", d->reading.day30);
	print_date(app, "day 60", d->reading.day60);
	print_field(app, "discretion", discretion_word(d->reading.discretion));
	print_field(app, "report 806", report_806_word(d->reading.report_806));
	print_date(app, "  due", d->reading.report_806_due);
	if (date_is_known(d->reading.report_806_due_if_lapsed))
		fprintf(app->out, "%-14s due by %s if a condition fails%s\n", "  provisional",
		    date_write(d->reading.report_806_due_if_lapsed, text),
		    d->today.days > d->reading.report_806_due_if_lapsed.days ? ", which has passed: at once"
									     : "");
	if (d->report_806_number.len > 0) {
		fprintf(app->out, "%-14s ", "  number");
		print_text(app->out, d->report_806_number);
		putc('\n', app->out);
	}
	print_date(app, "  amendment", d->amendment_806_due);
	print_field(app, "record 806.20", d->record_806_20 ? "yes" : "no");
	print_field(app, "recall class", recall_class_word(d->proposed_recall_class));
	print_date(app, "keep until", d->retention_until);
	if (d->reopened)
		print_field(app, "reopened", "yes");
}

static void print_reasons(struct app *app, const struct determination *d)
{
	for (size_t i = 0; i < d->warning_count; i++) {
		fprintf(app->out, "%s  %s: ", i ? "" : "\nWarnings:\n", d->warnings[i].id);
		print_text(app->out, d->warnings[i].says);
		putc('\n', app->out);
	}
	for (size_t i = 0; i < d->reason_count; i++)
		fprintf(app->out, "%s  %-9s %s [%s]\n", i ? "" : "\nReasons:\n", d->rationale[i].rule,
		    d->rationale[i].says, d->rationale[i].cites);
	for (size_t i = 0; i < d->missing_count; i++) {
		fputs(i ? "  " : "\nMissing:\n  ", app->out);
		print_text(app->out, d->missing[i]);
		putc('\n', app->out);
	}
}

void determination_print(
    struct app *app, const struct determination *d, const struct obligation *obligations, size_t count)
{
	print_head(app, d);
	print_readings(app, d);
	print_obligations(app, obligations, count);
	print_kept(app, obligations, count);
	print_reasons(app, d);
}

bool determination_print_json(struct app *app, const struct determination *d,
    const struct obligation *obligations, size_t count, struct err *e)
{
	struct json_out *w = json_out_file(app->out, true);

	determination_write_json(d, obligations, count, w);
	return json_out_close(w) || err_fail(e, ERR_IO, "the output could not be written");
}
