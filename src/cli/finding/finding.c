#include "actions/findings/finding_filter.h"
#include "actions/findings/finding_history_json.h"
#include "actions/findings/finding_report.h"

#include "actions/clock.h"
#include "actions/firm_day.h"
#include "actions/matching/caveats.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/finding/scan_output.h"
#include "cli/print.h"
#include "cli/session.h"
#include "cli/warnings.h"
#include "reports/scan_statement.h"
#include "store/aliases.h"
#include "store/coverage.h"

#define STATES "affected|platform_not_in_sbom|under_investigation|fixed|not_affected|withdrawn"

static const struct option_spec list_specs[] = {
	SESSION_STORE_OPTION,
	{ "device", OPTION_VALUE, NULL },
	{ "release", OPTION_VALUE, NULL },
	{ "component", OPTION_VALUE, NULL },
	{ "vulnerability", OPTION_VALUE, NULL },
	{ "status", OPTION_MANY, STATES },
	{ "proposals", OPTION_FLAG, NULL },
	{ "today", OPTION_DATE, NULL },
	SCAN_OUTPUT_OPTIONS,
	WARNINGS_OPTION,
	{ NULL, OPTION_FLAG, NULL },
};

struct printing {
	struct app *app;
	const struct options *o;
	struct finding_filter filter;
	struct json_out *json; /* NULL: the table */
	bool whole;	       /* with all that is said and the traces */
	size_t count;
};

static bool read_filter(const struct options *o, struct finding_filter *f, struct err *e)
{
	const char *states[FINDING_STATE_COUNT];
	int count = options_values(o, "status", states, FINDING_STATE_COUNT);

	*f = (struct finding_filter){ .proposals = options_has(o, "proposals") };
	for (int i = 0; i < count && i < FINDING_STATE_COUNT; i++)
		if (!finding_filter_states(f, str_of(states[i]), e))
			return false;
	return true;
}

static void print_row(struct printing *p, const struct component *c, const struct scan_row *row)
{
	SCOPED_ARENA arena = { 0 };
	const struct vex_position *said = &row->position;
	char text[NUMBER_TEXT_SIZE];
	struct str score = row->score_count ? number_write_decimal(row->scores[0].tenths, 1, text) : STR("-");

	print_line(p->app->out, "%-20.*s %-8.*s %-24.*s %-14.*s %-18.*s %c %5.*s %-8s %s%s",
	    STR_ARG(row->device), STR_ARG(row->release), STR_ARG(c->name), STR_ARG(c->version),
	    STR_ARG(row->vulnerability), (char)row->finding.tier, STR_ARG(score),
	    scan_severity_name(scan_row_severity(row)), scan_exploited_mark(row),
	    finding_state_name(row->finding.state));
	for (size_t i = 0; i < said->count; i++)
		print_line(
		    p->app->out, "    " STR_FMT, STR_ARG(scan_opinion_line(&said->opinions[i], &arena)));
	for (size_t i = 0; p->whole && i < row->finding.trace_count; i++)
		print_line(p->app->out, "    " STR_FMT, STR_ARG(row->finding.trace[i]));
}

static bool take_row(void *ctx, const struct component *components, const struct scan_row *row, struct err *e)
{
	struct printing *p = ctx;

	(void)e;
	if (!finding_passes(&p->filter, row))
		return true;
	p->count++;
	if (p->json)
		scan_write_row(components, row, p->json);
	else
		print_row(p, &components[row->finding.component], row);
	return true;
}

static bool warn(struct printing *p, struct db *db, const struct blind_spots *spots, struct err *e)
{
	bool served;

	if (!coverage_is_any_served(db, &served, e) || !warn_of_no_data(p->app, db, e) ||
	    !warn_of_age(p->app, p->o, db, e))
		return false;
	if (served)
		warn_of_unseen(p->app, &spots->unseen);
	if (p->json)
		warn_of_bare(p->app, spots);
	return true;
}

static void print_total(struct printing *p, const struct blind_spots *spots)
{
	SCOPED_ARENA arena = { 0 };
	struct str bare = caveat_bare(spots, &arena);

	print_line(p->app->out, "%zu finding%s%s%.*s", p->count, PLURAL(p->count),
	    bare.len ? "; no SBOM: " : "", (int)bare.len, bare.ptr);
}

