#include "actions/casework/case_list_json.h"
#include "actions/casework/case_state.h"
#include "actions/casework/case_view.h"
#include "actions/casework/issued_reports.h"
#include "actions/firm_day.h"
#include "actions/intake/case_open.h"

#include "actions/clock.h"
#include "cli/case/determination_print.h"
#include "cli/case_options.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"
#include "cli/signal/signal_print.h"
#include "cli/warnings.h"
#include "formats/json_write.h"
#include "limits.h"

#define RECORD_MOST LIMIT_RECORD_BYTES

bool case_id_of(const struct options *o, int64_t *id, struct err *e)
{
	return options_words(o, 1, 1, "the casefile's number", e) &&
	       options_word_number(o, "casefile number", id, e);
}

static bool add_record(struct app *app, const char *kind, const struct options *o, struct err *e)
{
	const struct case_field *fields = case_fields_of(str_of(kind));
	SCOPED_BUF facts = buf_new(RECORD_MOST), more = buf_new(RECORD_MOST);
	struct case_addition a = { .kind = kind };
	SCOPED_DB *db = NULL;
	int64_t record_id;

	if (!case_id_of(o, &a.casefile_id, e) || !options_number(o, "amends", 1, INT64_MAX, &a.amends, e) ||
	    !case_write_options(fields, o, false, &facts, e) ||
	    !case_write_options(fields, o, true, &more, e) || !session_open(o, DB_CHANGE, &db, e))
		return false;
	a.facts = buf_str(&facts);
	a.more = buf_str(&more);
	if (!case_state(db, &a, session_by(o), &record_id, e))
		return false;
	fprintf(app->out, "casefile %lld: %s %lld\n", (long long)a.casefile_id, kind, (long long)record_id);
	return strcmp(kind, "communication") != 0 || warn_of_embargo(app, db, a.casefile_id, e);
}

const struct option_spec *case_options_made(const char *kind, struct arena *arena)
{
	return case_options_of(case_fields_of(str_of(kind)), "amends", arena);
}

/* Whoever has just entered it can say at once whether it is right. */
static bool warn_of_severity(struct app *app, const char *kind, const struct options *o, struct err *e)
{
	const struct determination *d;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct case_view view;
	int64_t id;

	if (strcmp(kind, "assessment") != 0 && strcmp(kind, "event") != 0)
		return true;
	if (!case_id_of(o, &id, e) || !session_open(o, DB_READ, &db, e) ||
	    !case_view(db, id, DATE_NONE, instant_now(), &arena, &view, e))
		return false;
	d = &view.determination;
	for (size_t i = 0; i < d->warning_count; i++)
		if (strcmp(d->warnings[i].id, "severity_below_event") == 0)
			print_line(app->err, "aftercare: casefile %lld: " STR_FMT, (long long)id,
			    STR_ARG(d->warnings[i].says));
	return true;
}

int case_run_form(struct app *app, const char *kind, int argc, char **argv)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_OPTIONS o = { 0 };
	struct err e = { 0 };

	if (!options_parse(argc, argv, case_options_made(kind, &arena), &o, &e) ||
	    !add_record(app, kind, &o, &e) || !warn_of_severity(app, kind, &o, &e))
		return command_fails(app, &e);
	return 0;
}

static const struct option_spec open_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "device", OPTION_VALUE, NULL },
	{ "vulnerability", OPTION_VALUE, NULL },
	{ "release", OPTION_VALUE, NULL },
	{ "title", OPTION_VALUE, NULL },
	{ "signal", OPTION_VALUE, NULL },
	{ "learned-on", OPTION_WHEN, NULL },
	{ "learned-reason", OPTION_VALUE, NULL },
	{ "confidentiality-only", OPTION_VALUE, "yes|no" },
	{ "affects-safety", OPTION_VALUE, "yes|no" },
	{ "exploited", OPTION_VALUE, "yes|no" },
	{ "kev-listed", OPTION_VALUE, "yes|no" },
	{ NULL, OPTION_FLAG, NULL },
};

