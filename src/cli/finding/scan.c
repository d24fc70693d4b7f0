#include "actions/sboms/scan_file.h"

#include "actions/clock.h"
#include "actions/feeds/import_feed.h"
#include "actions/firm_day.h"
#include "actions/sboms/load_sbom.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/finding/scan_output.h"
#include "cli/print.h"
#include "cli/session.h"
#include "cli/warnings.h"

#define PATHS_MOST 4096

static const struct option_spec specs[] = {
	SESSION_STORE_OPTION,
	{ "feeds", OPTION_LIST, NULL },
	SCAN_OUTPUT_OPTIONS,
	WARNINGS_OPTION,
	{ "today", OPTION_DATE, NULL },
	{ "hints", OPTION_FLAG, NULL },
	{ "fail-on", OPTION_VALUE, "any|kev|low|medium|high|critical" },
	{ NULL, OPTION_FLAG, NULL },
};

static void tell_skipped(void *ctx, const struct err *why)
{
	struct app *app = ctx;

	fprintf(app->err, "aftercare: skipped: %s\n", why->text);
}

/* The store to scan against: one made of the feeds for this scan alone, or the one that is named. */
static bool open_data(struct app *app, const struct options *o, struct db **out, struct err *e)
{
	const char *paths[PATHS_MOST];
	int count = options_values(o, "feeds", paths, PATHS_MOST);
	struct import_talk talk = { app, tell_skipped, NULL, STR_NONE };
	struct import_report report;
	SCOPED_DB *db = NULL;

	if (count == 0)
		return session_open(o, DB_READ, out, e);
	if (count > PATHS_MOST)
		return err_fail(e, ERR_USAGE, "more than %d paths behind --feeds", PATHS_MOST);
	if (!db_open("", DB_SCRATCH, &db, e) ||
	    !import_feeds_scratch(db, paths, (size_t)count, instant_now(), talk, &report, e))
		return false;
	*out = db;
	db = NULL;
	return true;
}

/* Is there what --fail-on names? Unscored counts from "low" on. */
static bool fails_on(const size_t of[SCAN_SEVERITY_COUNT], size_t exploited, const char *what)
{
	static const char *const names[] = { "critical", "high", "medium", "low" };
	size_t found = 0;

	if (strcmp(what, "kev") == 0)
		return exploited > 0;
	for (size_t i = 0; i < COUNT(names); i++) {
		found += of[i];
		if (strcmp(what, names[i]) == 0)
			return found + (strcmp(what, "low") == 0 ? of[SCAN_UNSCORED] : 0) > 0;
	}
	return found + of[SCAN_NONE] + of[SCAN_UNSCORED] > 0;
}

/* A gate that statements hold open says so: one of them may be about everything that is made. */
static bool judge(struct app *app, const struct scan_counts *counts, const char *fail_on)
{
	bool fails = fails_on(counts->of, counts->exploited, fail_on);
	SCOPED_ARENA arena = { 0 };
	struct str line = scan_held_line(&counts->held, &arena);

	if (line.len)
		print_line(app->err, "aftercare: " STR_FMT "%s", STR_WHOLE(line),
		    !fails && fails_on(counts->held_of, counts->held_exploited, fail_on)
			? "; without them the answer would be 1"
			: "");
	return fails;
}

static void tell_embedded(struct app *app, const struct vex_embedded *taken)
{
	if (!taken->judged)
		print_line(app->err, "aftercare: the SBOM makes %zu statement%s about vulnerabilities",
		    taken->count, PLURAL(taken->count));
	else if (taken->count)
		print_line(app->err,
		    "aftercare: the SBOM makes %zu statement%s about vulnerabilities: %zu applied, %zu "
		    "ambiguous, "
		    "%zu unmatched, %zu incomplete",
		    taken->count, PLURAL(taken->count), taken->counts[VEX_APPLIED],
		    taken->counts[VEX_AMBIGUOUS], taken->counts[VEX_UNMATCHED],
		    taken->counts[VEX_INCOMPLETE]);
}

static void tell_notes(struct app *app, const struct scan_file_notes *notes)
{
	if (notes->releases > 1)
		print_line(app->err,
		    "aftercare: %zu releases have this SBOM: what was decided for one of them is not applied",
		    notes->releases);
	if (notes->has_embedded)
		tell_embedded(app, &notes->embedded);
}

