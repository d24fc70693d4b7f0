/*
 * aftercare signal from-findings, from-advisory - signals of what the program has seen itself.
 */
#include "actions/intake/signal_made.h"

#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"

#define PATHS_MOST 256

static void print_made(struct app *app, const struct signals_made *made)
{
	char numbers[64] = "";

	if (made->count == 1)
		snprintf(numbers, sizeof(numbers), ", number %lld", (long long)made->ids[0]);
	else if (made->count)
		snprintf(numbers, sizeof(numbers), ", numbers %lld to %lld", (long long)made->ids[0],
		    (long long)made->ids[made->count - 1]);
	print_line(app->out, "%zu new signal%s%s; %zu passed over, with a signal or a casefile already",
	    made->count, made->count == 1 ? "" : "s", numbers, made->passed_over);
}

static const struct option_spec findings_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "since", OPTION_DATE, NULL },
	{ "device", OPTION_VALUE, NULL },
	{ "dry-run", OPTION_FLAG, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static void print_would_be(struct app *app, const struct signals_made *made)
{
	for (size_t i = 0; i < made->count; i++)
		print_line(app->out, STR_FMT ", in %zu device%s", STR_ARG(made->would[i].summary),
		    made->would[i].device_count, made->would[i].device_count == 1 ? "" : "s");
	print_line(app->out,
	    "%zu signal%s would be made; %zu passed over, with a signal or a casefile already", made->count,
	    made->count == 1 ? "" : "s", made->passed_over);
}

static bool from_findings(struct app *app, const struct options *o, struct err *e)
{
	struct signal_findings_query query = { options_date(o, "since"), options_text(o, "device"),
		options_has(o, "dry-run") };
	struct signals_made made;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;

	if (!options_words(o, 0, 0, "nothing", e) || !session_open(o, DB_CHANGE, &db, e) ||
	    !signals_of_findings(db, &query, session_by(o), &arena, &made, e))
		return false;
	if (query.dry_run)
		print_would_be(app, &made);
	else
		print_made(app, &made);
	return true;
}

static int run_findings(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, findings_specs, from_findings);
}

const struct command command_signal_from_findings = {
	.name = "signal from-findings",
	.synopsis = "[--since DATE] [--device NAME] [--dry-run]",
	.summary = "make signals of findings that have appeared in releases: one a vulnerability, none twice",
	.help =
	    "A finding counts as received when the import was that brought it, in whichever devices it is. "
	    "Passed over is\n"
	    "what has a signal or a casefile already. --since: brought by an import on that day or later.\n"
	    "--dry-run tells which would be made, and makes none.\n",
	.options = findings_specs,
	.run = run_findings,
};

static const struct option_spec advisory_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "received", OPTION_WHEN, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool from_advisory(struct app *app, const struct options *o, struct err *e)
{
	const char *paths[PATHS_MOST];
	struct signal_advisories what = { .paths = paths, .received = options_text(o, "received") };
	struct signals_made made;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;

	if (!options_words(o, 1, PATHS_MOST, "files", e))
		return false;
	what.count = (size_t)options_values(o, NULL, paths, PATHS_MOST);
	if (!session_open(o, DB_CHANGE, &db, e) ||
	    !signals_of_advisories(db, &what, session_by(o), &arena, &made, e))
		return false;
	print_made(app, &made);
	return true;
}

static int run_advisory(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, advisory_specs, from_advisory);
}

const struct command command_signal_from_advisory = {
	.name = "signal from-advisory",
	.synopsis = "FILE... [--received WHEN]",
	.summary =
	    "make signals of suppliers' advisories (CSAF, VEX) that name what is in our devices, or them",
	.help =
	    "Of what they say is affected or under investigation: components of our releases, and devices by "
	    "their names.\n"
	    "WHEN the advisories were received is an instant with its offset from UTC, or a day; now, if it "
	    "is left out.\n"
	    "The statements themselves are taken by vex import, the ranges by feed import.\n",
	.options = advisory_specs,
	.run = run_advisory,
};