static void write_opening(const struct options *o, struct buf *out)
{
	static const char *const answers[][2] = { { "confidentiality-only", "confidentiality_only" },
		{ "affects-safety", "affects_safety_or_essential_performance" }, { "exploited", "exploited" },
		{ "kev-listed", "kev_listed" } };
	struct json_out *w = json_out_buf(out, false);

	json_open_object(w);
	if (options_has(o, "learned-on"))
		json_field_text(w, "learned_on", options_text(o, "learned-on"));
	for (size_t i = 0; i < COUNT(answers); i++)
		if (options_has(o, answers[i][0]))
			json_field_bool(w, answers[i][1], str_eq(options_text(o, answers[i][0]), STR("yes")));
	json_close_object(w);
	json_out_close(w);
}

/* What may be a mistake and may be right. */
static void warn_of_opening(struct app *app, const struct case_opened *opened)
{
	char day[DATE_TEXT_SIZE];

	if (!opened->known)
		print_line(app->err,
		    "aftercare: no record in the store is about " STR_FMT
		    ": is the name right? feeds may be older than it",
		    STR_ARG(opened->vulnerability));
	if (opened->before)
		print_line(app->err, "aftercare: casefile %lld is on the same, closed on %s",
		    (long long)opened->before, date_write(opened->closed_on, day));
	if (opened->later.len)
		print_line(app->err, "aftercare: " STR_FMT, STR_ARG(opened->later));
}

static bool open_casefile(struct app *app, const struct options *o, struct err *e)
{
	static const char *const needed[] = { "device", "vulnerability", "learned-on", NULL };
	static const char *const nothing[] = { NULL };
	int64_t signals[SIGNAL_IDS_MOST];
	SCOPED_BUF facts = buf_new(RECORD_MOST);
	SCOPED_ARENA arena = { 0 };
	struct case_opening opening;
	struct case_opened opened;
	SCOPED_DB *db = NULL;

	if (!options_words(o, 0, 0, "nothing", e) ||
	    !options_needed(o, options_has(o, "signal") ? nothing : needed, e))
		return false;
	write_opening(o, &facts);
	opening = (struct case_opening){ .title = options_text(o, "title"),
		.device = options_text(o, "device"),
		.vulnerability = options_text(o, "vulnerability"),
		.release = options_text(o, "release"),
		.facts = buf_str(&facts),
		.signals = signals,
		.reason = options_text(o, "learned-reason") };
	if (options_has(o, "signal") &&
	    !signal_ids_read(options_text(o, "signal"), signals, &opening.signal_count, e))
		return err_within(e, "--signal");
	if (!session_open(o, DB_CHANGE, &db, e) ||
	    !case_open(db, &opening, session_by(o), &arena, &opened, e))
		return false;
	print_line(app->out, "casefile %lld: " STR_FMT " in " STR_FMT, (long long)opened.id,
	    STR_ARG(opened.vulnerability), STR_ARG(opened.device));
	if (opened.learned.len)
		print_line(app->out, STR_FMT, STR_ARG(opened.learned));
	warn_of_opening(app, &opened);
	return true;
}

static int run_open(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, open_specs, open_casefile);
}

const struct command command_case_open = {
	.name = "case open",
	.synopsis = "--device NAME --vulnerability ID --learned-on DATE [--release VERSION] [--title TEXT]\n"
		    "       [--signal N[,N...] [--learned-reason TEXT]]\n"
		    "       [--confidentiality-only yes|no] [--affects-safety yes|no] [--exploited yes|no]\n"
		    "       [--kev-listed yes|no]",
	.summary = "open a casefile on one vulnerability in one device",
	.help = "--learned-on starts the 30- and 60-day clocks: the day on which anybody in the firm first "
		"received what\n"
		"turned out to describe the vulnerability; a date, or an instant with its offset from UTC.\n"
		"With --signal it is opened from signals, which say what it is about and when it was learned "
		"of; another day\n"
		"takes --learned-reason.\n"
		"With --release the findings of that release go into the file, with their traces.\n",
	.options = open_specs,
	.run = run_open,
};

