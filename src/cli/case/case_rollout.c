/*
 * case_rollout - the commands that record how a fix gets to the field, and show how far it has got.
 */
#include "actions/casework/rollout.h"

#include "actions/clock.h"
#include "cli/case_options.h"
#include "cli/print.h"
#include "cli/session.h"
#include "reports/metrics/metrics_report.h"

static int run_validate(struct app *app, int argc, char **argv)
{
	return case_run_form(app, "validation", argc, argv);
}

static int run_distribute(struct app *app, int argc, char **argv)
{
	return case_run_form(app, "distribution", argc, argv);
}

static int run_install(struct app *app, int argc, char **argv)
{
	return case_run_form(app, "installation", argc, argv);
}

static int run_check(struct app *app, int argc, char **argv)
{
	return case_run_form(app, "effectiveness_check", argc, argv);
}

static int run_response(struct app *app, int argc, char **argv)
{
	return case_run_form(app, "response", argc, argv);
}

/* --- progress --- */

static const struct option_spec progress_specs[] = {
	SESSION_STORE_OPTION,
	{ "today", OPTION_DATE, NULL },
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static void cell_days(struct print_table *t, int64_t days)
{
	if (days == ADOPTION_NONE)
		print_cell(t, STR("-"));
	else
		print_cell_int(t, days);
}

static void print_progress(
    struct app *app, const struct metric_rollout *list, size_t count, struct date as_of, struct arena *arena)
{
	static const struct print_column columns[] = { { "release", false }, { "available", false },
		{ "target", true }, { "known", true }, { "done", true }, { "share", true },
		{ "days to 50 %", true }, { "90 %", true }, { "100 %", true }, { NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);
	char date[DATE_TEXT_SIZE];

	for (size_t i = 0; i < count; i++) {
		const struct rollout *r = &list[i].rollout;
		struct adoption a = adoption_of(r, r->installed, as_of);

		print_cell(t, list[i].release);
		print_cell(t, str_of(date_write(r->available_on, date)));
		print_cell_int(t, a.done.whole);
		print_cell_int(t, r->known);
		print_cell_int(t, a.done.part);
		print_cell(t, figure_percent(a.done, arena));
		cell_days(t, a.days_50);
		cell_days(t, a.days_90);
		cell_days(t, a.days_100);
	}
	print_table_write(t, app->out);
}

static void write_progress(
    struct app *app, const struct metric_rollout *list, size_t count, struct date as_of)
{
	struct json_out *w = json_out_file(app->out, true);

	metrics_write_rollouts(w, list, count, as_of);
	json_out_close(w);
}

static bool show_progress(struct app *app, const struct options *o, struct err *e)
{
	struct metric_rollout *list;
	struct case_view view;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	size_t count;
	int64_t id;

	if (!case_id_of(o, &id, e) || !session_open(o, DB_READ, &db, e) ||
	    !case_view(db, id, options_date(o, "today"), instant_now(), &arena, &view, e) ||
	    !rollouts_of(&view, view.facts.today, &arena, &list, &count, e))
		return false;
	if (session_wants_json(o))
		write_progress(app, list, count, view.facts.today);
	else if (count)
		print_progress(app, list, count, view.facts.today, &arena);
	else
		fputs("nothing was distributed\n", app->out);
	return true;
}

static int run_progress(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, progress_specs, show_progress);
}

#define AMENDS_HELP                                                                                          \
	"--amends NUMBER adds a record that stands in for record NUMBER and keeps what is not given anew.\n"

const struct command command_case_validate = {
	.name = "case validate",
	.synopsis =
	    "CASEFILE --fix NUMBER --on DATE --result pass|fail [--protocol TEXT] [--validated-by NAME]\n"
	    "       [--evidence DIGEST]... [--text TEXT] [--amends NUMBER]",
	.summary = "record the validation of a fix, and whether it passed",
	.help = "--fix: the record of the fix. --evidence: the SHA-256 of a file that is attached to the "
		"casefile.\n" AMENDS_HELP,
	.options_made = case_options_made,
	.options_of = "validation",
	.run = run_validate,
};

const struct command command_case_distribute = {
	.name = "case distribute",
	.synopsis = "CASEFILE --fix NUMBER --release VERSION --on DATE --units N [--known-units N]\n"
		    "       [--has-fix yes|no] [--to ACCOUNT]... [--text TEXT] [--amends NUMBER]",
	.summary = "record that a fix is available to units of a release, refused before it is validated",
	.help =
	    "--units: in use, that are to get it; --known-units: of which it is known what becomes of them, "
	    "all if not said. --has-fix yes: the release came with the fix, so that units that run it have "
	    "it and "
	    "it goes to units of others; no: it is an older one, for whose own units the fix is. If not "
	    "said: "
	    "yes where no unit is known to run it.\n" AMENDS_HELP,
	.options_made = case_options_made,
	.options_of = "distribution",
	.run = run_distribute,
};

const struct command command_case_install = {
	.name = "case install",
	.synopsis = "CASEFILE --release VERSION --on DATE --units N [--consignee ACCOUNT]\n"
		    "       [--reason refused|lost|retired] [--text TEXT] [--amends NUMBER]",
	.summary = "record units that got the fix, or with --reason never will",
	.help = "With --reason the units are taken out of those that are to get it.\n" AMENDS_HELP,
	.options_made = case_options_made,
	.options_of = "installation",
	.run = run_install,
};

const struct command command_case_response = {
	.name = "case response",
	.synopsis = "CASEFILE --consignee ACCOUNT --on DATE --result confirmed|bounced|no_answer [--units N] "
		    "[--text TEXT]\n"
		    "       [--amends NUMBER]",
	.summary = "record what a consignee answered to the communication (21 CFR 7.49, 7.53)",
	.help = "confirmed: it was received and understood; bounced: it did not get there; no_answer: none "
		"by that day.\n"
		"--units: that are on hand there. The last answer of a consignee counts.\n"
		"--amends NUMBER adds a record that stands in for record NUMBER and keeps what is not given "
		"anew.\n",
	.options_made = case_options_made,
	.options_of = "response",
	.run = run_response,
};

const struct command command_case_check = {
	.name = "case check",
	.synopsis = "CASEFILE --on DATE --result effective|ineffective|no_answer [--consignee ACCOUNT]\n"
		    "       [--level A|B|C|D|E] [--text TEXT] [--amends NUMBER]",
	.summary = "record an effectiveness check at a consignee (21 CFR 7.42(b)(3))",
	.help = "Levels: A all consignees, B more than 10 and less than 100 %, C 10 %, D 2 %, E "
		"none.\n" AMENDS_HELP,
	.options_made = case_options_made,
	.options_of = "effectiveness_check",
	.run = run_check,
};

const struct command command_case_progress = {
	.name = "case progress",
	.synopsis = "CASEFILE [--today DATE] [--format table|json]",
	.summary = "how far the fix has got in the field: done of the target, days to 50, 90 and 100 %",
	.options = progress_specs,
	.run = run_progress,
};