static bool report(struct app *app, const struct options *o, struct db *db, const struct loaded_sbom *sbom,
    int *status, struct err *e)
{
	const char *fail_on = options_value(o, "fail-on");
	struct scan_counts counts = { 0 };
	SCOPED_SCAN_FILE *file = NULL;
	struct scan_rows hints = { 0 };
	struct scan about;
	struct date today;

	if (!firm_day(db, options_date(o, "today"), instant_now(), &today, e) ||
	    !scan_file_open(db, sbom, today, &file, e))
		return false;
	tell_notes(app, scan_file_notes(file));
	about = scan_file_about(file);
	if (!warn_of_age(app, o, db, e) ||
	    (scan_format_is_vex(options_value(o, "format")) && !warn_of_embargo(app, db, 0, e)))
		return false;
	if (options_has(o, "hints"))
		hints = scan_file_hints(file);
	if (!scan_output(app, o, &about, scan_file_rows_ahead(file), hints, sbom->head.created, &counts, e))
		return false;
	*status = fail_on && judge(app, &counts, fail_on);
	return true;
}

static bool scan(struct app *app, const struct options *o, int *status, struct err *e)
{
	const char *path;
	SCOPED_ARENA arena = { 0 };
	SCOPED_LOADED_SBOM sbom = { 0 };
	SCOPED_DB *db = NULL;
	bool done;

	if (!options_words(o, 1, 1, "the SBOM", e))
		return false;
	if (options_has(o, "store") && options_has(o, "feeds"))
		return err_fail(e, ERR_USAGE, "--store and --feeds exclude each other");
	if (options_has(o, "hints") && !scan_format_has_hints(options_value(o, "format")))
		return err_fail(e, ERR_USAGE,
		    "--hints goes with --format table or json: the other formats hold findings alone");
	options_values(o, NULL, &path, 1);
	if (!load_sbom(path, &arena, &sbom, e))
		return false;
	for (size_t i = 0; i < sbom.warning_count; i++)
		print_line(app->err, "aftercare: " STR_FMT, STR_ARG(sbom.warnings[i]));
	if (!open_data(app, o, &db, e) || !db_read_begin(db, e))
		return false;
	done = report(app, o, db, &sbom, status, e);
	db_read_end(db);
	return done;
}

static int run(struct app *app, int argc, char **argv)
{
	SCOPED_OPTIONS o = { 0 };
	struct err e = { 0 };
	int status = 0;

	if (!options_parse(argc, argv, specs, &o, &e) || !scan(app, &o, &status, &e))
		return command_fails(app, &e);
	return status;
}

const struct command command_scan = {
	.name = "scan",
	.synopsis = "SBOM [--store URL | --feeds PATH...] [--format FORMAT] [--output FILE] [--fail-on WHAT]"
		    " [--hints] [--author NAME] [--namespace URI] [--at INSTANT] [--stale-after DAYS]"
		    " [--today DATE]",
	.summary = "which vulnerabilities touch the components of an SBOM, and why",
	.help =
	    "The SBOM is CycloneDX 1.0-1.7 in JSON or XML, SPDX 2.2 or 2.3 in JSON or tag-value, SPDX 3.0 "
	    "in\n"
	    "JSON, a SWID tag, or CSV; compressed is fine.\n"
	    "Vulnerability records come from the store, or with --feeds from files and folders of feeds\n"
	    "(see aftercare help feed import); such a scan leaves nothing behind.\n\n"
	    "--fail-on any|kev|low|medium|high|critical: exit 1 if a finding of that severity or worse is "
	    "there.\n"
	    "An unscored vulnerability counts for low and any.\n"
	    "--format " SCAN_FORMATS ":\n"
	    "to stdout, or with --output to a file. The last three are documents of statements (VEX): "
	    "--author NAME\n"
	    "and --namespace URI say whose, --at INSTANT of when; else of the newest record.\n"
	    "--stale-after DAYS|never: tell of sources whose newest record is older; 7 where nothing is "
	    "said.\n\n"
	    "Tiers: A exact package and version, B exact CPE with version, C through an alias,\n"
	    "D version or update not confirmed. --hints adds tier E behind the findings, in table and JSON: "
	    "a\n"
	    "record that may mean a component, for only the names are alike. Hints are not counted.\n",
	.options = specs,
	.run = run,
};