static const struct option_spec list_specs[] = {
	SESSION_STORE_OPTION,
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static void print_casefiles(struct app *app, const struct case_row *rows, size_t count)
{
	static const struct print_column columns[] = { { "casefile", true }, { "vulnerability", false },
		{ "device", false }, { "title", false }, { "closed", false }, { NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);
	char date[DATE_TEXT_SIZE], closed[32];

	for (size_t i = 0; i < count; i++) {
		const struct casefile *c = &rows[i].casefile;

		print_cell_int(t, c->id);
		print_cell(t, c->vulnerability);
		print_cell(t, rows[i].device);
		print_cell(t, c->title);
		snprintf(closed, sizeof(closed), "%s%s",
		    date_is_known(c->closed_on) ? date_write(c->closed_on, date) : "-",
		    rows[i].reopened ? ", reopened" : "");
		print_cell(t, str_of(closed));
	}
	print_table_write(t, app->out);
}

static void write_casefiles(struct app *app, const struct case_row *rows, size_t count)
{
	struct json_out *w = json_out_file(app->out, true);

	case_list_json(w, rows, count);
	json_out_close(w);
}

static bool list_casefiles(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct case_row *rows;
	size_t count;

	if (!options_words(o, 0, 0, "nothing", e) || !session_open(o, DB_READ, &db, e) ||
	    !case_list(db, instant_now(), &arena, &rows, &count, e))
		return false;
	(session_wants_json(o) ? write_casefiles : print_casefiles)(app, rows, count);
	return true;
}

static int run_list(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, list_specs, list_casefiles);
}

const struct command command_case_list = {
	.name = "case list",
	.synopsis = "[--format table|json]",
	.summary = "all casefiles",
	.options = list_specs,
	.run = run_list,
};

static const struct option_spec decide_specs[] = {
	SESSION_STORE_OPTION,
	{ "today", OPTION_DATE, NULL },
	{ "policy", OPTION_NUMBER, NULL },
	{ "policy-on", OPTION_DATE, NULL },
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

/* By the version of the policy that is asked for, if one is. */
static bool judge_again(
    struct db *db, const struct options *o, struct arena *arena, struct case_view *view, struct err *e)
{
	const struct kept_policy *policy;
	struct kept_policies policies;
	struct time_zone zone;
	int64_t number = 0;

	if (!options_has(o, "policy") && !options_has(o, "policy-on"))
		return true;
	if (options_has(o, "policy") && options_has(o, "policy-on"))
		return err_fail(e, ERR_USAGE, "either --policy or --policy-on");
	if (!options_number(o, "policy", 0, INT64_MAX, &number, e) ||
	    !kept_policies(db, arena, &policies, e) || !firm_zone(db, arena, &zone, e))
		return false;
	if (options_has(o, "policy-on"))
		policy = kept_policy_on(&policies, options_date(o, "policy-on"), &zone);
	else if (!kept_policy_numbered(&policies, number, &policy, e))
		return false;
	return case_judge_by(db, policy, arena, view, e);
}

static bool show_determination(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct case_view view;
	int64_t id;

	if (!case_id_of(o, &id, e) || !session_open(o, DB_READ, &db, e) ||
	    !case_view(db, id, options_date(o, "today"), instant_now(), &arena, &view, e) ||
	    !judge_again(db, o, &arena, &view, e) || !issued_reports_number(db, &view, &arena, e))
		return false;
	if (session_wants_json(o))
		return determination_print_json(
		    app, &view.determination, view.obligations, view.obligation_count, e);
	determination_print(app, &view.determination, view.obligations, view.obligation_count);
	return true;
}

static int run_decide(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, decide_specs, show_determination);
}

const struct command command_case_decide = {
	.name = "case decide",
	.synopsis = "CASEFILE [--today DATE] [--policy NUMBER | --policy-on DATE] [--format table|json]",
	.summary = "what the rules conclude from a casefile: risk, clocks, reporting position, reasons",
	.help = "Today is the date in the firm's time zone, or --today: any past determination can be made "
		"again.\n"
		"It is judged by the policy that was in force when it was assessed; --policy: by this "
		"version (0: the "
		"defaults),\n--policy-on: by the one in force on that day.\n",
	.options = decide_specs,
	.run = run_decide,
};
