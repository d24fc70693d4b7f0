/*
 * aftercare decide - the rules alone: facts in, a determination out. No store, no clock.
 */
#include <inttypes.h>

#include "actions/decide_facts.h"
#include "base/buf.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/print.h"
#include "formats/input.h"
#include "formats/json_write.h"
#include "limits.h"
#include "reports/determination_json.h"

static const struct option_spec specs[] = {
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static const char *date_or_dash(struct date d, char text[DATE_TEXT_SIZE])
{
	return date_is_known(d) ? date_write(d, text) : "-";
}

static void print_line(struct app *app, const char *name, const char *value)
{
	if (value)
		fprintf(app->out, "%-14s %s\n", name, value);
}

static void print_date(struct app *app, const char *name, struct date d)
{
	char text[DATE_TEXT_SIZE];

	if (date_is_known(d))
		print_line(app, name, date_write(d, text));
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
	if (r->days_overdue > 0)
		fprintf(app->out, ", %" PRId64 " days overdue", r->days_overdue);
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

static void print_obligations(struct app *app, const struct decided *all)
{
	static const struct print_column columns[] = { { "DUE", false }, { "STATE", false },
		{ "OBLIGATION", false }, { "TO", false }, { "STARTED", false }, { "MET", false },
		{ "BASIS", false }, { NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);
	char text[DATE_TEXT_SIZE];

	for (size_t i = 0; i < all->obligation_count; i++) {
		const struct obligation *o = &all->obligations[i];

		print_cell(t, str_of(date_or_dash(o->due, text)));
		print_cell(t, str_of(obligation_state_word(o->state)));
		print_cell(t, str_of(obligation_kind_word(o->kind)));
		print_cell(t, str_of(obligation_to(o->kind)));
		print_cell(t, str_of(date_or_dash(o->starts, text)));
		print_cell(t, str_of(date_or_dash(o->met_on, text)));
		print_cell(t, str_of(obligation_cites(o->kind)));
	}
	if (all->obligation_count > 0)
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
	print_line(app, "final", d->final ? "yes" : "no");
	print_date(app, "day 30", d->reading.day30);
	print_date(app, "day 60", d->reading.day60);
	print_line(app, "discretion", discretion_word(d->reading.discretion));
	print_line(app, "report 806", report_806_word(d->reading.report_806));
	print_date(app, "  due", d->reading.report_806_due);
	if (d->report_806_number.len > 0) {
		fprintf(app->out, "%-14s ", "  number");
		print_text(app->out, d->report_806_number);
		putc('\n', app->out);
	}
	print_date(app, "  amendment", d->amendment_806_due);
	print_line(app, "record 806.20", d->record_806_20 ? "yes" : "no");
	print_line(app, "recall class", recall_class_word(d->proposed_recall_class));
	print_date(app, "keep until", d->retention_until);
	if (d->reopened)
		print_line(app, "reopened", "yes");
}

static void print_reasons(struct app *app, const struct determination *d)
{
	for (size_t i = 0; i < d->warning_count; i++)
		fprintf(app->out, "%s  %s: " STR_FMT "\n", i ? "" : "\nWarnings:\n", d->warnings[i].id,
		    STR_ARG(d->warnings[i].says));
	for (size_t i = 0; i < d->reason_count; i++)
		fprintf(app->out, "%s  %-9s %s [%s]\n", i ? "" : "\nReasons:\n", d->rationale[i].rule,
		    d->rationale[i].says, d->rationale[i].cites);
	for (size_t i = 0; i < d->missing_count; i++) {
		fputs(i ? "  " : "\nMissing:\n  ", app->out);
		print_text(app->out, d->missing[i]);
		putc('\n', app->out);
	}
}

static bool print_json(struct app *app, const struct decided *all, struct err *e)
{
	struct json_out *w = json_out_file(app->out, true);

	determination_write_json(&all->determination, all->obligations, all->obligation_count, w);
	return json_out_close(w) || err_fail(e, ERR_IO, "the output could not be written");
}

/* One byte more than the limit is enough to tell that it is passed. */
static bool read_stdin(struct app *app, struct buf *to, struct err *e)
{
	char block[16384];
	size_t len;

	while (!buf_full(to) && (len = fread(block, 1, sizeof(block), app->in)) > 0)
		buf_add(to, (struct str){ block, len });
	return !ferror(app->in) || err_fail(e, ERR_IO, "stdin cannot be read");
}

static bool read_file(const char *path, struct buf *to, struct err *e)
{
	SCOPED_INPUT *in = NULL;
	char block[16384];
	size_t len;

	if (!input_open_file(path, &in, e))
		return false;
	while (!buf_full(to) && (len = input_read(in, block, sizeof(block))) > 0)
		buf_add(to, (struct str){ block, len });
	return input_finish(in, e);
}

static bool show(struct app *app, const struct options *o, struct err *e)
{
	const char *path, *format = options_value(o, "format");
	SCOPED_BUF text = buf_new(LIMIT_FACTS_BYTES);
	SCOPED_ARENA arena = { 0 };
	struct decided all;
	bool from_stdin;

	if (!options_words(o, 1, 1, "the facts", e))
		return false;
	options_values(o, NULL, &path, 1);
	from_stdin = strcmp(path, "-") == 0;
	if (from_stdin ? !read_stdin(app, &text, e) : !read_file(path, &text, e))
		return false;
	if (buf_full(&text))
		return err_fail(e, ERR_LIMIT, "%s: more than %d bytes", path, LIMIT_FACTS_BYTES);
	if (!decide_facts(buf_str(&text), &arena, &all, e))
		return err_within(e, "%s", from_stdin ? "stdin" : path);
	if (format && strcmp(format, "json") == 0)
		return print_json(app, &all, e);
	print_head(app, &all.determination);
	print_readings(app, &all.determination);
	print_obligations(app, &all);
	print_reasons(app, &all.determination);
	return true;
}

static int run(struct app *app, int argc, char **argv)
{
	SCOPED_OPTIONS o = { 0 };
	struct err e = { 0 };

	if (!options_parse(argc, argv, specs, &o, &e) || !show(app, &o, &e))
		return command_fails(app, &e);
	return 0;
}

const struct command command_decide = {
	.name = "decide",
	.synopsis = "FACTS.json [--format table|json]",
	.summary = "apply the rules to facts: risk, clocks, reporting position, obligations",
	.help = "Facts in, a determination out; nothing is stored and no clock is asked: \"today\" is a "
		"fact. \"-\" is\n"
		"stdin. An absent fact is unknown, not false, and what the result hangs on is listed as "
		"missing.\n"
		"The exit status is 0 whatever the outcome, and 3 for facts that cannot be read. The "
		"documents are\n"
		"described in docs/man/decide.md.\n",
	.run = run,
};