static bool print_within(struct printing *p, struct db *db, const struct finding_query *query, struct err *e)
{
	struct finding_sink sink = { p, take_row };
	SCOPED_ARENA arena = { 0 };
	struct blind_spots spots;

	if (!blind_spots_find(
		db, (struct fielded_query){ query->device, query->release }, &arena, &spots, e) ||
	    !warn(p, db, &spots, e))
		return false;
	if (p->json)
		json_open_array(p->json);
	if (!finding_list(db, query, sink, e))
		return false;
	if (p->json)
		json_close_array(p->json);
	else
		print_total(p, &spots);
	return true;
}

static bool print_findings(
    struct printing *p, struct db *db, const struct finding_query *query, struct err *e)
{
	bool done;

	if (!db_read_begin(db, e))
		return false;
	if (session_wants_json(p->o))
		p->json = json_out_file(p->app->out, true);
	done = print_within(p, db, query, e);
	db_read_end(db);
	if (!done && p->json)
		json_out_drop(p->json);
	return done && (!p->json || json_out_close(p->json) ||
			   err_fail(e, ERR_IO, "the output could not be written"));
}

static bool read_query(const struct options *o, struct db *db, struct finding_query *query, struct err *e)
{
	struct date today;

	if (!firm_day(db, options_date(o, "today"), instant_now(), &today, e))
		return false;
	*query = (struct finding_query){ .device = options_text(o, "device"),
		.release = options_text(o, "release"),
		.vulnerability = options_text(o, "vulnerability"),
		.component = options_text(o, "component"),
		.today = today };
	return true;
}

static bool report(
    struct app *app, const struct options *o, struct db *db, const struct finding_query *query, struct err *e)
{
	SCOPED_FINDING_REPORT *r = NULL;
	struct finding_wanted wanted;
	struct scan_counts counts = { 0 };
	struct scan about;

	if (!read_filter(o, &wanted.filter, e) || !warn_of_age(app, o, db, e) ||
	    !finding_report_open(db, query, &r, e))
		return false;
	about = finding_report_about(r);
	wanted.from = finding_report_rows(r);
	return scan_output(app, o, &about, finding_wanted_rows(&wanted), (struct scan_rows){ NULL, NULL },
	    INSTANT_NONE, &counts, e);
}

/* The formats that are about one release: all but the table and the array of JSON. */
static bool report_release(
    struct app *app, const struct options *o, struct db *db, const struct finding_query *query, struct err *e)
{
	bool done;

	if (!query->device.len || !query->release.len)
		return err_fail(e, ERR_USAGE, "--format %s is about one release: give --device and --release",
		    options_value(o, "format"));
	if (!db_read_begin(db, e))
		return false;
	done = report(app, o, db, query, e);
	db_read_end(db);
	return done;
}

static bool is_listed(const struct options *o)
{
	const char *format = options_value(o, "format");

	return !format || strcmp(format, "table") == 0 || strcmp(format, "json") == 0;
}

static bool list(struct app *app, const struct options *o, struct err *e)
{
	struct printing p = { .app = app, .o = o };
	struct finding_query query;
	SCOPED_DB *db = NULL;

	if (is_listed(o) && options_has(o, "output"))
		return err_fail(
		    e, ERR_USAGE, "--output is for the formats of one release: csv, sarif and the like");
	if (!options_words(o, 0, 0, "nothing", e) || !session_open(o, DB_READ, &db, e) ||
	    !read_query(o, db, &query, e) || !read_filter(o, &p.filter, e))
		return false;
	return is_listed(o) ? print_findings(&p, db, &query, e) : report_release(app, o, db, &query, e);
}

static int run_list(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, list_specs, list);
}

const struct command command_finding_list = {
	.name = "finding list",
	.synopsis = "[--device NAME] [--release VERSION] [--component NAME[@VERSION]]\n"
		    "       [--vulnerability ID] [--status STATE]... [--proposals] [--today DATE]\n"
		    "       [--stale-after DAYS|never] [--format FORMAT] [--output FILE] [--author NAME] "
		    "[--namespace URI] [--at INSTANT]",
	.summary = "the findings of registered releases, and what was decided about them",
	.help =
	    "A finding is a vulnerability in a component of a release. It is derived from the records, and\n"
	    "statements, own and suppliers', say what it comes to. Those that do not decide say why.\n\n"
	    "--status may be given several times: " STATES ".\n"
	    "--proposals: only findings for which a decision on an earlier release of the device waits to "
	    "be\n"
	    "confirmed.\n"
	    "--format " SCAN_FORMATS ":\n"
	    "all but the first two are about one release and take --device and --release; see aftercare help "
	    "scan.\n",
	.options = list_specs,
	.run = run_list,
};

