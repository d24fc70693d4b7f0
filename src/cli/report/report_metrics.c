/*
 * report_metrics - the measures of the programme over a period: drafts, and numbered editions.
 */
#include "actions/clock.h"
#include "actions/duties/metrics_edition.h"
#include "cli/command.h"
#include "cli/document_output.h"
#include "cli/print.h"
#include "cli/session.h"
#include "reports/metrics/metrics_report.h"

static const struct option_spec specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "from", OPTION_DATE, NULL },
	{ "to", OPTION_DATE, NULL },
	{ "slice", OPTION_VALUE,
	    "device|release|severity|exploitability|risk|component-type|kev|source|month|quarter|year" },
	{ "unit", OPTION_VALUE, "finding|device|vulnerability" },
	{ "device", OPTION_VALUE, NULL },
	{ "issue", OPTION_FLAG, NULL },
	{ "format", OPTION_VALUE, "table|html|pdf|json|csv" },
	{ "paper", OPTION_VALUE, "a4|letter" },
	{ "output", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool read_asked(const struct options *o, struct db *db, struct metrics_asked *out, struct err *e)
{
	struct metrics_words words = { { options_date(o, "from"), options_date(o, "to") },
		options_text(o, "unit"), options_text(o, "slice"), options_text(o, "device") };

	return metrics_ask(db, &words, instant_now(), out, e);
}

static void print_count(struct print_table *t, int64_t n, bool known)
{
	if (known)
		print_cell_int(t, n);
	else
		print_cell(t, STR("-"));
}

static void print_parts(struct app *app, const struct metrics_report *r, struct arena *arena)
{
	static const struct print_column columns[] = { { "findings", false }, { "identified", true },
		{ "patched", true }, { "M1", true }, { "M1b", true }, { "M1-flow", true },
		{ "M2 mean", true }, { "median", true }, { "n", true }, { "estimate", true },
		{ "open", true }, { "oldest", true }, { NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);

	for (size_t i = 0; i < r->part_count; i++) {
		const struct patching *p = &r->parts[i].patching;

		print_cell(t, r->parts[i].name);
		print_cell_int(t, p->patched.whole);
		print_cell_int(t, p->patched.part);
		print_cell(t, figure_percent(p->patched, arena));
		print_cell(t, figure_percent(p->dealt_with, arena));
		print_cell(t, figure_percent(p->flow, arena));
		print_cell(t, figure_mean(&p->duration, arena));
		print_cell(t, figure_median(&p->duration, arena));
		print_cell_int(t, p->duration.count);
		print_count(t, p->estimate, p->estimate != SURVIVAL_NONE);
		print_cell_int(t, p->open);
		print_count(t, p->oldest, p->open > 0);
	}
	print_table_write(t, app->out);
}

static void print_programme(struct app *app, const struct metrics_report *r)
{
	static const struct print_column columns[] = { { "id", false }, { "measure", false },
		{ "value", false }, { "basis", false }, { NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);

	for (size_t i = 0; i < r->measure_count; i++) {
		print_cell(t, str_of(r->measures[i].id));
		print_cell(t, str_of(r->measures[i].name));
		print_cell(t, r->measures[i].value);
		print_cell(t, r->measures[i].basis);
	}
	print_table_write(t, app->out);
}

static void print_definitions(struct app *app, const struct definition *d)
{
	for (; d->id; d++)
		print_line(app->out, "%s, %s: %s", d->id, d->name, d->says);
}

static void print_report(struct app *app, const struct metrics_report *r, struct arena *arena)
{
	const struct metrics *m = r->metrics;
	struct str edition = metrics_edition(m, arena), m3 = metrics_m3(r, arena),
		   rate = metrics_rate(r, arena);
	char from[DATE_TEXT_SIZE], to[DATE_TEXT_SIZE];

	print_line(app->out, "%s to %s, unit %s, " STR_FMT, date_write(m->window.from, from),
	    date_write(m->window.to, to), metric_unit_word(m->unit), STR_ARG(edition));
	print_parts(app, r, arena);
	print_line(app->out, "M3: " STR_FMT, STR_ARG(m3));
	print_line(app->out, "patching capability: " STR_FMT, STR_ARG(rate));
	fputc('\n', app->out);
	print_programme(app, r);
	fputs("\nas defined:\n", app->out);
	print_definitions(app, patching_definitions);
	print_definitions(app, programme_definitions);
}

/* The digest is recorded before anybody gets the file. */
static bool issue(
    struct app *app, const struct options *o, struct db *db, const struct metrics_asked *asked, struct err *e)
{
	struct document_shape shape = document_output_shape(o);
	struct metrics_edition edition;
	SCOPED_ARENA arena = { 0 };

	if (!metrics_edition_issue(db, asked, &shape, session_by(o), &arena, &edition, e) ||
	    !document_output_put(app, o, edition.bytes, e))
		return false;
	print_line(app->err, "aftercare: edition %lld", (long long)edition.number);
	return true;
}

static bool wants_table(const struct options *o)
{
	const char *format = options_value(o, "format");

	return format ? str_eq(str_of(format), STR("table")) : !options_has(o, "output");
}

static bool show(struct app *app, const struct options *o, struct err *e)
{
	static const char *const needed[] = { "from", "to", NULL };
	enum db_mode mode = options_has(o, "issue") ? DB_CHANGE : DB_READ;
	struct metrics_report report;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct metrics_asked asked;
	struct metrics m;

	if (!options_words(o, 0, 0, "nothing", e) || !options_needed(o, needed, e))
		return false;
	if (wants_table(o) && (options_has(o, "issue") || options_has(o, "output")))
		return err_fail(e, ERR_USAGE, "--issue and --output take --format html, pdf, json or csv");
	if (!session_open(o, mode, &db, e) || !read_asked(o, db, &asked, e))
		return false;
	if (options_has(o, "issue"))
		return issue(app, o, db, &asked, e);
	if (!metrics_gather(db, &asked, instant_now(), &arena, &m, e))
		return false;
	metrics_report_make(&m, &arena, &report);
	if (!wants_table(o))
		return document_output(app, o, metrics_report_document(&report, &arena),
		    &(struct document_object){ metrics_write_json, &report }, e);
	print_report(app, &report, &arena);
	return true;
}

static int run(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, show);
}

const struct command command_report_metrics = {
	.name = "report metrics",
	.synopsis =
	    "--from DATE --to DATE [--slice device|release|severity|exploitability|risk|component-type|"
	    "kev|source|month|quarter|year]\n"
	    "       [--unit finding|device|vulnerability] [--device NAME] [--issue]\n"
	    "       [--format table|html|pdf|json|csv] [--paper a4|letter] [--output FILE]",
	.summary = "measures of the programme: patched, how fast, how far in the field, and others",
	.help =
	    "Everything as it stood at the end of the period; each measure with the definition it used. "
	    "What the store has no\ndata of is n/a, never 0. --issue makes a numbered edition and keeps its "
	    "digest in the audit trail; figures that\nchange later make another edition.\n",
	.options = specs,
	.run = run,
};