static bool show(struct app *app, const struct options *o, struct err *e)
{
	struct printing p = { .app = app, .o = o, .whole = true };
	struct finding_query query;
	SCOPED_DB *db = NULL;
	const char *word;

	if (!options_words(o, 1, 1, "the vulnerability", e) || !session_open(o, DB_READ, &db, e) ||
	    !read_query(o, db, &query, e))
		return false;
	options_values(o, NULL, &word, 1);
	query.vulnerability = str_of(word);
	return print_findings(&p, db, &query, e);
}

static const struct option_spec show_specs[] = {
	SESSION_STORE_OPTION,
	{ "device", OPTION_VALUE, NULL },
	{ "release", OPTION_VALUE, NULL },
	{ "component", OPTION_VALUE, NULL },
	{ "today", OPTION_DATE, NULL },
	{ "format", OPTION_VALUE, "table|json" },
	WARNINGS_OPTION,
	{ NULL, OPTION_FLAG, NULL },
};

static int run_show(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, show_specs, show);
}

const struct command command_finding_show = {
	.name = "finding show",
	.synopsis = "VULNERABILITY [--device NAME] [--release VERSION] [--component NAME[@VERSION]]\n"
		    "       [--today DATE] [--stale-after DAYS|never] [--format table|json]",
	.summary = "one vulnerability in all its findings: statements, sources, comparisons",
	.options = show_specs,
	.run = run_show,
};

/* --- history --- */

static const struct option_spec history_specs[] = {
	SESSION_STORE_OPTION,
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static void print_history(struct app *app, const struct vex_record *records, size_t count)
{
	static const struct print_column columns[] = { { "number", true }, { "made", false }, { "by", false },
		{ "scope", false }, { "about", false }, { "status", false }, { "until", false },
		{ "life", false }, { "text", false }, { NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);
	char made[INSTANT_TEXT_SIZE], until[DATE_TEXT_SIZE];

	for (size_t i = 0; i < count; i++) {
		const struct vex_record *r = &records[i];
		struct vex_opinion o = { .record = r };

		print_cell_int(t, r->id);
		print_cell(t, instant_is_known(r->made_at) ? str_of(instant_write(r->made_at, made))
							   : STR("not stated"));
		print_cell(t, r->who);
		print_cell(t, finding_history_scope(r));
		print_cell(t, finding_history_about(r));
		print_cell(t, statement_status_word(r->said.status));
		print_cell(t, date_is_known(r->until) ? str_of(date_write(r->until, until)) : STR("-"));
		print_cell(t, str_of(vex_life_name(r->life)));
		print_cell(t, scan_opinion_text(&o));
	}
	print_table_write(t, app->out);
}

static void write_history(struct app *app, const struct vex_record *records, size_t count)
{
	struct json_out *w = json_out_file(app->out, true);

	finding_history_json(w, records, count);
	json_out_close(w);
}

static bool history(struct app *app, const struct options *o, struct err *e)
{
	struct vex_record *records;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	const char *word;
	size_t count;

	if (!options_words(o, 1, 1, "the vulnerability", e))
		return false;
	options_values(o, NULL, &word, 1);
	if (!session_open(o, DB_READ, &db, e) ||
	    !finding_history(db, str_of(word), &arena, &records, &count, e))
		return false;
	if (session_wants_json(o))
		write_history(app, records, count);
	else if (count)
		print_history(app, records, count);
	else
		fputs("nothing was ever said about it\n", app->out);
	return true;
}

static int run_history(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, history_specs, history);
}

const struct command command_finding_history = {
	.name = "finding history",
	.synopsis = "VULNERABILITY [--format table|json]",
	.summary = "all statements ever made about a vulnerability, and what became of them",
	.options = history_specs,
	.run = run_history,
};
